import { Uri, workspace } from 'vscode';
import { sanitizeFileName } from '../core/noteEdit/fileNames';
import type { Person } from '../core/people/person';
import type { ThemeSpan } from '../core/themes/themes';

/** The URI schemes of virtual documents, which are generated from notes. */
export const BRIEF_SCHEME = 'one-on-one-brief';
export const THEMES_SCHEME = 'one-on-one-themes';
export const NARRATIVE_SCHEME = 'one-on-one-narrative';

export type GeneratedScheme = typeof BRIEF_SCHEME | typeof THEMES_SCHEME | typeof NARRATIVE_SCHEME;

/** The URI of the narrative from all 1:1s. */
export const narrativeUri = Uri.from({ scheme: NARRATIVE_SCHEME, path: '/Narrative.md' });

/** Returns the URI of the brief about a person. */
export function briefUri({ key, name }: Pick<Person, 'key' | 'name'>): Uri {
  return Uri.from({ scheme: BRIEF_SCHEME, path: `/Brief ${sanitizeFileName(name) ?? ''}.md`, query: key });
}

/** Returns the key of a brief's person, or `undefined` for other documents. */
export function personOfBrief({ scheme, query }: Uri): string | undefined {
  return scheme === BRIEF_SCHEME ? query : undefined;
}

/** The scope of a themes document. */
export type ThemesQuery = Pick<ThemeSpan, 'weeks' | 'withPrivate'>;

/** The time spans of themes, in weeks. */
export const THEME_WEEKS = [4, 8, 12, 26] as const;

const WITHOUT_PRIVATE = ' without private lines';

/** Returns the URI of a themes document. Conditions in package.json depend on its name. */
export function themesUri({ weeks, withPrivate }: ThemesQuery): Uri {
  const path = `/Themes of ${weeks} weeks${withPrivate ? '' : WITHOUT_PRIVATE}.md`;
  return Uri.from({ scheme: THEMES_SCHEME, path });
}

/** Returns the scope of a themes document, or `undefined` for other documents. */
export function themesQueryOf({ scheme, path }: Uri): ThemesQuery | undefined {
  const weeks = Number(/\d+/.exec(path)?.[0] ?? NaN);
  return scheme === THEMES_SCHEME && THEME_WEEKS.some((each) => each === weeks)
    ? { weeks, withPrivate: !path.includes(WITHOUT_PRIVATE) }
    : undefined;
}

/** Returns the URI that opens a note at a line (from 0). */
export function uriOfLine(uri: string, line: number): Uri {
  return Uri.parse(uri).with({ fragment: `L${line + 1}` });
}

/**
 * Returns the name of a file for the user: its path in the workspace folder, with the folder's name if there are
 * several.
 */
export function nameOf(uri: Uri): string {
  return workspace.asRelativePath(uri);
}

/** Returns a file's path relative to its innermost workspace folder, with `/`. */
export function pathInFolder(uri: Uri): string {
  const folder = workspace.getWorkspaceFolder(uri);
  return folder ? uri.path.slice(folder.uri.path.replace(/\/$/, '').length + 1) : uri.path.replace(/^\//, '');
}
