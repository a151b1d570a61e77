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

/** The rules for reading notes with default settings. */
export const rules: ReadingRules = {
  bank: createBank(builtInFrameworks()),
  paths: { notes: pathPattern('1-1s/{person}/{date}.md'), people: pathPattern('People/{person}.md') },
  statuses: {},
};

/** The files of a corpus without their texts, like a listing of the workspace. */
export class Vault {
  readonly #files: readonly { readonly file: string; readonly uri: string; readonly path: string }[];

  /** Uses the first `count` notes. */
  constructor({ folder, files }: Corpus, count = files.length) {
    this.#files = files.slice(0, count).map((file) => {
      return { file, uri: pathToFileURL(file).href, path: path.relative(folder, file) };
    });
  }

  get size(): number {
    return this.#files.length;
  }

  /** Reads the notes from disk one at a time, so that no text is retained. */
  *noteFiles(): Generator<NoteFile> {
    for (const { file, uri, path } of this.#files) yield { uri, path, text: readFileSync(file, 'utf8') };
  }

  /** Builds an index of all notes from disk. */
  index(): NoteIndex {
    const index = new NoteIndex({ me: [], roster: [] });
    index.putAll(Array.from(this.noteFiles(), (file) => readNote(file, rules)));
    return index;
  }
}

/** Lists all follow-ups of an index and returns their number. */
export function listAll(index: NoteIndex): number {
  return index.groups().reduce((total, group) => total + index.followUpsOf(group).length, 0);
}
