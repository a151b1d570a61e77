import { CancellationError, ProgressLocation, window } from 'vscode';
import type { NoteIndex } from '../../core/index/noteIndex';
import type { NoteStore } from '../../editor/noteStore';

/**
 * The index once all notes are read. While that takes, a notification shows how far it is.
 * @throws CancellationError when the reader cancels it.
 */
export async function indexInHand(notes: NoteStore): Promise<NoteIndex> {
  if (notes.state.phase === 'ready') {
    return notes.index;
  }
  const options = { location: ProgressLocation.Notification, title: 'Reading notes', cancellable: true };
  return window.withProgress(options, async (progress, token) => {
    const listener = notes.onDidChangeState(({ read, total }) => progress.report({ message: `${read} of ${total}` }));
    const cancelled = token.onCancellationRequested(() => notes.cancel());
    try {
      const index = await notes.ready();
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
