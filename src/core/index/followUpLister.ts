import type { FollowUp } from '../followUp/followUp';
import { isOpen } from '../followUp/status';
import type { Note } from '../note/note';
import type { PeopleDirectory } from '../people/directory';
import type { Person } from '../people/person';
import { ListedRecord, NoteListing, type Resolution } from './lazyListedFollowUp';
import type { ListedFollowUp } from './listedFollowUp';
import type { CarryResolution } from './settlement';

/** What listing asks of the index. */
export interface People {
  readonly people: PeopleDirectory;
  personOf(note: Note): Person | undefined;
}

/** Lists the follow-ups of a note with what the other notes tell of them: whose they are, and whether they are open. */
export class FollowUpLister {
  readonly #index: People;
  readonly #settlement: CarryResolution;

  constructor(index: People, settlement: CarryResolution) {
    this.#index = index;
    this.#settlement = settlement;
  }

  /** In the order of the lines; without marks that are documented as no task. */
  list(note: Note): readonly ListedFollowUp[] {
    const listing = new NoteListing(note, this.#index.personOf(note), this.#index.people);
    return listing.followUps.map((followUp) => new ListedRecord(listing, followUp, this.#settled(note, followUp)));
  }

  #settled(note: Note, followUp: FollowUp): Resolution {
    const status = followUp.status === 'moved' ? this.#settlement.resolveMoved(note, followUp) : followUp.status;
    return { status, carriedTo: isOpen(status) ? this.#settlement.carriedTo(note, followUp) : undefined };
  }
}
