import type { CivilDate } from '../dates/civilDate';
import type { FollowUpRef, IndexChange, ListedFollowUp } from '../index/listedFollowUp';
import { OTHER_NOTES } from '../index/noteIndex';
import type { ShownNotes } from '../index/noteIndexes';
import { sameListed } from '../index/changes';
import type { Cooperative } from '../text/cooperative';
import { wordMessage } from '../text/message';
import { type FollowUpFilter, type FollowUpSelection, selectionTest } from './filter';
import {
  comparePersonGroups,
  type FollowUpGroup,
  type FollowUpGrouping,
  groupedFollowUps,
  groupOtherNotes,
  groupPerson,
  personGroupId,
} from './groups';

/** The settings of an outline: grouping, filter and dates. */
export interface OutlineQuery {
  readonly grouping: FollowUpGrouping;
  readonly filter: FollowUpFilter;
  readonly today: CivilDate;
  /** Includes follow-ups closed on this day or later. */
  readonly doneSince?: CivilDate;
}

/** The ids of the top groups that look different, or `all` if groups were added, removed or moved. */
export type OutlineChange = 'all' | ReadonlySet<string>;

/**
 * The grouped follow-ups of an index, kept up to date. Long work is done in steps, so that callers can yield. Only one
 * operation may run at a time, and `groups` returns the old groups until it ends.
 */
export class FollowUpOutline {
  readonly #notes: ShownNotes;
  #query: OutlineQuery;
  #groups: readonly FollowUpGroup[] = [];
  /** Ids of closed follow-ups that stay listed. */
  readonly #kept = new Set<string>();
  /** Whether listed follow-ups that are closed stay listed until the next `show`. */
  keepsClosed = false;

  constructor(notes: ShownNotes, query: OutlineQuery) {
    this.#notes = notes;
    this.#query = query;
  }

  get groups(): readonly FollowUpGroup[] {
    return this.#groups;
  }

  /** The settings of the last `show`. */
  get query(): OutlineQuery {
    return this.#query;
  }

  /** Whether the list contains closed follow-ups that `show` would remove. */
  get hasKept(): boolean {
    return this.#kept.size > 0;
  }

  /** Returns the groups that contain a follow-up, the outermost first. Empty if it is not listed. */
  pathTo(ref: FollowUpRef): readonly FollowUpGroup[] {
    return pathIn(this.#groups, ref) ?? [];
  }

  /** Rebuilds the list, without follow-ups that were closed in the meantime. */
  *show(query: OutlineQuery): Cooperative<void> {
    this.#query = query;
    this.#kept.clear();
    this.#groups = yield* this.#all(NO_IDS);
  }

  /** Updates the list after a change of the index. */
  *update(change: IndexChange): Cooperative<OutlineChange> {
    const before = this.#groups;
    const isPartial = this.#query.grouping === 'person' && !change.people;
    this.#groups = isPartial ? yield* this.#withPeople(change.groups) : yield* this.#all(this.#listedIn(before));
    // Names of people appear in many rows that are otherwise unchanged.
    return change.people ? 'all' : differences(before, this.#groups);
  }

  /** Rebuilds only the groups of some people. */
  *#withPeople(keys: ReadonlySet<string>): Cooperative<readonly FollowUpGroup[]> {
    const ids = new Set(Array.from(keys, personGroupId));
    const listed = this.#listedIn(this.#groups.filter(({ id }) => ids.has(id)));
    const others = this.#groups.filter(({ id }) => !ids.has(id));
    const people: FollowUpGroup[] = [];
    for (const key of keys) {
      people.push(...(yield* this.#person(key, listed)));
    }
    return [...others, ...people].sort(comparePersonGroups);
  }

  *#all(listed: ReadonlySet<string>): Cooperative<readonly FollowUpGroup[]> {
    yield* this.#notes.index.warmUp();
    const { grouping } = this.#query;
    const people: FollowUpGroup[] = [];
    const items: ListedFollowUp[] = [];
    for (const key of this.#notes.index.groups()) {
      if (grouping === 'person') {
        people.push(...(yield* this.#person(key, listed)));
      } else {
        items.push(...this.#select(key, listed));
      }
      yield;
    }
    return grouping === 'person'
      ? people.sort(comparePersonGroups)
      : yield* groupedFollowUps(grouping, { items, selection: this.#selection(listed) });
  }

  *#person(key: string, listed: ReadonlySet<string>): Cooperative<readonly FollowUpGroup[]> {
    const selected = { items: this.#select(key, listed), selection: this.#selection(listed) };
    const person = this.#notes.index.people.get(key) ?? { key, name: key, aliases: [] };
    if (key !== OTHER_NOTES) return groupPerson(person, selected);
    const group = yield* groupOtherNotes(selected);
    return group ? [group] : [];
  }

  #select(key: string, listed: ReadonlySet<string>): readonly ListedFollowUp[] {
    const selected = this.#notes.index.followUpsOf(key).filter(selectionTest(this.#selection(listed)));
    for (const item of selected) {
      if (!item.isOpen && listed.size > 0 && listed.has(item.id)) {
        this.#kept.add(item.id);
      }
    }
    return selected;
  }

  /** `listed` contains the ids of follow-ups that were in the list before the update. */
  #selection(listed: ReadonlySet<string>): FollowUpSelection {
    // The id requires parsing the item, so it is only compared if any items are kept.
    const keepsAny = (): boolean => listed.size > 0 || this.#kept.size > 0;
    return { ...this.#query, keeps: (item) => keepsAny() && (listed.has(item.id) || this.#kept.has(item.id)) };
  }

  #listedIn(groups: readonly FollowUpGroup[]): ReadonlySet<string> {
    const listed = new Set<string>();
    for (const { id, isOpen } of this.keepsClosed ? followUpsIn(groups) : []) {
      if (isOpen || this.#kept.has(id)) {
        listed.add(id);
      }
    }
    return listed;
  }
}

const NO_IDS: ReadonlySet<string> = new Set();

function* followUpsIn(groups: readonly FollowUpGroup[]): Generator<ListedFollowUp> {
  for (const group of groups) {
    yield* group.unsorted;
    yield* followUpsIn(group.groups);
  }
}

function pathIn(groups: readonly FollowUpGroup[], ref: FollowUpRef): readonly FollowUpGroup[] | undefined {
  for (const group of groups) {
    const isIn = group.unsorted.some(({ note, id }) => note.uri === ref.uri && id === ref.id);
    const path = isIn ? [] : pathIn(group.groups, ref);
    if (path) {
      return [group, ...path];
    }
  }
  return undefined;
}

function differences(before: readonly FollowUpGroup[], after: readonly FollowUpGroup[]): OutlineChange {
  const isSameList = before.length === after.length && after.every(({ id }, at) => id === before[at]?.id);
  return isSameList ? new Set(after.filter((group, at) => !looksLike(group, before[at])).map(({ id }) => id)) : 'all';
}

function looksLike(a: FollowUpGroup, b: FollowUpGroup | undefined): boolean {
  return (
    a === b ||
    (a.id === b?.id &&
      wordMessage(a.title) === wordMessage(b.title) &&
      a.open === b.open &&
      a.overdue === b.overdue &&
      a.groups.length === b.groups.length &&
      a.followUps.length === b.followUps.length &&
      a.groups.every((group, at) => looksLike(group, b.groups[at])) &&
      a.followUps.every((item, at) => sameListed(item, b.followUps[at])))
  );
}
