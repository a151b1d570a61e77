import type { FollowUpRef, ListedFollowUp } from '../../core/index/listedFollowUp';

/** A group. There is one row object a group, since VS Code knows rows by their objects. */
export interface GroupRow {
  readonly kind: 'group';
  /** That of the `FollowUpGroup`. */
  readonly id: string;
  readonly parent?: GroupRow;
  /** All that the group lists now, whether its rows are shown or not: what a command is about that is called for it. */
  readonly followUps: readonly FollowUpRef[];
}

/** A follow-up. Commands take it for the `FollowUpRef` that it is. */
export interface FollowUpRow extends FollowUpRef {
  readonly kind: 'followUp';
  readonly item: ListedFollowUp;
  readonly parent: GroupRow;
}

/** The last row of a group that has more than it shows. */
export interface MoreRow {
  readonly kind: 'more';
  /** How many are not shown. */
  readonly hidden: number;
  readonly parent?: GroupRow;
}

export type FollowUpsRow = GroupRow | FollowUpRow | MoreRow;
