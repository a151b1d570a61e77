import { type CancellationToken, ProgressLocation, Uri } from 'vscode';
import type { NoteIndex } from '../core/index/noteIndex';
import { findThemes, type ThemeGroup } from '../core/themes/themes';
import { notesInThemes, themesReport, themesText } from '../core/themes/text';
import type { LinkedText } from '../core/reports/linkedText';
import type { Clock } from './clock';
import { inParallel, runCooperatively } from './timeSlicer';
import { withProgress } from './messages';
import type { NoteService } from './notes/noteService';
import type { ThemesWish } from './uris';

/** The sources of themes. */
export interface ThemesSources {
  readonly notes: Pick<NoteService, 'index' | 'ready' | 'textOf'>;
  readonly clock: Clock;
}

/** Number of notes that are read too quickly to need a progress message. */
const QUICKLY_READ = 100;
const AT_ONCE = 32;

/** Finds the themes of a time span without blocking the window. */
export function currentThemes(index: NoteIndex, wish: ThemesWish, clock: Clock): Promise<readonly ThemeGroup[]> {
  return runCooperatively(findThemes(index, { ...wish, today: clock.today() }));
}

/** Loads the document about themes. Notes that could not be read before an error or a cancellation show no quotes. */
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
    const options = { location: ProgressLocation.Notification, title: 'Reading what the notes say', cancellable: true };
    await withProgress(options, (_, byUser) =>
      readAll(() => token.isCancellationRequested || byUser.isCancellationRequested),
    );
  }
  return themesText(report, (uri) => texts.get(uri));
}
