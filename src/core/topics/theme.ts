import type { CivilDate } from '../dates/civilDate';
import { compareNames } from '../text/collections';
import { type Text, wordMessage } from '../text/message';
import type { Person } from '../people/person';
import type { Cooperative } from '../text/cooperative';

/** A line of a 1:1 note that belongs to a theme. */
export interface ThemePlace {
  /** The person of the 1:1. */
  readonly person: Person;
  readonly date: CivilDate;
  readonly uri: string;
  readonly line: number;
  readonly private: boolean;
}

/** Lines with a common subject. */
export interface Theme {
  /** Unique within the group: a person's key, a word or a tag. */
  readonly key: string;
  /** The name as written at the newest place, or `''` if there is no name. */
  readonly label: Text;
  /** The people in whose 1:1s the theme occurs. */
  readonly people: readonly Person[];
  /** Places of the theme, newest first. */
  readonly places: readonly ThemePlace[];
}

/** Collects the places of themes. Places must be added newest first; a place added twice in a row counts once. */
export class ThemeTally {
  readonly #themes = new Map<string, { readonly label: Text; readonly places: ThemePlace[] }>();

  add({ key, label }: { readonly key: string; readonly label: Text }, place: ThemePlace): void {
    const theme = this.#themes.get(key);
    if (!theme) {
      this.#themes.set(key, { label, places: [place] });
    } else if (theme.places.at(-1) !== place) {
      theme.places.push(place);
    }
  }

  /** Returns the themes sorted by number of people, then by number of places. Themes without a name come last. */
  *themes(): Cooperative<readonly Theme[]> {
    const themes: Theme[] = [];
    for (const [key, { label, places }] of this.#themes) {
      themes.push({ key, label, people: [...new Set(places.map(({ person }) => person))], places });
      yield;
    }
    return themes.sort(
      (a, b) =>
        Number(a.label === '') - Number(b.label === '') ||
        b.people.length - a.people.length ||
        b.places.length - a.places.length ||
        compareNames(wordMessage(a.label), wordMessage(b.label)),
    );
  }
}
