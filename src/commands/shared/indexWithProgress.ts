import { CancellationError, l10n, ProgressLocation } from 'vscode';
import type { NoteIndex } from '../../core/index/noteIndex';
import { withProgress } from '../../editor/messages';
import type { NoteService } from '../../editor/notes/noteService';

/** Delay before the progress notification, in ms. */
const PROGRESS_DELAY_MS = 500;

/**
 * Returns the index once all notes are read. Shows progress in a notification if that takes long.
 * @throws CancellationError if the user cancels.
 */
export async function indexWithProgress(notes: NoteService): Promise<NoteIndex> {
  const ready = notes.ready();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PROGRESS_DELAY_MS);
  });
  const index = await Promise.race([ready, patience]);
  clearTimeout(timer);
  return index ?? showingProgress(notes, ready);
}

async function showingProgress(notes: NoteService, ready: Promise<NoteIndex>): Promise<NoteIndex> {
  const options = { location: ProgressLocation.Notification, title: l10n.t('Reading notes'), cancellable: true };
  return withProgress(options, async (progress, token) => {
    const listener = notes.onDidChangeState(({ read, total }) =>
      progress.report({ message: l10n.t('{0} of {1}', read, total) }),
    );
    const cancelled = token.onCancellationRequested(() => notes.cancel());
    try {
      const index = await ready;
      if (token.isCancellationRequested) {
        throw new CancellationError();
      }
      return index;
    } finally {
      listener.dispose();
      cancelled.dispose();
    }
  });
}
