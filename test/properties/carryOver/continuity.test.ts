import assert from 'node:assert/strict';
import type { Seeded } from '../../../bench/seeded';
import { addDays, type CivilDate } from '../../../src/core/dates/civilDate';
import { applyEdits, type NoteEdits, type Refusal } from '../../../src/core/text/edit';
import type { FollowUpStatus } from '../../../src/core/followUp/followUp';
import { reopen } from '../../../src/core/followUp/edits';
import { anchorOf } from '../../../src/core/followUp/locate';
import type { DatedMeeting } from '../../../src/core/index/listedFollowUp';
import { addNoteEdits, carryIntoNewNote, planBringFollowUps } from '../../../src/core/carryOver/plan';
import { parkIn, parkingPlace } from '../../../src/core/carryOver/parkingLot';
import { type CarryRequest, type CarrySource, followUpsToCarry } from '../../../src/core/carryOver/request';
import { newHeading } from '../../../src/core/noteEdit/logHeading';
import type { HeadingTarget } from '../../../src/core/noteEdit/relativeLinks';
import { type NotePlaceNow, planNextNote } from '../../../src/core/newNote/content';
import type { Note } from '../../../src/core/note/note';
import type { ShareRefusal } from '../../../src/core/sharing/redact';
import { shareableRecap, type SharedText } from '../../../src/core/sharing/share';
import { day, noteAt, rules, uriOf } from '../../core/support/notes';
import { indexOf, type Workspace } from '../../core/carryOver/carrying';
import { planRatings } from '../../../src/core/ratings/planRatings';
import { countOf, forRandomCases } from '../support/randomCases';
import { editedElsewhere, randomCommand, typedPromise, wordsOf } from './byHand';

/** Each case is the notes of one person over many weeks. */
const LIVES = { usual: 300, long: 2_000 };
const WEEKS = { usual: 3, long: 6 };
/** Minimum number of whole commands in all lives together. */
const COMMANDS = { usual: 2_500, long: 50_000 };
/** Statuses of items that no recap lists. */
const LEFT_OUT: readonly FollowUpStatus[] = ['dropped', 'none'];
const LOG = '1on1s/Jane Doe.md';
const PAGE = 'People/Jane Doe.md';

/** One write of a plan, to be made or lost. */
interface Write {
  readonly path: string;
  readonly text: string;
}

/** What was promised, and the date since which it is open. */
interface Promised {
  readonly text: string;
  readonly since: CivilDate;
}

/** A person's notes over many weeks, and beside them what was promised and not yet done. */
class Life {
  /** Number of commands run so far: each may be several writes. */
  commands = 0;
  readonly #random: Seeded;
  readonly #isLog: boolean;
  /** Whether promises are repeated word for word. */
  readonly #hasTwins: boolean;
  #promises: readonly Promised[] = [];
  /** Every topic that was ever saved for a next 1:1. */
  #topics: readonly string[] = [];
  /** Whether a move of topics was cut short. A topic may then be in two notes. */
  #isMoveCut = false;
  #notes: Workspace;
  #today = day('2026-01-05');
  #count = 0;

