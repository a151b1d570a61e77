import assert from 'node:assert/strict';
import { parseCivilDate, type CivilDate } from '../../../src/core/dates/civilDate';
import { builtInFrameworks } from '../../../src/core/frameworks/builtIn';
import { createBank } from '../../../src/core/frameworks/questionBank';
import { NoteIndex, type PeopleConfig } from '../../../src/core/index/noteIndex';
import type { Note } from '../../../src/core/note/note';
import { pathPattern } from '../../../src/core/note/pathPattern';
import { readNote } from '../../../src/core/note/readNote';
import type { ReadingRules } from '../../../src/core/note/readingRules';

const ROOT = 'file:///notes/';

export const rules: ReadingRules = {
  bank: createBank(builtInFrameworks()),
  paths: { notes: pathPattern('1-1s/{person}/{date}.md'), people: pathPattern('People/{person}.md') },
  statuses: {},
};

/** The URI of a note at `path` in the folder that the tests' notes lie in. */
export function uriOf(path: string): string {
  return ROOT + path.split('/').map(encodeURIComponent).join('/');
}

/** A note as it is read with the built-in frameworks and the default settings. */
export function noteAt(path: string, text: string | readonly string[]): Note {
  return readNote({ uri: uriOf(path), path, text: typeof text === 'string' ? text : text.join('\n') }, rules);
}

/** An index of notes, given as path and lines. */
export function indexOf(
  notes: Readonly<Record<string, string | readonly string[]>>,
  acquaintance: PeopleConfig = { me: [], roster: [] },
): NoteIndex {
  const index = new NoteIndex(acquaintance);
  index.putAll(Object.entries(notes).map(([path, text]) => noteAt(path, text)));
  return index;
}

/** A date that the calendar has. */
export function day(text: string): CivilDate {
  const date = parseCivilDate(text);
  assert.ok(date, text);
  return date;
}
