import type { NameCandidate } from '../note/note';
import type { Cooperative } from '../text/cooperative';
import { type Text, wordMessage } from '../text/message';
import type { NamedPeople, Name } from './namedPeople';
import { ThemeTally, type Theme, type ThemePlace } from './theme';
import type { CivilDate } from '../dates/civilDate';
import type { FollowUp } from '../followUp/followUp';
import { personKey } from '../people/names';
import { addToGroup } from '../text/collections';

/** A blocker is shared once this many people name it. */
const FEWEST_PEOPLE = 2;

interface NamedPlace {
  readonly place: ThemePlace;
  readonly label: Text;
  /** Whether the line names the blocker explicitly, not only as a plain word. */
  readonly isNamed: boolean;
}

interface Candidate {
  readonly label: Text;
  /** Keys of the people in whose 1:1s it is named explicitly. */
  readonly namedBy: Set<string>;
  readonly places: NamedPlace[];
}

/** The blockers that several people share, and those that only one person names. */
interface FoundBlockers {
  readonly shared: readonly Theme[];
  readonly ofOne: readonly Theme[];
}

/**
 * Collects blockers: people, and mentions, tags, links or opening words in answers. A shared blocker includes other
 * answers that contain the same word.
 */
export class Blockers {
  readonly #people: NamedPeople;
  readonly #candidates = new Map<string, Candidate>();

  constructor(people: NamedPeople) {
    this.#people = people;
  }

  add(named: readonly NameCandidate[], place: ThemePlace): void {
    const { people, others } = this.#people.resolve(named);
    for (const { key, label } of people) {
      // People who mention themselves are not blockers.
      if (key !== place.person.key) this.#add(`person:${key}`, { place, label, isNamed: true });
    }
    for (const { key, name, form } of others) {
      this.#add(key, { place, label: form === 'tag' ? `#${name}` : name, isNamed: form !== 'word' });
    }
  }

  *themes(): Cooperative<FoundBlockers> {
    const shared = new ThemeTally();
    const ofOne = new ThemeTally();
    for (const [key, { namedBy, places }] of this.#candidates) {
      const isShared = namedBy.size >= FEWEST_PEOPLE;
      for (const { place, label, isNamed } of places) {
        if (isShared) shared.add({ key, label }, place);
        else if (isNamed) ofOne.add({ key, label }, place);
      }
      yield;
    }
    const found = yield* withoutPartsOfOthers(yield* shared.themes());
    const covered = new Set(found.flatMap(({ places }) => places));
    const rest = yield* withoutPartsOfOthers(yield* ofOne.themes());
    return { shared: found, ofOne: rest.filter(({ places }) => !places.every((place) => covered.has(place))) };
  }

  #add(key: string, named: NamedPlace): void {
    const candidate = this.#candidates.get(key) ?? { label: named.label, namedBy: new Set(), places: [] };
    this.#candidates.set(key, candidate);
    if (named.isNamed) candidate.namedBy.add(named.place.person.key);
    candidate.places.push(named);
  }
}

/** Drops themes found only at places of another theme: `Staging server` is one theme, not two. */
function* withoutPartsOfOthers(themes: readonly Theme[]): Cooperative<readonly Theme[]> {
  const themesAt = new Map<ThemePlace, Theme[]>();
  const whole: Theme[] = [];
  for (const theme of themes) {
    const [first, ...rest] = theme.places;
    const others = (first && themesAt.get(first)) ?? [];
    if (!others.some((other) => rest.every((place) => themesAt.get(place)?.includes(other)))) {
      for (const place of theme.places) addToGroup(themesAt, place, theme);
      whole.push(theme);
    }
    yield;
  }
  return whole;
}

const UNNAMED: Name = { key: '', label: '' };

/** A thank-you from a 1:1, with its recipient. */
interface ThanksLine {
  readonly to: Name;
  readonly place: ThemePlace;
  readonly isGiven: boolean;
}

/** Collects thanks: the recipient, and the 1:1 of each thank-you. */
export class Thanks {
  readonly #people: NamedPeople;
  readonly #said: ThanksLine[] = [];
  /** The latest day on which a follow-up to thank a person was done, by the person's key. */
  readonly #givenOn = new Map<string, CivilDate>();

  constructor(people: NamedPeople) {
    this.#people = people;
  }

  /** Adds the people to thank on a line, with the follow-up on that line if there is one. */
  add(named: readonly NameCandidate[], place: ThemePlace, followUp?: FollowUp): void {
    const { people, others } = this.#people.resolve(named);
    // The owners of the follow-up and the person of the 1:1 are not recipients.
    const asked = new Set([place.person.key, ...(followUp?.owners ?? []).map(({ name }) => personKey(name))]);
    const names = people.filter(({ key, label }) => !asked.has(key) && !asked.has(personKey(wordMessage(label))));
    const isNobodyKnown =
      names.length === 0 && (followUp !== undefined || others.some(({ form }) => form === 'opening'));
    this.#say(isNobodyKnown ? [UNNAMED] : names, place, followUp);
  }

  /**
   * Returns thanks to give and thanks given. Thanks are given once a follow-up to thank the same person was done on
   * that day or later.
   */
  *themes(): Cooperative<{ readonly toGive: readonly Theme[]; readonly given: readonly Theme[] }> {
    const toGive = new ThemeTally();
    const given = new ThemeTally();
    for (const { to, place, isGiven } of this.#said) {
      const givenOn = to === UNNAMED ? undefined : this.#givenOn.get(to.key);
      const isPassedOn = isGiven || (givenOn !== undefined && givenOn >= place.date);
      (isPassedOn ? given : toGive).add(to, place);
      yield;
    }
    return { toGive: yield* toGive.themes(), given: yield* given.themes() };
  }

  #say(names: readonly Name[], place: ThemePlace, followUp: FollowUp | undefined): void {
    const isGiven = followUp?.status === 'done';
    for (const to of names) {
      this.#said.push({ to, place, isGiven });
      const on = followUp?.fields.done ?? place.date;
      if (isGiven && on >= (this.#givenOn.get(to.key) ?? '')) this.#givenOn.set(to.key, on);
    }
  }
}

/** Returns the words of a follow-up to thank a person. A done one counts as thanks given. */
export function thankWords(name: string): string {
  return `Thank ${name}`;
}

/** Returns the topic for one of two people who should meet. It says nothing of what the other one said. */
export function connectWords(name: string): string {
  return `Connect with ${name}`;
}
