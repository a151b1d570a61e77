import type { Person } from '../people/person';
import type { Theme } from './theme';
import type { ThemeKind } from './themes';

/** What the themes of a kind are called. */
export const THEME_TITLES: Readonly<Record<ThemeKind, string>> = {
  thanksToGive: 'Thanks to Give',
  blockers: 'In the Way of Two or More',
  tags: 'Tags',
  onMyMind: 'On My Mind',
  thanksGiven: 'Thanks Given',
};

const MOST_NAMED = 3;

/** What a theme is called in a list. */
export function themeTitle({ label }: Theme): string {
  return label === '' ? 'Others' : label;
}

/** In whose 1:1s a theme stands: `Jane Doe, Bo Lee, Ana Ruiz and 2 more`. */
export function formatThemePeople({ people }: Pick<Theme, 'people'>): string {
  const named = people.slice(0, MOST_NAMED).map(({ name }: Person) => name);
  const more = people.length - named.length;
  return more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ');
}

/** How far themes go back: `the last 12 weeks`. */
export function formatThemeSpan(weeks: number): string {
  return weeks === 1 ? 'the last week' : `the last ${weeks} weeks`;
}
