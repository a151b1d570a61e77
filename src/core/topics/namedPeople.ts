import { addToGroup } from '../text/collections';
import type { NameCandidate } from '../note/note';
import { isStopWord } from '../note/nameCandidates';
import { message, type Text } from '../text/message';
import type { PeopleDirectory } from '../people/directory';

/** A person or thing named in a line. */
export interface Name {
  readonly key: string;
  readonly label: Text;
}

/** The names in a line, with known people resolved. */
interface NamesTold {
  readonly people: readonly Name[];
  /** All other names, including plain words. */
  readonly others: readonly NameCandidate[];
}

interface Bearer {
  /** The words of the name, except common ones. */
  readonly words: readonly string[];
  readonly name: Name;
}

const NO_NAMES: readonly Name[] = [];
const ME: Name = { key: 'me', label: message('themes.you') };
/** First character code of scripts written without reliable spaces between words. */
const FIRST_UNSPACED = 0xe00;
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\s]+$/u;
const SHORTEST_UNSPACED = 2;

/** Recognizes people among the names of a line: by full name, or by a first name or alias if it is unique. */
export class NamedPeople {
  readonly #people: PeopleDirectory;
  /** People by the first word of their name, the longest name first. */
  readonly #bearers = new Map<string, Bearer[]>();
  readonly #unspaced: readonly { readonly text: string; readonly name: Name }[];

  constructor(people: PeopleDirectory) {
    this.#people = people;
    for (const { key, name, aliases } of people.all) {
      const person = { key, label: name };
      this.#add(key, person);
      for (const alias of aliases) this.#add(alias.toLowerCase(), person);
    }
    for (const bearers of this.#bearers.values()) {
      bearers.sort((a, b) => b.words.length - a.words.length);
    }
    this.#unspaced = people.all
      .filter(({ key }) => UNSPACED.test(key))
      .flatMap(({ key, name }) => {
        const texts = [key.replace(/\s/g, ''), ...key.split(' ')].filter((text) => text.length >= SHORTEST_UNSPACED);
        return [...new Set(texts)].map((text) => ({ text, name: { key, label: name } }));
      });
  }

  tell(named: readonly NameCandidate[]): NamesTold {
    // Fast path: most lines name no person.
    if (!named.some((each) => this.#mayBePerson(each))) {
      return { people: NO_NAMES, others: named };
    }
    const people = new Map<string, Name>();
    const others: NameCandidate[] = [];
    for (let at = 0; at < named.length; at++) {
      const each = named[at] as NameCandidate;
      const isWord = each.form === 'opening' || each.form === 'word';
      const found = isWord ? this.#bearerAt(named, at) : each.form === 'tag' ? undefined : this.#mentioned(each);
      if (found) {
        people.set(found.name.key, found.name);
        at += found.words - 1;
      } else {
        const hidden = isWord ? this.#unspacedIn(each.key) : [];
        for (const name of hidden) people.set(name.key, name);
        if (hidden.length === 0) others.push(each);
      }
    }
    return { people: [...people.values()], others };
  }

  #mayBePerson({ key, form }: NameCandidate): boolean {
    return form === 'mention' || form === 'link' || this.#bearers.has(key) || key.charCodeAt(0) >= FIRST_UNSPACED;
  }

  #add(name: string, person: Name): void {
    const [first = '', ...rest] = name.split(/[\s.'’-]+/u);
    addToGroup(this.#bearers, first, { words: [first, ...rest.filter((word) => !isStopWord(word))], name: person });
  }

  #bearerAt(named: readonly NameCandidate[], at: number): { readonly name: Name; readonly words: number } | undefined {
    const word = named[at];
    const bearers = word && this.#bearers.get(word.key);
    if (!bearers) {
      return undefined;
    }
    const whole = bearers.find(({ words }) => words.every((each, step) => named[at + step]?.key === each));
    if (whole) {
      return { name: whole.name, words: whole.words.length };
    }
    const person = this.#people.personOrUndefined(word.name);
    return person && { name: { key: person.key, label: person.name }, words: 1 };
  }

  #mentioned({ name, key, form }: NameCandidate): { readonly name: Name; readonly words: number } | undefined {
    if (this.#people.isMe(name)) {
      return { name: ME, words: 1 };
    }
    const person = this.#people.personOrUndefined(name);
    if (person) {
      return { name: { key: person.key, label: person.name }, words: 1 };
    }
    // A mention is always a person, even an unknown one. A link may lead to anything.
    return form === 'mention' ? { name: { key, label: name }, words: 1 } : undefined;
  }

  #unspacedIn(word: string): readonly Name[] {
    return word.charCodeAt(0) < FIRST_UNSPACED
      ? []
      : this.#unspaced.filter(({ text }) => word.includes(text)).map(({ name }) => name);
  }
}
