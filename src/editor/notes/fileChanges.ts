import type { Uri } from 'vscode';

/** That something happened to a file or folder, or to what an editor holds of a file. */
export interface FileChange {
  readonly uri: Uri;
  /** By its name; else it may be a folder of notes. */
  readonly isNote: boolean;
  /** It may have come into being: if it is not known, it has to be looked for. */
  readonly mayBeNew: boolean;
  /** Something happened to the file, not only in an editor. */
  readonly onDisk: boolean;
}

/** What happened since somebody looked, each file once. */
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

  /** Hands over what there is, by URI, and begins anew. */
  take(): ReadonlyMap<string, FileChange> {
    const taken = new Map(this.#byKey);
    this.#byKey.clear();
    return taken;
  }
}

/** Whether the name of a file is that of a Markdown file, in the letters that the listing knows. */
export function isNoteName(uri: Uri): boolean {
  return /\.(?:md|markdown)$/.test(uri.path);
}
