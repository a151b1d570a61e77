import { addDays, type CivilDate } from '../civilDate';
import type { FollowUp } from '../followUp/followUp';
import type { DatedMeeting } from '../index/listedFollowUp';
import type { NoteIndex } from '../index/noteIndex';
import type { Meeting, Named, Note } from '../note/note';
import { isOneOnOneTag } from '../note/oneOnOne';
import { personKey } from '../people/names';
import type { Person } from '../people/person';
import { Blockers } from './blockers';
import { NamedPeople } from './namedPeople';
import { ThemeTally, type Theme, type ThemePlace } from './theme';
import { Thanks } from './thanks';

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
  for (const person of index.people.all) {
    reading.read(person, index.meetingsWith(person.key));
    yield;
  }
  return reading.groups().filter(({ themes }) => themes.length > 0);
}

class ThemeReading {
  readonly #span: ThemeSpan;
  readonly #since: CivilDate;
  readonly #people: NamedPeople;
  readonly #thanks: Thanks;
  readonly #blockers: Blockers;
  readonly #tags = new ThemeTally();
  readonly #onMyMind = new ThemeTally();

  constructor(index: NoteIndex, span: ThemeSpan) {
    this.#span = span;
    this.#since = sinceOf(span);
    this.#people = new NamedPeople(index.people);
    this.#thanks = new Thanks(this.#people);
    this.#blockers = new Blockers(this.#people);
  }

  /** Takes in the meetings with a person, oldest first. */
  read(person: Person, meetings: readonly DatedMeeting[]): void {
    const notes = new Set<Note>();
    for (let at = meetings.length - 1; at >= 0; at--) {
      const { note, meeting } = meetings[at] as DatedMeeting;
      if (meeting.date < this.#since) break;
      if (meeting.date <= this.#span.today) {
        this.#readMeeting(person, note, meeting);
        notes.add(note);
      }
    }
    for (const note of notes) {
      this.#readFollowUps(person, note);
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

  #readMeeting(person: Person, note: Note, meeting: Meeting): void {
    const placeAt = (at: Pick<ThemePlace, 'line' | 'private'>): ThemePlace => {
      return { person, date: meeting.date, uri: note.uri, line: at.line, private: at.private };
    };
    for (const remark of meeting.remarks) {
      if (remark.private && !this.#span.withPrivate) continue;
      const place = placeAt(remark);
      const followUp = remark.about && followUpAt(note, remark.line);
      if (!followUp) this.#readTags(remark.named, place);
      if (remark.about === 'blockers') this.#blockers.add(remark.named, place);
      if (remark.about === 'onMyMind') this.#readMind(remark.named, place);
      if (remark.about === 'thanks') this.#thanks.add(remark.named, place, followUp);
    }
    if (note.kind === 'meeting' && (!note.private || this.#span.withPrivate)) {
      for (const tag of note.tags.filter((each) => !isOneOnOneTag(each))) {
        this.#addTag(tag, placeAt({ line: 0, private: note.private }));
      }
    }
  }

  #readFollowUps(person: Person, note: Note): void {
    for (const followUp of note.followUps) {
      const date = note.meetings[followUp.meeting]?.date;
      const isInSpan = date !== undefined && date >= this.#since && date <= this.#span.today;
      // Of one that was carried over, the copy in the later note counts.
      const counts = followUp.status !== 'moved' && followUp.status !== 'dropped' && followUp.status !== 'none';
      if (!isInSpan || !counts || (followUp.private && !this.#span.withPrivate)) continue;
      const place = { person, date, uri: note.uri, line: followUp.line, private: followUp.private };
      for (const tag of followUp.tags) this.#addTag(tag, place);
      this.#thanks.addFollowUp(followUp, place);
    }
  }

  #readTags(named: readonly Named[], place: ThemePlace): void {
    for (const { name, form } of named) {
      if (form === 'tag') this.#addTag(name, place);
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
    this.#tags.add({ key: personKey(tag), label: `#${tag}` }, place);
  }
}

function followUpAt(note: Note, line: number): FollowUp | undefined {
  return note.followUps.find((followUp) => followUp.line === line && followUp.status !== 'none');
}
