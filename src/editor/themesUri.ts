import { Uri } from 'vscode';
import type { ThemeSpan } from '../core/insight/themes';
import { THEMES_SCHEME } from './generatedUri';

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
