import { l10n } from 'vscode';
import type { NoteEdits } from '../core/text/edit';
import { setContextKey } from './contextKeys';
import { DisposableStore } from './disposables';
import { StatusBarEntry } from './statusBarEntry';

/** How long the status bar offers Undo, in ms. */
const OFFER = 10_000;

const UNDO = { command: 'oneOnOne.undoFollowUpChange', title: l10n.t('Undo the last change made from a view') };

/** The last change made from a view. Undo in VS Code acts on the text editor in front, so a view has to keep its own. */
export class ViewChanges extends DisposableStore {
  readonly #item = this.add(
    new StatusBarEntry({ id: 'oneOnOne.undo', name: l10n.t('One on One: Undo'), side: 'left' }),
  );
  #last: readonly NoteEdits[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor() {
    super();
    this.add({ dispose: () => clearTimeout(this.#timer) });
  }

  /** Runs changes and their undo one after the other, so that Undo waits for the change it is meant for. */
  inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => undefined);
    return result;
  }

  /** Keeps a change in place of the one before, and offers to undo it. `words` say what was done. */
  remember(changes: readonly NoteEdits[], words: string): void {
    this.forget();
    this.#last = changes;
    this.#item.show({ icon: 'check', words: l10n.t('{0} — Undo', words), tooltip: UNDO.title, command: UNDO });
    this.#timer = setTimeout(() => this.#item.hide(), OFFER);
    setContextKey('undoable', true);
  }

  /** The last change, which is then forgotten; empty if there is none. */
  take(): readonly NoteEdits[] {
    const last = this.#last;
    this.forget();
    return last;
  }

  /** Gives up the last change, because a later one cannot be undone from a view. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#last = [];
    this.#item.hide();
    setContextKey('undoable', false);
  }
}
