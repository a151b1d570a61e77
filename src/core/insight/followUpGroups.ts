import { dueBucketOf, dueBuckets } from '../followUp/buckets';
import type { ListedFollowUp } from '../index/listedFollowUp';
import { OTHER_NOTES } from '../index/noteIndex';
import type { Note } from '../note/note';
import type { Person } from '../people/person';
import { cooperativeSort } from '../sortInSteps';
import { runToCompletion, type Cooperative } from '../steps';
import { groupAround, groupInOrder, groupOf, groupOfMany, type FollowUpGroup, type GroupHead } from './followUpGroup';
import { compareByPlace, compareNames, compareText } from './followUpOrder';
import { isRecentlyClosed, type FollowUpSelection } from './followUpSelection';

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
  const owed = gather(items, ({ owners }) => debtor(owners, person.key));
  const heads: readonly (GroupHead & { readonly kind: Debtor })[] = [
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
    isRecentlyClosed(item, selection) ? 'done' : dueBucketOf(item.followUp.fields, selection.today),
  );
  const groups: FollowUpGroup[] = [];
  for (const [kind, title] of [...dueBuckets, ['done', 'Done'] as const]) {
    groups.push(...(yield* groupOfMany({ id: `due:${kind}`, kind, title }, due.get(kind), selection)));
  }
  return groups;
}

function* byOwner({ items, selection }: Selected): Cooperative<readonly FollowUpGroup[]> {
  const names = new Map<string, string>();
  const owed = yield* gatherInSteps(items, ({ owners }) => {
    const [first] = owners;
    if (!first) return 'unassigned';
    if (first === 'me' || owners.includes('me')) return 'mine';
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

type Debtor = 'mine' | 'owner' | 'others' | 'unassigned';

/** Whose it is under a person, by key; one with several owners is the reader's first, then the person's. */
function debtor(owners: ListedFollowUp['owners'], person: string): Debtor {
  if (owners.length === 0) return 'unassigned';
  if (owners.includes('me')) return 'mine';
  return owners.some((owner) => owner !== 'me' && owner.key === person) ? 'owner' : 'others';
}

function namesOf(items: readonly ListedFollowUp[] = []): string {
  const names = items.flatMap(({ owners }) => owners.flatMap((owner) => (owner === 'me' ? [] : owner.name)));
  return [...new Set(names)].sort(compareNames).join(', ');
}

function gather<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): ReadonlyMap<Key, Item[]> {
  return runToCompletion(gatherInSteps(items, keyOf));
}

function* gatherInSteps<Item, Key>(
  items: Iterable<Item>,
  keyOf: (item: Item) => Key,
): Cooperative<ReadonlyMap<Key, Item[]>> {
  const gathered = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const together = gathered.get(key);
    if (together) {
      together.push(item);
    } else {
      gathered.set(key, [item]);
    }
    yield;
  }
  return gathered;
}
