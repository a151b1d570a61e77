import type { CivilDate } from '../dates/civilDate';
import { compareNames } from '../text/collections';
import type { Person } from '../people/person';
import type { Cooperative } from '../text/cooperative';

/** A line of a 1:1 note that says something about a theme. */
export interface ThemePlace {
  /** Whose 1:1 it is. */
  readonly person: Person;
  readonly date: CivilDate;
  readonly uri: string;
  readonly line: number;
  readonly private: boolean;
}

/** What several lines have in common. */
export interface Theme {
  /** Unique in its group: a person's key, a word, a tag. */
  readonly key: string;
  /** As it is written in the newest place; empty for what names nobody. */
  readonly label: string;
  /** In whose 1:1s it stands. */
  readonly people: readonly Person[];
  /** The newest first. */
  readonly places: readonly ThemePlace[];
}

/** Gathers the places of themes, which have to come newest first. A place that comes again for a theme counts once. */
export class ThemeTally {
  readonly #themes = new Map<string, { readonly label: string; readonly places: Set<ThemePlace> }>();

  add({ key, label }: { readonly key: string; readonly label: string }, place: ThemePlace): void {
    const theme = this.#themes.get(key);
    if (theme) {
      theme.places.add(place);
    } else {
      this.#themes.set(key, { label, places: new Set([place]) });
    }
  }

  /** Those in whose places more people meet come first, then those with more places; what names nobody comes last. */
  *themes(): Cooperative<readonly Theme[]> {
    const themes: Theme[] = [];
    for (const [key, { label, places }] of this.#themes) {
      themes.push({ key, label, people: [...new Set(peopleOf(places))], places: [...places] });
      yield;
    }
    return themes.sort(
      (a, b) =>
        Number(a.label === '') - Number(b.label === '') ||
        b.people.length - a.people.length ||
        b.places.length - a.places.length ||
        compareNames(a.label, b.label),
    );
  }
}

function* peopleOf(places: Iterable<ThemePlace>): Generator<Person> {
  for (const { person } of places) yield person;
}
