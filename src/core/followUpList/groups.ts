import { type DueState, dueStateOf, dueStates } from '../followUp/followUp';
import { isOverdue, type ListedFollowUp } from '../index/listedFollowUp';
import { OTHER_NOTES } from '../index/noteIndex';
import { isMine } from '../index/ownership';
import type { Note } from '../note/note';
import type { Person } from '../people/person';
import { addToGroup, compareNames, compareText } from '../text/collections';
import { type Cooperative, cooperativeSort } from '../text/cooperative';
import { message, type Text, wordMessage } from '../text/message';
import { type FollowUpSelection, isRecentlyClosed } from './filter';
import type { Priority } from '../taskText/taskFields';

/** The kind of a group: by person, owner, note or due date, or recently closed. */
export type FollowUpGroupKind = 'person' | 'otherNotes' | 'mine' | 'owner' | 'unassigned' | 'note' | 'done' | DueState;

/** Follow-ups under one title. A group contains either groups or follow-ups, and is never empty. */
export interface FollowUpGroup {
  /** A unique id, which stays the same while the group has the same meaning. */
  readonly id: string;
  readonly kind: FollowUpGroupKind;
  readonly title: Text;
  /** URI of the note, for the kind `note`. */
  readonly uri?: string;
  readonly groups: readonly FollowUpGroup[];
  /** The follow-ups in the order of the list. A collapsed group needs none, so they are sorted on first access. */
  readonly followUps: readonly ListedFollowUp[];
  /** The same follow-ups in any order. */
  readonly unsorted: readonly ListedFollowUp[];
  /** Number of open follow-ups, including those in nested groups. */
  readonly open: number;
  /** Number of overdue follow-ups, including those in nested groups. */
  readonly overdue: number;
  /** The first valid due date of the follow-ups, or a key after every date. */
  readonly firstDue: string;
}

/** The properties of a group without its content. */
type GroupHead = Pick<FollowUpGroup, 'id' | 'kind' | 'title' | 'uri'>;

/**
 * Returns a group of follow-ups sorted by urgency, with recently closed ones last, or an empty list without follow-ups.
 */
function groupOf(
  head: GroupHead,
  items: readonly ListedFollowUp[],
  selection: FollowUpSelection,
): readonly FollowUpGroup[] {
  if (items.length === 0) return [];
  let sorted: readonly ListedFollowUp[] | undefined;
  const group = {
    ...head,
    ...countsOf(items, selection),
    groups: [],
    unsorted: items,
    get followUps() {
      sorted ??= items.toSorted(orderOfAttention(selection));
      return sorted;
    },
  };
  return [group];
}

