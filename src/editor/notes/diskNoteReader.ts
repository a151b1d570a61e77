import * as fs from 'node:fs';
import * as path from 'node:path';
import { FileType, Uri, workspace } from 'vscode';
import { addToGroup } from '../../core/text/collections';
import { inParallel, TimeSlicer } from '../scheduling';
import { FileSystemNoteReader } from './fileSystemNoteReader';
import {
  type FileStamp,
  type FolderEntry,
  type FolderWalk,
  LARGEST_NOTE,
  type NoteReader,
  type Reading,
  type ReadResult,
  resultOfStamp,
} from './noteReader';

/** Time above which a read counts as slow, in ms: the file was not in the disk cache. */
const SLOW_MS = 1;

/** Decay factor of slowness per file. */
const SLOWNESS_KEPT = 0.8;
const SLOW_DISK = 2;

/** Number of parallel reads on a slow disk. */
const FILES_AT_ONCE = 32;

/** Flags that avoid blocking, since opening a named pipe could block forever. Windows has no such flag. */
const OPEN_FLAGS = fs.constants.O_RDONLY | fs.constants.O_NONBLOCK;

const MISSING = new Set(['ENOENT', 'ENOTDIR']);

/**
 * Reads `file:` notes directly from disk, more than ten times faster than through VS Code, and others through VS Code.
 * While the disk is fast, it reads synchronously in time slices.
 */
export class DiskNoteReader implements NoteReader {
  readonly #elsewhere = new FileSystemNoteReader();

  isLocal(folder: Uri): boolean {
    return isOnDisk(folder);
  }

  entriesOf(folder: Uri, walk: FolderWalk): Promise<readonly FolderEntry[] | undefined> {
    return isOnDisk(folder) ? entriesOnDisk(folder.fsPath, walk) : this.#elsewhere.entriesOf(folder);
  }

  linked(files: readonly Uri[]): Promise<ReadonlyMap<string, string>> {
    return symlinkTargets(files.filter(isOnDisk));
  }

  async bytesOf(file: Uri): Promise<Uint8Array> {
    return isOnDisk(file) ? fs.readFileSync(file.fsPath) : this.#elsewhere.bytesOf(file);
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
  await inParallel(waiting, FILES_AT_ONCE, async (file) => {
    const result = token.isCancellationRequested ? undefined : await readLater(file.uri.fsPath, stampOf(file));
    if (result && !token.isCancellationRequested) {
      onRead(file, result);
    }
  });
}

/** Reads from `waiting` until it is empty or the disk is slow. */
async function readWhileFast<File extends { readonly uri: Uri }>(
  waiting: Iterator<File>,
  { stampOf, onRead, token }: Reading<File>,
): Promise<void> {
  const buffer = Buffer.allocUnsafe(LARGEST_NOTE);
  const slices = new TimeSlicer();
  // A single slow read may be a garbage collection; several in a row indicate a slow disk.
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
    if (slices.isBudgetSpent()) {
      await slices.yieldToEventLoop();
    }
  }
}

