import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { rgPath } from '@vscode/ripgrep-universal';
import MarkdownIt from 'markdown-it';
import { readFrontMatter } from '../src/core/markdown/frontMatter';
import { scan } from '../src/core/markdown/scan';
import { withCorpus, type Corpus } from './corpus';
import { interleave, printFigures, printTimes, type Contender } from './measure';

const NOTES = 10_000;
const NAIVE_TASK = String.raw`^\s*[-*+] \[.\] `;

withCorpus(NOTES, (corpus) => {
  againstReading(corpus);
  againstMarkdownIt(corpus);
  singleNotes(corpus);
});

/** How much the scanner adds to reading the bytes. What the index does with the blocks comes on top of that. */
function againstReading({ folder, files }: Corpus): void {
  const times = interleave({
    'raw read': () => sum(files, (file) => readFileSync(file, 'utf8').length),
    'read, front matter and blocks': () => sum(files, (file) => read(readFileSync(file, 'utf8'))),
    'rg -c': () => spawnSync(rgPath, ['-c', NAIVE_TASK, folder]).status ?? NaN,
  });
  const ours = times['read, front matter and blocks'].median;
  printFigures(`Front matter and blocks of ${NOTES} notes from disk (the bar is for the whole index)`, [
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
      'front matter': () => sum(texts, (text) => readFrontMatter(text).bodyLine),
      'front matter and blocks': () => sum(texts, read),
      'markdown-it, block rules': () => sum(texts, (text) => blocks.parse(text, {}).length),
      'markdown-it, full': () => sum(texts, (text) => full.parse(text, {}).length),
    },
    3,
  );
  const ours = times['front matter and blocks'].median;
  printFigures('The same notes in memory: how many times faster than', [
    { bar: 'P2', name: 'markdown-it, full', value: times['markdown-it, full'].median / ours, unit: '×', atLeast: 4 },
    {
      bar: 'P2',
      name: 'its block rules',
      value: times['markdown-it, block rules'].median / ours,
      unit: '×',
      atLeast: 2.5,
    },
  ]);
  printTimes(times);
}

function singleNotes({ texts }: Corpus): void {
  const all = texts.join('\n');
  const large: Readonly<Record<string, (size: number) => string>> = {
    'generated notes in one': (size) => all.slice(0, size),
    'one line': (size) => '- [ ] word '.repeat(size / 11),
    'headings only': (size) => '# heading\n'.repeat(size / 10),
    'markers in markers': (size) => `${'- > '.repeat(size / 4)}a`,
    'nesting as deep as it goes': (size) => nested(size),
  };
  const small = all.slice(0, 5000);
  const { note } = interleave({ note: times(1000, () => read(small)) });
  printFigures('One note', [
    { bar: 'P5', name: 'a note of 5 KB', value: note.median / 1000, unit: 'ms', atMost: 0.1 },
    ...Object.entries(large).flatMap(([name, make]) => {
      const [half, whole] = [make(500_000), make(1_000_000)];
      const measured = interleave({ half: () => read(half), whole: () => read(whole) }, 15);
      const growth = measured.whole.fastest / measured.half.fastest / 2;
      return [
        { bar: 'P5', name: `1 MB: ${name}`, value: measured.whole.median, unit: 'ms', atMost: 25 },
        { bar: 'P3', name: 'its growth of time by growth of size', value: growth, unit: '×', atMost: 1.8 },
      ] as const;
    }),
  ]);
}

function read(text: string): number {
  return scan(text, readFrontMatter(text)).length;
}

function nested(size: number): string {
  const tower = Array.from({ length: 100 }, (_, depth) => `${'  '.repeat(depth)}- item\n`).join('');
  return tower.repeat(size / tower.length);
}

function sum<Entry>(entries: readonly Entry[], measure: (entry: Entry) => number): number {
  let total = 0;
  for (const entry of entries) total += measure(entry);
  return total;
}

function times(count: number, work: Contender): Contender {
  return () => {
    let total = 0;
    for (let done = 0; done < count; done++) total += work();
    return total;
  };
}
