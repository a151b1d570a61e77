import { MultiMap } from '../text/collections';
import type { CivilDate } from '../dates/civilDate';
import { firstName, nameIn, personKey } from './names';
import type { Person, Relation } from './person';

/** Something that names a person: a note's participant, a page, a line of the roster. */
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

/** The people that notes, pages and roster name, and who is meant by a name. */
export class PeopleDirectory {
  readonly #people: ReadonlyMap<string, Person>;
  /** By first name, the keys of the people so called. */
  readonly #byFirstName = new MultiMap<string, string>();
  readonly #byAlias = new MultiMap<string, string>();
  /** By full name without spaces, as handles are made. */
  readonly #byHandle = new MultiMap<string, string>();
  readonly #me: ReadonlySet<string>;
  /** By name as written, who is meant: the same few names stand in thousands of lines. */
  readonly #meant = new Map<string, NameResolution>();

  /** `namings` stand in the order of care: what a later one says of a person overrules what earlier ones say. */
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
        // Who changed names is one person with both: neither name makes the first name doubtful.
        this.#byFirstName.add(firstName(key), this.#other(key) ?? key);
        this.#byHandle.add(withoutSpaces(key), this.#other(key) ?? key);
      }
    }
    this.#people = withoutLoneFirstNames(people, (key) => this.#other(key));
  }

  /** Everybody known, in the order first named. */
  get all(): readonly Person[] {
    return [...this.#people.values()];
  }

  /** The person of a key, or `undefined`. */
  get(key: string): Person | undefined {
    return this.#people.get(key);
  }

  /**
   * Who is meant: the reader, the full name, else the only one so called, else the only one with that alias, else the only
   * one whose full name is written in one word.
   */
  find(name: string): NameResolution {
    let meant = this.#meant.get(name);
    if (!meant) {
      meant = this.#look(name);
      this.#meant.set(name, meant);
    }
    return meant;
  }

  /** The names of those who bear a first name, else of those with that alias or handle; the reader's is `me`. */
  candidatesFor(name: string): readonly string[] {
    const keys = this.#candidatesFor(personKey(nameIn(name)));
    const names = keys.map((key) => (this.#me.has(key) ? 'me' : this.#people.get(key)?.name));
    return [...new Set(names.filter((each) => each !== undefined))];
  }

  /** Whether the name means one person, or the reader. */
  knows(name: string): boolean {
    return this.isMe(name) || this.personOrUndefined(name) !== undefined;
  }

  /** The one known person that a name means; `undefined` for the reader and for ambiguous and unknown names. */
  personOrUndefined(name: string): Person | undefined {
    const meant = this.find(name);
    return typeof meant === 'object' ? meant.person : undefined;
  }

  /** The known person that a name means, else a new person of that name. */
  personNamed(name: string): Pick<Person, 'key' | 'name'> {
    return this.personOrUndefined(name) ?? { key: personKey(name), name };
  }

  /** Whether the name is the reader's. */
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

  /** Keys, by a first name, an alias or a handle. */
  #candidatesFor(key: string): readonly string[] {
    const sources = [this.#byFirstName, this.#byAlias, this.#byHandle];
    return [...(sources.map((keys) => keys.get(key)).find(({ size }) => size > 0) ?? [])];
  }

  /** The only other person, the reader aside, that a lone first name or an alias stands for, by key. */
  #other(key: string): string | undefined {
    const candidates = this.#candidatesFor(key).filter((other) => !this.#me.has(other));
    return candidates.length === 1 && candidates[0] !== key ? candidates[0] : undefined;
  }
}

/** A lone first name or alias that can only be one person's is no person of its own. */
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
