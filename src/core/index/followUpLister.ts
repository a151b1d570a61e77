import type { CivilDate } from '../civilDate';
import type { FollowUp, FollowUpStatus } from '../followUp/followUp';
import type { Note } from '../note/note';
import type { PeopleDirectory } from '../people/directory';
import type { Person } from '../people/person';
import type { ListedFollowUp } from './listedFollowUp';
import { ownersOf } from './owners';
import type { Settlement } from './settlement';

/** What listing asks of the index. */
export interface People {
  readonly people: PeopleDirectory;
  personOf(note: Note): Person | undefined;
}

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
          ...ownersOf(followUp.owners, { people: this.#index.people, person }),
          status,
          isOpen: isOpen(status) && !carriedTo,
          ...(carriedTo && { carriedTo }),
          ...(since && { since }),
        };
      });
  }

  /** The group of a follow-up that stands in no person's note: its only known owner, else `''`. */
  groupOf(followUp: FollowUp): string {
    const { owners } = ownersOf(followUp.owners, { people: this.#index.people, person: undefined });
    const known = owners.filter((owner) => owner !== 'me').filter(({ key }) => this.#index.people.get(key));
    return known.length === 1 && known[0] ? known[0].key : '';
  }
}

function isOpen(status: FollowUpStatus): boolean {
  return status === 'open' || status === 'inProgress';
}

function sinceWhen(note: Note, { fields, origin, meeting }: FollowUp): CivilDate | undefined {
  return fields.created ?? origin?.since ?? origin?.from ?? note.meetings[meeting]?.date;
}
