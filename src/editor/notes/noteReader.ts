import type { CancellationToken, Uri } from 'vscode';

/** The size of a file, in bytes, above which it is not read: nobody writes such notes by hand. */
export const LARGEST_NOTE = 1024 * 1024;

/** What tells a file that was changed from one that was not. */
export interface FileStamp {
  /** Of the last change, in ms since the epoch. */
  readonly time: number;
  /** In bytes. */
  readonly size: number;
}

/** What came of reading a file. Only `gone` proves that it is not there. */
export type ReadResult =
  | { readonly kind: 'read'; readonly text: string; readonly stamp: FileStamp }
  | { readonly kind: 'same' }
  | { readonly kind: 'tooLarge'; readonly stamp: FileStamp }
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed'; readonly error: unknown };

/** How files are to be read, and who is told. */
export interface Reading<File> {
  /** The file as it was when it was read last: while it is the same, it is not read again. */
  readonly stampOf: (file: File) => FileStamp | undefined;
  /** Not called any more once `token` was cancelled. */
  readonly onRead: (file: File, result: ReadResult) => void;
  readonly token: CancellationToken;
}

/** Reads the files of many notes: on the desktop from disk, elsewhere through VS Code. */
export interface NoteReader {
  /**
   * Those of `files` that are reached through a link, by URI, with the URI of what the link leads to: when that is a note
   * too, the two are one. Empty where links cannot be told.
   */
  linked(files: readonly Uri[]): Promise<ReadonlyMap<string, string>>;

  /** Reads about in the order of `files`, and says at once what came of each. Never rejects. */
  read<File extends { readonly uri: Uri }>(files: readonly File[], reading: Reading<File>): Promise<void>;
}

/** What a file's stamp alone says of it, or `undefined` when it has to be read. */
export function resultOfStamp(now: FileStamp, before: FileStamp | undefined): ReadResult | undefined {
  if (before?.time === now.time && before.size === now.size) {
    return { kind: 'same' };
  }
  return now.size > LARGEST_NOTE ? { kind: 'tooLarge', stamp: now } : undefined;
}
