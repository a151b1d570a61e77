import { type DueState, dueStateOf, dueStates } from '../followUp/state';
import { isOverdue, type ListedFollowUp } from '../index/listedFollowUp';
import { OTHER_NOTES } from '../index/noteIndex';
import { isMine, ownerNames, type Ownership, ownershipOf } from '../index/ownership';
import type { Note } from '../note/note';
import type { Person } from '../people/person';
import { addToGroup, compareNames, compareText, groupBy } from '../text/collections';
import { type Cooperative, cooperativeSort } from '../text/cooperative';
import { type FollowUpSelection, isRecentlyClosed } from './filter';
import { compareByPlace, compareFollowUps } from './order';

/** What a group holds: those under a person, owed by somebody, in one note, with one kind of due date, or closed. */
export type FollowUpGroupKind =
  'person' | 'otherNotes' | 'mine' | 'owner' | 'others' | 'unassigned' | 'note' | 'done' | DueState;

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
  const open = followUps.filter(({ isOpen }) => isOpen).length;
  const overdue = followUps.filter((item) => isOverdue(item, today)).length;
  return [{ ...head, groups: [], followUps, open, overdue }];
}

/** A group of groups; none without any. */
export function groupAround(head: GroupHead, groups: readonly FollowUpGroup[]): FollowUpGroup | undefined {
  const sum = (count: 'open' | 'overdue'): number => groups.reduce((total, group) => total + group[count], 0);
  return groups.length === 0
    ? undefined
    : { ...head, groups, followUps: [], open: sum('open'), overdue: sum('overdue') };
}

export type FollowUpGrouping = 'person' | 'due' | 'owner' | 'note';

/** Selected follow-ups, and how they were selected. */
export interface Selected {
  readonly items: readonly ListedFollowUp[];
  readonly selection: FollowUpSelection;
}

/** The id of the group of a person, by key, or of `OTHER_NOTES`, where the grouping is by person. */
export function personGroupId(key: string): string {
  return key === OTHER_NOTES ? 'other' : `person:${key}`;
}

/** What stands under a person: owed by me, by the person, by others, by nobody. `undefined` without anything. */
export function groupPerson(person: Person, { items, selection }: Selected): FollowUpGroup | undefined {
  const id = personGroupId(person.key);
  const owed = groupBy(items, (item) => ownershipOf(item, person.key));
  const heads: readonly (GroupHead & { readonly kind: Ownership })[] = [
    { id: `${id}/mine`, kind: 'mine', title: 'Owed by me' },
    { id: `${id}/owner`, kind: 'owner', title: `Owed by ${person.name.split(' ')[0] ?? ''}` },
    { id: `${id}/others`, kind: 'others', title: 'Owed by others', detail: namesOf(owed.get('others')) },
    { id: `${id}/unassigned`, kind: 'unassigned', title: 'Unassigned' },
  ];
  const groups = heads.flatMap((head) => groupOf(head, owed.get(head.kind), selection));
  return groupAround({ id, kind: 'person', title: person.name }, groups);
}

/** What belongs to no person's 1:1, by note. `undefined` without anything. */
export function* groupOtherNotes(selected: Selected): Cooperative<FollowUpGroup | undefined> {
  const id = personGroupId(OTHER_NOTES);
  return groupAround({ id, kind: 'otherNotes', title: 'Other notes' }, yield* byNote(selected, `${id}/`));
}

/** The order of people in a list: by name, *Other notes* last. */
export function comparePersonGroups(a: FollowUpGroup, b: FollowUpGroup): number {
  return Number(a.kind === 'otherNotes') - Number(b.kind === 'otherNotes') || compareNames(a.title, b.title);
}

/** Follow-ups of all people and notes, grouped another way than by person. */
export function groupedFollowUps(
  grouping: Exclude<FollowUpGrouping, 'person'>,
  selected: Selected,
): Cooperative<readonly FollowUpGroup[]> {
  return GROUPINGS[grouping](selected);
}

const GROUPINGS = { due: byDue, owner: byOwner, note: (selected: Selected) => byNote(selected, 'note:') };

function* byDue({ items, selection }: Selected): Cooperative<readonly FollowUpGroup[]> {
  const due = yield* gatherInSteps(items, (item) =>
    isRecentlyClosed(item, selection) ? 'done' : dueStateOf(item.followUp.fields, selection.today),
  );
  const groups: FollowUpGroup[] = [];
  for (const [kind, title] of [...dueStates, ['done', 'Done'] as const]) {
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
    { id: 'mine', kind: 'mine', title: 'Me' },
    ...Array.from(names, ([id, title]) => ({ id, kind: 'owner' as const, title })).sort((a, b) =>
      compareNames(a.title, b.title),
    ),
    { id: 'unassigned', kind: 'unassigned', title: 'Unassigned' },
  ];
  const groups: FollowUpGroup[] = [];
  for (const head of heads) {
    groups.push(...(yield* groupOfMany(head, owed.get(head.id), selection)));
  }
  return groups;
}

/** Notes from the newest meeting back, then what is no 1:1, by title; in a note, the order of its lines. */
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

/** The date of a note's last meeting, or `''`. */
function newest({ meetings }: Note): string {
  return meetings.reduce((last, { date }) => (date > last ? date : last), '');
}

function namesOf(items: readonly ListedFollowUp[] = []): string {
  return [...new Set(items.flatMap((item) => ownerNames(item)))].sort(compareNames).join(', ');
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
