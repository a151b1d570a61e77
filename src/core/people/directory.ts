import { compareNames, MultiMap } from '../text/collections';
import type { Refusal } from '../text/edit';
import { joinTexts, message } from '../text/message';
import { nameIn, personKey } from './names';
import type { Person, PersonDates, Relation } from './person';

/** A record of a person's name: a participant of a note, a person page, or an entry of the roster. */
export interface NameRecord extends PersonDates {
  readonly name: string;
  /** Whether the record is in the roster or a person page, which proves that this is a person other than the reader. */
  readonly isDeclared?: true;
  readonly aliases?: readonly string[];
  readonly relation?: Relation;
  readonly cadence?: string;
  readonly page?: string;
  /** The name of the manager, according to the page or the roster. */
  readonly reportsTo?: string;
  readonly shape?: string | undefined;
}

/** The meaning of a name: a person, the reader, several people, or no known person. */
type NameResolution = { readonly person: Person } | 'me' | 'ambiguous' | 'unknown';

const ME = 'me' satisfies NameResolution;

/** The people in notes, pages and roster, and the resolution of names. */
export class PeopleDirectory {
  readonly #people: Map<string, Person>;
  /** Keys of people by first name. A double first name has a hyphen: `jean-luc`. */
  readonly #byFirstName = new MultiMap<string, string>();
  readonly #byAlias = new MultiMap<string, string>();
  /** Keys of people by full name without spaces, the usual form of handles. */
  readonly #byHandle = new MultiMap<string, string>();
  readonly #me: ReadonlySet<string>;
  /** The reader's name as new notes write it: a full name, if there is one. */
  readonly readerName: string | undefined;
  /** Cached results of `find` and of the candidates, because few names occur in thousands of lines. */
  readonly #meant = new Map<string, NameResolution>();
  readonly #candidates = new Map<string, readonly string[]>();

