import type { Statuses } from '../followUp/status';
import type { ListedFollowUp } from '../index/listedFollowUp';
import { isCarriable } from '../insight/toBring';
import type { Note } from '../note/note';
import type { Person } from '../people/person';
import type { CarryRequest, CarrySource, LeftBehind, LeftFollowUp } from './carry';
import type { EditableNotes } from './editableNotes';
import { takeParkedLines, type ParkingSource } from './parkedLines';

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
