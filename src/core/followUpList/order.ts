import type { Priority } from '../taskText/taskFields';
import type { ListedFollowUp } from '../index/listedFollowUp';
import { compareText } from '../text/collections';

const RANKS: Readonly<Record<Priority, number>> = { highest: 0, high: 1, medium: 2, low: 4, lowest: 5 };
const NO_PRIORITY = 3;
const BEFORE_ALL = '';
const AFTER_ALL = '~';

/**
 * The order of follow-ups in a list: what is due first; of one day the more important; then what is open longest. It does
 * not depend on what is done, so that a row stays in its place while it is ticked.
 */
export function compareFollowUps(a: ListedFollowUp, b: ListedFollowUp): number {
  return (
    compareText(dueKey(a), dueKey(b)) ||
    rank(a) - rank(b) ||
    compareText(a.since ?? AFTER_ALL, b.since ?? AFTER_ALL) ||
    compareByPlace(a, b)
  );
}

/** The order in which they stand in their notes. */
export function compareByPlace(a: ListedFollowUp, b: ListedFollowUp): number {
  return compareText(a.note.uri, b.note.uri) || a.followUp.line - b.followUp.line;
}

/** A day that the calendar does not have waits for somebody to mend it. */
function dueKey({ followUp }: ListedFollowUp): string {
  const { due, invalidDue } = followUp.fields;
  return due ?? (invalidDue === undefined ? AFTER_ALL : BEFORE_ALL);
}

function rank({ followUp }: ListedFollowUp): number {
  const { priority } = followUp.fields;
  return priority ? RANKS[priority] : NO_PRIORITY;
}
