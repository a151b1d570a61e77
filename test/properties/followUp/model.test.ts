import assert from 'node:assert/strict';
import type { Seeded } from '../../../bench/seeded';
import { addDays, type CivilDate } from '../../../src/core/dates/civilDate';
import { applyEdits, type Refusal } from '../../../src/core/text/edit';
import { drop, type EditRequest, type ItemEdits, planSetDue, reopen, tick } from '../../../src/core/followUp/edits';
import { planSetOwner } from '../../../src/core/followUp/ownerEdits';
import type { LineAnchor } from '../../../src/core/followUp/locate';
import { taskItemAt } from '../../../src/core/followUp/taskItem';
import { ParsedMarkdown } from '../../../src/core/markdown/parsedMarkdown';
import { noteAt } from '../../core/support/notes';
import { countOf, forRandomCases } from '../support/randomCases';

const today = '2026-12-01' as CivilDate;
/** Each case is a life of notes of its own. */
const LIVES = { usual: 10, long: 3_500 };
const OPERATIONS_PER_LIFE = 300;

/** A line with an identity that it keeps wherever it goes and whatever becomes of its text. */
interface ModelLine {
  readonly id: number;
  readonly text: string;
}

interface ModelNote {
  readonly lineEnd: string;
  lines: readonly ModelLine[];
  /** What Undo goes back to, the newest last. */
  readonly history: (readonly ModelLine[])[];
}

/** A follow-up as it was read some time ago. */
interface ReadItem {
  readonly uri: string;
  readonly id: number;
  readonly anchor: LineAnchor;
  readonly linesRead: readonly ModelLine[];
}

const sentences = [
  'Send deck',
  'Call Łukasz',
  'Ask @bob',
  'Fix 📅 2026-11-30',
  'Fix due:2026-11-30 ^id',
  'Plan [due:: 2026-11-30]',
];
const otherLines = [
  ...['', '', '## Follow-ups', 'Some words', 'due:2026-11-20 goes on', '- a plain bullet', '```', '```', '<!--', '-->'],
  ...['- [ ](no task)', '-[ ] no task', '<<<<<<< HEAD', '>>>>>>> branch'],
];
const marks = [' ', ' ', ' ', ' ', ' ', 'x', '/', '>'];

const actions: readonly ((request: EditRequest, random: Seeded) => ItemEdits | Refusal)[] = [
  (request) => tick(request, today),
  (request) => tick(request, today),
  (request) => drop(request, today),
  (request) => reopen(request),
  (request, random) => planSetDue(request, addDays(today, random.below(30))),
  (request) => planSetDue(request, undefined),
  (request, random) =>
    planSetOwner(request, {
      owner: random.chance(0.3) ? undefined : random.pick(['jane', 'me']),
      isPerson: () => false,
    }),
];

/** Notes as plain lines, changed at random, and follow-ups of them that are acted on some time after they were read. */
class Model {
  readonly #random: Seeded;
  readonly #notes = new Map<string, ModelNote>();
  #read: readonly ReadItem[] = [];
  #nextId = 1;
  edited = 0;
  refused = 0;

