import {
  commands,
  ConfigurationTarget,
  Position,
  Range,
  Selection,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
  type TextEditor,
} from 'vscode';
import { say } from '../../test/host/hostReporter';
import { longNote } from '../longNote';
import { printFigures } from '../measure';
import { LoopWatch, type Work } from './loopWatch';

// Measures what typing in a 1:1 note works with all aids switched on, beside the same typing with all of them off.
//
// VS Code draws each key by itself, in another process: no extension can hold it up. What a person feels comes after: the
// suggestions, the words behind a line, saving, and what every other extension has to say wait in one queue, that of the
// extension host. So two things are measured there. How long the keys keep the host busy in all, until it is idle again:
// by so much all else comes later. And the longest time in which nobody else had a turn: that must stay below a frame.

/** A follow-up with all that asks for suggestions, as somebody types it. */
const TYPED = '- [ ] @ben send the draft due:2026-12-04 #travel';
/** From key to key, and at the end of a word, in ms: there the aids look at what was typed. */
const [KEY, WORD] = [50, 200];
const ROUNDS = 4;
/** A frame, in ms. */
const FRAME = 16;

/** The host is idle again once it worked for less than `busy` ms in each of so many spans of `ms` on end. */
const IDLE = { ms: 100, busy: 10, spans: 12 };

/** Called by VS Code in place of tests. */
export async function run(): Promise<void> {
  await measureTyping(5, 4);
  await measureTyping(500, 4);
}

/** Types in a note of this size; with the aids on, the host may be busy for `atMost` times as long as with them off. */
async function measureTyping(kilobytes: number, atMost: number): Promise<void> {
  const text = longNote(kilobytes * 1024);
  const editor = await openNote(text);
  await commands.executeCommand('oneOnOne.refreshFollowUps');
  const works = { on: [] as Work[], off: [] as Work[] };
  for (let round = 0; round < ROUNDS; round++) {
    for (const state of ['off', 'on'] as const) {
      await begin(editor, text);
      await switchAids(state === 'on');
      await idle();
      const work = await typed();
      // The first round only warms up.
      if (round > 0) works[state].push(work);
    }
  }
  const [on, off] = [middle(works.on), middle(works.off)];
  printFigures(
    `Typing in a note of ${kilobytes} KB in VS Code, Node ${process.version}`,
    [
      {
        bar: 'aid',
        name: 'all aids on, by all off: how long keys keep the host busy',
        value: on.sum / off.sum,
        unit: '×',
        atMost,
      },
      { bar: 'aid', name: 'longest stall with all aids on', value: on.longest, unit: 'ms', atMost: FRAME },
    ],
    say,
  );
  say(
    `    a key keeps the host busy for ${(on.sum / TYPED.length).toFixed(1)} ms, with the aids off for ${(off.sum / TYPED.length).toFixed(1)} ms`,
  );
  say(`    longest stall with the aids off ${off.longest.toFixed(1)} ms`);
}

async function openNote(text: string): Promise<TextEditor> {
  const [folder] = workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('No folder is open.');
  const uri = Uri.joinPath(folder.uri, `1-1s/bench-person/2026-11-23-${text.length}.md`);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return window.showTextDocument(uri, { preview: false });
}

/** Leaves nothing of what was typed before, and puts the cursor behind the last line. */
async function begin(editor: TextEditor, text: string): Promise<void> {
  const { document } = editor;
  const edit = new WorkspaceEdit();
  edit.delete(
    document.uri,
    new Range(document.positionAt(text.length), document.lineAt(document.lineCount - 1).range.end),
  );
  await workspace.applyEdit(edit);
  const end = new Position(document.lineCount - 1, 0);
  editor.selection = new Selection(end, end);
  editor.revealRange(new Range(end, end));
}

/** All of them go on or off; hints are one of them. */
async function switchAids(on: boolean): Promise<void> {
  const aids = workspace.getConfiguration('oneOnOne.aids');
  for (const name of Object.keys(workspace.getConfiguration('oneOnOne').get<object>('aids', {}))) {
    await aids.update(name, on, ConfigurationTarget.Global);
  }
}

/** Types a follow-up, key by key, and waits until nothing more comes of it. */
async function typed(): Promise<Work> {
  const watch = new LoopWatch();
  for (const key of TYPED) {
    await commands.executeCommand('type', { text: key });
    await pause(key === ' ' ? WORD : KEY);
  }
  await idle();
  return watch.end();
}

/** Resolves once the host has had nothing to do for a while: by then all that waits for a rest in typing has come. */
async function idle(): Promise<void> {
  for (let spans = 0; spans < IDLE.spans;) {
    const watch = new LoopWatch();
    await pause(IDLE.ms);
    spans = watch.end().sum < IDLE.busy ? spans + 1 : 0;
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

function middle(works: readonly Work[]): Work {
  const of = (figure: keyof Work): number =>
    works.map((work) => work[figure]).toSorted((a, b) => a - b)[works.length >> 1] ?? NaN;
  return { sum: of('sum'), longest: of('longest') };
}
