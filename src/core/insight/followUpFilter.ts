import type { CivilDate } from '../civilDate';
import type { ListedFollowUp } from '../index/listedFollowUp';

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
    (overdue !== true || isPastDue(item, today)) &&
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

/** Whether its day is over, be it open or not. */
export function isPastDue({ followUp }: ListedFollowUp, today: CivilDate): boolean {
  const { due } = followUp.fields;
  return due !== undefined && due < today;
}

function isMine({ owners }: ListedFollowUp): boolean {
  return owners.includes('me');
}

/** A name that two people bear is surely not the reader's. */
function isTheirs({ owners, ambiguousOwner }: ListedFollowUp): boolean {
  return ambiguousOwner !== undefined || owners.some((owner) => owner !== 'me');
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
