import assert from 'node:assert/strict';
import type { Seeded } from '../../../bench/seeded';
import { addDays, type CivilDate } from '../../../src/core/dates/civilDate';
import { applyEdits, type NoteEdits, type Refusal } from '../../../src/core/text/edit';
import { drop, tick } from '../../../src/core/followUp/edits';
import { anchorOf } from '../../../src/core/followUp/locate';
import type { DatedMeeting } from '../../../src/core/index/listedFollowUp';
import { addNoteEdits, carryIntoNewNote, planBringFollowUps } from '../../../src/core/carryOver/plan';
import { type CarryRequest, type CarrySource, followUpsToCarry } from '../../../src/core/carryOver/request';
import { newAnchor } from '../../../src/core/noteEdit/logHeading';
import { type NotePlaceNow, planNextNote } from '../../../src/core/newNote/content';
import { day, noteAt, uriOf } from '../../core/support/notes';
import { indexOf, type Workspace } from '../../core/carryOver/carrying';
import { countOf, forRandomCases } from '../support/randomCases';

/** Each case is the notes of one person over many weeks. */
const LIVES = { usual: 300, long: 50_000 };
const WEEKS = { usual: 3, long: 6 };
const LOG = '1on1s/Jane Doe.md';

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
  readonly #random: Seeded;
  readonly #isLog: boolean;
  /** Whether promises are repeated word for word. */
  readonly #hasTwins: boolean;
  #promises: readonly Promised[] = [];
  #notes: Workspace;
  #today = day('2026-01-05');
  #count = 0;

  constructor(random: Seeded) {
    this.#random = random;
    this.#isLog = random.chance(0.4);
    this.#hasTwins = random.chance(0.6);
    const date = this.#today;
    this.#notes = this.#isLog
      ? { [LOG]: `# Jane Doe\n\n## ${date}\n\n### Follow-ups\n\n` }
      : { [this.#pathOf(date)]: `# Jane\r\n\r\n## Follow-ups\r\n\r\n` };
  }

  liveAWeek(): void {
    this.#doSome(4, () => this.#promise());
    this.#check('after promises');
    this.#doSome(3, () => this.#settle());
    this.#check('after ticks');
    this.#doSome(2, () => this.#editByHand());
    this.#check('after edits by hand');
    this.#today = addDays(this.#today, this.#random.chance(0.1) ? 0 : 7);
    this.#meet();
  }

  /** A new note with all that is open: whole, cut short, or arriving elsewhere one note after the other in any order. */
  #meet(): void {
    const before = this.#notes;
    const writes = this.#planMeeting();
    for (let done = 0; done <= writes.length; done++) {
      this.#notes = written(before, writes.slice(0, done));
      this.#check(`after ${done} of ${writes.length} writes`);
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
    this.#check('after a meeting');
    if (this.#random.chance(0.5)) {
      assert.ok(this.#bring() || done === writes.length);
      this.#check('after Bring Follow-Ups');
      assert.equal(this.#bring(), false);
    }
  }

  #planMeeting(): Write[] {
    const date = this.#today;
    const path = this.#isLog ? LOG : this.#freePath(date);
    const text = this.#notes[path] ?? '';
    const log = { text, meetings: noteAt(path, text).meetings };
    const request = this.#request(path, date, this.#isLog ? { anchor: newAnchor(log, date) } : {});
    const along = carryIntoNewNote({ carry: request, parked: [] });
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
    const newest = this.#newest();
    const path = pathIn(newest.note.uri);
    const request = this.#request(path, newest.meeting.date, { meeting: newest.index });
    const into = { note: newest.note, text: this.#notes[path] ?? '', meeting: newest.index };
    const { plan } = planned(planBringFollowUps(into, request));
    this.#notes = written(this.#notes, writesOf(plan.changes));
    return plan.changes.length > 0;
  }

  /** All that is open, and what stands in the target already though it is not marked. */
  #request(path: string, date: CivilDate, { anchor, meeting }: { anchor?: string; meeting?: number }): CarryRequest {
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
      target: { uri, date, anchor, wikiLinks: false },
      sidesOf: () => ({ writer: 'me', other: 'Jane Doe' }),
      statuses: {},
    };
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
    const before = this.#notes[path] ?? '';
    const lineEnd = before.includes('\r\n') ? '\r\n' : '\n';
    const isChild = / \[.\] [^\r\n]*\r?\n$/.test(before) && this.#random.chance(0.3);
    const around = isChild
      ? ''
      : this.#random.pick([
          '',
          '',
          '',
          `- [i] A note${lineEnd}  `,
          `- [b] A page${lineEnd}  `,
          `> - [i] A quote${lineEnd}>   `,
        ]);
    const bullet = isChild
      ? `${/( *)[-*>][^\r\n]*\r?\n$/.exec(before)?.[1] ?? ''}  - `
      : this.#random.pick(['- ', '* ', '> - ', '1. ']);
    const gap = isChild ? '' : lineEnd;
    const mark = this.#random.pick([' ', ' ', '/', '<', '*', '!']);
    const fields = this.#random.pick(['', ' due:2026-12-01', ' 📅 2026-12-01', ' [due:: 2026-12-01]', ' ^id', '  ']);
    // The newest entry stands last in these logs, so the end of the note is the end of its follow-ups.
    this.#write(path, `${before}${gap}${around}${around === '' ? bullet : '- '}[${mark}] ${text}${fields}${lineEnd}`);
    this.#promises = [...this.#promises, { text, since: newest.meeting.date }];
  }

  #settle(): void {
    const index = indexOf(this.#notes);
    const open = index.followUpsOf('jane doe').filter((item) => item.isOpen);
    const item = open[this.#random.below(open.length)];
    if (!item) {
      return;
    }
    const path = pathIn(item.note.uri);
    const noteNow = this.#notes[path] ?? '';
    const request = { noteNow, followUp: anchorOf(item.followUp, item.note.followUps), dialect: 'plain' } as const;
    const { edits } = planned(this.#random.chance(0.8) ? tick(request, this.#today) : drop(request, this.#today));
    this.#write(path, applyEdits(noteNow, edits));
    const done = this.#promises.findIndex(({ text, since }) => text === item.followUp.text && since === item.since);
    this.#promises = this.#promises.toSpliced(done, 1);
  }

  /** Text above or between, which moves lines but changes no promise. */
  #editByHand(): void {
    const paths = Object.keys(this.#notes);
    const path = paths[this.#random.below(paths.length)] ?? '';
    const text = this.#notes[path] ?? '';
    const headings = Array.from(text.matchAll(/^#+ .*\r?\n/gm), ({ index, 0: line }) => index + line.length);
    const at = headings[this.#random.below(headings.length)] ?? text.length;
    const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
    this.#write(path, `${text.slice(0, at)}${lineEnd}A word.${lineEnd}${lineEnd}${text.slice(at)}`);
  }

  /** Each promise is listed once, as old as it is. */
  #check(when: string): void {
    const index = indexOf(this.#notes);
    const open = index.groups().flatMap((group) => index.followUpsOf(group).filter((item) => item.isOpen));
    const listed = open.map(({ followUp, since }) => `${followUp.text} since ${since ?? '?'}`).sort();
    const promised = this.#promises.map(({ text, since }) => `${text} since ${since}`).sort();
    assert.deepEqual(listed, promised, `${when}, on ${this.#today}:\n${JSON.stringify(this.#notes, undefined, 1)}`);
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
    forRandomCases(LIVES, (random) => {
      const life = new Life(random);
      for (let week = 0; week < countOf(WEEKS); week++) life.liveAWeek();
    });
  });
});
