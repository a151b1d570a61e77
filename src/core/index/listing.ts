import type { CivilDate } from '../dates/civilDate';
import { type FollowUp, type FollowUpStatus, isOpen } from '../followUp/followUp';
import type { Note } from '../note/note';
import type { PeopleDirectory } from '../people/directory';
import type { Person } from '../people/person';
import { openSince, type Resolution } from './carryResolution';
import type { CarriedTo, ListedFollowUp } from './listedFollowUp';
import { groupByOwners, type Owner, type Owners, ownersOf } from './ownership';

/** What the follow-ups that are listed from one note have in common. */
export class NoteListing {
  readonly note: Note;
  /** The person that the note is with. */
  readonly person: Person | undefined;
  readonly people: PeopleDirectory;
  #nths: ReadonlyMap<FollowUp, number> | undefined;

  constructor(note: Note, person: Person | undefined, people: PeopleDirectory) {
    this.note = note;
    this.person = person;
    this.people = people;
  }

  /** In the order of the lines; without marks that are documented as no task. */
  get followUps(): readonly FollowUp[] {
    return this.note.followUps.filter(({ status }) => status !== 'none');
  }

  /** Which one it is, from 0, of those that say the same. */
  nthOf(followUp: FollowUp): number {
    this.#nths ??= nths(this.followUps);
    return this.#nths.get(followUp) ?? 0;
  }
}

/** A listed follow-up that is read when somebody asks what it says. */
export class ListedRecord implements ListedFollowUp {
  readonly followUp: FollowUp;
  readonly group: string;
  readonly status: FollowUpStatus;
  readonly carriedTo: CarriedTo | undefined;
  readonly #listing: NoteListing;
  #owners: Owners | undefined = undefined;

  constructor(listing: NoteListing, followUp: FollowUp, { status, carriedTo }: Resolution) {
    this.followUp = followUp;
    this.status = status;
    this.carriedTo = carriedTo;
    this.#listing = listing;
    this.group = listing.person?.key ?? groupByOwners(followUp, listing.people);
  }

  get note(): Note {
    return this.#listing.note;
  }

  get id(): string {
    return `${this.note.uri}#${this.#listing.nthOf(this.followUp)}#${this.followUp.text}`;
  }

  get owners(): readonly Owner[] {
    return this.#whose().owners;
  }

  get ambiguousOwner(): string | undefined {
    return this.#whose().ambiguousOwner;
  }

  get isOpen(): boolean {
    return isOpen(this.status) && !this.carriedTo;
  }

  get since(): CivilDate | undefined {
    return openSince(this);
  }

  #whose(): Owners {
    this.#owners ??= ownersOf(this.followUp.owners, this.#listing);
    return this.#owners;
  }
}

function nths(followUps: readonly FollowUp[]): ReadonlyMap<FollowUp, number> {
  const seen = new Map<string, number>();
  return new Map(
    followUps.map((followUp) => {
      const nth = seen.get(followUp.text) ?? 0;
      seen.set(followUp.text, nth + 1);
      return [followUp, nth];
    }),
  );
}
