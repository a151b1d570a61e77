import {
  Disposable,
  EventEmitter,
  FileChangeType,
  FilePermission,
  FileSystemError,
  FileType,
  Uri,
  workspace,
  type FileChangeEvent,
  type FileStat,
  type FileSystemProvider,
} from 'vscode';

/** What can be asked of a file system, as far as it can fail here. */
export type Operation = 'stat' | 'readDirectory' | 'readFile' | 'writeFile' | 'createDirectory' | 'delete' | 'rename';

interface Entry {
  readonly type: FileType;
  readonly mtime: number;
  readonly contents: Uint8Array;
}

const WRITING: readonly Operation[] = ['writeFile', 'createDirectory', 'delete', 'rename'];
const FOLDER: Entry = { type: FileType.Directory, mtime: 0, contents: new Uint8Array() };

/**
 * A folder in memory that fails on demand, under a scheme of its own: the faults of a disk that tests cannot cause
 * there. VS Code cannot search it, as it cannot search many virtual file systems.
 *
 * ```ts
 * const disk = new FaultyFileSystem('faulty-save'); // to be disposed
 * disk.seed('1-1s/jane/2026-03-09.md', '- [ ] call');
 * disk.beFull();
 * ```
 */
export class FaultyFileSystem implements FileSystemProvider, Disposable {
  readonly #entries = new Map<string, Entry>([['/', FOLDER]]);
  readonly #changed = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  readonly #registration: Disposable;
  #fault: ((operation: Operation, path: string) => Error | undefined) | undefined;
  /** The number of bytes that a file still gets when its writing fails. */
  #room: number | undefined;
  #mtime = 1;
  #delay = 0;
  /** The folder to open or to name. */
  readonly root: Uri;
  /** What was asked of the file system, in order: `readFile /a.md`. */
  readonly asked: string[] = [];
  readonly #locked = new Set<string>();
  /** When the files were made, in ms since 1970; 0 if the file system does not say. */
  made = 0;

  /**
   * `scheme` must be new: VS Code does not forget the documents of an earlier one. `isReadonly` tells VS Code itself that
   * nothing can be written there.
   */
  constructor(scheme: string, { isReadonly = false } = {}) {
    this.root = Uri.from({ scheme, path: '/' });
    this.#registration = workspace.registerFileSystemProvider(scheme, this, { isCaseSensitive: true, isReadonly });
  }

  /** What was asked that would have changed something. */
  get written(): readonly string[] {
    return this.asked.filter((asked) => WRITING.some((operation) => asked.startsWith(`${operation} `)));
  }

  /** The URI of a file, by its path without a leading slash. */
  uri(path: string): Uri {
    return Uri.joinPath(this.root, path);
  }

  /** Puts a file there, with the folders above it, that has always been there: nobody is told. */
  seed(path: string, text: string): Uri {
    const uri = this.uri(path);
    this.#write(uri.path, new TextEncoder().encode(text));
    return uri;
  }

  /** Puts a file there as another program would: a watcher is told. */
  put(path: string, text: string): Uri {
    const type = this.#entries.has(this.uri(path).path) ? FileChangeType.Changed : FileChangeType.Created;
    const uri = this.seed(path, text);
    this.#changed.fire([{ type, uri }]);
    return uri;
  }

  /** Takes a file away that nobody is told of. */
  lose(path: string): void {
    this.#entries.delete(this.uri(path).path);
  }

  /** One file cannot be written, and says so itself. */
  lock(path: string): void {
    const locked = this.uri(path).path;
    this.#locked.add(locked);
    this.failWith((operation, asked) =>
      operation === 'writeFile' && asked === locked ? FileSystemError.NoPermissions(asked) : undefined,
    );
  }

