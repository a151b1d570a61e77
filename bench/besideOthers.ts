import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { rgPath } from '@vscode/ripgrep-universal';
import MarkdownIt from 'markdown-it';
import type { Corpus } from './corpus';
import { interleave, printFigures, printTimes, ratioOf, sum, type Contender, type Spread, type Times } from './measure';

/** A measurement and its name. */
export interface Measured {
  readonly title: string;
  readonly name: string;
  readonly work: Contender;
  /** Parts timed in the same run to explain the figures. */
  readonly parts?: Readonly<Record<string, Contender>>;
}

const NAIVE_TASK = String.raw`^\s*[-*+] \[.\] `;

/** Prints the time relative to a raw read of all notes and to a search with ripgrep. */
export function besideRawRead({ folder, files }: Corpus, { title, name, work, parts }: Measured): void {
  const times = interleave<string>({
    ...parts,
    'raw read': () => sum(files, (file) => readFileSync(file, 'utf8').length),
    [name]: work,
    'rg -c': () => spawnSync(rgPath, ['-c', NAIVE_TASK, folder]).status ?? NaN,
  });
  const beside = (other: string): Spread => ratioOf(named(times, name), named(times, other));
  printFigures(title, [
    { bar: 'P1', name: 'a raw read', ...beside('raw read'), unit: '×', atMost: 2 },
    { bar: 'P1', name: 'rg -c', ...beside('rg -c'), unit: '×', atMost: 6 },
  ]);
  printTimes(times);
}

/** Prints the factor by which it is faster than markdown-it on the notes in memory. */
export function besideMarkdownIt({ texts }: Corpus, { title, name, work, parts }: Measured): void {
  const full = new MarkdownIt('commonmark');
  const blocks = new MarkdownIt('commonmark');
  blocks.core.ruler.enableOnly(['normalize', 'block']);
  const contenders = {
    ...parts,
    [name]: work,
    'markdown-it, block rules': () => sum(texts, (text) => blocks.parse(text, {}).length),
    'markdown-it, full': () => sum(texts, (text) => full.parse(text, {}).length),
  };
  const times = interleave<string>(contenders, 3);
  const fasterThan = (other: string): Spread => ratioOf(named(times, other), named(times, name));
  printFigures(title, [
    { bar: 'P2', name: 'markdown-it, full', ...fasterThan('markdown-it, full'), unit: '×', atLeast: 4 },
    { bar: 'P2', name: 'its block rules', ...fasterThan('markdown-it, block rules'), unit: '×', atLeast: 2.5 },
  ]);
  printTimes(times);
}

function named(times: Readonly<Record<string, Times>>, name: string): Times {
  const found = times[name];
  if (!found) throw new Error(`${name} was not measured.`);
  return found;
}
