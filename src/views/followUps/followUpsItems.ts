import {
  l10n,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCheckboxState,
  TreeItemCollapsibleState,
  Uri,
} from 'vscode';
import type { CivilDate } from '../../core/dates/civilDate';
import { locate, anchorOf } from '../../core/followUp/locate';
import { dueStateOf, formatDueBriefly } from '../../core/followUp/followUp';
import { describeFollowUp, followUpDetails, formatCounts, sayFollowUp, titleOf } from '../../core/followUpList/format';
import type { FollowUpGroup, FollowUpGroupKind } from '../../core/followUpList/groups';
import type { FollowUpRef, ListedFollowUp } from '../../core/index/listedFollowUp';
import { isMine } from '../../core/index/ownership';
import { splitLines } from '../../core/text/lines';
import type { NoteService } from '../../editor/notes/noteService';
import { nameOf } from '../../editor/uris';
import { formatMessage } from '../../editor/messages';
import type { FollowUpOutline } from '../../core/followUpList/outline';
import type { FollowUpsViewState } from '../../editor/followUpsViewState';
import type { NextMeetingRow } from './nextMeetingRow';

/** Number of lines of the note shown in a tooltip before the follow-up's first line. */
const LINES_BEFORE = 2;
/** Number of lines of the note shown in a tooltip from the follow-up's first line on. */
const LINES_AFTER = 6;

/**
 * Returns the tooltip of a follow-up: its details, and the lines around it in the current note. All of them are
 * escaped.
 */
export async function followUpTooltip(row: FollowUpRow, today: CivilDate, notes: NoteService): Promise<MarkdownString> {
  const tooltip = new MarkdownString('**').appendText(titleOf(row.item)).appendMarkdown('**\n\n');
  for (const fact of followUpDetails(row.item, today)) {
    tooltip.appendText(formatMessage(fact)).appendMarkdown('  \n');
  }
  const lines = await linesAround(row, notes);
  tooltip.appendMarkdown('\n---\n\n').appendText(nameOf(Uri.parse(row.uri)));
  if (lines !== '') {
    tooltip.appendCodeblock(lines, 'markdown');
  }
  return tooltip;
}

/** Returns the lines around a follow-up, or `''` if the note cannot be read or the line is ambiguous. */
async function linesAround({ uri, item, anchor }: FollowUpRow, notes: NoteService): Promise<string> {
  try {
    const text = await notes.textToShow(Uri.parse(uri));
    const found = locate(text, anchor ?? item.followUp);
    if ('refused' in found) {
      return '';
    }
    const lines = splitLines(text);
    const around = lines.slice(Math.max(0, found.line - LINES_BEFORE), found.line + LINES_AFTER);
    return around.join('\n').trim();
  } catch {
    return '';
  }
}

/** A group. Each group has a single row object, because VS Code identifies rows by object. */
interface GroupRow {
  readonly kind: 'group';
  /** The ID of the `FollowUpGroup`. */
  readonly id: string;
  readonly parent?: GroupRow;
  /** All follow-ups of the group, including those without a visible row. Commands on the group apply to all of them. */
  readonly followUps: readonly FollowUpRef[];
}

/** A follow-up. It extends `FollowUpRef`, so it can be passed to commands. */
export interface FollowUpRow extends FollowUpRef {
  readonly kind: 'followUp';
  readonly item: ListedFollowUp;
  readonly parent: GroupRow;
}

/** The last row of a group with hidden rows. */
interface MoreRow {
  readonly kind: 'more';
  /** Number of hidden rows. */
  readonly hidden: number;
  readonly parent?: GroupRow;
}

export type FollowUpsRow = NextMeetingRow | GroupRow | FollowUpRow | MoreRow;

const URGENT = new ThemeColor('list.warningForeground');
const OVERDUE = new ThemeIcon('warning', URGENT);

/** The icon of what has no owner. A question mark is for an owner who might be several people. */
const NO_OWNER = 'circle-outline';

const GROUP_ICONS: Readonly<Record<FollowUpGroupKind, ThemeIcon>> = {
  person: new ThemeIcon('person'),
  otherNotes: new ThemeIcon('files'),
  mine: new ThemeIcon('account'),
  owner: new ThemeIcon('person'),
  unassigned: new ThemeIcon(NO_OWNER),
  note: new ThemeIcon('note'),
  overdue: OVERDUE,
  today: new ThemeIcon('clock'),
  nextSevenDays: new ThemeIcon('calendar'),
  later: new ThemeIcon('calendar'),
  noDate: new ThemeIcon('circle-outline'),
  invalidDate: new ThemeIcon('error'),
  done: new ThemeIcon('pass'),
};