  constructor(random: Seeded) {
    this.#random = random;
    for (let index = 0; index < 4; index++) {
      const lines = Array.from({ length: 12 }, () => this.#newLine());
      this.#notes.set(`note${index}.md`, { lineEnd: index % 2 === 0 ? '\n' : '\r\n', lines, history: [] });
    }
    this.readAll();
  }

  step(): void {
    const random = this.#random;
    const [uri, note] = random.pick([...this.#notes]);
    const { lines } = note;
    const at = random.below(lines.length);
    const line = lines[at]!;
    switch (
      random.weighted({
        type: 4,
        change: 2,
        remove: 4,
        copy: 4,
        move: 4,
        sync: 1,
        undo: 2,
        rename: 1,
        read: 5,
        act: 14,
      })
    ) {
      case 'type':
        this.#set(note, lines.toSpliced(at, 0, this.#newLine()));
        break;
      case 'change':
        this.#set(note, lines.with(at, { id: line.id, text: this.#newText() }));
        break;
      case 'remove':
        this.#set(note, lines.toSpliced(at, 1));
        break;
      case 'copy':
        this.#set(note, lines.toSpliced(random.below(lines.length + 1), 0, { ...this.#newLine(), text: line.text }));
        break;
      case 'move':
        this.#set(note, lines.toSpliced(at, 1).toSpliced(random.below(lines.length), 0, line));
        break;
      case 'sync':
        this.#set(note, [this.#newLine(), ...lines.filter(() => random.chance(0.9)), this.#newLine()]);
        break;
      case 'undo':
        note.lines = note.history.pop() ?? lines;
        break;
      case 'rename':
        this.#notes.delete(uri);
        this.#notes.set(`note${this.#nextId++}.md`, note);
        break;
      case 'read':
        this.readAll();
        break;
      case 'act':
        if (this.#read.length > 0) this.#act(random.pick(this.#read));
    }
  }

  /** Reads all notes, and finds in them what the model says is there: nothing is lost, and nothing is made up. */
  readAll(): void {
    this.#read = [...this.#notes].flatMap(([uri, { lines, lineEnd }]) => {
      const text = textOf(lines, lineEnd);
      const note = new ParsedMarkdown(text);
      const tasks = [...note.blocks.keys()].flatMap((index) => taskItemAt(note, index) ?? []);
      assert.deepEqual(
        tasks.map(({ line }) => line),
        taskLines(lines),
        text,
      );
      const { followUps } = noteAt('a.md', text);
      const contexts = ({ line }: { readonly line: number }) => {
        const { context } = followUps.find((each) => each.line === line)!;
        return { context };
      };
      return tasks.map(({ line, source }) => {
        const twins = tasks
          .filter((task) => task.source === source)
          .map((task) => ({ line: task.line, ...contexts(task) }));
        const anchor = { line, source, ...contexts({ line }), ...(twins.length > 1 && { identicalLines: twins }) };
        return { uri, id: lines[line]!.id, anchor, linesRead: lines };
      });
    });
  }

  #act(item: ReadItem): void {
    const note = this.#notes.get(item.uri);
    if (!note) return;
    const { lines, lineEnd } = note;
    const noteNow = textOf(lines, lineEnd);
    const dialect = this.#random.pick(['plain', 'emoji', 'dataview'] as const);
    const act = this.#random.pick(actions);
    const result = act({ noteNow, followUp: item.anchor, dialect }, this.#random);
    if ('refused' in result) {
      assert.notEqual(noteNow, textOf(item.linesRead, lineEnd), 'Refused though nothing had changed.');
      this.refused++;
      return;
    }
    assert.ok(isTheOneThatWasRead(item, lines, result.line), `${noteNow}\n=> ${JSON.stringify([item.anchor, result])}`);
    const after = applyEdits(noteNow, result.edits).split(lineEnd);
    const own = ownLines(lines, result.line);
    const changed = [...lines.keys()].filter((index) => after[index] !== lines[index]!.text);
    assert.equal(after.length, lines.length, noteNow);
    assert.ok(
      changed.every((index) => own.includes(index)),
      `${noteNow}\n=> ${after.join('\n')}`,
    );
    this.edited++;
    this.#set(
      note,
      lines.map(({ id }, index) => ({ id, text: after[index]! })),
    );
  }

  #set(note: ModelNote, lines: readonly ModelLine[]): void {
    note.history.push(note.lines);
    if (note.history.length > 10) note.history.shift();
    note.lines = lines.length > 40 ? lines.slice(20) : lines.length > 0 ? lines : [this.#newLine()];
  }

  #newLine(): ModelLine {
    return { id: this.#nextId++, text: this.#newText() };
  }

  #newText(): string {
    const random = this.#random;
    if (random.chance(0.4)) return random.pick(otherLines);
    const lead = random.pick(['- ', '- ', '- ', '- ', '1. ', '> - ', '  - ']);
    return `${lead}[${random.pick(marks)}] ${random.pick(sentences)}`;
  }
}

