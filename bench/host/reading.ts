import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { RelativePattern, Uri, window, workspace, type WorkspaceFolder } from 'vscode';
import { builtInFrameworks } from '../../src/core/frameworks/builtIn';
import { createBank } from '../../src/core/frameworks/questionBank';
import { pathPattern } from '../../src/core/note/pathPattern';
import { DiskNoteReader } from '../../src/editor/notes/diskNoteReader';
import { NoteService } from '../../src/editor/notes/noteService';
import { say } from '../../test/host/hostReporter';
import { printFigures, rangeOf, ratioOf, timesOf, type Figure, type Times } from '../measure';
import { activationTimes } from './activationTimes';
import { measureInsight, type InsightMeasures } from './benchInsight';
import { BenchTree } from './benchTree';
import { measure, type Measure } from './stall';

/** Number of rounds per measurement. The first is a warm-up and not counted. */
const ROUNDS = 6;
const ROUNDS_OF_MANY = 3;
const MANY = 50_000;

/** Called by VS Code instead of tests. Measures reading and listing relative to `findFiles` in the open folder. */
export async function run(): Promise<void> {
  const folder = workspace.workspaceFolders?.[0];
  if (!folder) {
    throw new Error('No folder is open.');
  }
  const { ours, git } = await activationTimes();
  const listing: Measure[] = [];
  const trees: Measure[] = [];
  const warmTrees: Measure[] = [];
  const cacheFolder = Uri.file(mkdtempSync(path.join(tmpdir(), 'one-on-one-bench-cache-')));
  await fillCache(cacheFolder);
  const edits: { readonly ms: number; readonly groups: number }[] = [];
  const insights: InsightMeasures[] = [];
  let [notes, followUps] = [0, 0];
  const rounds = (await findNotes(folder)) > MANY ? ROUNDS_OF_MANY : ROUNDS;
  for (let round = 0; round < rounds; round++) {
    // Shows progress, because a round takes long.
    const tell = (work: string, { ms, worked }: Measure): void =>
      say(`    ${round + 1} of ${rounds}: ${work} ${ms.toFixed(0)} ms, of which worked ${worked.toFixed(0)} ms`);
    listing.push(await measure(() => findNotes(folder)));
    const store = newStore();
    const tree = new BenchTree(store);
    const complete = await measure(() => tree.complete());
    tell('tree', complete);
    trees.push(complete);
    edits.push(await tree.edit());
    [notes, followUps] = [store.index.size, tree.open];
    tree.dispose();
    store.dispose();
    const warmStore = newStore(cacheFolder);
    const warm = new BenchTree(warmStore);
    const fromCache = await measure(() => warm.complete());
    tell('tree from the cache', fromCache);
    warmTrees.push(fromCache);
    warm.dispose();
    warmStore.dispose();
    const insight = await measureInsight(() => newStore());
    tell('document about themes', insight.themesDocument);
    insights.push(insight);
  }
  await workspace.fs.delete(cacheFolder, { recursive: true });
  const [find, tree, warmTree] = [median(listing), median(trees), median(warmTrees)];
  const title = `${notes} notes with ${followUps} open follow-ups in VS Code, Node ${process.version}`;
  printFigures(
    title,
    [
      stallFigure('all is read and listed', trees),
      stallFigure('all is read from the cache and listed', warmTrees),
      stallFigure(
        'the People view is filled',
        insights.map(({ people }) => people),
      ),
      stallFigure(
        'the Themes view is filled',
        insights.map(({ themesView }) => themesView),
      ),
      stallFigure(
        'the document about themes is written',
        insights.map(({ themesDocument }) => themesDocument),
      ),
      {
        bar: 'P8',
        name: 'edit to rows, after the pause in typing',
        value: middle(edits.map(({ ms }) => ms)),
        unit: 'ms',
        atMost: 50,
      },
      {
        bar: 'P8',
        name: 'groups refreshed by an edit',
        value: Math.max(...edits.map(({ groups }) => groups)),
        unit: '×',
        atMost: 1,
      },
      { bar: 'P9', name: 'activation, by that of vscode.git', value: ours / git, unit: '×', atMost: 0.35 },
      {
        bar: 'P7',
        name: 'the complete tree from the cache, by that without',
        ...ratioOf(wallTimes(warmTrees), wallTimes(trees)),
        unit: '×',
        atMost: notes > MANY ? 0.35 : 0.5,
      },
      {
        bar: 'P11',
        name: 'the complete tree, by findFiles alone',
        ...ratioOf(wallTimes(trees), wallTimes(listing)),
        unit: '×',
        atMost: 2.5,
      },
    ],
    say,
  );
  say(
    `    activation ${ours} ms, vscode.git ${git} ms; findFiles ${find.ms.toFixed(0)} ms, tree ${tree.ms.toFixed(0)} ms, of which worked ${tree.worked.toFixed(0)} ms; from the cache ${warmTree.ms.toFixed(0)} ms, of which worked ${warmTree.worked.toFixed(0)} ms`,
  );
}

async function findNotes(folder: WorkspaceFolder): Promise<number> {
  const found = await workspace.findFiles(
    new RelativePattern(folder, '**/*.{md,markdown}'),
    '{**/node_modules/**,**/.*/**}',
  );
  return found.length;
}

/** Reads all notes once and writes the cache. */
async function fillCache(folder: Uri): Promise<void> {
  const store = newStore(folder);
  await store.ready();
  await store.writeCache();
  store.dispose();
}

/** Creates a store, without a cache unless its folder is given. */
function newStore(cacheFolder?: Uri): NoteService {
  return new NoteService({
    reader: new DiskNoteReader(),
    log: window.createOutputChannel('One on One (bench)', { log: true }),
    prepare: () => Promise.resolve(),
    rules: () => ({
      bank: createBank(builtInFrameworks()),
      paths: { notes: pathPattern('1-1s/{person}/{date}.md'), people: pathPattern('People/{person}.md') },
      statuses: {},
    }),
    peopleConfig: () => ({ me: [], roster: [] }),
    exclude: () => ['**/node_modules/**', '**/.*/**', '**/vendor/**'],
    cache: cacheFolder && { folder: cacheFolder, isOn: () => true, version: () => '' },
  });
}

/** Returns the wall-clock times without the first round, which is a warm-up. */
function wallTimes(measures: readonly Measure[]): Times {
  return timesOf(measures.slice(1).map(({ ms }) => ms));
}

function stallFigure(work: string, measures: readonly Measure[]): Figure {
  const range = rangeOf(measures.slice(1).map(({ stall }) => stall));
  return { bar: 'P4', name: `longest stall while ${work}`, value: range[1], range, unit: 'ms', atMost: 25 };
}

/** Returns the median without the first round, which is a warm-up. */
function median(measures: readonly Measure[]): Measure {
  const counted = measures.slice(1);
  return {
    ms: middle(counted.map(({ ms }) => ms)),
    worked: middle(counted.map(({ worked }) => worked)),
    stall: middle(counted.map(({ stall }) => stall)),
  };
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
}
