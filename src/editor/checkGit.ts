import type { LogOutputChannel, Memento } from 'vscode';
import { DisposableStore } from './disposables';
import { withErrorReporting } from './errors';
import type { NoteService } from './notes/noteService';

/**
 * Checks once, as soon as 1:1 notes are known, whether a Git remote may expose them. The caller owns the returned
 * store.
 */
export function checkGit(notes: NoteService, memory: Memento, log: LogOutputChannel): DisposableStore {
  const waiting = new DisposableStore();
  const look = (): void => {
    if (!waiting.isDisposed && notes.state.phase === 'ready' && notes.hasMeetings) {
      waiting.dispose();
      void withErrorReporting(log, async () => (await import('./gitWarning')).warnOfGit(notes.index.notes(), memory));
    }
  };
  waiting.add(notes.onDidChangeState(look));
  waiting.add(notes.onDidChange(look));
  return waiting;
}
