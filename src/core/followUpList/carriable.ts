import type { CivilDate } from '../dates/civilDate';
import type { ListedFollowUp } from '../index/listedFollowUp';

/** The meeting that follow-ups are carried to. */
export interface CarriableTarget {
  readonly uri: string;
  readonly date: CivilDate;
  /** Its index in the note, where the note is there already. */
  readonly meeting?: number | undefined;
}

/** Whether a follow-up is to be carried: open in a meeting up to the day of the target, or half carried into that very one. */
export function isCarriable(item: ListedFollowUp, target: CarriableTarget): boolean {
  const date = item.note.meetings[item.followUp.meeting]?.date;
  if (date === undefined || date > target.date) {
    return false;
  }
  const { carriedTo } = item;
  return item.isOpen || (carriedTo?.uri === target.uri && carriedTo.meeting === (target.meeting ?? -1));
}

/** How many follow-ups that stand in other meetings would be carried into the target. */
export function countCarriable(items: readonly ListedFollowUp[], target: CarriableTarget): number {
  const isElsewhere = ({ note, followUp }: ListedFollowUp): boolean =>
    note.uri !== target.uri || followUp.meeting !== target.meeting;
  return items.filter((item) => item.isOpen && isElsewhere(item) && isCarriable(item, target)).length;
}
