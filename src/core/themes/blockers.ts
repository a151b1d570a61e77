import type { NameCandidate } from '../note/note';
import type { Cooperative } from '../text/cooperative';
import type { NamedPeople } from './namedPeople';
import { ThemeTally, type Theme, type ThemePlace } from './theme';

/** So many people make a theme of what one of them could be alone with. */
const FEWEST_PEOPLE = 2;

interface Candidate {
  readonly label: string;
  /** In whose 1:1s it is named as such, and not only one word among others. */
  readonly namedBy: Set<string>;
  readonly places: { readonly place: ThemePlace; readonly label: string }[];
}

/**
 * Gathers what is in the way of two or more people: who is named, and what they mention, tag, link or open an answer
 * with. Other answers in which the same word stands belong to it too.
 */
export class Blockers {
  readonly #people: NamedPeople;
  readonly #candidates = new Map<string, Candidate>();

  constructor(people: NamedPeople) {
    this.#people = people;
  }

  add(named: readonly NameCandidate[], place: ThemePlace): void {
    const { people, others } = this.#people.tell(named);
    for (const { key, label } of people) {
      // Somebody who speaks of themselves is in nobody's way.
      if (key !== place.person.key) this.#add({ key: `person ${key}`, label, isNamed: true }, place);
    }
    for (const { key, name, form } of others) {
      this.#add({ key, label: form === 'tag' ? `#${name}` : name, isNamed: form !== 'word' }, place);
    }
  }

  *themes(): Cooperative<readonly Theme[]> {
    const tally = new ThemeTally();
    for (const [key, { namedBy, places }] of this.#candidates) {
      if (namedBy.size >= FEWEST_PEOPLE) {
        for (const { place, label } of places) tally.add({ key, label }, place);
      }
      yield;
    }
    return yield* withoutPartsOfOthers(yield* tally.themes());
  }

  #add({ key, label, isNamed }: { key: string; label: string; isNamed: boolean }, place: ThemePlace): void {
    const candidate = this.#candidates.get(key) ?? { label, namedBy: new Set(), places: [] };
    this.#candidates.set(key, candidate);
    if (isNamed) candidate.namedBy.add(place.person.key);
    candidate.places.push({ place, label });
  }
}

/** `Staging server` is one theme and not two: what stands in no place of its own is left out. */
function* withoutPartsOfOthers(themes: readonly Theme[]): Cooperative<readonly Theme[]> {
  const themesAt = new Map<ThemePlace, Set<Theme>>();
  const whole: Theme[] = [];
  for (const theme of themes) {
    const [first, ...rest] = theme.places.map((place) => themesAt.get(place));
    const isPart = [...(first ?? [])].some((other) => rest.every((others) => others?.has(other)));
    for (const place of isPart ? [] : theme.places) {
      themesAt.set(place, (themesAt.get(place) ?? new Set()).add(theme));
    }
    if (!isPart) whole.push(theme);
    yield;
  }
  return whole;
}
