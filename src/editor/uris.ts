import { Uri, workspace } from 'vscode';
import { sanitizeFileName } from '../core/noteEdit/fileNames';
import type { Person } from '../core/people/person';
import type { ThemeSpan } from '../core/themes/themes';

/** The URI schemes of virtual documents, which are generated from notes. */
export const BRIEF_SCHEME = 'one-on-one-brief';
export const THEMES_SCHEME = 'one-on-one-themes';
export const NARRATIVE_SCHEME = 'one-on-one-narrative';
export const PULSE_SCHEME = 'one-on-one-pulse';

export const GENERATED_SCHEMES = [BRIEF_SCHEME, THEMES_SCHEME, NARRATIVE_SCHEME, PULSE_SCHEME] as const;
export type GeneratedScheme = (typeof GENERATED_SCHEMES)[number];

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

/** The scope of a themes document or a team pulse. */
export type ThemesQuery = Omit<ThemeSpan, 'today'>;

/** The time spans of themes, in weeks. */
export const THEME_WEEKS = [4, 8, 12, 26] as const;

const WITHOUT_PRIVATE = ' without private lines';

/** Returns the URI of a themes document. Conditions in package.json depend on its name. `name` is that of its person. */
export function themesUri(query: ThemesQuery, name = ''): Uri {
  return spanUri(THEMES_SCHEME, 'Themes', query, name);
}

/** Returns the scope of a themes document, or `undefined` for other documents. */
export function themesQueryOf(uri: Uri): ThemesQuery | undefined {
  return queryOf(THEMES_SCHEME, uri);
}

/** Returns the URI of a team pulse as text. */
export function pulseUri(query: ThemesQuery): Uri {
  return spanUri(PULSE_SCHEME, 'Team Pulse', query);
}

/** Returns the scope of a team pulse, or `undefined` for other documents. */
export function pulseQueryOf(uri: Uri): ThemesQuery | undefined {
  return queryOf(PULSE_SCHEME, uri);
}

function spanUri(
  scheme: GeneratedScheme,
  title: string,
  { weeks, withPrivate, person = '' }: ThemesQuery,
  name = '',
): Uri {
  const withPerson = person === '' ? '' : ` with ${sanitizeFileName(name) ?? ''}`;
  const path = `/${title} of ${weeks} weeks${withPerson}${withPrivate ? '' : WITHOUT_PRIVATE}.md`;
  return Uri.from({ scheme, path, query: person });
}

function queryOf(wanted: GeneratedScheme, { scheme, path, query }: Uri): ThemesQuery | undefined {
  const weeks = Number(/\d+/.exec(path)?.[0] ?? NaN);
  return scheme === wanted && THEME_WEEKS.some((each) => each === weeks)
    ? { weeks, withPrivate: !path.includes(WITHOUT_PRIVATE), ...(query !== '' && { person: query }) }
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
