import type { Disposable } from 'vscode';

/**
 * Owns disposables and disposes them in reverse order. Disposables added after its own disposal are disposed at once.
 */
export class DisposableStore implements Disposable {
  readonly #owned: Disposable[] = [];
  #isDisposed = false;

  get isDisposed(): boolean {
    return this.#isDisposed;
  }

  /** Takes ownership of `disposable` and returns it. */
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
