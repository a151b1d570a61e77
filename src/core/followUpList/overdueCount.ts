import type { CivilDate } from '../dates/civilDate';
import { formatDue } from '../followUp/followUp';
import { type IndexChange, isOverdue, type ListedFollowUp } from '../index/listedFollowUp';
import type { ShownNotes } from '../index/noteIndexes';
import type { Cooperative } from '../text/cooperative';
import { readOrigin } from '../taskText/origin';
import type { Text } from '../text/message';

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

/** The origin of a carried follow-up in a line: `(from [2026-11-23](2026-11-23.md), since 2026-09-29, 1×)`. */
export interface FoldedOrigin {
  readonly line: number;
  /** UTF-16 columns in that line. */
  readonly start: number;
  readonly end: number;
  /** The ranges to hide, as columns from and to, so that `since 2026-09-29, 1×` remains. */
  readonly hidden: readonly (readonly [number, number])[];
}

/** Returns the origins of carried follow-ups in a note. `lineAt` returns the text of a line. */
export function foldedOrigins(
  items: readonly ListedFollowUp[],
  lineAt: (line: number) => string,
): readonly FoldedOrigin[] {
  return items.flatMap(({ followUp: { line, origin } }) => {
    const text = lineAt(line);
    const span = origin && readOrigin(text);
    if (!span) return [];
    const { start, end } = span;
    const since = text.lastIndexOf('since ', end);
    return [{ line, start, end, hidden: span.origin.since ? [[start, since] as const, [end - 1, end] as const] : [] }];
  });
}

/** The label at the end of a line with an overdue follow-up. */
interface OverdueMark {
  readonly line: number;
  /** The text of the label, as in lists: `3 days overdue`. */
  readonly words: Text;
  /** UTF-16 columns of the due date in that line. Both are 0 if it is written in another line or form. */
  readonly start: number;
  readonly end: number;
}

/**
 * Returns the labels for overdue follow-ups of a note, as listed by `NoteIndex.followUpsIn`. `lineAt` returns the text
 * of a line.
 */
export function overdueMarks(
  items: readonly ListedFollowUp[],
  today: CivilDate,
  lineAt: (line: number) => string,
): readonly OverdueMark[] {
  return items
    .filter((item) => isOverdue(item, today))
    .map(({ followUp: { line, fields } }) => {
      const { due = '' } = fields;
      const at = lineAt(line).indexOf(due);
      const [start, end] = at < 0 ? [0, 0] : [at, at + due.length];
      return { line, words: formatDue(fields, today), start, end };
    });
}