function readNow(path: string, before: FileStamp | undefined, buffer: Buffer): ReadResult {
  try {
    // Most files with a known state have not changed, and opening them would take longer than their state.
    const result = before && resultOf(fs.statSync(path), before);
    if (result) return result;
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

/**
 * Returns the result that follows from the file's metadata, if any. A folder or pipe with the name of a note is not a
 * note.
 */
function resultOf(stats: fs.Stats, before: FileStamp | undefined): ReadResult | undefined {
  return stats.isFile() ? resultOfStamp(stampOf(stats), before) : { kind: 'gone' };
}

function readResult(stats: fs.Stats, decoded: string): ReadResult {
  // VS Code removes the byte order mark from a document's text. Lines and offsets must match it.
  const text = decoded.charCodeAt(0) === 0xfeff ? decoded.slice(1) : decoded;
  return { kind: 'read', text, stamp: stampOf(stats) };
}

function stampOf({ mtimeMs, size }: fs.Stats): FileStamp {
  return { time: mtimeMs, size };
}

function resultOfError(error: unknown): ReadResult {
  return isMissing(error) ? { kind: 'gone' } : { kind: 'failed', error };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && MISSING.has(String(error.code));
}

/** Returns the entries of a folder, none if it is missing. Links to folders are followed unless they lead back. */
async function entriesOnDisk(folder: string, { root, followsLinks }: FolderWalk): Promise<FolderEntry[] | undefined> {
  try {
    const entries = await fs.promises.readdir(folder, { withFileTypes: true });
    return await Promise.all(
      entries.map(async (entry): Promise<FolderEntry> => {
        if (!entry.isSymbolicLink()) return [entry.name, typeOf(entry)];
        const type = followsLinks ? await typeOfLink(path.join(folder, entry.name), root.fsPath) : FileType.Unknown;
        return [entry.name, type, true];
      }),
    );
  } catch (error) {
    return isMissing(error) ? [] : undefined;
  }
}

/** Returns the type of a link's target, or `Unknown` if it is missing or a folder through which the link was reached. */
async function typeOfLink(link: string, root: string): Promise<FileType> {
  try {
    const type = typeOf(await fs.promises.stat(link));
    return type === FileType.Directory && (await leadsBack(link, root)) ? FileType.Unknown : type;
  } catch {
    return FileType.Unknown;
  }
}

async function leadsBack(link: string, root: string): Promise<boolean> {
  const target = await realPath(link);
  for (let folder = path.dirname(link); folder.length >= root.length; folder = path.dirname(folder)) {
    if ((await realPath(folder)) === target) return true;
    if (folder === path.dirname(folder)) break;
  }
  return false;
}

function typeOf(entry: fs.Dirent | fs.Stats): FileType {
  return entry.isDirectory() ? FileType.Directory : entry.isFile() ? FileType.File : FileType.Unknown;
}

/** Number of folders examined in parallel. */
const FOLDERS_AT_ONCE = 32;

/** A workspace folder, as opened and with its real path. */
interface Root {
  readonly opened: string;
  readonly real: string;
}

/**
 * Returns those of `files` that are reached through a symbolic link, by URI, with the target's URI in the workspace if
 * it has one.
 */
async function symlinkTargets(files: readonly Uri[]): Promise<Map<string, string>> {
  const linked = new Map<string, string>();
  const roots = await workspaceRoots();
  await inParallel(await byFolder(files), FOLDERS_AT_ONCE, async ([folder, uris]) => {
    const real = await realPath(folder);
    const opened = real === undefined ? folder : asOpened(real, roots);
    const links = await linksIn(folder);
    if (opened === folder && links.size === 0) {
      return;
    }
    for (const uri of uris) {
      const name = path.basename(uri.fsPath);
      const target = links.has(name) ? await realPath(uri.fsPath) : undefined;
      const place = target === undefined ? path.join(opened, name) : asOpened(target, roots);
      if (place !== uri.fsPath) {
        linked.set(uri.toString(), Uri.file(place).toString());
      }
    }
  });
  return linked;
}

async function byFolder(files: readonly Uri[]): Promise<Map<string, Uri[]>> {
  const folders = new Map<string, Uri[]>();
  const slices = new TimeSlicer();
  for (const uri of files) {
    addToGroup(folders, path.dirname(uri.fsPath), uri);
    if (slices.isBudgetSpent()) {
      await slices.yieldToEventLoop();
    }
  }
  return folders;
}

/**
 * Returns the workspace folders. Folders opened under their real path come first, because their paths need no
 * translation.
 */
async function workspaceRoots(): Promise<Root[]> {
  const roots: Root[] = [];
  for (const { uri } of workspace.workspaceFolders ?? []) {
    const real = uri.scheme === 'file' ? await realPath(uri.fsPath) : undefined;
    if (real !== undefined) {
      roots.push({ opened: uri.fsPath, real });
    }
  }
  return roots.sort((a, b) => Number(b.opened === b.real) - Number(a.opened === a.real));
}

function asOpened(real: string, roots: readonly Root[]): string {
  const root = roots.find((each) => real === each.real || real.startsWith(each.real + path.sep));
  return root ? root.opened + real.slice(root.real.length) : real;
}

/** Returns the names of the symbolic links in a folder. */
async function linksIn(folder: string): Promise<Set<string>> {
  try {
    const entries = await fs.promises.readdir(folder, { withFileTypes: true });
    return new Set(entries.filter((entry) => entry.isSymbolicLink()).map(({ name }) => name));
  } catch {
    return new Set();
  }
}

async function realPath(place: string): Promise<string | undefined> {
  try {
    return await fs.promises.realpath(place);
  } catch {
    return undefined;
  }
}