/** Kinds of groups expanded at first. */
const OPEN_AT_FIRST: ReadonlySet<FollowUpGroupKind> = new Set(['mine', 'overdue', 'today', 'nextSevenDays']);

/** Returns the tree item of a group. The first group is expanded at first. */
export function groupItem(group: FollowUpGroup, isFirst: boolean): TreeItem {
  const { Collapsed, Expanded } = TreeItemCollapsibleState;
  const isOpen = isFirst || OPEN_AT_FIRST.has(group.kind);
  const title = formatMessage(group.title);
  const item = new TreeItem(title, isOpen ? Expanded : Collapsed);
  const path = group.uri === undefined ? '' : nameOf(Uri.parse(group.uri));
  const description = [formatMessage(formatCounts(group)), path].filter((part) => part !== '');
  item.id = group.id;
  item.description = description.join(' · ');
  item.tooltip = [title, ...description].join('\n');
  item.iconPath = GROUP_ICONS[group.kind];
  item.contextValue = group.kind;
  item.accessibilityInformation = { label: [title, ...description].join(', ') };
  return item;
}

/**
 * Returns the tree item of a follow-up. Its label begins with the due date, which stays visible in a narrow view. Its
 * icon shows the owner, or that it is private. `place` is its place if the groups do not show it, or else `''`. The
 * tooltip is resolved later.
 */
export function followUpItem(row: FollowUpRow, today: CivilDate, place: string): TreeItem {
  const { item: listed, parent } = row;
  const title = titleOf(listed);
  const [description = [], said = []] = [describeFollowUp, sayFollowUp].map((words) =>
    [...words(listed, today).map(formatMessage), place].filter((part) => part !== ''),
  );
  const due = listed.isOpen ? formatMessage(formatDueBriefly(listed.followUp.fields, today)) : '';
  const item = new TreeItem(due === '' ? title : { label: `${due} ${title}`, highlights: [[0, due.length]] });
  // The ID includes the group: VS Code rejects duplicate IDs, and a row that moves may briefly be in both groups.
  item.id = `${parent.id}/${listed.id}`;
  item.description = description.join(' · ');
  item.iconPath = iconOf(listed, today);
  item.contextValue = listed.isOpen ? 'followUp.open' : 'followUp.closed';
  item.checkboxState = checkboxOf(listed);
  item.accessibilityInformation = { label: [title, ...said].join(', ') };
  const { uri, id, anchor } = row;
  item.command = { command: 'oneOnOne.openFollowUpRow', title: l10n.t('Go to Line'), arguments: [{ uri, id, anchor }] };
  return item;
}

/** Returns the row that shows more of a long group. */
export function moreItem({ hidden, parent }: MoreRow): TreeItem {
  const item = new TreeItem(l10n.t('Show more'));
  item.id = `${parent?.id ?? ''}/more`;
  item.description = l10n.t('{0} not shown', hidden);
  item.iconPath = new ThemeIcon('ellipsis');
  item.command = { command: 'oneOnOne.showMoreFollowUps', title: l10n.t('Show More'), arguments: [parent?.id ?? ''] };
  return item;
}

/**
 * Returns the icon of a follow-up: a lock if it is private, else its owner, or how it was closed. It has the warning
 * color when it is overdue.
 */
function iconOf(item: ListedFollowUp, today: CivilDate): ThemeIcon {
  if (!item.isOpen) {
    return new ThemeIcon(item.status === 'dropped' ? 'circle-slash' : 'pass');
  }
  const isOverdue = dueStateOf(item.followUp.fields, today) === 'overdue';
  return new ThemeIcon(ownerIcon(item), isOverdue ? URGENT : undefined);
}

function ownerIcon(item: ListedFollowUp): string {
  if (item.followUp.private) return 'lock';
  if (item.ambiguousOwner !== undefined) return 'question';
  if (isMine(item)) return 'account';
  if (item.owners.length > 1) return 'organization';
  return item.owners.length === 1 ? 'person' : NO_OWNER;
}

