import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { rgPath } from '@vscode/ripgrep-universal';
import MarkdownIt from 'markdown-it';
import { readNote } from '../src/core/note/readNote';
import { withCorpus, type Corpus } from './corpus';
import { interleave, printFigures, printTimes, type Contender } from './measure';
import { listAll, rules, Vault } from './vault';

const NOTES = 10_000;
/** Ten times as many take minutes to write and measure, so that they are only measured when asked for. */
const IS_LARGE = process.env.BENCH_LARGE === '1';
const NAIVE_TASK = String.raw`^\s*[-*+] \[.\] `;

withCorpus(NOTES, (corpus) => {
  // First, while the process holds nothing but the corpus.
  memory(corpus);
  coldIndex(corpus);
  againstMarkdownIt(corpus);
  growth(corpus);
  oneNote(corpus);
});
if (IS_LARGE) withCorpus(10 * NOTES, tenfold);

/** From files to an index, as when a folder is opened. */
function coldIndex(corpus: Corpus): void {
  const vault = new Vault(corpus);
  const times = interleave({
    'raw read': () => rawRead(corpus.files),
    'cold index': () => vault.index().size,
    'rg -c': () => spawnSync(rgPath, ['-c', NAIVE_TASK, corpus.folder]).status ?? NaN,
  });
  const ours = times['cold index'].median;
  printFigures(`Index of ${NOTES} notes from disk`, [
    { bar: 'P1', name: 'a raw read', value: ours / times['raw read'].median, unit: '×', atMost: 2 },
    { bar: 'P1', name: 'rg -c', value: ours / times['rg -c'].median, unit: '×', atMost: 6 },
  ]);
  printTimes(times);
}

function againstMarkdownIt({ texts }: Corpus): void {
  const full = new MarkdownIt('commonmark');
  const blocks = new MarkdownIt('commonmark');
  blocks.core.ruler.enableOnly(['normalize', 'block']);
  const times = interleave(
    {
      'all that a note says': () => sum(texts, (text) => readNote(asMeeting(text), rules).followUps.length),
      'markdown-it, block rules': () => sum(texts, (text) => blocks.parse(text, {}).length),
      'markdown-it, full': () => sum(texts, (text) => full.parse(text, {}).length),
    },
    3,
  );
  const ours = times['all that a note says'].median;
  const [slow, fast] = [times['markdown-it, full'].median, times['markdown-it, block rules'].median];
  printFigures('The same notes in memory, read: how many times faster than', [
    { bar: 'P2', name: 'markdown-it, full', value: slow / ours, unit: '×', atLeast: 4 },
    { bar: 'P2', name: 'its block rules', value: fast / ours, unit: '×', atLeast: 2.5 },
  ]);
  printTimes(times);
}

/** What twice as many notes take, for each thing that is done with all of them. */
function growth(corpus: Corpus): void {
  const [whole, half] = [new Vault(corpus), new Vault(corpus, NOTES / 2)];
  const [wholeIndex, halfIndex] = [whole.index(), half.index()];
  const [wholeNotes, halfNotes] = [[...wholeIndex.notes()], [...halfIndex.notes()]];
  const times = interleave(
    {
      'read and index': () => whole.index().size,
      'read and index half': () => half.index().size,
      list: () => (wholeIndex.putAll(wholeNotes), listAll(wholeIndex)),
      'list half': () => (halfIndex.putAll(halfNotes), listAll(halfIndex)),
    },
    3,
  );
  const by = (all: keyof typeof times, part: keyof typeof times): number =>
    times[all].fastest / times[part].fastest / 2;
  printFigures('Growth of time by growth of size', [
    { bar: 'P3', name: 'read and index', value: by('read and index', 'read and index half'), unit: '×', atMost: 1.8 },
    { bar: 'P3', name: 'list all follow-ups anew', value: by('list', 'list half'), unit: '×', atMost: 1.8 },
  ]);
  printTimes(times);
}

function tenfold(corpus: Corpus): void {
  const [whole, tenth] = [new Vault(corpus), new Vault(corpus, NOTES)];
  const times = interleave(
    { '100,000 notes': () => whole.index().size, '10,000 of them': () => tenth.index().size },
    3,
  );
  const value = times['100,000 notes'].median / times['10,000 of them'].median;
  printFigures('Ten times as many', [{ bar: 'P3', name: '10,000 of them', value, unit: '×', atMost: 12 }]);
  printTimes(times);
}

/** A note of 5 KB that changes while 10,000 are indexed and their follow-ups listed. */
function oneNote(corpus: Corpus): void {
  const index = new Vault(corpus).index();
  listAll(index);
  const at = corpus.texts.findIndex((text, at) => text.length > 4_500 && corpus.files[at]?.includes('1-1s/') === true);
  const text = (corpus.texts[at] ?? '').slice(0, 5_000);
  const file = [...new Vault(corpus, at + 1).noteFiles()].at(-1);
  if (!file) throw new Error('No 1:1 among the generated notes has 4,500 characters.');
  let edits = 0;
  const changed = (): string => `${text}\n\n- [ ] one more, number ${++edits}\n`;
  const { read, all } = interleave({
    read: hundredTimes(() => readNote({ ...file, text: changed() }, rules).followUps.length),
    all: hundredTimes(() => {
      const change = index.put(readNote({ ...file, text: changed() }, rules));
      return sum([...(change?.groups ?? [])], (group) => index.followUpsOf(group).length);
    }),
  });
  printFigures(`One changed note of 5 KB among ${NOTES}`, [
    { bar: 'P5', name: 'reading it', value: read.median / 100, unit: 'ms', atMost: 0.1 },
    { bar: 'P5', name: 'reading, indexing, listing its groups', value: all.median / 100, unit: 'ms', atMost: 1 },
  ]);
}

/** What the index keeps once its notes are read: none of them may be held by something that was cut out of it. */
function memory(corpus: Corpus): void {
  const vault = new Vault(corpus);
  const before = heapUsed();
  const index = vault.index();
  const kept = heapUsed() - before;
  for (const file of vault.noteFiles()) index.put(readNote(file, rules));
  const keptAfterEdits = heapUsed() - before;
  const megabytes = kept / 1e6;
  printFigures(`Heap kept for ${index.size} notes`, [
    { bar: 'P6', name: 'after reading', value: megabytes, unit: 'MB', atMost: 12 },
    { bar: 'P6', name: 'that, once each note was read again', value: keptAfterEdits / kept, unit: '×', atMost: 1.3 },
  ]);
}

/** Bytes in use once all that nobody holds is collected. */
function heapUsed(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}

function asMeeting(text: string): { uri: string; path: string; text: string } {
  return { uri: 'file:///notes/1-1s/jane-doe/2026-11-30.md', path: '1-1s/jane-doe/2026-11-30.md', text };
}

function rawRead(files: readonly string[]): number {
  return sum(files, (file) => readFileSync(file, 'utf8').length);
}

function sum<Entry>(entries: readonly Entry[], measure: (entry: Entry) => number): number {
  let total = 0;
  for (const entry of entries) total += measure(entry);
  return total;
}

function hundredTimes(work: Contender): Contender {
  return () => {
    let total = 0;
    for (let done = 0; done < 100; done++) total += work();
    return total;
  };
}
