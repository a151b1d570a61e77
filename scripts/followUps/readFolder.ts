import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { builtInFrameworks } from '../../src/core/framework/builtIn';
import { mergeFrameworks } from '../../src/core/framework/frameworkSet';
import { parseFramework } from '../../src/core/framework/parseFramework';
import { createBank } from '../../src/core/framework/questionBank';
import { NoteIndex } from '../../src/core/index/noteIndex';
import { pathPattern } from '../../src/core/note/pathPattern';
import { readNote, type ReadingRules } from '../../src/core/note/readNote';
import { parseRoster } from '../../src/core/people/roster';

/** In bytes; what is larger is no note. */
const LARGEST_NOTE = 1024 * 1024;

/** A folder's notes, joined, and what was left out of them. */
export interface ReadFolder {
  readonly index: NoteIndex;
  /** By the URI of each note, its path in the folder, with `/`. */
  readonly paths: ReadonlyMap<string, string>;
  /** One line for each file that was not read. */
  readonly skipped: readonly string[];
}

/** Reads all Markdown files of a folder with the default settings. Links, `node_modules` and dot folders are left out. */
export function readFolder(folder: string, me: readonly string[]): ReadFolder {
  const rules: ReadingRules = {
    bank: createBank(mergeFrameworks(builtInFrameworks(), ownFrameworks(folder)).frameworks),
    paths: { notes: pathPattern('1-1s/{person}/{date}.md'), people: pathPattern('People/{person}.md') },
    statuses: {},
  };
  const index = new NoteIndex({ me, roster: parseRoster(textOf(path.join(folder, '.one-on-one/people.yaml'))).people });
  const paths = new Map<string, string>();
  const skipped: string[] = [];
  const notes = markdownFiles(folder).flatMap((file) => {
    const relative = path.relative(folder, file).split(path.sep).join('/');
    try {
      const { size } = lstatSync(file);
      if (size > LARGEST_NOTE) {
        skipped.push(`${relative}: not read, as it is larger than 1 MB`);
        return [];
      }
      const uri = pathToFileURL(file).href;
      paths.set(uri, relative);
      return [readNote({ uri, path: relative, text: readFileSync(file, 'utf8') }, rules)];
    } catch (error) {
      skipped.push(`${relative}: could not be read (${error instanceof Error ? error.message : String(error)})`);
      return [];
    }
  });
  index.putAll(notes);
  return { index, paths, skipped };
}

function markdownFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) {
        return entry.name === 'node_modules' || entry.name.startsWith('.') ? [] : markdownFiles(file);
      }
      return entry.isFile() && /\.(?:md|markdown)$/i.test(entry.name) ? [file] : [];
    });
}

function ownFrameworks(folder: string): ReturnType<typeof parseFramework>[] {
  const own = path.join(folder, '.one-on-one/frameworks');
  try {
    const files = readdirSync(own).filter((name) => /\.ya?ml$/i.test(name));
    return files.sort().map((name) => parseFramework(textOf(path.join(own, name)), name));
  } catch {
    return [];
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
