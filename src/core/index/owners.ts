import type { FollowUp, OwnerMention } from '../followUp/followUp';
import type { PeopleDirectory } from '../people/directory';
import { personKey } from '../people/names';
import type { Person } from '../people/person';
import type { Owner } from './listedFollowUp';

/** Who owes a follow-up, as far as it is sure. */
export interface Owners {
  readonly owners: readonly Owner[];
  /** A name that several people bear: then nobody is said to owe it. */
  readonly ambiguousOwner?: string;
}

/** Whose notes a follow-up stands in, and who is known at all. */
export interface OwnerContext {
  readonly people: PeopleDirectory;
  /** The person of the 1:1; `undefined` outside of one. */
  readonly person: Person | undefined;
}

const NOBODY: Owners = { owners: [] };

/** Who is meant by the mentions of a follow-up, each once. */
export function ownersOf(mentions: readonly OwnerMention[], company: OwnerContext): Owners {
  if (mentions.length === 0) {
    return NOBODY;
  }
  const owners: Owner[] = [];
  for (const mention of mentions) {
    const owner = ownerOf(mention, company);
    if (owner === 'ambiguous') {
      return { owners: [], ambiguousOwner: mention.name };
    }
    if (owner && !owners.some((other) => sameOwner(other, owner))) {
      owners.push(owner);
    }
  }
  return { owners };
}

/** The group of a follow-up that stands in no person's note: its only known owner, else `''`. */
export function groupByOwners(followUp: FollowUp, people: PeopleDirectory): string {
  const { owners } = ownersOf(followUp.owners, { people, person: undefined });
  const known = owners.filter((owner) => owner !== 'me').filter(({ key }) => people.get(key));
  return known.length === 1 && known[0] ? known[0].key : '';
}

function ownerOf({ name, form }: OwnerMention, { people, person }: OwnerContext): Owner | 'ambiguous' | undefined {
  if (form === 'heading' && name === '') {
    return person && { key: person.key, name: person.name };
  }
  const meant = people.find(name);
  if (meant === 'me' || meant === 'ambiguous') {
    return meant;
  }
  if (meant !== 'unknown') {
    return { key: meant.person.key, name: meant.person.name };
  }
  // A mention names somebody even where nobody knows them; a bare name or a link may be anything.
  return form === 'at' || form === 'field' ? { key: personKey(name), name } : undefined;
}

function sameOwner(a: Owner, b: Owner): boolean {
  return a === b || (a !== 'me' && b !== 'me' && a.key === b.key);
}
