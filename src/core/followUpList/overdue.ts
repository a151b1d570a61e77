import type { CivilDate } from '../dates/civilDate';
import { formatDue } from '../followUp/state';
import { type IndexChange, isOverdue, type ListedFollowUp } from '../index/listedFollowUp';
import { type NoteIndex, OTHER_NOTES } from '../index/noteIndex';
import type { Cooperative } from '../text/cooperative';

/** How many open follow-ups under people are overdue. What stands in other notes is nobody's hurry. */
export class OverdueTally {
  readonly #index: NoteIndex;
  #counts: ReadonlyMap<string, number> = new Map();

  constructor(index: NoteIndex) {
    this.#index = index;
  }

  get total(): number {
    return [...this.#counts.values()].reduce((total, count) => total + count, 0);
  }

  /** Counts everything anew, in steps between which a caller may let others do their work. */
  *countAll(today: CivilDate): Cooperative<void> {
    yield* this.#index.warmUp();
    const counts = new Map<string, number>();
    for (const group of this.#index.groups()) {
      counts.set(group, this.#count(group, today));
      yield;
    }
    this.#counts = counts;
  }

  /** Counts anew what a change touched that left people as they are. */
  count({ groups }: Pick<IndexChange, 'groups'>, today: CivilDate): void {
    this.#counts = new Map([
      ...this.#counts,
      ...Array.from(groups, (group) => [group, this.#count(group, today)] as const),
    ]);
  }

  #count(group: string, today: CivilDate): number {
    return group === OTHER_NOTES ? 0 : this.#index.followUpsOf(group).filter((item) => isOverdue(item, today)).length;
  }
}

/** What stands behind a line whose follow-up is overdue. */
export interface OverdueMark {
  readonly line: number;
  /** `3 days overdue`: the words that lists use. */
  readonly words: string;
}

/** The lines of a note's follow-ups that are overdue, as `NoteIndex.followUpsIn` lists them. */
export function overdueMarks(items: readonly ListedFollowUp[], today: CivilDate): readonly OverdueMark[] {
  return items
    .filter((item) => isOverdue(item, today))
    .map(({ followUp }) => ({ line: followUp.line, words: formatDue(followUp.fields, today) }));
}
