import type { FollowUp } from '../followUp/followUp';
import { readFollowUp } from '../followUp/parse';
import type { PeopleDirectory } from '../people/directory';
import { personKey } from '../people/names';
import type { Person } from '../people/person';
import { surnameBehind } from '../taskText/mentions';
import type { OwnerMention } from '../taskText/taskFields';
import { Interner } from '../text/retained';

/** An owner of a follow-up: the reader, or a person by key and name. */
export type Owner = 'me' | { readonly key: string; readonly name: string };

/** The owners of a follow-up, as far as they are certain. */
export interface Owners {
  /** Empty if there is no owner, or if one of the names is ambiguous. */
  readonly owners: readonly Owner[];
  /** A name that several people share. The follow-up then has no owner. */
  readonly ambiguousOwner?: string | undefined;
}

/** The known people, and the two sides of the note that holds a follow-up. */
interface OwnerContext {
  readonly people: PeopleDirectory;
  /** The person of the 1:1; `undefined` in other notes. */
  readonly person: Person | undefined;
  /** The owner that `@me` means in the note; `undefined` if that is unclear. */
  readonly writer: Owner | undefined;
}

const NO_OWNERS: Owners = { owners: [] };
/** The keys of owners' names, of which few occur in thousands of lines. */
const keys = new Interner(personKey);

/** Returns the people of owner mentions, without duplicates. */
export function ownersOf(mentions: readonly OwnerMention[], context: OwnerContext): Owners {
  if (mentions.length === 0) {
    return NO_OWNERS;
  }
  const owners: Owner[] = [];
  for (const mention of mentions) {
    const owner = ownerOf(mention, context);
    if (owner === 'ambiguous') {
      return { owners: [], ambiguousOwner: mention.name };
    }
    if (owner && !owners.some((other) => sameOwner(other, owner))) {
      owners.push(owner);
    }
  }
  return { owners };
}

/** Returns the group of a follow-up outside the notes of a person: the key of its only known owner, otherwise `''`. */
export function groupByOwners(followUp: FollowUp, people: PeopleDirectory): string {
  const { owners } = ownersOf(followUp.owners, { people, person: undefined, writer: 'me' });
  const known = owners.filter((owner) => owner !== 'me').filter(({ key }) => people.get(key));
  return known.length === 1 && known[0] ? known[0].key : '';
}

/** Tests whether the reader is one of the owners. */
export function isMine({ owners }: Owners): boolean {
  return owners.includes('me');
}

/** Tests whether another person is an owner. An ambiguous name is never the reader's. */
export function isTheirs({ owners, ambiguousOwner }: Owners): boolean {
  return ambiguousOwner !== undefined || owners.some((owner) => owner !== 'me');
}

/** The owner from the point of view of one person's notes. */
export type Ownership = 'mine' | 'owner' | 'others' | 'unassigned';

/**
 * Returns the ownership of a follow-up in the notes of a person, by key. The reader takes precedence over the person,
 * the person over others.
 */
export function ownershipOf(item: Owners, person: string): Ownership {
  if (item.owners.length === 0) return 'unassigned';
  if (isMine(item)) return 'mine';
  return item.owners.some((owner) => owner !== 'me' && owner.key === person) ? 'owner' : 'others';
}

/** Returns the names of the owners. `me` is the name of the reader. */
export function ownerNames({ owners }: Owners, me: string): readonly string[] {
  return owners.map((owner) => (owner === 'me' ? me : owner.name));
}

function ownerOf(mention: OwnerMention, context: OwnerContext): Owner | 'ambiguous' | undefined {
  const { name, form, following } = mention;
  const { people, person, writer } = context;
  if (form === 'heading' && name === '') return otherSide(context);
  if (keys.get(name) === 'me') return writer;
  const surname = surnameBehind({ name, following }, (full) => people.knows(full));
  const meant = people.find(surname === '' ? name : `${name} ${surname}`);
  const side = person && people.find(name) === meant ? sideNamed(name, person, context) : undefined;
  if (side) return side;
  if (meant === 'me' || meant === 'ambiguous') {
    return meant;
  }
  if (meant !== 'unknown') {
    return { key: meant.person.key, name: meant.person.name };
  }
  // A mention names a person even if the name is unknown; a bare name or a link may be anything.
  return form === 'at' || form === 'field' ? { key: keys.get(name), name } : undefined;
}

/** Returns the side of the note that did not write it. */
function otherSide({ person, writer }: OwnerContext): Owner | undefined {
  return writer === 'me' ? person && ownerWhoIs(person) : writer && person ? 'me' : undefined;
}

/**
 * Returns the side of a 1:1 with a first name, alias or handle, which precedes other people of that name. If both sides
 * have it, it is the one who did not write the note.
 */
function sideNamed(name: string, person: Person, context: OwnerContext): Owner | 'ambiguous' | undefined {
  const { people } = context;
  const isPerson = people.canMean(name, person.key);
  if (!people.canMeanReader(name)) return isPerson ? ownerWhoIs(person) : undefined;
  return isPerson ? (otherSide(context) ?? 'ambiguous') : 'me';
}

function ownerWhoIs({ key, name }: Person): Owner {
  return { key, name };
}

/** Returns the text of a follow-up, and reads mentions as full names, so that no surname is left before the sentence. */
export function textBesideOwners(followUp: FollowUp, people: PeopleDirectory): string {
  const { source, continuation, owners, text } = followUp;
  const names = owners
    .map((mention) => ({ ...mention, surname: surnameBehind(mention, (full) => people.knows(full)) }))
    .filter(({ surname }) => surname !== '')
    .map(({ name, surname }) => ({ apart: `@${name} ${surname}`, joined: `@${name}.${surname.replaceAll(' ', '.')}` }));
  if (names.length === 0) return text;
  const joined = names.reduce((line, each) => line.replaceAll(each.apart, each.joined), source);
  const read = readFollowUp({ source: joined, continuation })?.text ?? text;
  return names.reduce((words, each) => words.replaceAll(each.joined, each.apart), read);
}

function sameOwner(a: Owner, b: Owner): boolean {
  return a === b || (a !== 'me' && b !== 'me' && a.key === b.key);
}
