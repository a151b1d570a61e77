import type { CivilDate } from '../dates/civilDate';
import type { FollowUp } from '../followUp/followUp';
import type { NameCandidate } from '../note/note';
import { personKey } from '../people/names';
import type { Cooperative } from '../text/cooperative';
import type { Name, NamedPeople } from './namedPeople';
import { ThemeTally, type Theme, type ThemePlace } from './theme';

const NOBODY: Name = { key: '', label: '' };

/** A thank you that was said in a 1:1, for somebody. */
interface ThanksLine {
  readonly to: Name;
  readonly place: ThemePlace;
  readonly isGiven: boolean;
}

/** Gathers who is to be thanked: for whom, and in whose 1:1 it was said. */
export class Thanks {
  readonly #people: NamedPeople;
  readonly #said: ThanksLine[] = [];
  /** By who was thanked, the last day on which a follow-up to thank them was done. */
  readonly #givenOn = new Map<string, CivilDate>();

  constructor(people: NamedPeople) {
    this.#people = people;
  }

  /** Takes in what names somebody to thank, and the follow-up that stands on its line, if it is one. */
  add(named: readonly NameCandidate[], place: ThemePlace, followUp?: FollowUp): void {
    const { people, others } = this.#people.tell(named);
    // Who is asked to do it, or says it, is not whom it is for.
    const asked = new Set([place.person.key, ...(followUp?.owners ?? []).map(({ name }) => personKey(name))]);
    const names = people.filter(({ key, label }) => !asked.has(key) && !asked.has(personKey(label)));
    const isNobodyKnown =
      names.length === 0 && (followUp !== undefined || others.some(({ form }) => form === 'opening'));
    this.#say(isNobodyKnown ? [NOBODY] : names, place, followUp);
  }

  /** Thanks to give, and those given: by a follow-up to thank the same person that was done then or later. */
  *themes(): Cooperative<{ readonly toGive: readonly Theme[]; readonly given: readonly Theme[] }> {
    const toGive = new ThemeTally();
    const given = new ThemeTally();
    for (const { to, place, isGiven } of this.#said) {
      const givenOn = to === NOBODY ? undefined : this.#givenOn.get(to.key);
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
