import { type CancellationToken, l10n, ProgressLocation, Uri } from 'vscode';
import type { NoteIndex } from '../core/index/noteIndex';
import { findThemes, type ThemeGroup } from '../core/themes/themes';
import { notesInThemes, themesReport, themesText } from '../core/themes/text';
import type { LinkedText } from '../core/reports/linkedText';
import type { Clock } from './clock';
import { inParallel, runCooperatively } from './timeSlicer';
import { withProgress } from './messages';
import type { NoteService } from './notes/noteService';
import type { ThemesWish } from './uris';

/** What themes are read from. */
export interface ThemesSources {
  readonly notes: Pick<NoteService, 'index' | 'ready' | 'textOf'>;
  readonly clock: Clock;
}

/** So many notes are read in so short a time that nobody needs to be told. */
const QUICKLY_READ = 100;
const AT_ONCE = 32;

/** The themes of a span, found without holding the window up. */
export function currentThemes(index: NoteIndex, wish: ThemesWish, clock: Clock): Promise<readonly ThemeGroup[]> {
  return runCooperatively(findThemes(index, { ...wish, today: clock.today() }));
}

/** The document about themes. Notes that cannot be read, or were not when somebody cancelled, show no words. */
export async function loadThemes(
  wish: ThemesWish,
  { notes, clock }: ThemesSources,
  token: CancellationToken,
): Promise<LinkedText> {
  const index = await notes.ready();
  const report = await runCooperatively(themesReport(index, { ...wish, today: clock.today() }));
  const uris = notesInThemes(report);
  const texts = new Map<string, string>();
  const readAll = (isCancelled: () => boolean): Promise<void> =>
    inParallel(uris, AT_ONCE, async (uri) => {
      const text = isCancelled() ? undefined : await notes.textOf(Uri.parse(uri)).catch(() => undefined);
      if (text !== undefined) texts.set(uri, text);
    });
  if (uris.size <= QUICKLY_READ) {
    await readAll(() => token.isCancellationRequested);
  } else {
    const options = { location: ProgressLocation.Notification, title: l10n.t('Reading notes'), cancellable: true };
    await withProgress(options, (_, byUser) =>
      readAll(() => token.isCancellationRequested || byUser.isCancellationRequested),
    );
  }
  return themesText(report, (uri) => texts.get(uri));
}
