import type { CivilDate } from '../civilDate';
import type { FollowUp, FollowUpStatus, OwnerMention } from '../followUp/followUp';
import type { Note } from '../note/note';
import type { PeopleDirectory } from '../people/directory';
import { personKey } from '../people/names';
import type { Person } from '../people/person';
import type { ListedFollowUp, Owner } from './listedFollowUp';
import type { Settlement } from './settlement';

/** What listing asks of the index. */
export interface People {
  readonly people: PeopleDirectory;
  personOf(note: Note): Person | undefined;
}

interface Owners {
  readonly owners: readonly Owner[];
  readonly ambiguousOwner?: string;
}

const NOBODY: Owners = { owners: [] };

/** Lists the follow-ups of a note with what the other notes tell of them: whose they are, and whether they are open. */
export class FollowUpLister {
  readonly #index: People;
  readonly #settlement: Settlement;

  constructor(index: People, settlement: Settlement) {
    this.#index = index;
    this.#settlement = settlement;
  }

  /** In the order of the lines; without marks that are documented as no task. */
  list(note: Note): readonly ListedFollowUp[] {
    const person = this.#index.personOf(note);
    const seen = new Map<string, number>();
    return note.followUps
      .filter((followUp) => followUp.status !== 'none')
      .map((followUp) => {
        const nth = seen.get(followUp.text) ?? 0;
        seen.set(followUp.text, nth + 1);
        const status = followUp.status === 'moved' ? this.#settlement.settleMoved(note, followUp) : followUp.status;
        const carriedTo = isOpen(status) ? this.#settlement.carriedTo(note, followUp) : undefined;
        const since = sinceWhen(note, followUp);
        return {
          note,
          followUp,
          id: `${note.uri}#${nth}#${followUp.text}`,
          group: person?.key ?? this.groupOf(followUp),
          ...this.#ownersOf(followUp, person),
          status,
          isOpen: isOpen(status) && !carriedTo,
          ...(carriedTo && { carriedTo }),
          ...(since && { since }),
        };
      });
  }

  /** The group of a follow-up that stands in no person's note: its only known owner, else `''`. */
  groupOf(followUp: FollowUp): string {
    const { owners } = this.#ownersOf(followUp, undefined);
    const known = owners.filter((owner) => owner !== 'me').filter(({ key }) => this.#index.people.get(key));
    return known.length === 1 && known[0] ? known[0].key : '';
  }

  #ownersOf(followUp: FollowUp, person: Person | undefined): Owners {
    if (followUp.owners.length === 0) {
      return NOBODY;
    }
    const owners: Owner[] = [];
    for (const mention of followUp.owners) {
      const owner = this.#ownerOf(mention, person);
      if (owner === 'ambiguous') {
        return { owners: [], ambiguousOwner: mention.name };
      }
      if (owner && !owners.some((other) => sameOwner(other, owner))) {
        owners.push(owner);
      }
    }
    return { owners };
  }

  #ownerOf({ name, form }: OwnerMention, person: Person | undefined): Owner | 'ambiguous' | undefined {
    if (form === 'heading' && name === '') {
      return person && { key: person.key, name: person.name };
    }
    const meant = this.#index.people.find(name);
    if (meant === 'me' || meant === 'ambiguous') {
      return meant;
    }
    if (meant !== 'unknown') {
      return { key: meant.person.key, name: meant.person.name };
    }
    // A mention names somebody even where nobody knows them; a bare name or a link may be anything.
    return form === 'at' || form === 'field' ? { key: personKey(name), name } : undefined;
  }
}

function isOpen(status: FollowUpStatus): boolean {
  return status === 'open' || status === 'inProgress';
}

function sinceWhen(note: Note, { fields, origin, meeting }: FollowUp): CivilDate | undefined {
  return fields.created ?? origin?.since ?? origin?.from ?? note.meetings[meeting]?.date;
}

function sameOwner(a: Owner, b: Owner): boolean {
  return a === b || (a !== 'me' && b !== 'me' && a.key === b.key);
}
