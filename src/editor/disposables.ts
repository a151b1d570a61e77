import type { Disposable } from 'vscode';

/** Owns disposables: disposes them in reverse, each once, and at once those that arrive after its own end. */
export class DisposableStore implements Disposable {
  readonly #owned: Disposable[] = [];
  #isDisposed = false;

  get isDisposed(): boolean {
    return this.#isDisposed;
  }

  /** Takes ownership of `disposable` and hands it back, so that creating and owning stand on one line. */
  add<Owned extends Disposable>(disposable: Owned): Owned {
    if (this.#isDisposed) {
      disposable.dispose();
    } else {
      this.#owned.push(disposable);
    }
    return disposable;
  }

  dispose(): void {
    this.#isDisposed = true;
    for (let next = this.#owned.pop(); next; next = this.#owned.pop()) {
      next.dispose();
    }
  }
}
