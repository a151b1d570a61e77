import { Uri } from 'vscode';
import type { Person } from '../core/people/person';
import { sanitizeFileName } from '../core/writing/safeName';
import { BRIEF_SCHEME } from './generatedUri';

/** Where the brief about a person is. */
export function briefUri({ key, name }: Pick<Person, 'key' | 'name'>): Uri {
  return Uri.from({ scheme: BRIEF_SCHEME, path: `/Brief ${sanitizeFileName(name) ?? ''}.md`, query: key });
}

/** The key of the person that a brief is about, or `undefined` for any other document. */
export function personOfBrief({ scheme, query }: Uri): string | undefined {
  return scheme === BRIEF_SCHEME ? query : undefined;
}