function checkboxOf({ isOpen }: ListedFollowUp): NonNullable<TreeItem['checkboxState']> {
  const state = isOpen ? TreeItemCheckboxState.Unchecked : TreeItemCheckboxState.Checked;
  const label = isOpen ? l10n.t('Mark as done') : l10n.t('Reopen');
  return { state, tooltip: label, accessibilityInformation: { label, role: 'checkbox' } };
}

/** Creates the rows of the Follow-ups view from the outline on demand. */
export class FollowUpsRows {
  readonly #outline: FollowUpOutline;
  readonly #shown: Pick<FollowUpsViewState, 'limitOf' | 'showMore'>;
  readonly #rows = new Map<string, GroupRow>();
  /** The groups of rows by ID, as of the last request for them. */
  readonly #groups = new Map<string, FollowUpGroup>();

  constructor(outline: FollowUpOutline, shown: Pick<FollowUpsViewState, 'limitOf' | 'showMore'>) {
    this.#outline = outline;
    this.#shown = shown;
  }

  /** Returns the rows of a group, or of the root. */
  below(parent?: GroupRow): FollowUpsRow[] {
    const group = parent && this.groupOf(parent);
    const groups = (parent ? group : this.#outline)?.groups ?? [];
    const followUps = group?.followUps ?? [];
    const limit = this.#shown.limitOf(parent?.id ?? '');
    const hidden = groups.length + followUps.length - limit;
    return [
      ...groups.slice(0, limit).map((each) => this.#rowOf(each, parent)),
      ...(parent ? followUps.slice(0, limit).map((item) => followUpRow(item, parent)) : []),
      ...(hidden > 0 ? [{ kind: 'more' as const, hidden, ...(parent && { parent }) }] : []),
    ];
  }

  /** Returns the rows of the outermost groups with these IDs, updated to the current outline. */
  ofGroups(ids: ReadonlySet<string>): readonly GroupRow[] {
    return this.#outline.groups.filter(({ id }) => ids.has(id)).map((group) => this.#rowOf(group));
  }

  /** Returns the row of a group by its ID, if it was shown before. */
  withId(id: string): GroupRow | undefined {
    return this.#rows.get(id);
  }

  /** Returns the group of a row, or `undefined` if it was never listed. */
  groupOf({ id }: GroupRow): FollowUpGroup | undefined {
    return this.#groups.get(id);
  }

  /**
   * Returns the row of a follow-up and extends the groups around it to show it. Returns `undefined` if it is not
   * listed.
   */
  find(ref: FollowUpRef): FollowUpRow | undefined {
    let parent: GroupRow | undefined;
    let { groups } = this.#outline;
    for (const group of this.#outline.pathTo(ref)) {
      this.#makeRoom(parent?.id ?? '', groups.indexOf(group));
      parent = this.#rowOf(group, parent);
      ({ groups } = group);
    }
    const followUps = (parent && this.groupOf(parent)?.followUps) ?? [];
    const at = followUps.findIndex(({ id }) => id === ref.id);
    const item = followUps[at];
    if (!item || !parent) {
      return undefined;
    }
    this.#makeRoom(parent.id, at);
    return followUpRow(item, parent);
  }

  #makeRoom(group: string, at: number): void {
    if (at >= this.#shown.limitOf(group)) {
      this.#shown.showMore(group, at + 1);
    }
  }

  #rowOf(group: FollowUpGroup, parent?: GroupRow): GroupRow {
    this.#groups.set(group.id, group);
    let row = this.#rows.get(group.id);
    if (!row) {
      row = groupRow(group.id, parent, () => refsIn(this.#groups.get(group.id)));
      this.#rows.set(group.id, row);
    }
    return row;
  }
}

function groupRow(id: string, parent: GroupRow | undefined, followUps: () => readonly FollowUpRef[]): GroupRow {
  return {
    kind: 'group',
    id,
    ...(parent && { parent }),
    get followUps() {
      return followUps();
    },
  };
}

/** Returns the follow-ups of a group in the order of its rows. */
function refsIn(group: FollowUpGroup | undefined): readonly FollowUpRef[] {
  return group ? [...group.groups.flatMap(refsIn), ...group.followUps.map(refOf)] : [];
}

function refOf({ note, followUp, id }: ListedFollowUp): FollowUpRef {
  return { uri: note.uri, id, anchor: anchorOf(followUp, note.followUps) };
}

function followUpRow(item: ListedFollowUp, parent: GroupRow): FollowUpRow {
  return { kind: 'followUp', ...refOf(item), item, parent };
}
