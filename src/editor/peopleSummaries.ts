import type { CivilDate } from '../core/dates/civilDate';
import type { NoteIndex } from '../core/index/noteIndex';
import { summarizePeople, type PersonSummary } from '../core/peopleView/summary';
import { fallbackCadence } from './settings';
import { runCooperatively } from './scheduling';

/** Summarizes all known people as of today, most urgent first. */
export function peopleSummaries(index: NoteIndex, today: CivilDate): Promise<readonly PersonSummary[]> {
  return runCooperatively(summarizePeople(index, { today, fallbackDays: fallbackCadence() }));
}
