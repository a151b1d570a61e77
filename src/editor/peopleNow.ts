import type { CivilDate } from '../core/civilDate';
import type { NoteIndex } from '../core/index/noteIndex';
import { summarizePeople, type PersonSummary } from '../core/insight/personSummary';
import { fallbackCadence } from './settings';
import { inSlices } from './slices';

/** Everybody whom the notes know as it stands today, those who need attention first. */
export function peopleNow(index: NoteIndex, today: CivilDate): Promise<readonly PersonSummary[]> {
  return inSlices(summarizePeople(index, { today, fallbackDays: fallbackCadence() }));
}
