import { MultiMap } from '../text/collections';
import type { CivilDate } from '../dates/civilDate';
import { firstName, nameIn, personKey } from './names';
import type { Person, Relation } from './person';

/** A record of a person's name: a participant of a note, a person page, or an entry of the roster. */
export interface NameRecord {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly relation?: Relation;
  readonly cadence?: string;
  readonly awayUntil?: CivilDate;
  readonly page?: string;
}

/** The meaning of a name: a person, the reader, several people, or no known person. */
export type NameResolution = { readonly person: Person } | 'me' | 'ambiguous' | 'unknown';

const ME: NameResolution = 'me';

/** The people in notes, pages and roster, and the resolution of names. */
export class PeopleDirectory {
  readonly #people: ReadonlyMap<string, Person>;
  /** Keys of people by first name. */
  readonly #byFirstName = new MultiMap<string, string>();
  readonly #byAlias = new MultiMap<string, string>();
  /** Keys of people by full name without spaces, the usual form of handles. */
  readonly #byHandle = new MultiMap<string, string>();
  readonly #me: ReadonlySet<string>;
  /** Cached results of `find`, because few names occur in thousands of lines. */
  readonly #meant = new Map<string, NameResolution>();

  /** `namings` are in increasing precedence: later records override facts from earlier ones. */
  constructor(namings: Iterable<NameRecord>, me: readonly string[]) {
    this.#me = new Set(['me', ...me.map(personKey)]);
    const people = new Map<string, Person>();
    for (const naming of namings) {
      const key = personKey(naming.name);
      if (key !== '' && !this.#me.has(key)) {
        people.set(key, mergePerson(people.get(key), naming, key));
      }
    }
    for (const person of people.values()) {
      for (const alias of person.aliases) {
        this.#byAlias.add(personKey(alias), person.key);
      }
    }
    for (const key of [...people.keys(), ...this.#me]) {
      if (key.includes(' ')) {
        // A person with a former name as alias counts once, so the first name stays unambiguous.
        this.#byFirstName.add(firstName(key), this.#other(key) ?? key);
        this.#byHandle.add(withoutSpaces(key), this.#other(key) ?? key);
      }
    }
    this.#people = withoutLoneFirstNames(people, (key) => this.#other(key));
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
   * Returns the names of the people with a first name, or else with that alias or handle. The reader's name is `me`.
   */
  candidatesFor(name: string): readonly string[] {
    const keys = this.#candidatesFor(personKey(nameIn(name)));
    const names = keys.map((key) => (this.#me.has(key) ? 'me' : this.#people.get(key)?.name));
    return [...new Set(names.filter((each) => each !== undefined))];
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

  /** Returns the known person with a name, or else a new person of that name. */
  personNamed(name: string): Pick<Person, 'key' | 'name'> {
    return this.personOrUndefined(name) ?? { key: personKey(name), name };
  }

  /** Tests whether a name is the reader's. */
  isMe(name: string): boolean {
    return this.find(name) === ME;
  }

  #look(name: string): NameResolution {
    const key = personKey(nameIn(name));
    if (this.#me.has(key)) {
      return ME;
    }
    const person = this.#people.get(key);
    if (person) {
      return { person };
    }
    const [candidate = '', ...others] = this.#candidatesFor(key);
    if (this.#me.has(candidate) && others.every((other) => this.#me.has(other))) {
      return ME;
    }
    const only = this.#people.get(candidate);
    return others.length > 0 ? 'ambiguous' : only ? { person: only } : 'unknown';
  }

  /** Returns the keys of people with a first name, or else with that alias or handle. */
  #candidatesFor(key: string): readonly string[] {
    const sources = [this.#byFirstName, this.#byAlias, this.#byHandle];
    return [...(sources.map((keys) => keys.get(key)).find(({ size }) => size > 0) ?? [])];
  }

  /** Returns the key of the only other person with this first name, alias or handle, apart from the reader. */
  #other(key: string): string | undefined {
    const candidates = this.#candidatesFor(key).filter((other) => !this.#me.has(other));
    return candidates.length === 1 && candidates[0] !== key ? candidates[0] : undefined;
  }
}

/** Merges each person known only by a first name, alias or handle into the only other person it can mean. */
function withoutLoneFirstNames(
  people: ReadonlyMap<string, Person>,
  other: (key: string) => string | undefined,
): ReadonlyMap<string, Person> {
  const result = new Map<string, Person>();
  const merged: Person[] = [];
  for (const person of people.values()) {
    if (other(person.key) === undefined) {
      result.set(person.key, person);
    } else {
      merged.push(person);
    }
  }
  for (const person of merged) {
    const key = other(person.key) ?? '';
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
  const said = Object.fromEntries(Object.entries(naming).filter(([, value]) => value !== undefined));
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
