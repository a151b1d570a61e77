import { StatusBarAlignment, window } from 'vscode';
import type { NoteEdits } from '../core/edit';
import { setContextKey } from './contextKeys';
import { DisposableStore } from './disposables';

/** How long the status bar offers Undo, in ms. */
const OFFER = 10_000;

/** The last change made from a view. Undo in VS Code acts on the text editor in front, so a view has to keep its own. */
export class ViewChanges extends DisposableStore {
  readonly #item = this.add(window.createStatusBarItem('oneOnOne.undo', StatusBarAlignment.Left));
  #last: readonly NoteEdits[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor() {
    super();
    this.#item.name = 'One on One: Undo';
    this.#item.command = 'oneOnOne.undoFollowUpChange';
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
    this.#item.text = `$(check) ${withoutIcons(words)} — Undo`;
    this.#item.accessibilityInformation = { label: `${words}. Undo` };
    this.#item.show();
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

/** VS Code draws `$(name)` in the status bar as an icon. */
function withoutIcons(text: string): string {
  return text.replaceAll('$(', '\\$(');
}