function textOf(lines: readonly ModelLine[], lineEnd: string): string {
  return lines.map(({ text }) => text).join(lineEnd);
}

const A_TASK = /^(?:> | {2})?(?:[-*]|1\.) \[.\] /;
/** Lines that go on what stands before them. */
const GOES_ON = /^(?:[A-Za-z]|-->|-\[|<<<|>>>)/;

/** The lines of a note that are tasks, told by what the model wrote there. */
function taskLines(lines: readonly ModelLine[]): readonly number[] {
  let inside: 'fence' | 'comment' | undefined;
  return [...lines.entries()].flatMap(([index, { text }]) => {
    if (inside === 'fence') inside = text === '```' ? undefined : inside;
    else if (inside === 'comment') inside = text === '-->' ? undefined : inside;
    else if (text === '```') inside = 'fence';
    else if (text === '<!--') inside = 'comment';
    else if (A_TASK.test(text)) return [index];
    return [];
  });
}

/** The line of an item and those that go it on. */
function ownLines(lines: readonly ModelLine[], line: number): readonly number[] {
  const own = [line];
  for (let next = line + 1; GOES_ON.test(lines[next]?.text ?? ''); next++) own.push(next);
  return own;
}

/**
 * Whether acting on `line` is acting on the item that was read: it is that very line; or it stands among all its twins as
 * it stood; or that line is gone and this is the only one of its text there ever was, or has its place and neighbours. It
 * is never another one while the item that was read still has its neighbours.
 */
function isTheOneThatWasRead({ id, anchor, linesRead }: ReadItem, lines: readonly ModelLine[], line: number): boolean {
  const { source } = anchor;
  const identicalLines = anchor.identicalLines?.map((twin) => twin.line) ?? [anchor.line];
  if (lines[line]?.text !== source) return false;
  if (lines[line].id === id) return true;
  const own = lines.findIndex((each) => each.id === id);
  const isGone = !taskLines(lines).includes(own) || lines[own]!.text !== source;
  if (!isGone && neighbours(lines, own) !== neighbours(lines, line)) {
    return neighbours(lines, own) !== neighbours(linesRead, anchor.line);
  }
  const alike = taskLines(lines).filter((index) => lines[index]!.text === source);
  const moved = line - anchor.line;
  // Nothing tells a line in the place and between the neighbours of the one that was read from that one.
  if (isGone && moved === 0 && neighbours(lines, line) === neighbours(linesRead, anchor.line)) return true;
  const standsAsItStood = identicalLines.every((twin) => alike.includes(twin + moved));
  if (identicalLines.length > 1 || moved === 0) {
    return standsAsItStood && (moved === 0 || alike.length === identicalLines.length);
  }
  return alike.length === 1 && !alike.some((index) => lines[index]!.id === id);
}

/** The written lines next to a line, and the headings above it. */
function neighbours(lines: readonly ModelLine[], line: number): string {
  const isWritten = ({ text }: ModelLine) => text !== '';
  const above = lines.slice(0, line).findLast(isWritten)?.text;
  const below = lines.slice(line + 1).find(isWritten)?.text;
  return JSON.stringify([above, below]);
}

describe('Follow-ups that are acted on while their notes change', () => {
  it('are changed on their own line or not at all, over thousands of random operations', () => {
    let [edited, refused] = [0, 0];
    forRandomCases(LIVES, (random) => {
      const model = new Model(random);
      for (let done = 0; done < OPERATIONS_PER_LIFE; done++) model.step();
      model.readAll();
      edited += model.edited;
      refused += model.refused;
    });
    const operations = countOf(LIVES) * OPERATIONS_PER_LIFE;
    assert.ok(edited > operations / 10, `${edited} edits`);
    assert.ok(refused > operations / 200, `${refused} refusals`);
    assert.ok(refused < edited, `${refused} refusals, ${edited} edits`);
  });
});
