import { readFileSync } from 'node:fs';
import { readFrontMatter } from '../src/core/markdown/frontMatter';
import { scan } from '../src/core/markdown/scan';
import { besideMarkdownIt, besideRawRead } from './besideOthers';
import { withCorpus, type Corpus } from './corpus';
import { interleave, printFigures, repeated, sum, medianTime } from './measure';

const NOTES = 10_000;

withCorpus(NOTES, (corpus) => {
  fromDisk(corpus);
  inMemory(corpus);
  singleNotes(corpus);
});

/** Measures the scanner relative to reading the bytes. The index's own work is not included. */
function fromDisk(corpus: Corpus): void {
  besideRawRead(corpus, {
    title: `Front matter and blocks of ${NOTES} notes from disk (the bar is for the whole index)`,
    name: 'read, front matter and blocks',
    work: () => sum(corpus.files, (file) => read(readFileSync(file, 'utf8'))),
  });
}

function inMemory(corpus: Corpus): void {
  besideMarkdownIt(corpus, {
    title: 'The same notes in memory: how many times faster than',
    name: 'front matter and blocks',
    work: () => sum(corpus.texts, read),
    parts: { 'front matter': () => sum(corpus.texts, (text) => readFrontMatter(text).bodyLine) },
  });
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
  const { note } = interleave({ note: repeated(1000, () => read(small)) });
  printFigures('One note', [
    { bar: 'P5', name: 'a note of 5 KB', ...medianTime(note, 1000), unit: 'ms', atMost: 0.1 },
    ...Object.entries(large).flatMap(([name, make]) => {
      const [half, whole] = [make(500_000), make(1_000_000)];
      const measured = interleave({ half: () => read(half), whole: () => read(whole) }, 15);
      const growth = measured.whole.fastest / measured.half.fastest / 2;
      return [
        { bar: 'P5', name: `1 MB: ${name}`, ...medianTime(measured.whole), unit: 'ms', atMost: 25 },
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
