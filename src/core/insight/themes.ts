import { addDays, type CivilDate } from '../civilDate';
import type { DatedMeeting } from '../index/listedFollowUp';
import type { NoteIndex } from '../index/noteIndex';
import type { Named, Remark } from '../note/note';
import { isOneOnOneTag } from '../note/oneOnOne';
import { Memo } from '../memo';
import { personKey } from '../people/names';
import type { Person } from '../people/person';
import { Blockers } from './blockers';
import { NamedPeople } from './namedPeople';
import { ThemeTally, type Theme, type ThemePlace } from './theme';
import { counts, saysThanks, Thanks } from './thanks';

export type ThemeKind = 'thanksToGive' | 'thanksGiven' | 'blockers' | 'tags' | 'onMyMind';

/** Themes of one kind, the most common first. */
export interface ThemeGroup {
  readonly kind: ThemeKind;
  readonly themes: readonly Theme[];
}

/** The 1:1s that are looked at, and which of their lines. */
export interface ThemeSpan {
  /** The last day that counts. */
  readonly today: CivilDate;
  readonly weeks: number;
  readonly withPrivate: boolean;
}

/** The first day of a span. */
export function sinceOf({ today, weeks }: ThemeSpan): CivilDate {
  return addDays(today, -7 * weeks);
}

/** What comes back across the 1:1s of a span; kinds of which there is nothing are left out. */
export function themesOf(index: NoteIndex, span: ThemeSpan): readonly ThemeGroup[] {
  const steps = themeSteps(index, span);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in steps, since years of notes take longer than a window may stand still. */
export function* themeSteps(index: NoteIndex, span: ThemeSpan): Generator<void, readonly ThemeGroup[]> {
  const reading = new ThemeReading(index, span);
  for (const [at, held] of meetingsIn(index, span).entries()) {
    reading.read(held);
    if (at % STEP === 0) yield;
  }
  return reading.groups().filter(({ themes }) => themes.length > 0);
}

/** The same few tags stand in thousands of lines. */
const tagNames = new Memo((tag) => ({ key: personKey(tag), label: `#${tag}` }));

/** Meetings that are read at a time. */
const STEP = 100;

/** A meeting, and with whom it was held. */
interface HeldMeeting extends DatedMeeting {
  readonly person: Person;
}

/** The meetings of a span with everybody, the newest first. */
function meetingsIn(index: NoteIndex, span: ThemeSpan): readonly HeldMeeting[] {
  const since = sinceOf(span);
  const held: HeldMeeting[] = [];
  for (const person of index.people.all) {
    const meetings = index.meetingsWith(person.key);
    for (let at = meetings.length - 1; at >= 0; at--) {
      const { note, meeting, index: inNote } = meetings[at] as DatedMeeting;
      if (meeting.date < since) break;
      if (meeting.date <= span.today) held.push({ person, note, meeting, index: inNote });
    }
  }
  return held.sort((a, b) => (a.meeting.date > b.meeting.date ? -1 : a.meeting.date < b.meeting.date ? 1 : 0));
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

  /** Takes in a meeting; no later one may come after it. */
  read(held: HeldMeeting): void {
    const { note, meeting, person } = held;
    for (const remark of meeting.remarks) {
      if (!remark.private || this.#withPrivate) this.#readRemark(remark, held);
    }
    for (const followUp of note.followUps) {
      if (followUp.meeting !== held.index || !counts(followUp) || (followUp.private && !this.#withPrivate)) continue;
      const isThanks = saysThanks(followUp);
      if (!isThanks && followUp.tags.length === 0) continue;
      const place = placeOf(held, followUp);
      for (const tag of followUp.tags) this.#addTag(tag, place);
      if (isThanks) this.#thanks.addFollowUp(followUp, place);
    }
    if (note.kind === 'meeting' && (!note.private || this.#withPrivate)) {
      const place = { person, date: meeting.date, uri: note.uri, line: 0, private: note.private };
      for (const tag of note.tags) {
        if (!isOneOnOneTag(tag)) this.#addTag(tag, place);
      }
    }
  }

  groups(): readonly ThemeGroup[] {
    const { toGive, given } = this.#thanks.themes();
    return [
      { kind: 'thanksToGive', themes: toGive },
      { kind: 'blockers', themes: this.#blockers.themes() },
      { kind: 'tags', themes: this.#tags.themes() },
      { kind: 'onMyMind', themes: this.#onMyMind.themes() },
      { kind: 'thanksGiven', themes: given },
    ];
  }

  #readRemark(remark: Remark, held: HeldMeeting): void {
    const { about, named } = remark;
    const place = placeOf(held, remark);
    // What a task line names is read with its follow-up, but for what it is about.
    const followUp = about && held.note.followUps.find(({ line }) => line === remark.line);
    if (!followUp) this.#readTags(named, place);
    if (about === 'blockers') this.#blockers.add(named, place);
    if (about === 'onMyMind') this.#readMind(named, place);
    if (about === 'thanks') this.#thanks.add(named, place, followUp);
  }

  #readTags(named: readonly Named[], place: ThemePlace): void {
    for (const { key, name, form } of named) {
      if (form === 'tag') this.#tags.add({ key, label: `#${name}` }, place);
    }
  }

  #readMind(named: readonly Named[], place: ThemePlace): void {
    const { people, others } = this.#people.tell(named);
    for (const { key, label } of people) {
      if (key !== place.person.key) this.#onMyMind.add({ key: `person ${key}`, label }, place);
    }
    for (const { key, name, form } of others) {
      if (form === 'tag' || form === 'link') {
        this.#onMyMind.add({ key, label: form === 'tag' ? `#${name}` : name }, place);
      }
    }
  }

  #addTag(tag: string, place: ThemePlace): void {
    this.#tags.add(tagNames.of(tag), place);
  }
}

function placeOf({ person, note, meeting }: HeldMeeting, at: Pick<ThemePlace, 'line' | 'private'>): ThemePlace {
  return { person, date: meeting.date, uri: note.uri, line: at.line, private: at.private };
}
