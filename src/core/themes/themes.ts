import { addToGroup, compareText } from '../text/collections';
import { addDays, type CivilDate } from '../dates/civilDate';
import type { FollowUp } from '../followUp/followUp';
import type { DatedMeeting } from '../index/listedFollowUp';
import type { NoteIndex } from '../index/noteIndex';
import { Interner } from '../text/retained';
import type { NameCandidate, Mention } from '../note/note';
import { isOneOnOneTag } from '../note/oneOnOne';
import { personKey } from '../people/names';
import type { Person } from '../people/person';
import type { Cooperative } from '../text/cooperative';
import { Blockers } from '../topics/blockers';
import { NamedPeople } from '../topics/namedPeople';
import { Thanks } from '../topics/thanks';
import { ThemeTally, type Theme, type ThemePlace } from '../topics/theme';

export type ThemeKind = 'thanksToGive' | 'thanksGiven' | 'blockers' | 'tags' | 'onMyMind';

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
  yield* index.warmUp();
  const meetings = yield* meetingsIn(index, span);
  const reading = new ThemeReading(index, span);
  for (const day of [...meetings.keys()].sort().reverse()) {
    // The order of people depends on the order in which notes were read, so sort by person.
    for (const held of (meetings.get(day) ?? []).sort(byPerson)) {
      reading.read(held);
    }
    yield;
  }
  const groups = yield* reading.groups();
  return groups.filter(({ themes }) => themes.length > 0);
}

const tagNames = new Interner((tag) => ({ key: personKey(tag), label: `#${tag}` }));

/** A meeting and its person. */
interface HeldMeeting extends DatedMeeting {
  readonly person: Person;
}

/** Returns all meetings of a span by day. */
function* meetingsIn(index: NoteIndex, span: ThemeSpan): Cooperative<ReadonlyMap<CivilDate, HeldMeeting[]>> {
  const since = sinceOf(span);
  const held = new Map<CivilDate, HeldMeeting[]>();
  for (const person of index.people.all) {
    const meetings = index.meetingsWith(person.key);
    for (let at = meetings.length - 1; at >= 0; at--) {
      const { note, meeting, index: inNote } = meetings[at] as DatedMeeting;
      if (meeting.date < since) break;
      if (meeting.date > span.today) continue;
      addToGroup(held, meeting.date, { person, note, meeting, index: inNote });
    }
    yield;
  }
  return held;
}

function byPerson(a: HeldMeeting, b: HeldMeeting): number {
  return compareText(a.person.key, b.person.key);
}

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
    const { note, meeting, person } = held;
    let before: Mention | undefined;
    for (const mention of meeting.mentions) {
      if (mention.named.length === 0) continue;
      if (!mention.private || this.#withPrivate) this.#readMention(mention, held, before);
      before = mention;
    }
    if (note.kind === 'meeting' && (!note.private || this.#withPrivate)) {
      const place = { person, date: meeting.date, uri: note.uri, line: 0, private: note.private };
      for (const tag of note.tags) {
        if (!isOneOnOneTag(tag)) this.#tags.add(tagNames.get(tag), place);
      }
    }
  }

  *groups(): Cooperative<readonly ThemeGroup[]> {
    const { toGive, given } = yield* this.#thanks.themes();
    return [
      { kind: 'thanksToGive', themes: toGive },
      { kind: 'blockers', themes: yield* this.#blockers.themes() },
      { kind: 'tags', themes: (yield* this.#tags.themes()).filter(isCommon) },
      { kind: 'onMyMind', themes: yield* this.#onMyMind.themes() },
      { kind: 'thanksGiven', themes: given },
    ];
  }

  #readMention(mention: Mention, held: HeldMeeting, before: Mention | undefined): void {
    const { line, about, named } = mention;
    const followUp = followUpAt(held.note.followUps, line);
    if (followUp && !counts(followUp)) {
      return;
    }
    const place = themePlace(held, mention);
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
    const { people, others } = this.#people.tell(named);
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

function themePlace({ person, note, meeting }: HeldMeeting, at: Pick<ThemePlace, 'line' | 'private'>): ThemePlace {
  return { person, date: meeting.date, uri: note.uri, line: at.line, private: at.private };
}

/** Returns the follow-up on a line. The follow-ups are sorted by line. */
function followUpAt(followUps: readonly FollowUp[], line: number): FollowUp | undefined {
  for (const followUp of followUps) {
    if (followUp.line >= line) return followUp.line === line ? followUp : undefined;
  }
  return undefined;
}

/** Checks whether a follow-up counts as a place. A moved one is counted as its copy in the later note. */
function counts({ status }: FollowUp): boolean {
  return status !== 'moved' && status !== 'dropped' && status !== 'none';
}
