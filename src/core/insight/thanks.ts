import type { CivilDate } from '../civilDate';
import type { FollowUp } from '../followUp/followUp';
import { namedIn } from '../note/namedIn';
import type { Named } from '../note/note';
import { personKey } from '../people/names';
import type { Name, NamedPeople } from './namedPeople';
import { ThemeTally, type Theme, type ThemePlace } from './theme';

/** A word by which a follow-up says that somebody is to be thanked. */
const THANKS = /\b(?:thank|kudos)/i;
const TAGS: ReadonlySet<string> = new Set(['thanks', 'kudos']);
const NOBODY: Name = { key: '', label: '' };

/** A thank you that was said in a 1:1, for somebody. */
interface Said {
  readonly to: Name;
  readonly place: ThemePlace;
  readonly isGiven: boolean;
}

/** Gathers who is to be thanked: for whom, and in whose 1:1 it was said. */
export class Thanks {
  readonly #people: NamedPeople;
  readonly #said: Said[] = [];
  /** Follow-ups that stand where thanks are asked for. */
  readonly #asAnswers = new Set<FollowUp>();
  /** By who was thanked, the last day on which a follow-up to thank them was done. */
  readonly #givenOn = new Map<string, CivilDate>();

  constructor(people: NamedPeople) {
    this.#people = people;
  }

  /** Takes in what names somebody to thank, and the follow-up that stands on its line, if it is one. */
  add(named: readonly Named[], place: ThemePlace, followUp?: FollowUp): void {
    if (followUp && !counts(followUp)) {
      return;
    }
    if (followUp) this.#asAnswers.add(followUp);
    const { people, others } = this.#people.tell(named);
    // Who is asked to do it, or says it, is not whom it is for.
    const asked = new Set([place.person.key, ...(followUp?.owners ?? []).map(({ name }) => personKey(name))]);
    const names = people.filter(({ key, label }) => !asked.has(key) && !asked.has(personKey(label)));
    const isNobodyKnown = names.length === 0 && others.some(({ form }) => form === 'opening');
    this.#say(isNobodyKnown ? [NOBODY] : names, place, followUp);
  }

  /** Takes in a follow-up that says that somebody is to be thanked. */
  addFollowUp(followUp: FollowUp, place: ThemePlace): void {
    if (!this.#asAnswers.has(followUp)) {
      const { people } = this.#people.tell(namedIn(followUp.text, false));
      this.#say(people.length > 0 ? people : [NOBODY], place, followUp);
    }
  }

  /** Thanks to give, and those given: by a follow-up to thank the same person that was done then or later. */
  themes(): { readonly toGive: readonly Theme[]; readonly given: readonly Theme[] } {
    const toGive = new ThemeTally();
    const given = new ThemeTally();
    for (const { to, place, isGiven } of this.#said) {
      const givenOn = to === NOBODY ? undefined : this.#givenOn.get(to.key);
      const isPassedOn = isGiven || (givenOn !== undefined && givenOn >= place.date);
      (isPassedOn ? given : toGive).add(to, place);
    }
    return { toGive: toGive.themes(), given: given.themes() };
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

/** Whether a follow-up says that somebody is to be thanked. Cheap enough for all follow-ups of all notes. */
export function saysThanks({ text, tags }: FollowUp): boolean {
  // A search for fixed letters takes a fraction of what a pattern does, and nearly all end here.
  const mayThank = text.includes('hank') || text.includes('udos');
  return (mayThank && THANKS.test(text)) || (tags.length > 0 && tags.some((tag) => TAGS.has(tag.toLowerCase())));
}

/** Whether a follow-up says something by itself: of one that was carried over, the copy in the later note does. */
export function counts({ status }: FollowUp): boolean {
  return status !== 'moved' && status !== 'dropped' && status !== 'none';
}
