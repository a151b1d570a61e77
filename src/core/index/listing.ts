import type { CivilDate } from '../dates/civilDate';
import { type Due, type FollowUp, type FollowUpStatus, isOpen } from '../followUp/followUp';
import type { Note } from '../note/note';
import type { PeopleDirectory } from '../people/directory';
import type { Person } from '../people/person';
import type { Acquaintances } from './acquaintances';
import { openSince } from './carriedCopy';
import type { Resolution } from './carryResolution';
import type { CarriedTo, ListedFollowUp } from './listedFollowUp';
import { groupByOwners, type Owner, type Owners, ownersOf, textBesideOwners } from './ownership';

/** The context shared by the listed follow-ups of one note. */
export class NoteListing {
  readonly note: Note;
  /** The person of the 1:1 or page, if any. */
  readonly person: Person | undefined;
  readonly #acquaintances: Acquaintances;
  #nths: ReadonlyMap<FollowUp, number> | undefined;

  constructor(note: Note, person: Person | undefined, acquaintances: Acquaintances) {
    this.note = note;
    this.person = person;
    this.#acquaintances = acquaintances;
  }

  get people(): PeopleDirectory {
    return this.#acquaintances.people;
  }

  /** The owner that `@me` means. */
  get writer(): Owner | undefined {
    return this.#acquaintances.writerOf(this.note);
  }

  /**
   * The follow-ups in the order of their lines, without those whose status character means that the item is not a task.
   */
  get followUps(): readonly FollowUp[] {
    return this.note.followUps.filter(({ status }) => status !== 'none');
  }

  /** Returns the position of a follow-up, from 0, among those with the same text. */
  nthOf(followUp: FollowUp): number {
    this.#nths ??= nths(this.followUps);
    return this.#nths.get(followUp) ?? 0;
  }
}

/** A listed follow-up whose text is parsed on first access. */
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

  get text(): string {
    return textBesideOwners(this.followUp, this.#listing.people);
  }

  get isOpen(): boolean {
    return isOpen(this.status) && !this.carriedTo;
  }

  get due(): Due {
    return this.followUp.due;
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
