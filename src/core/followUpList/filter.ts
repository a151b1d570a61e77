import type { CivilDate } from '../dates/civilDate';
import { isPastDue } from '../followUp/state';
import { closedOn, isClosed, type ListedFollowUp } from '../index/listedFollowUp';
import { isMine, isTheirs } from '../index/ownership';

/** Which follow-ups are wanted: those that every given part lets through. */
export interface FollowUpFilter {
  /** Owed by the reader, or by anybody else; one with two owners may be both, one without any is neither. */
  readonly whose?: 'mine' | 'theirs';
  readonly overdue?: boolean;
  /** Words that must stand in the line, or in the names of those it concerns; case does not count. */
  readonly text?: string;
  /** Without its `#`. */
  readonly tag?: string;
}

/** Lets everything through. */
export const NO_FILTER: FollowUpFilter = {};

/** Whether a filter lets anything through at all times. */
export function isEmptyFilter({ whose, overdue, text, tag }: FollowUpFilter): boolean {
  return whose === undefined && overdue !== true && words(text).length === 0 && tag === undefined;
}

/** The test that a filter is on a given day. */
export function filterTest(filter: FollowUpFilter, today: CivilDate): (item: ListedFollowUp) => boolean {
  const { whose, overdue, text, tag } = filter;
  const wanted = words(text);
  return (item) =>
    (whose === undefined || (whose === 'mine' ? isMine(item) : isTheirs(item))) &&
    (overdue !== true || isPastDue(item.followUp.fields, today)) &&
    (tag === undefined || item.followUp.tags.includes(tag)) &&
    (wanted.length === 0 || containsAll(item, wanted));
}

/** The filter as a person reads it: `mine, overdue, #hiring, “deck”`; `''` when it lets everything through. */
export function formatFilter({ whose, overdue, text, tag }: FollowUpFilter): string {
  return [
    whose ?? '',
    overdue === true ? 'overdue' : '',
    tag === undefined ? '' : `#${tag}`,
    words(text).length === 0 ? '' : `“${(text ?? '').trim()}”`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function words(text: string | undefined): readonly string[] {
  return foldCase(text ?? '')
    .split(/\s+/u)
    .filter((word) => word !== '');
}

function containsAll({ followUp, group, owners }: ListedFollowUp, wanted: readonly string[]): boolean {
  const names = owners.map((owner) => (owner === 'me' ? '' : owner.name));
  const text = foldCase([followUp.source, followUp.text, group, ...names].join('\n'));
  return wanted.every((word) => text.includes(word));
}

function foldCase(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** Which of all follow-ups a list shows. */
export interface FollowUpSelection {
  readonly today: CivilDate;
  readonly filter: FollowUpFilter;
  /** Shows also what was closed on this day or later; left out to show none of that. */
  readonly doneSince?: CivilDate;
  /** Whether a closed one stays listed where it was, as one that was ticked a moment ago. */
  readonly keeps?: (item: ListedFollowUp) => boolean;
}

/** Whether a follow-up is listed. */
export function selectionTest(selection: FollowUpSelection): (item: ListedFollowUp) => boolean {
  const passes = filterTest(selection.filter, selection.today);
  return (item) => (item.isOpen || isKept(item, selection) || isRecent(item, selection)) && passes(item);
}

/** Whether it is among those that are shown because they were closed lately: they stand behind all others. */
export function isRecentlyClosed(item: ListedFollowUp, selection: FollowUpSelection): boolean {
  return !item.isOpen && !isKept(item, selection);
}

function isKept(item: ListedFollowUp, { keeps }: FollowUpSelection): boolean {
  return isClosed(item) && keeps?.(item) === true;
}

function isRecent(item: ListedFollowUp, { doneSince }: FollowUpSelection): boolean {
  if (doneSince === undefined) return false;
  const closed = closedOn(item);
  return closed !== undefined && closed >= doneSince;
}
