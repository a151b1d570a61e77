import { lookUp } from '../markdown/frontMatter';
import { firstName, personKey } from '../people/names';
import { namesOf } from './identity';
import { fileName, foldersOf, type NoteHeader, titleOf } from './noteHeader';
import type { Participant } from './note';
import { namesInTitle } from './namesInTitle';
import { placedNames } from './participantsFromPath';

/** The keys with the name of the person who wrote the note. */
export const AUTHOR_KEYS = ['by', 'author'] as const;

/**
 * Returns the name of the person who wrote a note: from front matter, or else the participant whom neither the title
 * nor the path names, because the note is about the other one. Only a note with two participants has such an other.
 */
export function authorOf(header: NoteHeader, participants: readonly Participant[]): string | undefined {
  const [author, ...more] = namesOf(lookUp(header.frontMatter, ...AUTHOR_KEYS));
  if (author !== undefined) return more.length === 0 ? author : undefined;
  const [first, second, ...others] = participants;
  if (!first || !second || others.length > 0) return undefined;
  for (const names of namesByWeight(header)) {
    const [namesFirst, namesSecond] = [first, second].map((each) => names.some((name) => isShortFor(name, each.name)));
    if (namesFirst && namesSecond) return undefined;
    if (namesFirst || namesSecond) return (namesFirst ? second : first).name;
  }
  return undefined;
}

/** Returns the names in the title, which decides for most notes, and then those in each place. */
function* namesByWeight(header: NoteHeader): Generator<readonly string[]> {
  const title = titleOf(header);
  yield namesInTitle(title).names;
  const places = { folders: foldersOf(header.path), fileName: fileName(header.path), title };
  for (const { names } of placedNames(places)) yield names;
}

/** Tests whether a name is a full name or its first name. */
function isShortFor(name: string, full: string): boolean {
  const [key, whole] = [personKey(name), personKey(full)];
  return key !== '' && (key === whole || key === firstName(whole));
}
