import type { Priority } from '../taskText/taskFields';
import type { ListedFollowUp } from '../index/listedFollowUp';
import { compareText } from '../text/collections';

const RANKS: Readonly<Record<Priority, number>> = { highest: 0, high: 1, medium: 2, low: 4, lowest: 5 };
const NO_PRIORITY = 3;
/** The sort key of invalid dates. */
export const BEFORE_ALL = '';
/** A sort key after every date. */
export const AFTER_ALL = '~';

/**
 * Compares follow-ups for a list: by due date, then by priority, then the oldest first. The status is ignored, so that
 * a checked row keeps its place.
 */
export function compareFollowUps(a: ListedFollowUp, b: ListedFollowUp): number {
  return (
    compareText(dueKey(a), dueKey(b)) ||
    rank(a) - rank(b) ||
    compareText(a.since ?? AFTER_ALL, b.since ?? AFTER_ALL) ||
    compareByPlace(a, b)
  );
}

/** Compares follow-ups by note and line. */
export function compareByPlace(a: ListedFollowUp, b: ListedFollowUp): number {
  return compareText(a.note.uri, b.note.uri) || a.followUp.line - b.followUp.line;
}

/** Returns the sort key of the due date. Invalid dates come first, because they need to be corrected. */
export function dueKey({ followUp }: ListedFollowUp): string {
  const { due, invalidDue } = followUp.fields;
  return due ?? (invalidDue === undefined ? AFTER_ALL : BEFORE_ALL);
}

function rank({ followUp }: ListedFollowUp): number {
  const { priority } = followUp.fields;
  return priority ? RANKS[priority] : NO_PRIORITY;
}
