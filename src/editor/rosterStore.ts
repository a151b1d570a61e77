import { Diagnostic, DiagnosticSeverity, EventEmitter, languages, Range, Uri, workspace } from 'vscode';
import type { Naming } from '../core/people/directory';
import { parseRoster, type RosterProblem } from '../core/people/roster';
import { DisposableStore } from './disposables';

/** The people listed in `.one-on-one/people.yaml` of the workspace's folders. Mistakes go to the Problems panel. */
export class RosterStore extends DisposableStore {
  readonly #problems = this.add(languages.createDiagnosticCollection('one-on-one.people'));
  readonly #changed = this.add(new EventEmitter<void>());
  readonly onDidChange = this.#changed.event;
  #people: readonly Naming[] = [];
  #loaded: Promise<void> | undefined;

  constructor() {
    super();
    const watcher = this.add(workspace.createFileSystemWatcher('**/.one-on-one/people.yaml'));
    for (const onDidTouch of [watcher.onDidChange, watcher.onDidCreate, watcher.onDidDelete]) {
      this.add(onDidTouch(() => void this.reload()));
    }
    this.add(workspace.onDidChangeWorkspaceFolders(() => void this.reload()));
  }

  /** Those read last: nobody before `load` ends. */
  get people(): readonly Naming[] {
    return this.#people;
  }

  /** Reads the rosters, once; after that they are read again when they change. */
  load(): Promise<void> {
    this.#loaded ??= this.#read();
    return this.#loaded;
  }

  /** Reads the rosters again, if anybody asked for them before. */
  async reload(): Promise<void> {
    if (this.#loaded) {
      this.#loaded = this.#read();
      await this.#loaded;
      this.#changed.fire();
    }
  }

  async #read(): Promise<void> {
    const people: Naming[] = [];
    this.#problems.clear();
    for (const { uri } of workspace.workspaceFolders ?? []) {
      const file = rosterOf(uri);
      const text = await textIfThere(file);
      const roster = parseRoster(text);
      people.push(...roster.people);
      this.#problems.set(file, roster.problems.map(diagnosticOf));
    }
    this.#people = people;
  }
}

/** The roster of a folder, whether it is there or not. */
export function rosterOf(folder: Uri): Uri {
  return Uri.joinPath(folder, '.one-on-one', 'people.yaml');
}

async function textIfThere(file: Uri): Promise<string> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(file));
  } catch {
    return '';
  }
}

function diagnosticOf({ line, message }: RosterProblem): Diagnostic {
  const diagnostic = new Diagnostic(new Range(line, 0, line, 1000), message, DiagnosticSeverity.Error);
  diagnostic.source = 'One on One';
  return diagnostic;
}
