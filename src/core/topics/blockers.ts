import type { NameCandidate } from '../note/note';
import type { Cooperative } from '../text/cooperative';
import type { Text } from '../text/message';
import type { NamedPeople } from './namedPeople';
import { ThemeTally, type Theme, type ThemePlace } from './theme';

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
export interface FoundBlockers {
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
    const { people, others } = this.#people.tell(named);
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
