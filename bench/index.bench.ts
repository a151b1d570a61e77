import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { NoteIndex } from '../src/core/index/noteIndex';
import { readNote } from '../src/core/note/readNote';
import { besideMarkdownIt, besideRawRead } from './besideOthers';
import { withCorpus, type Corpus } from './corpus';
import { interleave, printFigures, printTimes, ratioOf, repeated, sum, medianTime } from './measure';
import { listAll, rules, Vault } from './vault';

const NOTES = 10_000;
/** Whether to measure ten times as many notes, which takes minutes. */
const IS_LARGE = process.env.BENCH_LARGE === '1';

withCorpus(NOTES, (corpus) => {
  // Memory is measured first, while the process holds only the corpus.
  memory(corpus);
  coldIndex(corpus);
  readingAll(corpus);
  growth(corpus);
  oneNote(corpus);
});
if (IS_LARGE) withCorpus(10 * NOTES, tenfold);

/** Builds an index from files, as when a folder is opened. */
function coldIndex(corpus: Corpus): void {
  const vault = new Vault(corpus);
  besideRawRead(corpus, {
    title: `Index of ${NOTES} notes from disk`,
    name: 'cold index',
    work: () => vault.index().size,
    parts: { 'cold index, and all follow-ups listed and read': () => readListed(vault.index()) },
  });
}

/** Measures complete reading, including the text of follow-ups that are otherwise parsed on demand. */
function readingAll(corpus: Corpus): void {
  const readWhole = (text: string): number =>
    sum(readNote(asMeeting(text), rules).followUps, (each) => each.text.length);
  besideMarkdownIt(corpus, {
    title: 'The same notes in memory, read: how many times faster than',
    name: 'all that a note says',
    work: () => sum(corpus.texts, readWhole),
  });
}

/** Measures the growth of each operation when the number of notes doubles. */
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
  const grown = ratioOf(times['100,000 notes'], times['10,000 of them']);
  printFigures('Ten times as many', [{ bar: 'P3', name: '10,000 of them', ...grown, unit: '×', atMost: 12 }]);
  printTimes(times);
}

/** Measures the change of a 5 KB note in an index of 10,000 notes with listed follow-ups. */
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
    read: repeated(100, () => readNote({ ...file, text: changed() }, rules).followUps.length),
    all: repeated(100, () => {
      const change = index.put(readNote({ ...file, text: changed() }, rules));
      return sum([...(change?.groups ?? [])], (group) => index.followUpsOf(group).length);
    }),
  });
  printFigures(`One changed note of 5 KB among ${NOTES}`, [
    { bar: 'P5', name: 'reading it', ...medianTime(read, 100), unit: 'ms', atMost: 0.1 },
    { bar: 'P5', name: 'reading, indexing, listing its groups', ...medianTime(all, 100), unit: 'ms', atMost: 1 },
  ]);
}

/** Measures the memory of the index. The index must not retain the texts of the notes. */
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

/** Returns the heap size after garbage collection, in bytes. */
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

function readListed(index: NoteIndex): number {
  return sum(index.groups(), (group) => sum(index.followUpsOf(group), ({ followUp }) => followUp.text.length));
}
