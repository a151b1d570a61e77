import path from 'node:path';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { builtInFrameworks } from '../src/core/frameworks/builtIn';
import { createBank } from '../src/core/frameworks/questionBank';
import { NoteIndex } from '../src/core/index/noteIndex';
import { pathPattern } from '../src/core/note/pathPattern';
import { readNote } from '../src/core/note/readNote';
import type { NoteFile, ReadingRules } from '../src/core/note/readingRules';
import type { Corpus } from './corpus';

/** Notes are read as they are where nobody changed a setting. */
export const rules: ReadingRules = {
  bank: createBank(builtInFrameworks()),
  paths: { notes: pathPattern('1-1s/{person}/{date}.md'), people: pathPattern('People/{person}.md') },
  statuses: {},
};

/** The notes of a corpus without their texts: what a listing of the workspace gives. */
export class Vault {
  readonly #files: readonly { readonly file: string; readonly uri: string; readonly path: string }[];

  /** Takes the first `count` notes. */
  constructor({ folder, files }: Corpus, count = files.length) {
    this.#files = files.slice(0, count).map((file) => {
      return { file, uri: pathToFileURL(file).href, path: path.relative(folder, file) };
    });
  }

  get size(): number {
    return this.#files.length;
  }

  /** Reads every note from disk, one at a time: no text outlives its reading. */
  *noteFiles(): Generator<NoteFile> {
    for (const { file, uri, path } of this.#files) yield { uri, path, text: readFileSync(file, 'utf8') };
  }

  /** An index of all notes, read from disk. */
  index(): NoteIndex {
    const index = new NoteIndex({ me: [], roster: [] });
    index.putAll(Array.from(this.noteFiles(), (file) => readNote(file, rules)));
    return index;
  }
}

/** Lists every follow-up of an index; returns how many there are. */
export function listAll(index: NoteIndex): number {
  return index.groups().reduce((total, group) => total + index.followUpsOf(group).length, 0);
}
