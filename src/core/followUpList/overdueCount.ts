import type { CivilDate } from '../dates/civilDate';
import { formatDue } from '../followUp/dueState';
import { type IndexChange, isOverdue, type ListedFollowUp } from '../index/listedFollowUp';
import type { NoteIndex } from '../index/noteIndex';
import type { Cooperative } from '../text/cooperative';
import type { Text } from '../text/message';

/** Counts the overdue follow-ups that the unfiltered list shows. */
export class OverdueTally {
  readonly #index: NoteIndex;
  #counts: ReadonlyMap<string, number> = new Map();

  constructor(index: NoteIndex) {
    this.#index = index;
  }

  get total(): number {
    return [...this.#counts.values()].reduce((total, count) => total + count, 0);
  }

  /** Counts all groups in steps, so that callers can yield. */
  *countAll(today: CivilDate): Cooperative<void> {
    yield* this.#index.warmUp();
    const counts = new Map<string, number>();
    for (const group of this.#index.groups()) {
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
    return this.#index.followUpsOf(group).filter((item) => isOverdue(item, today)).length;
  }
}

/** The label at the end of a line with an overdue follow-up. */
export interface OverdueMark {
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
