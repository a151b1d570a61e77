import { Uri } from 'vscode';
import type { ListedFollowUp } from '../../core/index/listedFollowUp';
import type { Person } from '../../core/people/person';
import type { CarryRequest, CarrySource } from '../../core/writing/carry';
import type { ParkingSource } from '../../core/writing/parkedLines';
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
  const sources: CarrySource[] = [];
  for (const uri of uris) {
    // A buffer may be ahead of the index: what is planned on must be what was read.
    await notes.refresh(Uri.parse(uri));
    const note = notes.index.note(uri);
    const followUps = notes.index.followUpsIn(uri).filter((item) => isToBeCarried(item, target));
    if (note && followUps.length > 0) {
      sources.push({
        note,
        textNow: await notes.textOf(Uri.parse(uri)),
        followUps: followUps.map((item) => item.followUp),
      });
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
  for (const uri of new Set([...logs, ...(page === undefined ? [] : [page])])) {
    await notes.refresh(Uri.parse(uri));
    const note = index.note(uri);
    if (note) {
      sources.push({ note, textNow: await notes.textOf(Uri.parse(uri)) });
    }
  }
  return sources;
}

function isToBeCarried(item: ListedFollowUp, target: CarryRequest['target']): boolean {
  const date = item.note.meetings[item.followUp.meeting]?.date;
  if (date === undefined || date > target.date) {
    return false;
  }
  const { carriedTo } = item;
  return item.isOpen || (carriedTo?.uri === target.uri && carriedTo.meeting === (target.standing?.meeting ?? -1));
}
