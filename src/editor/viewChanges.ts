import { l10n } from 'vscode';
import type { NoteEdits } from '../core/text/edit';
import { setContextKey } from './contextKeys';
import { DisposableStore } from './disposables';
import { StatusBarEntry } from './messages';

/** Time for which the status bar offers Undo, in ms. */
const OFFER = 10_000;

const UNDO = { command: 'oneOnOne.undoFollowUpChange', title: l10n.t('Undo the last change made from a view') };

/**
 * Keeps the last change made from a view. VS Code's Undo applies to the active text editor only, so views need their
 * own.
 */
export class ViewChanges extends DisposableStore {
  readonly #item = this.add(new StatusBarEntry('oneOnOne.undo', l10n.t('One on One: Undo'), 'left'));
  #last: readonly NoteEdits[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor() {
    super();
    this.add({ dispose: () => clearTimeout(this.#timer) });
  }

  /** Runs changes and undos in sequence, so that Undo waits for the change that it reverts. */
  inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => undefined);
    return result;
  }

  /** Stores a change in place of the previous one and offers Undo. `words` describe the change. */
  remember(changes: readonly NoteEdits[], words: string): void {
    this.forget();
    this.#last = changes;
    this.#item.show('check', l10n.t('{0} — Undo', words), UNDO.title, UNDO);
    this.#timer = setTimeout(() => this.#item.hide(), OFFER);
    setContextKey('undoable', true);
  }

  /** Returns and forgets the last change. The result is empty if there is none. */
  take(): readonly NoteEdits[] {
    const last = this.#last;
    this.forget();
    return last;
  }

  /** Forgets the last change, because a later one cannot be undone from a view. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#last = [];
    this.#item.hide();
    setContextKey('undoable', false);
  }
}
