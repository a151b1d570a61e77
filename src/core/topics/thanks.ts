import type { CivilDate } from '../dates/civilDate';
import type { FollowUp } from '../followUp/followUp';
import type { NameCandidate } from '../note/note';
import { personKey } from '../people/names';
import type { Cooperative } from '../text/cooperative';
import { wordMessage } from '../text/message';
import type { Name, NamedPeople } from './namedPeople';
import { ThemeTally, type Theme, type ThemePlace } from './theme';

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
    const { people, others } = this.#people.tell(named);
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
