import type { Uri } from 'vscode';

/** A pending change of a file, a folder or an open document. */
export interface FileChange {
  readonly uri: Uri;
  /** Whether the name is that of a Markdown file. Otherwise it may be a folder of notes. */
  readonly isNote: boolean;
  /** Whether the file may be new, so that it must be looked up if it is unknown. */
  readonly mayBeNew: boolean;
  /** Whether the file changed on disk, not only in an editor. */
  readonly onDisk: boolean;
}

/** Collects pending changes, merged per file. */
export class FileChanges {
  readonly #byKey = new Map<string, FileChange>();

  get size(): number {
    return this.#byKey.size;
  }

  add(touch: FileChange): void {
    const key = touch.uri.toString();
    const before = this.#byKey.get(key);
    this.#byKey.set(key, {
      ...touch,
      mayBeNew: touch.mayBeNew || before?.mayBeNew === true,
      onDisk: touch.onDisk || before?.onDisk === true,
    });
  }

  addAll(touches: Iterable<FileChange>): void {
    for (const touch of touches) {
      this.add(touch);
    }
  }

  /** Returns all changes by URI and clears the collection. */
  take(): ReadonlyMap<string, FileChange> {
    const taken = new Map(this.#byKey);
    this.#byKey.clear();
    return taken;
  }
}

/** Whether a file name has a Markdown extension in the case that the search finds. */
export function isNoteName(uri: Uri): boolean {
  return /\.(?:md|markdown)$/.test(uri.path);
}
