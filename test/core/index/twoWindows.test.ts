import assert from 'node:assert/strict';
import { bringIntoMeeting } from '../../../src/core/carryOver/plan';
import { planParking } from '../../../src/core/carryOver/parkingLot';
import { planSetDue, tick } from '../../../src/core/followUp/edits';
import { anchorOf } from '../../../src/core/followUp/locate';
import { builtInFrameworks } from '../../../src/core/frameworks/builtIn';
import { noteOfThatDay, planSession } from '../../../src/core/newNote/planSession';
import type { EditableNotes } from '../../../src/core/noteEdit/existingMeeting';
import { summarizePerson } from '../../../src/core/peopleView/summary';
import { applyEdits, newFilesOf, type Plan, type Refusal } from '../../../src/core/text/edit';
import { wordMessage } from '../../../src/core/text/message';
import { day, indexOf, uriOf } from '../support/notes';

const MAX = 'Max Meyer';
const JANE = 'Jane Doe';
const OLD = '1-1s/jane-doe/2026-11-23.md';
const NEW = '1-1s/jane-doe/2026-11-30.md';
const today = day('2026-11-30');

function note(date: string, ...lines: readonly string[]): string {
  return ['---', 'type: 1on1', `people: [${JANE}, ${MAX}]`, `date: ${date}`, '---', '', ...lines, ''].join('\n');
}

/** Files on a disk that two windows share. */
type Files = Record<string, string>;

/** A window with the notes as it read them last. */
class NotesWindow implements EditableNotes {
  readonly #me: string;
  readonly #disk: Files;
  #seen: Files = {};
  index = indexOf({});

  constructor(me: string, disk: Files) {
    this.#me = me;
    this.#disk = disk;
    this.read();
  }

