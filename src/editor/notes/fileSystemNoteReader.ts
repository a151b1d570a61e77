import { FileSystemError, FileType, workspace, type Uri } from 'vscode';
import { inParallel } from '../scheduling';
import {
  resultOfStamp,
  type FileStamp,
  type FolderEntry,
  type NoteReader,
  type Reading,
  type ReadResult,
} from './noteReader';

/** Number of parallel reads. Each one is a message to another process or a request to a server. */
const AT_ONCE = 64;

/** Reads notes through VS Code's file system. */
export class FileSystemNoteReader implements NoteReader {
  isLocal(): boolean {
    return false;
  }

  async entriesOf(folder: Uri): Promise<readonly FolderEntry[] | undefined> {
    try {
      return await workspace.fs.readDirectory(folder);
    } catch {
      return undefined;
    }
  }

  linked(): Promise<ReadonlyMap<string, string>> {
    return Promise.resolve(new Map());
  }

  async bytesOf(file: Uri): Promise<Uint8Array> {
    return workspace.fs.readFile(file);
  }

  async read<File extends { readonly uri: Uri }>(files: readonly File[], reading: Reading<File>): Promise<void> {
    const { stampOf, onRead, token } = reading;
    await inParallel(files, AT_ONCE, async (file) => {
      const result = token.isCancellationRequested ? undefined : await readOne(file.uri, stampOf(file));
      if (result && !token.isCancellationRequested) {
        onRead(file, result);
      }
    });
  }
}

async function readOne(uri: Uri, before: FileStamp | undefined): Promise<ReadResult> {
  try {
    const { type, mtime, size } = await workspace.fs.stat(uri);
    if ((type & FileType.Directory) !== 0) {
      return { kind: 'gone' };
    }
    const stamp = { time: mtime, size };
    return resultOfStamp(stamp, before) ?? { kind: 'read', text: await textOf(uri), stamp };
  } catch (error) {
    const isMissing = error instanceof FileSystemError && error.code === 'FileNotFound';
    return isMissing ? { kind: 'gone' } : { kind: 'failed', error };
  }
}

async function textOf(uri: Uri): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(uri));
}
