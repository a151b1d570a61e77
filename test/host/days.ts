import { addDays, type CivilDate } from '../../src/core/dates/civilDate';
import { Clock } from '../../src/editor/clock';

/**
 * Returns the local date `days` days before today. Tests of what depends on today compute their dates with it: a test
 * with dates written out passes today and fails next week.
 */
export function dayAgo(days: number): CivilDate {
  const clock = new Clock();
  const day = addDays(clock.today(), -days);
  clock.dispose();
  return day;
}
