import type { CivilDate } from '../dates/civilDate';
import type { FollowUp, Statuses } from '../followUp/followUp';
import { isCarriable } from '../followUpList/filter';
import { type ListedFollowUp, partsOf } from '../index/listedFollowUp';
import type { Owner } from '../index/ownership';
import type { Note } from '../note/note';
import type { EditableNotes } from '../noteEdit/existingMeeting';
import { isPrivatePath } from '../note/privateProperties';
import { type HeadingTarget, pathBelow } from '../noteEdit/relativeLinks';
import type { Person } from '../people/person';
import type { NoteEdits, SkippedItem } from '../text/edit';
import { type ParkingSource, takeParkedLines } from './parkingLot';

/** A note with follow-ups to carry. */
export interface CarrySource {
  /** The note when its follow-ups were read. */
  readonly note: Note;
  readonly textNow: string;
  /** The open follow-ups to carry, and those of `copied`. */
  readonly followUps: readonly FollowUp[];
  /** The follow-ups that an interrupted carry copied into the target. They are only marked as moved. */
  readonly copied?: ReadonlySet<FollowUp>;
}

/** The meeting to carry follow-ups to. */
export interface CarryTarget {
  readonly uri: string;
  readonly date: CivilDate;
  /** The meeting's heading, for a log. */
  readonly heading?: HeadingTarget | undefined;
  /** Whether the note uses wiki-links. */
  readonly wikiLinks: boolean;
  /** The meeting, if it already exists. Its content is not added again. */
  readonly existing?: { readonly meeting: number } | undefined;
}

/** The names to write in the target for the two sides of a source. */
export interface SideNames {
  /** The name of the person whom `@me` means, or `undefined` if that is unclear. */
  readonly writer: string | undefined;
  readonly other: string | undefined;
}

/** A request to carry follow-ups to a meeting. */
export interface CarryRequest {
  /** Source notes, in the order of the carried follow-ups. */
  readonly sources: readonly CarrySource[];
  readonly target: CarryTarget;
  /** The private half of the meeting, for private follow-ups. */
  readonly privateTarget?: CarryTarget | undefined;
  /** Follow-ups left in place because their note cannot be changed. */
  readonly unreachable?: readonly LeftFollowUp[];
  /** The names of the owners of items in a source that `@me` or only a heading gives them. */
  readonly sidesOf: (source: Note) => SideNames;
  /** URI of the root folder for wiki-link paths. */
  readonly root?: string | undefined;
  readonly statuses?: Statuses;
}

/** A follow-up left in its note, with the reason. */
export interface LeftFollowUp extends SkippedItem {
  readonly followUp: FollowUp;
}

/** The content and the edits that carry follow-ups into a meeting. */
export interface CarryPlan {
  /** Lines for the follow-ups of the new note. */
  readonly lines: readonly string[];
  /** Lines for the private section of the new note. */
  readonly privateLines: readonly string[];
  /** Edits that mark the sources as moved, to be saved after the new note. */
  readonly changes: readonly NoteEdits[];
  readonly left: readonly LeftFollowUp[];
  /** Follow-ups carried often, including this time. */
  readonly carriedOften: readonly CarriedOften[];
}

/** A follow-up that was carried often. */
interface CarriedOften {
  readonly text: string;
  readonly times: number;
  readonly isPrivate: boolean;
}

/** The person and the target meeting of carried follow-ups. */
interface CarryParticipants {
  readonly person: Pick<Person, 'key' | 'name'>;
  readonly target: CarryRequest['target'];
  readonly privateTarget?: CarryRequest['privateTarget'];
  /** URI of the root folder for wiki-link paths. */
  readonly root: string;
  readonly statuses: Statuses;
}

/**
 * Returns the request to carry a person's open follow-ups from meetings up to the target date. It includes follow-ups
 * that an interrupted carry copied without marking them as moved.
 */
export async function carryRequest(
  { person, target, privateTarget, root, statuses }: CarryParticipants,
  notes: EditableNotes,
): Promise<CarryRequest> {
  const meetings = notes.index.meetingsWith(person.key).flatMap(partsOf);
  const uris = new Set(meetings.map(({ note }) => note.uri));
  const { index } = notes;
  const held = index.note(target.uri);
  const meetingNote = target.existing && held;
  const own = index.ownNameIn(meetingNote);
  const halves = privateTarget && [privateTarget.uri];
  const isPrivate = held?.private ?? isPrivatePath(pathBelow(root, target.uri) ?? '');
  const isReadByBoth = index.isReadByBoth(meetingNote);
  const meeting = target.existing?.meeting;
  const bringTarget = { uri: target.uri, date: target.date, meeting, halves, isPrivate, isReadByBoth };
  if (target.existing) {
    // The copies in the target decide what is still to be carried from all other notes.
    await notes.refresh(target.uri);
  }
  if (privateTarget?.existing) {
    await notes.refresh(privateTarget.uri);
  }
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
    // The open document may be newer than the index: plan only on the text that was read.
    await notes.refresh(uri);
    const note = notes.index.note(uri);
    const items = carried();
    if (note && items.length > 0) {
      sources.push({ note, textNow, ...followUpsToCarry(items) });
    }
  }
  const sidesOf = (note: Note): SideNames => sideNames(notes.index.writerOf(note), { person, own });
  return { sources, unreachable, target, privateTarget, sidesOf, root, statuses };
}

/** Returns the names of the two sides of a note: its writer and the other one. `own` is the reader's name. */
function sideNames(
  writer: Owner | undefined,
  { person, own }: { readonly person: Pick<Person, 'name'>; readonly own: string },
): SideNames {
  if (writer === 'me') return { writer: own, other: person.name };
  return { writer: writer?.name, other: writer && own };
}

/** Returns the listed follow-ups as those of a source. Those with a copy in the target are listed as carried there. */
export function followUpsToCarry(items: readonly ListedFollowUp[]): Pick<CarrySource, 'followUps' | 'copied'> {
  const copied = items.filter(({ carriedTo }) => carriedTo !== undefined);
  return {
    followUps: items.map(({ followUp }) => followUp),
    copied: new Set(copied.map(({ followUp }) => followUp)),
  };
}

/** Notes that may contain topics for the next 1:1. */
export interface ParkingLots {
  readonly sources: readonly ParkingSource[];
  /** Topics left in place because their note cannot be changed. */
  readonly left: readonly SkippedItem[];
}

/** Returns the person's logs and page. */
export async function parkingSources(key: string, notes: EditableNotes): Promise<ParkingLots> {
  const { index } = notes;
  const page = index.people.get(key)?.page;
  const logs = index
    .meetingsWith(key)
    .flatMap(partsOf)
    .filter(({ note }) => note.kind === 'log')
    .map(({ note }) => note.uri);
  const sources: ParkingSource[] = [];
  const left: SkippedItem[] = [];
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

/** Checks whether an unchangeable note contains topics for the next 1:1. Returns true if the note cannot be read. */
async function mayHoldParked(note: Note, notes: EditableNotes): Promise<boolean> {
  try {
    const textNow = await notes.textOf(note.uri);
    return takeParkedLines([{ note, textNow }]).changes.length > 0;
  } catch {
    return true;
  }
}
