import { CancellationError, l10n, window, workspace } from 'vscode';
import { writePage } from '../core/reports/page';
import { formatThemeSpan } from '../core/themes/report';
import { pulseReport } from '../editor/loadReport';
import { showQuickPick } from '../editor/picks';
import { setting } from '../editor/settings';
import { narrativeUri, pulseUri, THEME_WEEKS, themesUri, themesQueryOf, type ThemesQuery } from '../editor/uris';
import { formatMessage } from '../editor/messages';
import { showReportPage } from '../editor/reportPanel';
import type { Services } from '../services';
import { isPersonRef, targetPerson } from './shared/pickPerson';

/** The choice of one person instead of a span of weeks. */
const ONE_PERSON = 'onePerson' as const;
/** The span of the themes with one person, in weeks. */
const HALF_YEAR = 26;

/**
 * Opens the themes across 1:1s, with all people or with one. `argument` may give `{ weeks }` or `{ person }`. The themes
 * with one person are those of half a year.
 */
export async function showThemes(services: Pick<Services, 'notes' | 'clock'>, argument?: unknown): Promise<void> {
  const asked = isPersonRef(argument) ? ONE_PERSON : (weeksIn(argument) ?? (await askForWeeks()));
  if (asked !== ONE_PERSON) {
    await open(services, { weeks: asked, withPrivate: true });
    return;
  }
  const { key } = await targetPerson(argument, services, l10n.t('Show Themes'));
  await open(services, { weeks: HALF_YEAR, withPrivate: true, person: key });
}

/** Opens the themes for the span of the Themes view. */
export async function showThemesOfView(services: Pick<Services, 'notes'>): Promise<void> {
  await open(services, { weeks: setting('themes.weeks'), withPrivate: true });
}

/** Reopens the active themes document without private lines. */
export async function leaveOutPrivate(services: Pick<Services, 'notes'>): Promise<void> {
  await open(services, { ...activeQuery(), withPrivate: false });
}

/** Reopens the active themes document with private lines. */
export async function showPrivate(services: Pick<Services, 'notes'>): Promise<void> {
  await open(services, { ...activeQuery(), withPrivate: true });
}

/** Opens the narrative from all 1:1s. */
export async function showNarrative(): Promise<void> {
  await window.showTextDocument(await workspace.openTextDocument(narrativeUri), { preview: true });
}

/** Shows the pulse of the team as a page. `argument` may give `{ withPrivate }`. */
export async function showTeamPulse(
  services: Pick<Services, 'notes' | 'frameworks' | 'clock'>,
  argument?: unknown,
): Promise<void> {
  const withPrivate = !(
    typeof argument === 'object' &&
    argument !== null &&
    'withPrivate' in argument &&
    argument.withPrivate === false
  );
  const { notes, clock } = services;
  const query: ThemesQuery = { weeks: setting('themes.weeks'), withPrivate };
  const toggle = withPrivate ? l10n.t('Leave Out Private') : l10n.t('Show Private');
  await showReportPage({
    key: `pulse ${query.weeks} ${withPrivate}`,
    title: withPrivate ? l10n.t('Team Pulse') : l10n.t('Team Pulse without Private'),
    actions: [
      { label: toggle, command: 'oneOnOne.showTeamPulse', argument: { withPrivate: !withPrivate } },
      { label: l10n.t('Open as Text'), command: 'vscode.open', argument: pulseUri(query) },
    ],
    compose: async () => writePage(await pulseReport(await notes.ready(), query, services), formatMessage),
    changes: [notes.onDidChange, clock.onDidChangeDay],
  });
}

async function open({ notes }: Pick<Services, 'notes'>, query: ThemesQuery): Promise<void> {
  const { people } = await notes.ready();
  const name = people.get(query.person ?? '')?.name;
  await window.showTextDocument(await workspace.openTextDocument(themesUri(query, name)), { preview: true });
}

function activeQuery(): ThemesQuery {
  const uri = window.activeTextEditor?.document.uri;
  return (uri && themesQueryOf(uri)) ?? { weeks: setting('themes.weeks'), withPrivate: true };
}

async function askForWeeks(): Promise<number | typeof ONE_PERSON> {
  const usual = setting('themes.weeks');
  const items = THEME_WEEKS.map((weeks) => ({
    label: capitalized(formatMessage(formatThemeSpan(weeks))),
    description: weeks === usual ? l10n.t('as in the Themes view') : '',
    picked: weeks === usual,
    weeks,
  }));
  const usualFirst = items.toSorted((a, b) => Number(b.picked) - Number(a.picked));
  const ofOne = {
    label: l10n.t('Half a Year with One Person'),
    description: l10n.t('for a review, or for a look back together'),
    picked: false,
    weeks: ONE_PERSON,
  };
  const picked = await showQuickPick([...usualFirst, ofOne], {
    title: l10n.t('Show Themes'),
    placeHolder: l10n.t('How far back?'),
  });
  if (!picked) {
    throw new CancellationError();
  }
  return picked.weeks;
}

function weeksIn(argument: unknown): number | undefined {
  const weeks = typeof argument === 'object' && argument !== null && 'weeks' in argument ? argument.weeks : undefined;
  return THEME_WEEKS.find((each) => each === weeks);
}

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
