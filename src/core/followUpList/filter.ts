import type { CivilDate } from '../dates/civilDate';
import { isPastDue } from '../followUp/followUp';
import { closedOn, isClosed, type ListedFollowUp } from '../index/listedFollowUp';
import { isMine, isTheirs } from '../index/ownership';

/** Conditions for listed follow-ups. A follow-up must meet all of them. */
export interface FollowUpFilter {
  /** Owned by the reader or by others. Shared follow-ups match both values, unassigned ones neither. */
  readonly whose?: 'mine' | 'theirs';
  readonly overdue?: boolean;
  /** Words that must all occur in the line or the names of its people. Case is ignored. */
  readonly text?: string;
  /** A tag without its `#`. */
  readonly tag?: string;
}

/** A filter that matches every follow-up. */
export const NO_FILTER: FollowUpFilter = {};

/** Tests whether a filter matches every follow-up. */
export function isEmptyFilter({ whose, overdue, text, tag }: FollowUpFilter): boolean {
  return whose === undefined && overdue !== true && words(text).length === 0 && tag === undefined;
}

/** Returns the test of a filter for a given day. */
export function filterTest(filter: FollowUpFilter, today: CivilDate): (item: ListedFollowUp) => boolean {
  const { whose, overdue, text, tag } = filter;
  const wanted = words(text);
  return (item) =>
    (whose === undefined || (whose === 'mine' ? isMine(item) : isTheirs(item))) &&
    (overdue !== true || isPastDue(item.followUp.fields, today)) &&
    (tag === undefined || item.followUp.tags.includes(tag)) &&
    (wanted.length === 0 || containsAll(item, wanted));
}

/** Returns the description of a filter: `mine, overdue, #hiring, “deck”`. It is `''` for an empty filter. */
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

/** The follow-ups to show in a list. */
export interface FollowUpSelection {
  readonly today: CivilDate;
  readonly filter: FollowUpFilter;
  /** Includes follow-ups closed on this day or later. If omitted, none are included. */
  readonly doneSince?: CivilDate;
  /** Tests whether a closed follow-up keeps its place, such as one that was just checked. */
  readonly keeps?: (item: ListedFollowUp) => boolean;
}

/** Returns the test for listed follow-ups. */
export function selectionTest(selection: FollowUpSelection): (item: ListedFollowUp) => boolean {
  const passes = filterTest(selection.filter, selection.today);
  return (item) => (item.isOpen || isKept(item, selection) || isRecent(item, selection)) && passes(item);
}

/** Tests whether a listed follow-up is included because it was closed recently. Such follow-ups are listed last. */
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

/** The meeting that follow-ups are carried to. */
interface CarriableTarget {
  readonly uri: string;
  readonly date: CivilDate;
  /** Index of the meeting in the note, or `undefined` for a new meeting. */
  readonly meeting?: number | undefined;
  /** URIs of the private halves of the meeting. */
  readonly halves?: readonly string[] | undefined;
  /** Whether the note of the meeting is private, or will be. */
  readonly isPrivate?: boolean;
  /** Whether two people read the note of the meeting. */
  readonly isReadByBoth?: boolean;
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
  if (item.note.private && !mayTakePrivate(target)) {
    return false;
  }
  const { carriedTo } = item;
  const isCopied =
    carriedTo !== undefined &&
    ((carriedTo.uri === target.uri && carriedTo.meeting === (target.meeting ?? -1)) ||
      target.halves?.includes(carriedTo.uri) === true);
  return item.isOpen || isCopied;
}

/** Tests whether a meeting may take follow-ups of private notes, because it has a private place for them or one reader. */
function mayTakePrivate({ halves, isPrivate, isReadByBoth }: CarriableTarget): boolean {
  return halves !== undefined || isPrivate === true || isReadByBoth !== true;
}

/** Returns the number of open follow-ups in other meetings that would be carried into the target. */
export function countCarriable(items: readonly ListedFollowUp[], target: CarriableTarget): number {
  const isElsewhere = ({ note, followUp }: ListedFollowUp): boolean =>
    (note.uri !== target.uri || followUp.meeting !== target.meeting) && target.halves?.includes(note.uri) !== true;
  return items.filter((item) => item.isOpen && isElsewhere(item) && isCarriable(item, target)).length;
}
