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
  type Hover,
  type TextEditor,
} from 'vscode';
import { say } from '../../test/host/hostReporter';
import { longNote } from '../longNote';
import { printFigures, type Figure } from '../measure';
import { LoopWatch, type Work } from './loopWatch';

// Measures typing in a 1:1 note with all editor features on, relative to typing with all of them off.
//
// VS Code draws keys in another process, so no extension can delay them. Suggestions, decorations, saving and other
// extensions wait in the queue of the extension host. Two figures are therefore measured: the total work of the host
// until it is idle, by which all of these are delayed, and its longest stall, which must be shorter than a frame.

/** A follow-up whose words trigger all kinds of suggestions. */
const TYPED = '- [ ] @ben send the draft due:2026-12-04 #travel';
/** Delay between keys and after a word, in ms. After a word, features examine the text. */
const [KEY, WORD] = [50, 200];
const ROUNDS = 4;
/** Duration of a frame, in ms. */
const FRAME = 16;
/**
 * Size in KB above which VS Code's own Markdown support blocks the host for longer than a frame: it parses the note and
 * sends it to its server after each pause, and for each key while suggestions are shown. Most of the measured cost
 * comes from this, since suggestions only appear with the features on. The features must not lengthen the longest
 * stall.
 */
const LONG = 100;

/** The host is idle if it works less than `busy` ms in each of `spans` consecutive intervals of `ms`. */
const IDLE = { ms: 100, busy: 10, spans: 12 };

/** Called by VS Code instead of tests. */
export async function run(): Promise<void> {
  await measureTyping(5, '2026-11-16');
  await measureTyping(500, '2026-11-23');
}

/** Types in a new note of this size, dated that day. */
async function measureTyping(kilobytes: number, day: string): Promise<void> {
  const text = longNote(kilobytes * 1024);
  const editor = await openNote(`1-1s/bench-person/${day}.md`, text);
  await commands.executeCommand('oneOnOne.refreshFollowUps');
  const works = { on: [] as Work[], off: [] as Work[] };
  for (let round = 0; round < ROUNDS; round++) {
    for (const state of ['off', 'on'] as const) {
      await begin(editor, text);
      await switchAids(state === 'on', editor);
      await idle();
      const work = await typed();
      // The first round is a warm-up.
      if (round > 0) works[state].push(work);
      // Shows progress.
      say(`    aids ${state}: ${work.sum.toFixed(0)} ms of work, longest stall ${work.longest.toFixed(1)} ms`);
    }
  }
  const [on, off] = [middle(works.on), middle(works.off)];
  const stall: Figure =
    kilobytes > LONG
      ? {
          bar: 'P13',
          name: 'longest stall, by that with all off',
          value: on.longest / off.longest,
          unit: '×',
          atMost: 1.25,
        }
      : { bar: 'P13', name: 'longest stall', value: on.longest, unit: 'ms', atMost: FRAME };
  printFigures(
    `Typing with all aids on in a note of ${kilobytes} KB, Node ${process.version}`,
    [
      {
        bar: 'P13',
        name: 'work of the host for a key, by that with all off',
        value: on.sum / off.sum,
        unit: '×',
        atMost: 1.5,
      },
      stall,
    ],
    say,
  );
}

async function openNote(path: string, text: string): Promise<TextEditor> {
  const [folder] = workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('No folder is open.');
  const uri = Uri.joinPath(folder.uri, path);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return window.showTextDocument(uri, { preview: false });
}

/** Restores the original text and moves the cursor after the last line. */
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

/**
 * Switches all features on or off, including diagnostics. The hover on the last line shows when the change is
 * effective.
 */
async function switchAids(on: boolean, { document }: TextEditor): Promise<void> {
  const aids = workspace.getConfiguration('oneOnOne.aids');
  for (const name of Object.keys(workspace.getConfiguration('oneOnOne').get<object>('aids', {}))) {
    await aids.update(name, on, ConfigurationTarget.Global);
  }
  const at = new Position(document.lineCount - 2, 40);
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, at);
  if (hovers.length > 0 !== on) throw new Error(`The aids did not go ${on ? 'on' : 'off'}.`);
}

/** Types a follow-up key by key and waits until the host is idle. */
async function typed(): Promise<Work> {
  const watch = new LoopWatch();
  for (const key of TYPED) {
    await commands.executeCommand('type', { text: key });
    await pause(key === ' ' ? WORD : KEY);
  }
  await idle();
  return watch.end();
}

/** Resolves once the host is idle, after all delayed work. */
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