  constructor(random: Seeded) {
    this.#random = random;
    this.#isLog = random.chance(0.4);
    this.#hasTwins = random.chance(0.6);
    const date = this.#today;
    this.#notes = this.#isLog
      ? { [LOG]: `# Jane Doe\n\n## Next 1:1\n\n## ${date}\n\n### Follow-ups\n\n` }
      : { [this.#pathOf(date)]: `# Jane\r\n\r\n## Follow-ups\r\n\r\n`, [PAGE]: '# Jane Doe\n' };
  }

  liveAWeek(): void {
    this.#doSome(4, () => this.#promise());
    this.#check('after promises');
    this.#doSome(4, () => this.#command());
    this.#check('after commands');
    this.#doSome(2, () => this.#change());
    this.#check('after other changes');
    this.#doSome(1, () => this.#delete());
    this.#check('after a line was deleted');
    this.#doSome(2, () => this.#park());
    this.#checkTopics('after topics were parked');
    this.#today = addDays(this.#today, this.#random.chance(0.1) ? 0 : 7);
    this.#meet();
  }

  /** A new note with all that is open: whole, cut short, or arriving elsewhere one note after the other in any order. */
  #meet(): void {
    this.commands++;
    const before = this.#notes;
    const writes = this.#planMeeting();
    for (let done = 0; done <= writes.length; done++) {
      this.#notes = written(before, writes.slice(0, done));
      this.#check(`after ${done} of ${writes.length} writes`);
      this.#checkTopics(`after ${done} of ${writes.length} writes`, done < writes.length);
    }
    // A repeated text in a later note closes a moved line whose own target has not arrived.
    for (let some = 0; some < 3 && !this.#hasTwins; some++) {
      this.#notes = written(
        before,
        writes.filter(() => this.#random.chance(0.5)),
      );
      this.#check('while notes arrive from a second machine');
    }
    const done = this.#random.chance(0.3) ? this.#random.below(writes.length) + 1 : writes.length;
    this.#notes = written(before, writes.slice(0, done));
    this.#isMoveCut ||= done < writes.length;
    this.#check('after a meeting');
    this.#checkTopics('after a meeting');
    this.#checkRecap();
    if (this.#random.chance(0.5)) {
      assert.ok(this.#bring() || writes.slice(done).every(({ path }) => path === PAGE));
      this.#check('after Bring Follow-Ups');
      assert.equal(this.#bring(), false);
    }
  }

  #planMeeting(): Write[] {
    const date = this.#today;
    const path = this.#isLog ? LOG : this.#freePath(date);
    const text = this.#notes[path] ?? '';
    const log = { text, meetings: noteAt(path, text).meetings };
    const request = this.#request(path, date, this.#isLog ? { heading: newHeading(log, date) } : {});
    const along = carryIntoNewNote({ carry: request, parked: this.#parkingLots() });
    assert.deepEqual(along.left, []);
    const content = {
      person: 'Jane Doe',
      date,
      sections: [],
      hasPrivateSection: this.#random.chance(0.2),
      ...along.brought,
    };
    const place: NotePlaceNow = { uri: uriOf(path), kind: this.#isLog ? 'log' : 'file', ...(this.#isLog && { log }) };
    const { plan } = planned(addNoteEdits(planned(planNextNote(content, place)), along.changes));
    const created = plan.create ? [{ path, text: plan.create.text }] : [];
    return [...created, ...writesOf(plan.changes)];
  }

  /** Brings what is open into the newest meeting. Returns whether that changed anything. */
  #bring(): boolean {
    this.commands++;
    const newest = this.#newest();
    const path = pathIn(newest.note.uri);
    const request = this.#request(path, newest.meeting.date, { meeting: newest.index });
    const into = { note: newest.note, text: this.#notes[path] ?? '', meeting: newest.index };
    const { plan } = planned(planBringFollowUps(into, request));
    this.#notes = written(this.#notes, writesOf(plan.changes));
    return plan.changes.length > 0;
  }

  /** All that is open, and what stands in the target already though it is not marked. */
  #request(
    path: string,
    date: CivilDate,
    { heading, meeting }: { heading?: HeadingTarget; meeting?: number },
  ): CarryRequest {
    const index = indexOf(this.#notes);
    const uri = uriOf(path);
    const sources = Object.entries(this.#notes).map(([other, textNow]): CarrySource => {
      const items = index
        .followUpsIn(uriOf(other))
        .filter(({ isOpen, carriedTo }) => isOpen || (carriedTo?.uri === uri && carriedTo.meeting === meeting));
      const note = items[0]?.note ?? noteAt(other, textNow);
      return { note, textNow, ...followUpsToCarry(items) };
    });
    return {
      sources,
      target: { uri, date, heading, wikiLinks: false },
      sidesOf: () => ({ writer: 'me', other: 'Jane Doe' }),
      statuses: {},
    };
  }

  #parkingLots(): { note: Note; textNow: string }[] {
    const [path, textNow = ''] = [this.#parkingLot, this.#notes[this.#parkingLot]];
    return [{ note: noteAt(path, textNow), textNow }];
  }

  get #parkingLot(): string {
    return this.#isLog ? LOG : PAGE;
  }

  /** Saves a topic for the next 1:1, after the last one. */
  #park(): void {
    this.commands++;
    const words = `topic ${this.#topics.length + 1}.`;
    const index = indexOf(this.#notes);
    const page = this.#isLog ? undefined : index.note(uriOf(PAGE));
    const place = parkingPlace({ meetings: index.meetingsWith('jane doe'), page }, addDays(this.#today, 1));
    assert.ok(place.kind === 'next');
    const textNow = this.#notes[this.#parkingLot] ?? '';
    const { edits } = planned(parkIn({ words, place, textNow }));
    this.#write(this.#parkingLot, applyEdits(textNow, edits));
    this.#topics = [...this.#topics, words];
  }

  /** Each topic is waiting or on an agenda: once, or twice if its move was cut short, but never lost. */
  #checkTopics(when: string, isCut = false): void {
    const paths = Object.keys(this.#notes).filter((path) => !path.includes('conflicted copy'));
    const texts = paths.map((path) => this.#notes[path]).join('\n');
    for (const topic of this.#topics) {
      const times = texts.split(topic).length - 1;
      const told = `${topic} ${when}, on ${this.#today}:\n${JSON.stringify(this.#notes, undefined, 1)}`;
      assert.ok(times >= 1 && (times === 1 || isCut || this.#isMoveCut), told);
    }
  }

  #newest(): DatedMeeting {
    const newest = indexOf(this.#notes).meetingsWith('jane doe').at(-1);
    assert.ok(newest);
    return newest;
  }

  #promise(): void {
    const newest = this.#newest();
    const isTwin = this.#hasTwins && this.#count > 0 && this.#random.chance(0.5);
    const text = `promise ${isTwin ? this.#random.below(Math.min(this.#count, 3)) + 1 : ++this.#count}`;
    const path = pathIn(newest.note.uri);
    // The newest entry is last in these logs, so the end of the note is the end of its follow-ups.
    this.#write(path, typedPromise(this.#random, this.#notes[path] ?? '', text));
    this.#promises = [...this.#promises, { text, since: newest.meeting.date }];
  }

  /** A command on an open follow-up, or a closed one that is reopened. */
  #command(): void {
    const items = indexOf(this.#notes).followUpsOf('jane doe');
    const isReopened = this.#random.chance(0.2);
    const some = items.filter(({ isOpen, status }) =>
      isReopened ? status === 'done' || status === 'dropped' : isOpen,
    );
    const item = some[this.#random.below(some.length)];
    if (!item) {
      return;
    }
    const { closes, make } = isReopened ? { closes: false, make: reopen } : randomCommand(this.#random, this.#today);
    this.commands++;
    const path = pathIn(item.note.uri);
    const noteNow = this.#notes[path] ?? '';
    const request = { noteNow, followUp: anchorOf(item.followUp, item.note.followUps), dialect: 'plain' } as const;
    this.#write(path, applyEdits(noteNow, planned(make(request)).edits));
    const promised = { text: wordsOf(item.followUp.text), since: item.since ?? this.#today };
    const at = this.#promises.findIndex(({ text, since }) => text === promised.text && since === promised.since);
    if (closes) this.#promises = this.#promises.toSpliced(at, 1);
    if (isReopened) this.#promises = [...this.#promises, promised];
  }

  /** Deletes the line of a follow-up that was never carried and holds no other. */
  #delete(): void {
    const items = indexOf(this.#notes).followUpsOf('jane doe');
    const whole = items.filter((each) => each.isOpen && each.followUp.origin === undefined);
    const item = whole[this.#random.below(whole.length)];
    if (!item || this.#hasTwins) return;
    const path = pathIn(item.note.uri);
    const lines = (this.#notes[path] ?? '').split('\n');
    const { line, text } = item.followUp;
    if (/^[ >]* {2}- /.test(lines[line + 1] ?? '')) return;
    this.#write(path, lines.toSpliced(line, 1).join('\n'));
    this.#promises = this.#promises.filter((each) => each.text !== wordsOf(text));
  }

  /** What else happens to notes: text typed elsewhere, a copy that a sync tool leaves, ratings. */
  #change(): void {
    const path = this.#random.pick(Object.keys(this.#notes));
    const text = this.#notes[path] ?? '';
    if (!this.#isLog && this.#random.chance(0.2)) {
      this.#write(path.replace('.md', ' (conflicted copy).md'), text);
    } else if (this.#random.chance(0.2)) {
      this.commands++;
      const meetings = indexOf(this.#notes).meetingsWith('jane doe');
      const at = this.#newest();
      const rated = pathIn(at.note.uri);
      const ratings = { challenge: this.#random.below(11), skill: this.#random.below(11) };
      const wish = { text: this.#notes[rated] ?? '', at, meetings, ratings, title: 'Jane Doe' };
      this.#write(rated, applyEdits(wish.text, planned(planRatings(wish)).change.edits));
    } else {
      this.#write(path, editedElsewhere(this.#random, text));
    }
  }

  /** Each promise is listed once, as old as it is. */
  #check(when: string): void {
    const index = indexOf(this.#notes);
    const open = index.groups().flatMap((group) => index.followUpsOf(group).filter((item) => item.isOpen));
    const listed = open.map(({ followUp, since }) => `${wordsOf(followUp.text)} since ${since ?? '?'}`).sort();
    const promised = this.#promises.map(({ text, since }) => `${text} since ${since}`).sort();
    assert.deepEqual(listed, promised, `${when}, on ${this.#today}:\n${JSON.stringify(this.#notes, undefined, 1)}`);
  }

  /** The recap of the newest meeting lists each public follow-up of it, apart from dropped ones. */
  #checkRecap(): void {
    const { note, meeting, index: which } = this.#newest();
    const people = indexOf(this.#notes).people;
    const person = people.get('jane doe');
    assert.ok(person);
    const path = pathIn(note.uri);
    const file = { uri: note.uri, path, text: this.#notes[path] ?? '' };
    const request = { file, rules, meeting: which, person, people, writer: 'me' as const };
    const recap = planned<SharedText | ShareRefusal>(shareableRecap(request));
    const text = 'text' in recap ? recap.text : '';
    const shown = note.followUps.filter(
      (item) => item.meeting === which && !item.private && !LEFT_OUT.includes(item.status) && item.text !== '',
    );
    const promisesIn = (texts: readonly string[]) => texts.flatMap((each) => each.match(/promise \d+/g) ?? []).sort();
    const told = `the recap of ${meeting.date}:\n${text}\nof\n${file.text}`;
    assert.deepEqual(promisesIn([text]), promisesIn(shown.map((item) => item.text)), told);
  }

  #write(path: string, text: string): void {
    this.#notes = { ...this.#notes, [path]: text };
  }

  #pathOf(date: CivilDate): string {
    return `1-1s/jane-doe/${date}.md`;
  }

  #freePath(date: CivilDate): string {
    const first = this.#pathOf(date);
    return first in this.#notes ? first.replace('.md', `-${Object.keys(this.#notes).length}.md`) : first;
  }

  #doSome(most: number, act: () => void): void {
    for (let times = this.#random.below(most + 1); times > 0; times--) {
      act();
    }
  }
}

function planned<Planned extends object>(result: Planned | Refusal): Planned {
  assert.ok(!('refused' in result), JSON.stringify(result));
  return result;
}

const pathIn = (uri: string) => decodeURIComponent(uri.slice('file:///notes/'.length));

function writesOf(changes: readonly NoteEdits[]): Write[] {
  return changes.map(({ uri, before, edits }) => ({ path: pathIn(uri), text: applyEdits(before, edits) }));
}

function written(notes: Workspace, writes: readonly Write[]): Workspace {
  return { ...notes, ...Object.fromEntries(writes.map(({ path, text }) => [path, text])) };
}

describe('Over many weeks', () => {
  it('each promise is listed exactly once until it is done or dropped, and never gets younger', () => {
    let commands = 0;
    forRandomCases(LIVES, (random) => {
      const life = new Life(random);
      for (let week = 0; week < countOf(WEEKS); week++) life.liveAWeek();
      commands += life.commands;
    });
    console.log(`      ${commands} commands`);
    assert.ok(commands >= countOf(COMMANDS), `There were only ${commands} commands.`);
  });
});