  /** The paths of all files. */
  paths(): string[] {
    return [...this.#entries].filter(([, { type }]) => type === FileType.File).map(([path]) => path.slice(1));
  }

  /** What stands in a file, or `undefined` when there is none. Never fails. */
  text(path: string): string | undefined {
    const entry = this.#entries.get(this.uri(path).path);
    return entry && new TextDecoder().decode(entry.contents);
  }

  /** Lets operations fail: `fault` gives the error for each that is to. */
  failWith(fault: (operation: Operation, path: string) => Error | undefined): void {
    this.#fault = fault;
  }

  /** Nothing can be written or deleted. */
  beReadOnly(): void {
    this.failWith((operation) =>
      WRITING.includes(operation) ? FileSystemError.NoPermissions('read-only') : undefined,
    );
  }

  /** What is written does not fit. */
  beFull(): void {
    this.failWith((operation) =>
      operation === 'writeFile' ? new Error('ENOSPC: no space left on device') : undefined,
    );
  }

  /** What is written does not fit, so that a new file has only its first `bytes` bytes. */
  beAlmostFull(bytes: number): void {
    this.beFull();
    this.#room = bytes;
  }

  /** Nothing can be read or written, below `path` or anywhere. */
  refuse(path = ''): void {
    const refused = this.uri(path).path;
    this.failWith((_, asked) => (asked.startsWith(refused) ? FileSystemError.NoPermissions(asked) : undefined));
  }

  /** The drive is pulled out, or the network gone: it cannot be said what is there. */
  vanish(): void {
    this.failWith((_, asked) => FileSystemError.Unavailable(asked));
  }

  /** Writing a file takes this long from now on, in ms, and changes it only at the end. */
  beSlow(delay: number): void {
    this.#delay = delay;
  }

  /** Works again, and at once. */
  recover(): void {
    this.#fault = undefined;
    this.#delay = 0;
    this.#room = undefined;
    this.#locked.clear();
  }

  stat(uri: Uri): FileStat {
    const { type, mtime, contents } = this.#find('stat', uri);
    const lock = this.#locked.has(uri.path) ? { permissions: FilePermission.Readonly } : undefined;
    return { type, mtime, ctime: this.made, size: contents.length, ...lock };
  }

  readDirectory(uri: Uri): [string, FileType][] {
    this.#find('readDirectory', uri);
    const folder = withSlash(uri.path);
    return [...this.#entries]
      .filter(([path]) => path !== '/' && path.startsWith(folder) && !path.slice(folder.length).includes('/'))
      .map(([path, { type }]) => [path.slice(folder.length), type]);
  }

  readFile(uri: Uri): Uint8Array {
    return this.#find('readFile', uri).contents;
  }

  async writeFile(uri: Uri, contents: Uint8Array): Promise<void> {
    if (this.#delay > 0) {
      await new Promise((resolve) => {
        setTimeout(resolve, this.#delay);
      });
    }
    this.#askToWrite(uri, contents);
    const type = this.#entries.has(uri.path) ? FileChangeType.Changed : FileChangeType.Created;
    this.#write(uri.path, contents);
    this.#changed.fire([{ type, uri }]);
  }

  createDirectory(uri: Uri): void {
    this.#ask('createDirectory', uri);
    this.#makeFolder(uri.path);
  }

  delete(uri: Uri): void {
    this.#find('delete', uri);
    for (const path of [...this.#entries.keys()]) {
      if (path === uri.path || path.startsWith(withSlash(uri.path))) {
        this.#entries.delete(path);
      }
    }
    this.#changed.fire([{ type: FileChangeType.Deleted, uri }]);
  }

  rename(from: Uri, to: Uri): void {
    const { contents } = this.#find('rename', from);
    this.#entries.delete(from.path);
    this.#write(to.path, contents);
    this.#changed.fire([
      { type: FileChangeType.Deleted, uri: from },
      { type: FileChangeType.Created, uri: to },
    ]);
  }

  watch(): Disposable {
    return new Disposable(() => undefined);
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }

  #ask(operation: Operation, uri: Uri): void {
    this.asked.push(`${operation} ${uri.path}`);
    const error = this.#fault?.(operation, uri.path);
    if (error) {
      throw error;
    }
  }

  #askToWrite(uri: Uri, contents: Uint8Array): void {
    try {
      this.#ask('writeFile', uri);
    } catch (error) {
      if (this.#room !== undefined && !this.#entries.has(uri.path)) {
        this.#write(uri.path, contents.slice(0, this.#room));
      }
      throw error;
    }
  }

  #find(operation: Operation, uri: Uri): Entry {
    this.#ask(operation, uri);
    const entry = this.#entries.get(uri.path);
    if (!entry) {
      throw FileSystemError.FileNotFound(uri);
    }
    return entry;
  }

  #write(path: string, contents: Uint8Array): void {
    this.#makeFolder(path.slice(0, path.lastIndexOf('/')));
    this.#entries.set(path, { type: FileType.File, mtime: this.#mtime++, contents });
  }

  #makeFolder(path: string): void {
    if (path !== '' && !this.#entries.has(path)) {
      this.#makeFolder(path.slice(0, path.lastIndexOf('/')));
      this.#entries.set(path, FOLDER);
    }
  }
}

function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}