/** Returns the group of `groupOf`, but sorts it now and in steps, for long lists. */
function* groupOfMany(
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

/** Returns a group of follow-ups in the given order, or an empty list without follow-ups. */
function groupInOrder(
  head: GroupHead,
  followUps: readonly ListedFollowUp[],
  selection: FollowUpSelection,
): readonly FollowUpGroup[] {
  if (followUps.length === 0) {
    return [];
  }
  return [{ ...head, ...countsOf(followUps, selection), groups: [], followUps, unsorted: followUps }];
}

type Counts = Pick<FollowUpGroup, 'open' | 'overdue' | 'firstDue'>;

function countsOf(items: readonly ListedFollowUp[], selection: FollowUpSelection): Counts {
  let [open, overdue, firstDue] = [0, 0, AFTER_ALL];
  for (const item of items) {
    if (item.isOpen) open++;
    if (isOverdue(item, selection.today)) overdue++;
    const due = isRecentlyClosed(item, selection) ? AFTER_ALL : (item.due.due ?? AFTER_ALL);
    if (due < firstDue) firstDue = due;
  }
  return { open, overdue, firstDue };
}

/** Returns a group of groups, or `undefined` without any. */
function groupAround(head: GroupHead, groups: readonly FollowUpGroup[]): FollowUpGroup | undefined {
  const sum = (count: 'open' | 'overdue'): number => groups.reduce((total, group) => total + group[count], 0);
  return groups.length === 0
    ? undefined
    : { ...head, groups, followUps: [], unsorted: [], open: sum('open'), overdue: sum('overdue'), firstDue: AFTER_ALL };
}

export type FollowUpGrouping = 'person' | 'due' | 'owner' | 'note';

/** Selected follow-ups, and how they were selected. */
interface Selected {
  readonly items: readonly ListedFollowUp[];
  readonly selection: FollowUpSelection;
}

/** Returns the id of the group of a person, by key, or of `OTHER_NOTES`, in the grouping by person. */
export function personGroupId(key: string): string {
  return key === OTHER_NOTES ? 'other' : `person:${key}`;
}

/** Returns the group of a person, or an empty list without follow-ups. */
export function groupPerson({ key, name }: Person, { items, selection }: Selected): readonly FollowUpGroup[] {
  return groupOf({ id: personGroupId(key), kind: 'person', title: name }, items, selection);
}

/** Returns the group of follow-ups outside the notes of a person, by note, or `undefined` without follow-ups. */
export function* groupOtherNotes(selected: Selected): Cooperative<FollowUpGroup | undefined> {
  const id = personGroupId(OTHER_NOTES);
  return groupAround({ id, kind: 'otherNotes', title: message('group.otherNotes') }, yield* byNote(selected, `${id}/`));
}

/**
 * Compares the groups of people: by their most urgent follow-up, then by name, with *Other notes* last. An invalid date
 * does not make a person urgent.
 */
export function comparePersonGroups(a: FollowUpGroup, b: FollowUpGroup): number {
  return (
    Number(a.kind === 'otherNotes') - Number(b.kind === 'otherNotes') ||
    compareText(a.firstDue, b.firstDue) ||
    compareNames(wordMessage(a.title), wordMessage(b.title))
  );
}

/** Returns the follow-ups of all people and notes, grouped by another criterion than the person. */
export function groupedFollowUps(
  grouping: Exclude<FollowUpGrouping, 'person'>,
  selected: Selected,
): Cooperative<readonly FollowUpGroup[]> {
  return GROUPINGS[grouping](selected);
}

const GROUPINGS = { due: byDue, owner: byOwner, note: (selected: Selected) => byNote(selected, 'note:') };

function* byDue({ items, selection }: Selected): Cooperative<readonly FollowUpGroup[]> {
  const due = yield* gatherInSteps(items, (item) =>
    isRecentlyClosed(item, selection) ? 'done' : dueStateOf(item.due, selection.today),
  );
  const groups: FollowUpGroup[] = [];
  for (const kind of [...dueStates, 'done'] as const) {
    const title = message(`group.${kind}`);
    groups.push(...(yield* groupOfMany({ id: `due:${kind}`, kind, title }, due.get(kind), selection)));
  }
  return groups;
}

function* byOwner({ items, selection }: Selected): Cooperative<readonly FollowUpGroup[]> {
  const names = new Map<string, string>();
  const owed = yield* gatherInSteps(items, (item) => {
    const [first] = item.owners;
    if (!first) return 'unassigned';
    if (first === 'me' || isMine(item)) return 'mine';
    const id = `owner:${first.key}`;
    names.set(id, first.name);
    return id;
  });
  const heads: readonly GroupHead[] = [
    { id: 'mine', kind: 'mine', title: message('group.me') },
    ...[...names]
      .sort(([, a], [, b]) => compareNames(a, b))
      .map(([id, title]) => ({ id, kind: 'owner' as const, title })),
    { id: 'unassigned', kind: 'unassigned', title: message('group.unassigned') },
  ];
  const groups: FollowUpGroup[] = [];
  for (const head of heads) {
    groups.push(...(yield* groupOfMany(head, owed.get(head.id), selection)));
  }
  return groups;
}

/**
 * Groups follow-ups by note: from the newest meeting back, then other notes by title. Each group is in the order of its
 * lines.
 */
function* byNote({ items, selection }: Selected, prefix: string): Cooperative<readonly FollowUpGroup[]> {
  const gathered = yield* gatherInSteps(items, ({ note }) => note);
  const groups: FollowUpGroup[] = [];
  for (const [note, inNote] of yield* cooperativeSort([...gathered], ([a], [b]) => compareNotes(a, b))) {
    const { uri, title } = note;
    groups.push(
      ...groupInOrder({ id: prefix + uri, kind: 'note', title, uri }, inNote.toSorted(compareByPlace), selection),
    );
    yield;
  }
  return groups;
}

function compareNotes(a: Note, b: Note): number {
  return compareText(newest(b), newest(a)) || compareNames(a.title, b.title) || compareText(a.uri, b.uri);
}

/** Returns the date of a note's last meeting, or `''`. */
function newest({ meetings }: Note): string {
  return meetings.reduce((last, { date }) => (date > last ? date : last), '');
}

function* gatherInSteps<Item, Key>(
  items: Iterable<Item>,
  keyOf: (item: Item) => Key,
): Cooperative<ReadonlyMap<Key, Item[]>> {
  const gathered = new Map<Key, Item[]>();
  for (const item of items) {
    addToGroup(gathered, keyOf(item), item);
    yield;
  }
  return gathered;
}

const RANKS: Readonly<Record<Priority, number>> = { highest: 0, high: 1, medium: 2, low: 4, lowest: 5 };
const NO_PRIORITY = 3;
const BEFORE_ALL = '';
/** A sort key after every date. */
const AFTER_ALL = '~';

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
function compareByPlace(a: ListedFollowUp, b: ListedFollowUp): number {
  return compareText(a.note.uri, b.note.uri) || a.followUp.line - b.followUp.line;
}

/** Returns the sort key of the due date. Invalid dates come first, because they need to be corrected. */
function dueKey({ due: { due, invalidDue } }: ListedFollowUp): string {
  return due ?? (invalidDue === undefined ? AFTER_ALL : BEFORE_ALL);
}

function rank({ followUp }: ListedFollowUp): number {
  const { priority } = followUp.fields;
  return priority ? RANKS[priority] : NO_PRIORITY;
}
