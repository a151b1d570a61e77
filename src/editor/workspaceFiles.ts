import {
  Diagnostic,
  DiagnosticSeverity,
  EventEmitter,
  FileSystemError,
  languages,
  type LogOutputChannel,
  type Range,
  type Uri,
  workspace,
} from 'vscode';
import { DisposableStore } from './disposables';

/** An error in a workspace file, for the Problems panel. */
export interface FileProblem {
  readonly uri: Uri;
  readonly range: Range;
  readonly message: string;
}

/** The content of the files and the errors in them. */
export interface FilesRead<Content> {
  readonly content: Content;
  readonly problems: readonly FileProblem[];
}

/** Reads workspace files on first use and again when they change. Errors are reported as diagnostics. */
export class WorkspaceFiles<Content> extends DisposableStore {
  readonly #read: () => Promise<FilesRead<Content>>;
  readonly #problems;
  readonly #changed = this.add(new EventEmitter<void>());
  readonly onDidChange = this.#changed.event;
  #content: Content;
  #loaded: Promise<void> | undefined;
  #loads = 0;

  /**
   * `name` is that of the diagnostic collection, `pattern` a glob for the files, and `initial` the content before the
   * first load completes. `read` reads the files of all workspace folders and never rejects.
   */
  constructor(name: string, pattern: string, initial: Content, read: () => Promise<FilesRead<Content>>) {
    super();
    this.#read = read;
    this.#content = initial;
    this.#problems = this.add(languages.createDiagnosticCollection(name));
    const watcher = this.add(workspace.createFileSystemWatcher(pattern));
    for (const onDidTouch of [
      watcher.onDidChange,
      watcher.onDidCreate,
      watcher.onDidDelete,
      workspace.onDidChangeWorkspaceFolders,
    ]) {
      this.add(onDidTouch(() => void this.reload()));
    }
  }

  /** The content after the last completed load. */
  get content(): Content {
    return this.#content;
  }

  /** Reads the files if they have not been read. */
  load(): Promise<void> {
    this.#loaded ??= this.#load();
    return this.#loaded;
  }

  /** Reads the files again if they were read before. */
  async reload(): Promise<void> {
    if (this.#loaded) {
      this.#loaded = this.#load();
      await this.#loaded;
      this.#changed.fire();
    }
  }

  /** Loads may complete in any order. Only the last one started counts, and the others wait for it. */
  async #load(): Promise<void> {
    const load = ++this.#loads;
    const { content, problems } = await this.#read();
    if (load !== this.#loads) {
      return this.#loaded;
    }
    this.#content = content;
    this.#problems.clear();
    this.#problems.set(problems.map((problem) => [problem.uri, [diagnosticOf(problem)]]));
  }
}

function diagnosticOf({ range, message }: FileProblem): Diagnostic {
  const diagnostic = new Diagnostic(range, message, DiagnosticSeverity.Error);
  diagnostic.source = 'One on One';
  return diagnostic;
}

/** Returns the text of a file, or `''` if it is missing or cannot be read. */
export async function textIfThere(file: Uri, log: LogOutputChannel): Promise<string> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(file));
  } catch (error) {
    if (!(error instanceof FileSystemError && error.code === 'FileNotFound')) {
      log.warn(`The file ${file.toString()} could not be read.`, error);
    }
    return '';
  }
}
