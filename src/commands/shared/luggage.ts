import { Uri } from 'vscode';
import type { ListedFollowUp } from '../../core/index/listedFollowUp';
import { isToBring } from '../../core/insight/toBring';
import type { Person } from '../../core/people/person';
import type { CarryRequest, CarrySource } from '../../core/writing/carry';
import type { ParkingSource } from '../../core/writing/parkedLines';
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
  for (const key of uris) {
    const uri = Uri.parse(key);
    const carried = (): ListedFollowUp[] => notes.index.followUpsIn(key).filter((item) => isToBring(item, bringTarget));
    await notes.refresh(uri);
    if (carried().length === 0) continue;
    const textNow = await textToEdit(uri);
    // A buffer may be ahead of the index: what is planned on must be what was read.
    await notes.refresh(uri);
    const note = notes.index.note(key);
    const followUps = carried().map(({ followUp }) => followUp);
    if (note && followUps.length > 0) {
      sources.push({ note, textNow, followUps });
    }
  }
  return { sources, target, person: person.name, root, statuses: setting('statuses') };
}

/** The person's logs and page, where lines wait for the next 1:1. */
export async function parkingSources(key: string, notes: Services['notes']): Promise<readonly ParkingSource[]> {
  const { index } = notes;
  const page = index.people.get(key)?.page;
  const logs = index
    .meetingsWith(key)
    .filter(({ note }) => note.kind === 'log')
    .map(({ note }) => note.uri);
  const sources: ParkingSource[] = [];
  for (const key of new Set([...logs, ...(page === undefined ? [] : [page])])) {
    const uri = Uri.parse(key);
    const textNow = await textToEdit(uri);
    await notes.refresh(uri);
    const note = index.note(key);
    if (note) {
      sources.push({ note, textNow });
    }
  }
  return sources;
}
