import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generateNotes } from './generate';

/** Generated notes as texts and as files in a temporary folder. */
export interface Corpus {
  readonly folder: string;
  /** Absolute paths in the order of `texts`. */
  readonly files: readonly string[];
  readonly texts: readonly string[];
}

/** Writes `count` notes, passes them to `use`, and deletes the files. */
export function withCorpus(count: number, use: (corpus: Corpus) => void): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'one-on-one-bench-'));
  try {
    const notes = [...generateNotes({ count, seed: 1 })];
    const files = notes.map((note) => path.join(folder, note.path));
    for (const directory of new Set(files.map((file) => path.dirname(file)))) mkdirSync(directory, { recursive: true });
    files.forEach((file, index) => writeFileSync(file, notes[index]?.text ?? ''));
    use({ folder, files, texts: notes.map(({ text }) => text) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
