import type { CancellationToken, FileType, Uri } from 'vscode';

/** Maximum size of a note, in bytes. Larger files are not read. */
export const LARGEST_NOTE = 1024 * 1024;

/** The state of a file, by which changes are detected. */
export interface FileStamp {
  /** Time of the last change, in ms since the epoch. */
  readonly time: number;
  /** Size in bytes. */
  readonly size: number;
}

/** The result of reading a file. Only `gone` proves that the file does not exist. */
export type ReadResult =
  | { readonly kind: 'read'; readonly text: string; readonly stamp: FileStamp }
  | { readonly kind: 'same' }
  | { readonly kind: 'tooLarge'; readonly stamp: FileStamp }
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed'; readonly error: unknown };

/** The options and callbacks of a read. */
export interface Reading<File> {
  /** Returns the state of the file at the last read. An unchanged file is not read again. */
  readonly stampOf: (file: File) => FileStamp | undefined;
  /** Receives each result. Not called after `token` is cancelled. */
  readonly onRead: (file: File, result: ReadResult) => void;
  readonly token: CancellationToken;
}

/** An entry of a folder. A symbolic link that is followed has the type of its target. */
export type FolderEntry = readonly [name: string, type: FileType, isLink?: boolean];

/** The walk through a folder and its subfolders. */
export interface FolderWalk {
  readonly root: Uri;
  readonly followsLinks: boolean;
}

/** Reads the files of many notes: on the desktop from disk, elsewhere through VS Code. */
export interface NoteReader {
  /** Tests whether a folder is on a disk that this host reads directly. */
  isLocal(folder: Uri): boolean;

  /** Returns the entries of a folder that a walk has reached, or `undefined` if it cannot be read. */
  entriesOf(folder: Uri, walk: FolderWalk): Promise<readonly FolderEntry[] | undefined>;

  /**
   * Returns those of `files` that are reached through a symbolic link, by URI, with the URI of the link's target, so
   * that a note is not read twice. Empty if links cannot be detected.
   */
  linked(files: readonly Uri[]): Promise<ReadonlyMap<string, string>>;

  /** Returns the content of a small file. Rejects if it cannot be read. */
  bytesOf(file: Uri): Promise<Uint8Array>;

  /** Reads approximately in the order of `files` and reports each result immediately. Never rejects. */
  read<File extends { readonly uri: Uri }>(files: readonly File[], reading: Reading<File>): Promise<void>;
}

/** Returns the result that follows from a file's state alone, or `undefined` if the file must be read. */
export function resultOfStamp(now: FileStamp, before: FileStamp | undefined): ReadResult | undefined {
  if (before?.time === now.time && before.size === now.size) {
    return { kind: 'same' };
  }
  return now.size > LARGEST_NOTE ? { kind: 'tooLarge', stamp: now } : undefined;
}
