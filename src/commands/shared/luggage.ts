import { Uri } from 'vscode';
import type { ListedFollowUp } from '../../core/index/listedFollowUp';
import { isToBring } from '../../core/insight/toBring';
import type { Note } from '../../core/note/note';
import type { Person } from '../../core/people/person';
import type { CarryRequest, CarrySource, LeftBehind, LeftFollowUp } from '../../core/writing/carry';
import { takeParkedLines, type ParkingSource } from '../../core/writing/parkedLines';
import { NoteLeftAlone } from '../../editor/noteLeftAlone';
import { textToEdit } from '../../editor/noteToEdit';
import { setting } from '../../editor/settings';
import type { Services } from '../../services';

/** The person whose follow-ups are carried, and the meeting that they are carried to. */
export interface Journey {
  readonly person: Pick<Person, 'key' | 'name'>;
  readonly target: CarryRequest['target'];
  /** URI of the folder that the paths of wiki-links start from. */
  readonly root: string;
}

/**
 * Carrying what is open in a person's meetings up to the day of the target, and finishing what an interrupted carry into
 * that meeting left without a mark.
 */
export async function carryRequest({ person, target, root }: Journey, notes: Services['notes']): Promise<CarryRequest> {
  const uris = new Set(notes.index.meetingsWith(person.key).map(({ note }) => note.uri));
  const bringTarget = { uri: target.uri, date: target.date, meeting: target.standing?.meeting };
  const sources: CarrySource[] = [];
  const unreachable: LeftFollowUp[] = [];
  for (const key of uris) {
    const uri = Uri.parse(key);
    const carried = (): ListedFollowUp[] => notes.index.followUpsIn(key).filter((item) => isToBring(item, bringTarget));
    await notes.refresh(uri);
    if (carried().length === 0) continue;
    const textNow = await textOrReason(uri);
    if (typeof textNow === 'object') {
      const { reason } = textNow;
      unreachable.push(...carried().map(({ followUp }) => ({ uri: key, followUp, text: followUp.text, reason })));
      continue;
    }
    // A buffer may be ahead of the index: what is planned on must be what was read.
    await notes.refresh(uri);
    const note = notes.index.note(key);
    const followUps = carried().map(({ followUp }) => followUp);
    if (note && followUps.length > 0) {
      sources.push({ note, textNow, followUps });
    }
  }
  return { sources, unreachable, target, person: person.name, root, statuses: setting('statuses') };
}

/** Where lines wait for the next 1:1. */
export interface ParkingLots {
  readonly sources: readonly ParkingSource[];
  /** What has to stay where it is. */
  readonly left: readonly LeftBehind[];
}

/** The person's logs and page. */
export async function parkingSources(key: string, notes: Services['notes']): Promise<ParkingLots> {
  const { index } = notes;
  const page = index.people.get(key)?.page;
  const logs = index
    .meetingsWith(key)
    .filter(({ note }) => note.kind === 'log')
    .map(({ note }) => note.uri);
  const sources: ParkingSource[] = [];
  const left: LeftBehind[] = [];
  for (const key of new Set([...logs, ...(page === undefined ? [] : [page])])) {
    const uri = Uri.parse(key);
    const textNow = await textOrReason(uri);
    await notes.refresh(uri);
    const note = index.note(key);
    if (note && typeof textNow === 'string') {
      sources.push({ note, textNow });
    } else if (note && typeof textNow === 'object' && (await mayHoldParked(note, notes))) {
      left.push({ uri: key, text: 'Next 1:1', reason: textNow.reason });
    }
  }
  return { sources, left };
}

/** Whether something waits in a note that cannot be changed; also when nobody can tell. */
async function mayHoldParked(note: Note, notes: Services['notes']): Promise<boolean> {
  try {
    const textNow = await notes.textOf(Uri.parse(note.uri));
    return takeParkedLines([{ note, textNow }]).changes.length > 0;
  } catch {
    return true;
  }
}

/** A note's text to plan on, or why it has to be left as it is. */
async function textOrReason(uri: Uri): Promise<string | Pick<NoteLeftAlone, 'reason'>> {
  try {
    return await textToEdit(uri);
  } catch (error) {
    if (error instanceof NoteLeftAlone) {
      return error;
    }
    throw error;
  }
}
