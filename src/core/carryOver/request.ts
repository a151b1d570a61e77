import type { CivilDate } from '../dates/civilDate';
import type { FollowUp, Statuses } from '../followUp/followUp';
import { isCarriable } from '../followUpList/carriable';
import { isCarriedCopy, type PlacedFollowUp } from '../index/carryResolution';
import type { ListedFollowUp } from '../index/listedFollowUp';
import type { Note } from '../note/note';
import type { EditableNotes } from '../noteEdit/editableNotes';
import type { Person } from '../people/person';
import type { NoteEdits } from '../text/edit';
import { type ParkingSource, takeParkedLines } from './parkingLot';
import type { Message } from '../text/message';

/** A note with follow-ups to be carried. */
export interface CarrySource {
  /** The note as it was read, when the follow-ups were. */
  readonly note: Note;
  readonly textNow: string;
  /** Those of the note's follow-ups that are to be carried: the open ones, as the index lists them. */
  readonly followUps: readonly FollowUp[];
}

/** The meeting that follow-ups are carried to. */
export interface CarryTarget {
  readonly uri: string;
  readonly date: CivilDate;
  /** The anchor of its heading, in a log. */
  readonly anchor?: string | undefined;
  /** Whether links in it are wiki-links. */
  readonly wikiLinks: boolean;
  /** The meeting as it stands, if it was made in advance; what it holds already is not added again. */
  readonly existing?: { readonly note: Note; readonly meeting: number } | undefined;
}

/** What is to be carried where. */
export interface CarryRequest {
  /** In the order in which their follow-ups are to stand. */
  readonly sources: readonly CarrySource[];
  readonly target: CarryTarget;
  /** What would be carried too if its note could be changed: it is left where it is. */
  readonly unreachable?: readonly LeftFollowUp[];
  /** The person's name, for items that only their heading gives to the person. */
  readonly person: string;
  /** URI of the folder that the paths of wiki-links start from. */
  readonly root?: string | undefined;
  readonly statuses?: Statuses;
}

/** Something that is left where it is, and why, in words. */
export interface LeftBehind {
  readonly uri: string;
  readonly text: string;
  readonly reason: Message;
}

/** A follow-up that is left where it is. */
export interface LeftFollowUp extends LeftBehind {
  readonly followUp: FollowUp;
}

/** Carrying, worked out. */
export interface CarryPlan {
  /** What is to stand among the follow-ups of the new note. */
  readonly lines: readonly string[];
  /** What is to stand under its private heading. */
  readonly privateLines: readonly string[];
  /** The marks at the sources, to be saved after the new note. */
  readonly changes: readonly NoteEdits[];
  readonly left: readonly LeftFollowUp[];
  /** What was carried three times or more, this time included. */
  readonly carriedOften: readonly CarriedOften[];
}

/** Something that does not get done. */
export interface CarriedOften {
  readonly text: string;
  readonly times: number;
  readonly isPrivate: boolean;
}

/** The carried copies that stand in a meeting already. Each stands for one follow-up: of two alike, two may be carried. */
export class ExistingCopies {
  readonly #left: Set<PlacedFollowUp>;

  constructor({ existing }: CarryTarget) {
    const copies = (existing?.note.followUps ?? []).filter(({ meeting }) => meeting === existing?.meeting);
    this.#left = new Set(existing ? copies.map((followUp) => ({ note: existing.note, followUp })) : []);
  }

  /** Takes the copy of a follow-up, if there is one that was not taken yet. */
  take(source: PlacedFollowUp): boolean {
    for (const copy of this.#left) {
      if (isCarriedCopy(copy, source)) {
        return this.#left.delete(copy);
      }
    }
    return false;
  }
}

/** The person whose follow-ups are carried, and the meeting that they are carried to. */
export interface CarryParticipants {
  readonly person: Pick<Person, 'key' | 'name'>;
  readonly target: CarryRequest['target'];
  /** URI of the folder that the paths of wiki-links start from. */
  readonly root: string;
  readonly statuses: Statuses;
}

/**
 * Carrying what is open in a person's meetings up to the day of the target, and finishing what an interrupted carry into
 * that meeting left without a mark.
 */
export async function carryRequest(
  { person, target, root, statuses }: CarryParticipants,
  notes: EditableNotes,
): Promise<CarryRequest> {
  const uris = new Set(notes.index.meetingsWith(person.key).map(({ note }) => note.uri));
  const bringTarget = { uri: target.uri, date: target.date, meeting: target.existing?.meeting };
  const sources: CarrySource[] = [];
  const unreachable: LeftFollowUp[] = [];
  for (const uri of uris) {
    const carried = (): ListedFollowUp[] =>
      notes.index.followUpsIn(uri).filter((item) => isCarriable(item, bringTarget));
    await notes.refresh(uri);
    if (carried().length === 0) continue;
    const textNow = await notes.textToEdit(uri);
    if (typeof textNow === 'object') {
      const { reason } = textNow;
      unreachable.push(...carried().map(({ followUp }) => ({ uri, followUp, text: followUp.text, reason })));
      continue;
    }
    // A buffer may be ahead of the index: what is planned on must be what was read.
    await notes.refresh(uri);
    const note = notes.index.note(uri);
    const followUps = carried().map(({ followUp }) => followUp);
    if (note && followUps.length > 0) {
      sources.push({ note, textNow, followUps });
    }
  }
  return { sources, unreachable, target, person: person.name, root, statuses };
}

/** Where lines wait for the next 1:1. */
export interface ParkingLots {
  readonly sources: readonly ParkingSource[];
  /** What has to stay where it is. */
  readonly left: readonly LeftBehind[];
}

/** The person's logs and page. */
export async function parkingSources(key: string, notes: EditableNotes): Promise<ParkingLots> {
  const { index } = notes;
  const page = index.people.get(key)?.page;
  const logs = index
    .meetingsWith(key)
    .filter(({ note }) => note.kind === 'log')
    .map(({ note }) => note.uri);
  const sources: ParkingSource[] = [];
  const left: LeftBehind[] = [];
  for (const uri of new Set([...logs, ...(page === undefined ? [] : [page])])) {
    const textNow = await notes.textToEdit(uri);
    await notes.refresh(uri);
    const note = index.note(uri);
    if (note && typeof textNow === 'string') {
      sources.push({ note, textNow });
    } else if (note && typeof textNow === 'object' && (await mayHoldParked(note, notes))) {
      left.push({ uri, text: 'Next 1:1', reason: textNow.reason });
    }
  }
  return { sources, left };
}

/** Whether something waits in a note that cannot be changed; also when nobody can tell. */
async function mayHoldParked(note: Note, notes: EditableNotes): Promise<boolean> {
  try {
    const textNow = await notes.textOf(note.uri);
    return takeParkedLines([{ note, textNow }]).changes.length > 0;
  } catch {
    return true;
  }
}
