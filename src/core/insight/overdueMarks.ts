import type { CivilDate } from '../civilDate';
import { dueBucketOf, formatDue } from '../followUp/buckets';
import type { ListedFollowUp } from '../index/listedFollowUp';

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

/** Whether it is open and its day is over. */
export function isOverdue({ isOpen, followUp }: ListedFollowUp, today: CivilDate): boolean {
  return isOpen && dueBucketOf(followUp.fields, today) === 'overdue';
}
