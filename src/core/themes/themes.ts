import { addDays, type CivilDate } from '../dates/civilDate';
import type { NoteIndex } from '../index/noteIndex';
import { Interner } from '../text/retained';
import type { NameCandidate, Mention } from '../note/note';
import { isOneOnOneTag } from '../note/oneOnOne';
import { personKey } from '../people/names';
import type { Cooperative } from '../text/cooperative';
import { Blockers, Thanks } from '../topics/blockersAndThanks';
import { type CountedMention, countedMentions, type HeldMeeting, heldMeetings, placeOf } from '../topics/heldMeetings';
import { NamedPeople } from '../topics/namedPeople';
import { ThemeTally, type Theme, type ThemePlace } from '../topics/theme';

export type ThemeKind = 'thanksToGive' | 'thanksGiven' | 'blockers' | 'blockersOfOne' | 'tags' | 'onMyMind';

/** Themes of one kind, the most common first. */
export interface ThemeGroup {
  readonly kind: ThemeKind;
  readonly themes: readonly Theme[];
}

/** The period of the 1:1s, and whether private lines are included. */
export interface ThemeSpan {
  /** The last day of the span. */
  readonly today: CivilDate;
  readonly weeks: number;
  readonly withPrivate: boolean;
  /** Key of the only person whose 1:1s are read. Without it, those of all people are. */
  readonly person?: string;
}

/** Returns the first day of a span. */
export function sinceOf({ today, weeks }: ThemeSpan): CivilDate {
  return addDays(today, -7 * weeks);
}

/**
 * Finds the recurring themes across the 1:1s of a span. Kinds without themes are omitted. Runs in steps, because years
 * of notes would block the window.
 */
export function* findThemes(index: NoteIndex, span: ThemeSpan): Cooperative<readonly ThemeGroup[]> {
  const reading = new ThemeReading(index, span);
  for (const held of yield* heldMeetings(index, { since: sinceOf(span), until: span.today }, span.person)) {
    reading.read(held);
    yield;
  }
  const groups = yield* reading.groups();
  return groups.filter(({ themes }) => themes.length > 0);
}

const tagNames = new Interner((tag) => ({ key: personKey(tag), label: `#${tag}` }));

class ThemeReading {
  readonly #withPrivate: boolean;
  readonly #thanks: Thanks;
  readonly #blockers: Blockers;
  readonly #people: NamedPeople;
  readonly #tags = new ThemeTally();
  readonly #onMyMind = new ThemeTally();

  constructor(index: NoteIndex, { withPrivate }: ThemeSpan) {
    this.#withPrivate = withPrivate;
    this.#people = new NamedPeople(index.people);
    this.#thanks = new Thanks(this.#people);
    this.#blockers = new Blockers(this.#people);
  }

  /** Adds a meeting. Meetings must be added newest first. */
  read(held: HeldMeeting): void {
    const { note } = held;
    let before: Mention | undefined;
    for (const counted of countedMentions(held)) {
      if (!counted.mention.private || this.#withPrivate) this.#readMention(counted, held, before);
      before = counted.mention;
    }
    if (note.kind === 'meeting' && (!note.private || this.#withPrivate)) {
      const place = placeOf(held, { line: 0, private: note.private });
      for (const tag of note.tags) {
        if (!isOneOnOneTag(tag)) this.#tags.add(tagNames.get(tag), place);
      }
    }
  }

  *groups(): Cooperative<readonly ThemeGroup[]> {
    const { toGive, given } = yield* this.#thanks.themes();
    const { shared, ofOne } = yield* this.#blockers.themes();
    return [
      { kind: 'thanksToGive', themes: toGive },
      { kind: 'blockers', themes: shared },
      { kind: 'blockersOfOne', themes: ofOne },
      { kind: 'tags', themes: (yield* this.#tags.themes()).filter(isCommon) },
      { kind: 'onMyMind', themes: yield* this.#onMyMind.themes() },
      { kind: 'thanksGiven', themes: given },
    ];
  }

  #readMention({ mention, followUp }: CountedMention, held: HeldMeeting, before: Mention | undefined): void {
    const { line, about, named } = mention;
    const place = placeOf(held, mention);
    // A task under a thanks or blockers heading is listed twice: as a follow-up and as an answer.
    const isSecond = before?.line === line;
    if (!isSecond) this.#readTags(named, place);
    if (about === 'blockers') this.#blockers.add(named, place);
    if (about === 'onMyMind') this.#readMind(named, place);
    if (about === 'thanks' && !(isSecond && before.about === about)) this.#thanks.add(named, place, followUp);
  }

  #readTags(named: readonly NameCandidate[], place: ThemePlace): void {
    for (const { key, name, form } of named) {
      if (form === 'tag') this.#tags.add({ key, label: `#${name}` }, place);
    }
  }

  #readMind(named: readonly NameCandidate[], place: ThemePlace): void {
    const { people, others } = this.#people.resolve(named);
    for (const { key, label } of people) {
      if (key !== place.person.key) this.#onMyMind.add({ key: `person:${key}`, label }, place);
    }
    for (const { key, name, form } of others) {
      if (form === 'tag' || form === 'link') {
        this.#onMyMind.add({ key, label: form === 'tag' ? `#${name}` : name }, place);
      }
    }
  }
}

/** Checks whether a tag was used more than once. */
function isCommon({ places }: Theme): boolean {
  return places.length > 1;
}
