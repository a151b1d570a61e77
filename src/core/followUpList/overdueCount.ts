import { type CivilDate, formatDayAndMonth } from '../dates/civilDate';
import { formatDue } from '../followUp/followUp';
import { type IndexChange, isOverdue, type ListedFollowUp } from '../index/listedFollowUp';
import type { ShownNotes } from '../index/noteIndexes';
import type { Cooperative } from '../text/cooperative';
import { readOrigin } from '../taskText/origin';
import { message, type Text } from '../text/message';

/** Counts the overdue follow-ups that the unfiltered list shows. */
export class OverdueTally {
  readonly #notes: ShownNotes;
  #counts: ReadonlyMap<string, number> = new Map();

  constructor(notes: ShownNotes) {
    this.#notes = notes;
  }

  get total(): number {
    return [...this.#counts.values()].reduce((total, count) => total + count, 0);
  }

  /** Counts all groups in steps, so that callers can yield. */
  *countAll(today: CivilDate): Cooperative<void> {
    yield* this.#notes.index.warmUp();
    const counts = new Map<string, number>();
    for (const group of this.#notes.index.groups()) {
      counts.set(group, this.#count(group, today));
      yield;
    }
    this.#counts = counts;
  }

  /** Updates the counts after a change that did not affect the known people. */
  count({ groups }: Pick<IndexChange, 'groups'>, today: CivilDate): void {
    this.#counts = new Map([
      ...this.#counts,
      ...Array.from(groups, (group) => [group, this.#count(group, today)] as const),
    ]);
  }

  #count(group: string, today: CivilDate): number {
    return this.#notes.index.followUpsOf(group).filter((item) => isOverdue(item, today)).length;
  }
}

/** A long origin of a carried follow-up in a line, and the short words to show instead. */
export interface FoldedOrigin {
  readonly line: number;
  /** UTF-16 columns in that line. */
  readonly start: number;
  readonly end: number;
  /** The words instead: `since 29 Sep · 1×`. */
  readonly words: Text;
}

/** Returns the origins of carried follow-ups in a note. `lineAt` returns the text of a line. */
export function foldedOrigins(
  items: readonly ListedFollowUp[],
  lineAt: (line: number) => string,
): readonly FoldedOrigin[] {
  return items.flatMap(({ followUp: { line, origin } }) => {
    const span = origin && readOrigin(lineAt(line));
    const day = span && (span.origin.since ?? span.origin.from);
    if (!span || !day) return [];
    const words = message('followUp.sinceTimes', formatDayAndMonth(day), span.origin.times);
    return [{ line, start: span.start, end: span.end, words }];
  });
}

/** The label at the end of a line with an overdue follow-up. */
interface OverdueMark {
  readonly line: number;
  /** The text of the label, as in lists: `3 days overdue`. */
  readonly words: Text;
}

/** Returns the labels for overdue follow-ups of a note, as listed by `NoteIndex.followUpsIn`. */
export function overdueMarks(items: readonly ListedFollowUp[], today: CivilDate): readonly OverdueMark[] {
  return items
    .filter((item) => isOverdue(item, today))
    .map(({ followUp }) => ({ line: followUp.line, words: formatDue(followUp.fields, today) }));
}
