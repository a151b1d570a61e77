import { Uri, workspace } from 'vscode';
import { sanitizeFileName } from '../core/noteEdit/fileNames';
import type { Person } from '../core/people/person';
import type { ThemeSpan } from '../core/themes/themes';

/** The schemes of documents that are no files: they are written from the notes. */
export const BRIEF_SCHEME = 'one-on-one-brief';
export const THEMES_SCHEME = 'one-on-one-themes';

export type GeneratedScheme = typeof BRIEF_SCHEME | typeof THEMES_SCHEME;

/** Where the brief about a person is. */
export function briefUri({ key, name }: Pick<Person, 'key' | 'name'>): Uri {
  return Uri.from({ scheme: BRIEF_SCHEME, path: `/Brief ${sanitizeFileName(name) ?? ''}.md`, query: key });
}

/** The key of the person that a brief is about, or `undefined` for any other document. */
export function personOfBrief({ scheme, query }: Uri): string | undefined {
  return scheme === BRIEF_SCHEME ? query : undefined;
}

/** What a document about themes covers. */
export type ThemesWish = Pick<ThemeSpan, 'weeks' | 'withPrivate'>;

/** How many weeks themes can go back. */
export const THEME_WEEKS = [4, 8, 12, 26] as const;

const WITHOUT_PRIVATE = ' without private lines';

/** Where the document about themes of a span is. Buttons in package.json tell by its name what it leaves out. */
export function themesUri({ weeks, withPrivate }: ThemesWish): Uri {
  const path = `/Themes of ${weeks} weeks${withPrivate ? '' : WITHOUT_PRIVATE}.md`;
  return Uri.from({ scheme: THEMES_SCHEME, path });
}

/** What the document at `uri` covers, or `undefined` for any other document. */
export function themesWishOf({ scheme, path }: Uri): ThemesWish | undefined {
  const weeks = Number(/\d+/.exec(path)?.[0] ?? NaN);
  return scheme === THEMES_SCHEME && THEME_WEEKS.some((each) => each === weeks)
    ? { weeks, withPrivate: !path.includes(WITHOUT_PRIVATE) }
    : undefined;
}

/** The URI that opens a note, by its URI as text, at a line, from 0. */
export function uriOfLine(uri: string, line: number): Uri {
  return Uri.parse(uri).with({ fragment: `L${line + 1}` });
}

/** A file as people know it: its path in its folder, with the folder's name where there are several. */
export function nameOf(uri: Uri): string {
  return workspace.asRelativePath(uri);
}

/** The path that a note is read by: relative to the innermost folder it lies in, with `/`. */
export function pathInFolder(uri: Uri): string {
  const folder = workspace.getWorkspaceFolder(uri);
  return folder ? uri.path.slice(folder.uri.path.replace(/\/$/, '').length + 1) : uri.path.replace(/^\//, '');
}
