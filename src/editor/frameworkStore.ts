import {
  Diagnostic,
  DiagnosticSeverity,
  EventEmitter,
  languages,
  Range,
  Uri,
  workspace,
  type LogOutputChannel,
} from 'vscode';
import { builtInFrameworks } from '../core/framework/builtIn';
import type { Framework } from '../core/framework/framework';
import { mergeFrameworks } from '../core/framework/frameworkSet';
import { parseFramework, type FrameworkProblem, type ParsedFramework } from '../core/framework/parseFramework';
import { createBank, type QuestionBank } from '../core/framework/questionBank';
import { DisposableStore } from './disposables';

/** The frameworks there are: the built-in ones, and those of the workspace's folders. Mistakes go to the Problems panel. */
export class FrameworkStore extends DisposableStore {
  readonly #log: LogOutputChannel;
  readonly #problems = this.add(languages.createDiagnosticCollection('one-on-one'));
  readonly #changed = this.add(new EventEmitter<void>());
  readonly onDidChange = this.#changed.event;
  readonly #builtIn = builtInFrameworks();
  #frameworks: readonly Framework[] = this.#builtIn;
  #bank = createBank(this.#builtIn);
  #loaded: Promise<void> | undefined;
  #loads = 0;

  constructor(log: LogOutputChannel) {
    super();
    this.#log = log;
    const watcher = this.add(workspace.createFileSystemWatcher('**/.one-on-one/frameworks/*.{yaml,yml}'));
    for (const onDidTouch of [
      watcher.onDidChange,
      watcher.onDidCreate,
      watcher.onDidDelete,
      workspace.onDidChangeWorkspaceFolders,
    ]) {
      this.add(onDidTouch(() => void this.#reload()));
    }
  }

  /** Those that are loaded: before `load` ends, the built-in ones. */
  get frameworks(): readonly Framework[] {
    return this.#frameworks;
  }

  /** Those that come with the extension, as they come. */
  get builtIn(): readonly Framework[] {
    return this.#builtIn;
  }

  get bank(): QuestionBank {
    return this.#bank;
  }

  /** The framework with this id, or `undefined`. */
  framework(id: string | undefined): Framework | undefined {
    return this.#frameworks.find((framework) => framework.id === id);
  }

  /** Reads the workspace's own frameworks, once; after that they are read again when their files change. */
  load(): Promise<void> {
    this.#loaded ??= this.#read();
    return this.#loaded;
  }

  async #reload(): Promise<void> {
    if (this.#loaded) {
      this.#loaded = this.#read();
      await this.#loaded;
      this.#changed.fire();
    }
  }

  async #read(): Promise<void> {
    const load = ++this.#loads;
    const own = await this.#parseOwn();
    if (load !== this.#loads) {
      return;
    }
    const { frameworks, problems } = mergeFrameworks(this.#builtIn, own);
    this.#frameworks = frameworks;
    this.#bank = createBank(frameworks);
    this.#show(problems);
  }

  async #parseOwn(): Promise<ParsedFramework[]> {
    const uris = await ownFrameworkFiles();
    const parsed = await Promise.all(uris.map((uri) => this.#parse(uri)));
    return parsed.filter((file) => file !== undefined);
  }

  async #parse(uri: Uri): Promise<ParsedFramework | undefined> {
    try {
      return parseFramework(new TextDecoder().decode(await workspace.fs.readFile(uri)), uri.toString());
    } catch (error) {
      this.#log.warn(`The framework file ${uri.toString()} could not be read.`, error);
      return undefined;
    }
  }

  #show(problems: readonly FrameworkProblem[]): void {
    this.#problems.clear();
    this.#problems.set(problems.map((problem) => [Uri.parse(problem.file), [diagnosticOf(problem)]]));
  }
}

/** The framework files of every folder's root, in the order of their URIs: that order decides between equal ids. */
export async function ownFrameworkFiles(): Promise<Uri[]> {
  const perFolder = (workspace.workspaceFolders ?? []).map(async ({ uri }) => {
    const frameworks = Uri.joinPath(uri, '.one-on-one', 'frameworks');
    try {
      const entries = await workspace.fs.readDirectory(frameworks);
      return entries.filter(([name]) => /\.ya?ml$/i.test(name)).map(([name]) => Uri.joinPath(frameworks, name));
    } catch {
      return [];
    }
  });
  const uris = (await Promise.all(perFolder)).flat();
  return uris.sort((a, b) => (a.toString() < b.toString() ? -1 : 1));
}

function diagnosticOf({ message, line, column, length }: FrameworkProblem): Diagnostic {
  const diagnostic = new Diagnostic(new Range(line, column, line, column + length), message, DiagnosticSeverity.Error);
  diagnostic.source = 'One on One';
  return diagnostic;
}