  /** `namings` are in increasing precedence: later records override facts from earlier ones. */
  constructor(namings: Iterable<NameRecord>, me: readonly string[]) {
    this.#me = new Set([ME, ...me.map(personKey)]);
    this.readerName = me.find((name) => name.includes(' ')) ?? me[0];
    const people = new Map<string, Person>();
    const declared = new Set<string>();
    for (const naming of namings) {
      const key = personKey(naming.name);
      if (naming.isDeclared) declared.add(key);
      if (key !== '' && !this.#me.has(key)) {
        people.set(key, mergePerson(people.get(key), naming, key));
      }
      for (const alias of naming.aliases ?? []) {
        this.#byAlias.add(personKey(alias), key);
      }
    }
    for (const key of [...people.keys(), ...this.#me]) {
      if (key.includes(' ')) {
        // A person with a former name as alias counts once, so the first name stays unambiguous.
        const meant = this.#other(key) ?? key;
        for (const first of firstNames(key)) this.#byFirstName.add(first, meant);
        this.#byHandle.add(withoutSpaces(key), meant);
      }
    }
    this.#people = withoutLoneFirstNames(people, ({ key, name }) => this.#other(key, name));
    // In the notes, the first name of the reader means the reader unless another person has it.
    for (const key of this.#people.keys()) {
      if (!declared.has(key) && this.#isReadersFirstName(key)) this.#people.delete(key);
    }
  }

  /** All known people, in the order of their first record. */
  get all(): readonly Person[] {
    return [...this.#people.values()];
  }

  /** Returns the person with a key, or `undefined`. */
  get(key: string): Person | undefined {
    return this.#people.get(key);
  }

  /**
   * Resolves a name: to the reader, the person with that full name, or else the only person with that first name, alias
   * or handle, in this order.
   */
  find(name: string): NameResolution {
    let meant = this.#meant.get(name);
    if (!meant) {
      meant = this.#look(name);
      this.#meant.set(name, meant);
    }
    return meant;
  }

  /**
   * Returns the names of the people with a first name, or else with that alias or handle, in alphabetical order. The
   * reader's name is `me`.
   */
  candidatesFor(name: string): readonly string[] {
    const names = this.#candidatesNamed(name).map((key) => (this.#me.has(key) ? 'me' : this.#people.get(key)?.name));
    return [...new Set(names.filter((each) => each !== undefined))].sort(compareNames);
  }

  /** Tests whether a name may be that of a person, who is given by key, among others. */
  canMean(name: string, key: string): boolean {
    return this.#candidatesNamed(name).includes(key);
  }

  /** Tests whether a name may be the reader's, among others. */
  canMeanReader(name: string): boolean {
    return this.#candidatesNamed(name).some((key) => this.#me.has(key));
  }

  /** Tests whether a name means one known person or the reader. */
  knows(name: string): boolean {
    return this.isMe(name) || this.personOrUndefined(name) !== undefined;
  }

  /** Returns the known person with a name, or `undefined` for the reader and for ambiguous or unknown names. */
  personOrUndefined(name: string): Person | undefined {
    const meant = this.find(name);
    return typeof meant === 'object' ? meant.person : undefined;
  }

  /** Returns the known person with a name, or else a new person of that name. Refuses an ambiguous name. */
  personNamed(name: string): Pick<Person, 'key' | 'name'> | Refusal {
    if (this.find(name) === 'ambiguous') {
      return { refused: message('owner.ambiguous', name, joinTexts('list.or', this.candidatesFor(name))) };
    }
    return this.personOrUndefined(name) ?? { key: personKey(name), name };
  }

  /** Returns the first name of a person or the reader if it is unambiguous, or else the full name. */
  shortName(name: string): string {
    const [first = name] = name.split(/\s+/);
    const [meant, found] = [this.find(name), this.find(first)];
    const isSame =
      meant === found || (typeof meant === 'object' && typeof found === 'object' && meant.person === found.person);
    return isSame && meant !== 'unknown' && meant !== 'ambiguous' ? first : name;
  }

  /** Tests whether a name is the reader's. */
  isMe(name: string): boolean {
    return this.find(name) === ME;
  }

  #look(name: string): NameResolution {
    const written = nameIn(name);
    const key = personKey(written);
    if (this.#me.has(key)) {
      return ME;
    }
    const person = this.#people.get(key);
    if (person) {
      return { person };
    }
    const [candidate = '', ...others] = this.#candidatesFor(written);
    if (this.#me.has(candidate) && others.every((other) => this.#me.has(other))) {
      return ME;
    }
    const only = this.#people.get(candidate);
    return others.length > 0 ? 'ambiguous' : only ? { person: only } : 'unknown';
  }

  #candidatesNamed(name: string): readonly string[] {
    let candidates = this.#candidates.get(name);
    if (!candidates) {
      candidates = this.#candidatesFor(nameIn(name));
      this.#candidates.set(name, candidates);
    }
    return candidates;
  }

  /** Returns the keys of people with a first name, or else with that alias or handle. */
  #candidatesFor(written: string): readonly string[] {
    const key = personKey(written);
    const firstNames = this.#byFirstName.get(/\s/.test(written.trim()) ? key : key.replaceAll(' ', '-'));
    return [...([firstNames, this.#byAlias.get(key), this.#byHandle.get(key)].find(({ size }) => size > 0) ?? [])];
  }

  /** Returns the key of the only other person with this first name, alias or handle, apart from the reader. */
  #other(key: string, written = key): string | undefined {
    const candidates = this.#candidatesFor(written).filter((other) => !this.#me.has(other));
    return candidates.length === 1 && candidates[0] !== key ? candidates[0] : undefined;
  }

  /** Tests whether a name is the first name of the reader and of no other person. */
  #isReadersFirstName(key: string): boolean {
    const named = [...this.#byFirstName.get(key)];
    return named.length > 0 && named.every((each) => this.#me.has(each));
  }
}

/** Returns the first name in a key, and the double first names that it may begin with: `jean`, `jean-luc`. */
function firstNames(key: string): readonly string[] {
  const words = key.split(' ');
  return words.slice(1).map((_, index) => words.slice(0, index + 1).join('-'));
}

/** Merges each person known only by a first name, alias or handle into the only other person it can mean. */
function withoutLoneFirstNames(
  people: ReadonlyMap<string, Person>,
  other: (person: Person) => string | undefined,
): Map<string, Person> {
  const result = new Map<string, Person>();
  const merged: Person[] = [];
  for (const person of people.values()) {
    if (other(person) === undefined) {
      result.set(person.key, person);
    } else {
      merged.push(person);
    }
  }
  for (const person of merged) {
    const key = other(person) ?? '';
    const into = result.get(key);
    if (into) {
      result.set(key, { ...person, ...into });
    } else {
      result.set(person.key, person);
    }
  }
  return result;
}

function mergePerson(known: Person | undefined, naming: NameRecord, key: string): Person {
  const said = Object.fromEntries(
    Object.entries(naming).filter(([fact, value]) => fact !== 'isDeclared' && value !== undefined),
  );
  return {
    ...known,
    ...said,
    ...(naming.cadence !== undefined && { cadenceIn: naming.page === undefined ? 'roster' : 'page' }),
    key,
    name: naming.name,
    aliases: [...new Set([...(known?.aliases ?? []), ...(naming.aliases ?? [])])],
  };
}

function withoutSpaces(key: string): string {
  return key.replaceAll(' ', '');
}
