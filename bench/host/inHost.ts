import { monitorEventLoopDelay } from 'node:perf_hooks';
import { RelativePattern, window, workspace, type WorkspaceFolder } from 'vscode';
import { builtInFrameworks } from '../../src/core/framework/builtIn';
import { createBank } from '../../src/core/framework/questionBank';
import { pathPattern } from '../../src/core/note/pathPattern';
import { DiskNoteReader } from '../../src/editor/diskNoteReader';
import { NoteStore } from '../../src/editor/noteStore';
import { say } from '../../test/host/hostReporter';

/** How often each is measured; the first time warms up and does not count. */
const ROUNDS = 6;

interface Measure {
  readonly ms: number;
  /** The longest time that the event loop was held meanwhile, in ms. */
  readonly stall: number;
}

/** Called by VS Code in place of tests: measures the note store against `findFiles` in the folder that is open. */
export async function run(): Promise<void> {
  const folder = workspace.workspaceFolders?.[0];
  if (!folder) {
    throw new Error('No folder is open.');
  }
  const listing: Measure[] = [];
  const reading: Measure[] = [];
  let notes = 0;
  for (let round = 0; round < ROUNDS; round++) {
    listing.push(await measure(() => findNotes(folder)));
    const store = newStore();
    reading.push(
      await measure(async () => {
        await store.ready();
      }),
    );
    notes = store.index.size;
    store.dispose();
  }
  const [find, store] = [median(listing.slice(1)), median(reading.slice(1))];
  const most = Math.max(...reading.slice(1).map(({ stall }) => stall));
  say(`${notes} notes, VS Code on Node ${process.version}, medians of ${ROUNDS - 1}`);
  say(`findFiles alone   ${find.ms.toFixed(0)} ms, longest stall ${find.stall.toFixed(1)} ms`);
  say(
    `note store ready  ${store.ms.toFixed(0)} ms, longest stall ${store.stall.toFixed(1)} ms (most ${most.toFixed(1)})`,
  );
  say(`                  ${(store.ms / find.ms).toFixed(2)} × findFiles`);
}

async function findNotes(folder: WorkspaceFolder): Promise<void> {
  await workspace.findFiles(new RelativePattern(folder, '**/*.{md,markdown}'), '{**/node_modules/**,**/.*/**}');
}

function newStore(): NoteStore {
  return new NoteStore({
    reader: new DiskNoteReader(),
    log: window.createOutputChannel('One on One (bench)', { log: true }),
    prepare: () => Promise.resolve(),
    rules: () => ({
      bank: createBank(builtInFrameworks()),
      paths: { notes: pathPattern('1-1s/{person}/{date}.md'), people: pathPattern('People/{person}.md') },
      statuses: {},
    }),
    acquaintance: () => ({ me: [], roster: [] }),
    exclude: () => ['**/node_modules/**', '**/.*/**', '**/vendor/**'],
  });
}

async function measure(work: () => Promise<void>): Promise<Measure> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const start = performance.now();
  await work();
  const ms = performance.now() - start;
  delay.disable();
  return { ms, stall: delay.max / 1e6 };
}

function median(measures: readonly Measure[]): Measure {
  const middle = (of: (measure: Measure) => number) =>
    measures.map(of).sort((a, b) => a - b)[measures.length >> 1] ?? 0;
  return { ms: middle(({ ms }) => ms), stall: middle(({ stall }) => stall) };
}