  /** Reads what is on disk now. */
  read(): void {
    this.#seen = { ...this.#disk };
    this.index = indexOf(this.#seen, { me: [this.#me], roster: [] });
  }

  textOf(uri: string): Promise<string> {
    return Promise.resolve(this.#seen[pathOf(uri)] ?? '');
  }

  textToEdit(uri: string): Promise<string> {
    return this.textOf(uri);
  }

  refresh(): Promise<void> {
    return Promise.resolve();
  }

  get person() {
    const [person] = this.index.people.all;
    assert.ok(person);
    return person;
  }

  /** Writes a plan as the editor does: only if nothing has changed since it was made. Returns whether it was written. */
  write(plan: Plan | Refusal): boolean {
    assert.ok(!('refused' in plan), JSON.stringify(plan));
    const isTaken = newFilesOf(plan).some(({ uri }) => this.#disk[pathOf(uri)] !== undefined);
    const isChanged = plan.changes.some(({ uri, before }) => this.#disk[pathOf(uri)] !== before);
    if (isTaken || isChanged) return false;
    for (const { uri, text } of newFilesOf(plan)) this.#disk[pathOf(uri)] = text;
    for (const { uri, before, edits } of plan.changes) this.#disk[pathOf(uri)] = applyEdits(before, edits);
    this.read();
    return true;
  }

  park(words: string): Promise<Plan | Refusal> {
    const newPage = () => Promise.reject(new Error('There is a note.'));
    return planParking({ person: this.person, words, today, newPage }, this);
  }

  async newNote(): Promise<Plan | Refusal> {
    const [framework] = builtInFrameworks();
    assert.ok(framework);
    const planned = await planSession(
      {
        person: this.person,
        framework,
        date: today,
        place: { uri: uriOf(NEW), root: uriOf(''), kind: 'file', isThere: false },
        settings: { carriesOver: true, hasPrivateSection: false, statuses: {} },
      },
      this,
    );
    return 'refused' in planned ? planned : planned.planned.plan;
  }

  async bring(): Promise<Plan | Refusal> {
    const dated = this.index.meetingsWith(this.person.key).find(({ meeting }) => meeting.date === today);
    assert.ok(dated);
    const brought = await bringIntoMeeting({ person: this.person, dated, root: uriOf(''), statuses: {} }, this);
    return 'refused' in brought ? brought : brought.plan;
  }

  /** The open follow-ups, with whose they are. */
  open(): readonly string[] {
    return this.index
      .followUpsOf(this.person.key)
      .filter(({ isOpen }) => isOpen)
      .map(({ text, owners }) => {
        const names = owners.map((owner) => (owner === 'me' ? this.#me : owner.name));
        return `${names.join()}: ${text}`;
      });
  }

  /** The anchor of the follow-up with some words, as the window shows it. */
  anchor(path: string, words: string) {
    const read = this.index.note(uriOf(path));
    const followUp = read?.followUps.find(({ text }) => text === words);
    assert.ok(read && followUp);
    return anchorOf(followUp, read.followUps);
  }
}

function pathOf(uri: string): string {
  return decodeURIComponent(uri.slice(uriOf('').length));
}

function windowsOn(disk: Files): { readonly max: NotesWindow; readonly jane: NotesWindow } {
  return { max: new NotesWindow(MAX, disk), jane: new NotesWindow(JANE, disk) };
}

describe('Two windows on one folder', () => {
  it('both add a point to the agenda: the later one writes nothing, and both points are there in the end', async () => {
    const disk: Files = {
      [NEW]: note('2026-11-30', '## Agenda', '', `**${JANE}**`, '', '- ', '', `**${MAX}**`, '', '- '),
    };
    const { max, jane } = windowsOn(disk);
    const [ofMax, ofJane] = [await max.park('The offsite'), await jane.park('My role')];
    assert.equal(max.write(ofMax), true);
    assert.equal(jane.write(ofJane), false);
    jane.read();
    assert.equal(jane.write(await jane.park('My role')), true);
    assert.match(disk[NEW] ?? '', /\*\*Jane Doe\*\*\n\n- My role\n- \n\n\*\*Max Meyer\*\*\n\n- The offsite\n- \n/);
  });

  it('keep the order of the lists in the next agenda, whichever of the two prepares it', async () => {
    const agenda = ['## Agenda', '', `**${JANE}**`, '', '- My role', '', `**${MAX}**`, '', '- The offsite'];
    for (const me of [MAX, JANE]) {
      const disk: Files = { [OLD]: note('2026-11-23', ...agenda) };
      const side = new NotesWindow(me, disk);
      assert.equal(side.write(await side.newNote()), true);
      assert.match(disk[NEW] ?? '', /## Agenda\n\n\*\*Jane Doe\*\*\n\n- \n\n\*\*Max Meyer\*\*\n\n- \n/);
    }
  });

  it('both carry over: the later one finds the note, and each promise is open once', async () => {
    const disk: Files = { [OLD]: note('2026-11-23', '- [ ] @max Send deck', '- [ ] @jane Read it') };
    const { max, jane } = windowsOn(disk);
    const [ofMax, ofJane] = [await max.newNote(), await jane.newNote()];
    assert.equal(max.write(ofMax), true);
    assert.equal(jane.write(ofJane), false);
    jane.read();
    assert.equal(noteOfThatDay({ person: jane.person, date: today }, jane.index), uriOf(NEW));
    assert.equal(jane.write(await jane.bring()), true);
    const expected = [`${MAX}: Send deck`, `${JANE}: Read it`];
    assert.deepEqual([max.open(), jane.open()], [expected, expected]);
  });

  it('both carry over while a sync has brought only the new note: each promise is open once', async () => {
    const disk: Files = { [OLD]: note('2026-11-23', '- [ ] @max Send deck', '- [ ] @jane Read it') };
    const before = disk[OLD] ?? '';
    const { max } = windowsOn(disk);
    assert.equal(max.write(await max.newNote()), true);
    const atJane: Files = { [OLD]: before, [NEW]: disk[NEW] ?? '' };
    const jane = new NotesWindow(JANE, atJane);
    assert.deepEqual(jane.open(), [`${MAX}: Send deck`, `${JANE}: Read it`]);
    assert.equal(jane.write(await jane.bring()), true);
    assert.deepEqual(atJane, disk);
  });

  it('bring nothing from a private note into a note that both read', async () => {
    const secret = 'private/jane-doe/2026-11-23.md';
    const pay = ['---', 'type: 1on1', `person: ${JANE}`, 'private: true', '---', '', '- [ ] @me Plan her pay', ''];
    const disk: Files = { [OLD]: note('2026-11-23', '- [ ] @max Send deck'), [secret]: pay.join('\n') };
    const { max } = windowsOn(disk);
    assert.equal(max.write(await max.newNote()), true);
    assert.doesNotMatch(disk[NEW] ?? '', /her pay/);
    assert.match(disk[NEW] ?? '', /Send deck/);
    assert.deepEqual([...max.open()].sort(), [`${MAX}: Plan her pay`, `${MAX}: Send deck`]);
    assert.ok(!('refused' in (await max.bring())));
    assert.equal(disk[secret], pay.join('\n'));
  });

  it('lets one tick what the other has just snoozed only after reading it again', () => {
    const disk: Files = { [OLD]: note('2026-11-23', '- [ ] @max Send deck due:2026-11-27') };
    const { max, jane } = windowsOn(disk);
    const snoozed = planSetDue(
      { noteNow: disk[OLD] ?? '', followUp: jane.anchor(OLD, 'Send deck'), dialect: 'plain' },
      day('2026-12-04'),
    );
    assert.ok(!('refused' in snoozed));
    disk[OLD] = applyEdits(disk[OLD] ?? '', snoozed.edits);
    const request = { noteNow: disk[OLD], followUp: max.anchor(OLD, 'Send deck'), dialect: 'plain' } as const;
    const refused = tick(request, today);
    assert.match('refused' in refused ? wordMessage(refused.refused) : '', /no longer in the note/);
    max.read();
    const ticked = tick({ ...request, followUp: max.anchor(OLD, 'Send deck') }, today);
    assert.ok(!('refused' in ticked));
    assert.match(applyEdits(request.noteNow, ticked.edits), /- \[x\] @max Send deck due:2026-12-04 done:2026-11-30/);
  });

  it('lists once what one ticked and the other snoozed where Git could not merge both, and ticks nothing there', () => {
    const lines = [
      '<<<<<<< HEAD',
      '- [x] @max Send deck due:2026-11-27 done:2026-11-26',
      '=======',
      '- [ ] @max Send deck due:2026-12-04',
      '>>>>>>> theirs',
    ];
    const disk: Files = { [OLD]: note('2026-11-23', ...lines) };
    const { max, jane } = windowsOn(disk);
    assert.deepEqual([max.open(), jane.open()], [[`${MAX}: Send deck`], [`${MAX}: Send deck`]]);
    const followUp = max.anchor(OLD, 'Send deck');
    const refused = tick({ noteNow: disk[OLD] ?? '', followUp, dialect: 'plain' }, today);
    assert.match('refused' in refused ? wordMessage(refused.refused) : '', /Git could not merge/);
  });

  it('ticks the line that is meant, or none, after a merge has doubled it', () => {
    const before = note('2026-11-23', '## Follow-ups', '', '- [ ] @max Send deck', '', '## Notes', '', 'A talk.');
    const doubled = before.replace('A talk.', 'A talk.\n\n- [ ] @max Send deck');
    const { max } = windowsOn({ [OLD]: before });
    const ofMax = { noteNow: doubled, followUp: max.anchor(OLD, 'Send deck'), dialect: 'plain' } as const;
    const ticked = tick(ofMax, today);
    assert.ok(!('refused' in ticked));
    assert.match(applyEdits(doubled, ticked.edits), /## Follow-ups\n\n- \[x\][^]*A talk\.\n\n- \[ \]/);
    const beside = before.replace('- [ ] @max Send deck', '- [ ] @max Send deck\n- [ ] @max Send deck');
    const unclear = tick({ ...ofMax, noteNow: beside }, today);
    assert.match('refused' in unclear ? wordMessage(unclear.refused) : '', /several times/);
  });

  it('lists a carried line that a merge has doubled twice, and its source no more', async () => {
    const disk: Files = { [OLD]: note('2026-11-23', '- [ ] @max Send deck') };
    const { max } = windowsOn(disk);
    assert.equal(max.write(await max.newNote()), true);
    const line = /- \[ \] @max Send deck \(from.*\n/.exec(disk[NEW] ?? '')?.[0] ?? '';
    disk[NEW] = `${disk[NEW] ?? ''}\n${line}`;
    max.read();
    assert.deepEqual(max.open(), [`${MAX}: Send deck`, `${MAX}: Send deck`]);
    assert.equal(max.write(await max.bring()), true);
    assert.deepEqual(max.open(), [`${MAX}: Send deck`, `${MAX}: Send deck`]);
  });
});

describe('A 1:1 of two people', () => {
  /** The owners of the lines, for each reader: the name, or what is unclear. */
  const ownersFor = (me: string, files: Readonly<Record<string, string>>, path: string): readonly string[] => {
    const index = indexOf(files, { me: [me], roster: [] });
    return index.followUpsIn(uriOf(path)).map(({ owners, ambiguousOwner }) => {
      return ambiguousOwner === undefined
        ? owners.map((owner) => (owner === 'me' ? me : owner.name)).join()
        : `${ambiguousOwner}?`;
    });
  };
  const between = (one: string, other: string, ...lines: readonly string[]): string =>
    ['---', 'type: 1on1', `people: [${one}, ${other}]`, 'date: 2026-11-30', '---', ...lines, ''].join('\n');

  it('with one first name gives it to the same one for both of them, or leaves it open for both', () => {
    const text = between('Jane Doe', 'Jane Roe', '- [ ] @jane Send', '- [ ] @jane.roe Read');
    const apart = '1-1s/2026-11-30.md';
    for (const me of ['Jane Doe', 'Jane Roe']) {
      assert.deepEqual(ownersFor(me, { [apart]: text }, apart), ['jane?', 'Jane Roe']);
      // The folder says whom the note is about.
      assert.deepEqual(ownersFor(me, { [NEW]: text }, NEW), ['Jane Doe', 'Jane Roe']);
    }
  });

  it('gives a first name to its own Jane for both of them, whoever else is called so', () => {
    const files = {
      [NEW]: between('Jane Doe', MAX, '- [ ] @jane Send', '- [ ] @max Read'),
      '1-1s/jane-roe/2026-11-30.md': between('Jane Roe', MAX, '- [ ] @jane Send'),
    };
    assert.deepEqual(ownersFor(MAX, files, NEW), ['Jane Doe', MAX]);
    assert.deepEqual(ownersFor('Jane Doe', files, NEW), ['Jane Doe', MAX]);
    assert.deepEqual(ownersFor('Jane Roe', files, '1-1s/jane-roe/2026-11-30.md'), ['Jane Roe']);
  });

  it('may be with a group whose name stands alone', () => {
    const path = '1-1s/support/2026-11-30.md';
    const files = {
      [path]: between('Support', MAX, '- [ ] @support Call', '- [ ] @max Read'),
      [NEW]: between(JANE, MAX, '- [ ] @support Answer #support'),
    };
    assert.deepEqual(ownersFor(MAX, files, path), ['Support', MAX]);
    assert.deepEqual(ownersFor('Support', files, path), ['Support', MAX]);
    assert.deepEqual(ownersFor(MAX, files, NEW), ['Support']);
    assert.deepEqual(ownersFor('Support', files, NEW), ['Support']);
  });

  it('stays a 1:1 with somebody who has left, and is not due', () => {
    const files = {
      'People/Jane Doe.md': ['---', 'person: Jane Doe', 'cadence: weekly', 'leaving: 2026-12-01', '---'],
      [OLD]: note('2026-11-23', '- [ ] @jane Hand over', '- [ ] @max Say thanks'),
    };
    const index = indexOf(files, { me: [MAX], roster: [] });
    const person = index.people.get('jane doe');
    assert.ok(person);
    const summary = summarizePerson(index, person, { today: day('2027-02-01'), fallbackDays: 7 });
    assert.deepEqual([summary.openMine, summary.openTheirs], [1, 1]);
    assert.deepEqual([summary.state.isDue, summary.state.notMetLately], [false, true]);
  });
});
