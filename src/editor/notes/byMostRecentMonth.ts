import { addToGroup, compareText } from '../../core/text/collections';
import type { ListedNote } from './noteFinder';
import { TimeSlicer } from '../timeSlicer';

/** Matches a year and month in a path, in any common format. */
const MONTH = /(?:19|20)\d\d[-._/]?(?:0[1-9]|1[0-2])(?!\d(?!\d))/g;

/**
 * Sorts notes by the month in their paths from the newest, followed by those without one. Notes matched by `first` come
 * before all others.
 */
export async function byMostRecentMonth(
  notes: Iterable<ListedNote>,
  first: (note: ListedNote) => boolean,
): Promise<ListedNote[]> {
  const leading: ListedNote[] = [];
  const byMonth = new Map<string, ListedNote[]>();
  const slices = new TimeSlicer();
  for (const note of notes) {
    if (first(note)) {
      leading.push(note);
    } else {
      const month =
        note.path
          .match(MONTH)
          ?.at(-1)
          ?.replace(/[-._/]/, '') ?? '';
      addToGroup(byMonth, month, note);
    }
    if (slices.isBudgetSpent) {
      await slices.yieldToEventLoop();
    }
  }
  const months = [...byMonth].sort(([a], [b]) => compareText(b, a));
  return [leading, ...months.map(([, inMonth]) => inMonth)].flat();
}
