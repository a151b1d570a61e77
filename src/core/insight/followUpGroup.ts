import type { DueBucket } from '../followUp/buckets';
import type { ListedFollowUp } from '../index/listedFollowUp';
import { cooperativeSort } from '../sortInSteps';
import type { Cooperative } from '../steps';
import { isPastDue } from './followUpFilter';
import { compareFollowUps } from './followUpOrder';
import { isRecentlyClosed, type FollowUpSelection } from './followUpSelection';

/** What a group holds: those under a person, owed by somebody, in one note, with one kind of due date, or closed. */
export type FollowUpGroupKind =
  'person' | 'otherNotes' | 'mine' | 'owner' | 'others' | 'unassigned' | 'note' | 'done' | DueBucket;

/** Follow-ups under one title. A group holds either further groups or follow-ups, and never nothing. */
export interface FollowUpGroup {
  /** Unlike that of any other group; stays while the group means the same. */
  readonly id: string;
  readonly kind: FollowUpGroupKind;
  readonly title: string;
  /** What else is to be said of it: the names of *Owed by others*. */
  readonly detail?: string;
  /** The note that a group of kind `note` is about. */
  readonly uri?: string;
  readonly groups: readonly FollowUpGroup[];
  /** In the order in which they are listed. */
  readonly followUps: readonly ListedFollowUp[];
  /** How many are open, those in further groups included, and how many of these are overdue. */
  readonly open: number;
  readonly overdue: number;
}

/** What a group is called, before anything is put into it. */
export type GroupHead = Pick<FollowUpGroup, 'id' | 'kind' | 'title' | 'detail' | 'uri'>;

/** A group of follow-ups in the order in which they want attention, what was closed lately last; none without any. */
export function groupOf(
  head: GroupHead,
  items: readonly ListedFollowUp[] | undefined,
  selection: FollowUpSelection,
): readonly FollowUpGroup[] {
  return groupInOrder(head, items?.toSorted(orderOfAttention(selection)), selection);
}

/** The same of so many that they are sorted in steps. */
export function* groupOfMany(
  head: GroupHead,
  items: readonly ListedFollowUp[] | undefined,
  selection: FollowUpSelection,
): Cooperative<readonly FollowUpGroup[]> {
  return groupInOrder(head, yield* cooperativeSort(items ?? [], orderOfAttention(selection)), selection);
}

function orderOfAttention(selection: FollowUpSelection): (a: ListedFollowUp, b: ListedFollowUp) => number {
  const rank = (item: ListedFollowUp): number => Number(isRecentlyClosed(item, selection));
  return (a, b) => rank(a) - rank(b) || compareFollowUps(a, b);
}

/** A group of follow-ups in the order given; none without any. */
export function groupInOrder(
  head: GroupHead,
  followUps: readonly ListedFollowUp[] | undefined,
  { today }: FollowUpSelection,
): readonly FollowUpGroup[] {
  if (!followUps || followUps.length === 0) {
    return [];
  }
  const open = followUps.filter(({ isOpen }) => isOpen);
  const overdue = open.filter((item) => isPastDue(item, today)).length;
  return [{ ...head, groups: [], followUps, open: open.length, overdue }];
}

/** A group of groups; none without any. */
export function groupAround(head: GroupHead, groups: readonly FollowUpGroup[]): FollowUpGroup | undefined {
  const sum = (count: 'open' | 'overdue'): number => groups.reduce((total, group) => total + group[count], 0);
  return groups.length === 0
    ? undefined
    : { ...head, groups, followUps: [], open: sum('open'), overdue: sum('overdue') };
}
