import type { CivilDate } from '../dates/civilDate';
import type { ListedFollowUp } from '../index/listedFollowUp';

/** The meeting that follow-ups are carried to. */
export interface CarriableTarget {
  readonly uri: string;
  readonly date: CivilDate;
  /** Index of the meeting in the note, or `undefined` for a new meeting. */
  readonly meeting?: number | undefined;
  /** URIs of the private halves of the meeting. */
  readonly halves?: readonly string[] | undefined;
}

/**
 * Tests whether a follow-up should be carried: it is open in a meeting up to the target's date, or its copy in the
 * target is not yet marked here.
 */
export function isCarriable(item: ListedFollowUp, target: CarriableTarget): boolean {
  const date = item.note.meetings[item.followUp.meeting]?.date;
  if (date === undefined || date > target.date) {
    return false;
  }
  const { carriedTo } = item;
  const isCopied =
    carriedTo !== undefined &&
    ((carriedTo.uri === target.uri && carriedTo.meeting === (target.meeting ?? -1)) ||
      target.halves?.includes(carriedTo.uri) === true);
  return item.isOpen || isCopied;
}

/** Returns the number of open follow-ups in other meetings that would be carried into the target. */
export function countCarriable(items: readonly ListedFollowUp[], target: CarriableTarget): number {
  const isElsewhere = ({ note, followUp }: ListedFollowUp): boolean =>
    (note.uri !== target.uri || followUp.meeting !== target.meeting) && target.halves?.includes(note.uri) !== true;
  return items.filter((item) => item.isOpen && isElsewhere(item) && isCarriable(item, target)).length;
}
