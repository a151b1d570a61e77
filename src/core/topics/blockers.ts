import type { NameCandidate } from '../note/note';
import type { Cooperative } from '../text/cooperative';
import type { Text } from '../text/message';
import type { NamedPeople } from './namedPeople';
import { ThemeTally, type Theme, type ThemePlace } from './theme';

/** A blocker becomes a theme once this many people name it. */
const FEWEST_PEOPLE = 2;

interface Candidate {
  readonly label: Text;
  /** Keys of the people in whose 1:1s it is named explicitly, not only as a plain word. */
  readonly namedBy: Set<string>;
  readonly places: { readonly place: ThemePlace; readonly label: Text }[];
}

/**
 * Collects blockers shared by two or more people: people, and mentions, tags, links or opening words in answers. Other
 * answers that contain the same word are included.
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
      // People who mention themselves are not blockers.
      if (key !== place.person.key) this.#add({ key: `person:${key}`, label, isNamed: true }, place);
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

  #add({ key, label, isNamed }: { key: string; label: Text; isNamed: boolean }, place: ThemePlace): void {
    const candidate = this.#candidates.get(key) ?? { label, namedBy: new Set(), places: [] };
    this.#candidates.set(key, candidate);
    if (isNamed) candidate.namedBy.add(place.person.key);
    candidate.places.push({ place, label });
  }
}

/** Drops themes found only at places of another theme: `Staging server` is one theme, not two. */
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
