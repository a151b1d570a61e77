import type { Uri } from 'vscode';

/** That something happened to a file, or to what an editor holds of it. */
export interface Touch {
  readonly uri: Uri;
  /** It may have come into being: if it is not known, it has to be looked for. */
  readonly mayBeNew: boolean;
  /** Something happened to the file, not only in an editor. */
  readonly onDisk: boolean;
}

/** What happened since somebody looked, each file once. */
export class Touches {
  readonly #byKey = new Map<string, Touch>();

  get size(): number {
    return this.#byKey.size;
  }

  add(touch: Touch): void {
    const key = touch.uri.toString();
    const before = this.#byKey.get(key);
    this.#byKey.set(key, {
      uri: touch.uri,
      mayBeNew: touch.mayBeNew || before?.mayBeNew === true,
      onDisk: touch.onDisk || before?.onDisk === true,
    });
  }

  addAll(touches: Iterable<Touch>): void {
    for (const touch of touches) {
      this.add(touch);
    }
  }

  /** Hands over what there is, by URI, and begins anew. */
  take(): ReadonlyMap<string, Touch> {
    const taken = new Map(this.#byKey);
    this.#byKey.clear();
    return taken;
  }
}
