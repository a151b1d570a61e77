import * as fs from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { Uri } from 'vscode';
import { FileSystemNoteReader } from './fileSystemNoteReader';
import { inParallel, TimeSlicer } from '../timeSlicer';
import { symlinkTargets } from './symlinkTargets';
import {
  type FileStamp,
  LARGEST_NOTE,
  type NoteReader,
  type Reading,
  type ReadResult,
  resultOfStamp,
} from './noteReader';

/** A file that takes longer, in ms, is not in memory already: something better can be done than to wait for it. */
const SLOW_MS = 1;

/** How much an earlier slow file still counts at the next one, and at how much in all the disk is slow. */
const SLOWNESS_KEPT = 0.8;
const SLOW_DISK = 2;

/** On a slow disk. */
const AT_ONCE = 32;

/** Not to block, since opening a pipe that is named like a note would wait for ever. Windows has no such flag: no bit then. */
const OPEN_FLAGS = fs.constants.O_RDONLY | fs.constants.O_NONBLOCK;

const MISSING = new Set(['ENOENT', 'ENOTDIR']);

/**
 * Reads `file:` notes from disk itself, which is more than ten times faster than through VS Code; others through it.
 * While the disk answers at once, it reads in the extension host's own thread, in slices.
 */
export class DiskNoteReader implements NoteReader {
  readonly #elsewhere = new FileSystemNoteReader();

  linked(files: readonly Uri[]): Promise<ReadonlyMap<string, string>> {
    return symlinkTargets(files.filter(isOnDisk));
  }

  async read<File extends { readonly uri: Uri }>(files: readonly File[], reading: Reading<File>): Promise<void> {
    const onDisk = files.filter(({ uri }) => isOnDisk(uri));
    const elsewhere = files.filter(({ uri }) => !isOnDisk(uri));
    await Promise.all([readDisk(onDisk, reading), this.#elsewhere.read(elsewhere, reading)]);
  }
}

function isOnDisk({ scheme }: Uri): boolean {
  return scheme === 'file';
}

async function readDisk<File extends { readonly uri: Uri }>(
  files: readonly File[],
  reading: Reading<File>,
): Promise<void> {
  const { stampOf, onRead, token } = reading;
  const waiting = files.values();
  await readWhileFast(waiting, reading);
  await inParallel(waiting, AT_ONCE, async (file) => {
    const result = token.isCancellationRequested ? undefined : await readLater(file.uri.fsPath, stampOf(file));
    if (result && !token.isCancellationRequested) {
      onRead(file, result);
    }
  });
}

/** Takes from `waiting` until it is empty, or until the disk turns out to be slow. */
async function readWhileFast<File extends { readonly uri: Uri }>(
  waiting: Iterator<File>,
  { stampOf, onRead, token }: Reading<File>,
): Promise<void> {
  const buffer = Buffer.allocUnsafe(LARGEST_NOTE);
  const slices = new TimeSlicer(() => setImmediate());
  // One slow file is a pause to collect garbage; several in a row are a disk.
  let slowness = 0;
  while (!token.isCancellationRequested && slowness < SLOW_DISK) {
    const next = waiting.next();
    if (next.done) {
      return;
    }
    const file = next.value;
    const start = performance.now();
    const result = readNow(file.uri.fsPath, stampOf(file), buffer);
    slowness = slowness * SLOWNESS_KEPT + (performance.now() - start > SLOW_MS ? 1 : 0);
    onRead(file, result);
    if (slices.isBudgetSpent) {
      await slices.yieldToEventLoop();
    }
  }
}

function readNow(path: string, before: FileStamp | undefined, buffer: Buffer): ReadResult {
  try {
    const descriptor = fs.openSync(path, OPEN_FLAGS);
    try {
      const stats = fs.fstatSync(descriptor);
      return resultOf(stats, before) ?? readResult(stats, buffer.toString('utf8', 0, fs.readSync(descriptor, buffer)));
    } finally {
      fs.closeSync(descriptor);
    }
  } catch (error) {
    return resultOfError(error);
  }
}

async function readLater(path: string, before: FileStamp | undefined): Promise<ReadResult> {
  try {
    const stats = await fs.promises.stat(path);
    return resultOf(stats, before) ?? readResult(stats, await fs.promises.readFile(path, 'utf8'));
  } catch (error) {
    return resultOfError(error);
  }
}

/** What can be said without reading. A folder or a pipe that is named like a note is none. */
function resultOf(stats: fs.Stats, before: FileStamp | undefined): ReadResult | undefined {
  return stats.isFile() ? resultOfStamp(stampOf(stats), before) : { kind: 'gone' };
}

function readResult(stats: fs.Stats, decoded: string): ReadResult {
  // VS Code leaves the byte order mark out of a document's text: lines and offsets must be the same here.
  const text = decoded.charCodeAt(0) === 0xfeff ? decoded.slice(1) : decoded;
  return { kind: 'read', text, stamp: stampOf(stats) };
}

function stampOf({ mtimeMs, size }: fs.Stats): FileStamp {
  return { time: mtimeMs, size };
}

function resultOfError(error: unknown): ReadResult {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return MISSING.has(code) ? { kind: 'gone' } : { kind: 'failed', error };
}
