import { compareText } from '../core/text/collections';
import { Range, Uri, workspace, type LogOutputChannel } from 'vscode';
import { builtInFrameworks } from '../core/frameworks/builtIn';
import type { Framework } from '../core/frameworks/framework';
import { mergeFrameworks } from '../core/frameworks/frameworkSet';
import { parseFramework, type FrameworkProblem, type ParsedFramework } from '../core/frameworks/parseFramework';
import { createBank, type QuestionBank } from '../core/frameworks/questionBank';
import { DisposableStore } from './disposables';
import { WorkspaceFiles, type FileProblem, type FilesRead } from './workspaceFiles';
import { formatMessage } from './messages';

/** A set of frameworks and its question bank. */
interface FrameworkSet {
  readonly frameworks: readonly Framework[];
  readonly bank: QuestionBank;
}

/** Provides the built-in frameworks and those of the workspace folders. Errors appear in the Problems panel. */
export class FrameworkStore extends DisposableStore {
  /** The built-in frameworks in their own order. */
  readonly builtIn: readonly Framework[] = builtInFrameworks();
  readonly #files: WorkspaceFiles<FrameworkSet>;

  constructor(log: LogOutputChannel) {
    super();
    this.#files = this.add(
      new WorkspaceFiles<FrameworkSet>(
        'one-on-one.frameworks',
        '**/.one-on-one/frameworks/*.{yaml,yml}',
        { frameworks: this.builtIn, bank: createBank(this.builtIn) },
        () => readFrameworks(this.builtIn, log),
      ),
    );
  }

  get onDidChange(): WorkspaceFiles<FrameworkSet>['onDidChange'] {
    return this.#files.onDidChange;
  }

  /** The frameworks as last read. Before `load` completes, they are the built-in ones. */
  get frameworks(): readonly Framework[] {
    return this.#files.content.frameworks;
  }

  get bank(): QuestionBank {
    return this.#files.content.bank;
  }

  /** Returns the framework with this id, or `undefined`. */
  framework(id: string | undefined): Framework | undefined {
    return this.frameworks.find((framework) => framework.id === id);
  }

  /** Reads the workspace's own frameworks if necessary. They are read again when they change. */
  load(): Promise<void> {
    return this.#files.load();
  }
}

async function readFrameworks(builtIn: readonly Framework[], log: LogOutputChannel): Promise<FilesRead<FrameworkSet>> {
  const uris = await ownFrameworkFiles();
  const parsed = await Promise.all(uris.map((uri) => parse(uri, log)));
  const { frameworks, problems } = mergeFrameworks(
    builtIn,
    parsed.filter((file) => file !== undefined),
  );
  return { content: { frameworks, bank: createBank(frameworks) }, problems: problems.map(fileProblem) };
}

async function parse(uri: Uri, log: LogOutputChannel): Promise<ParsedFramework | undefined> {
  try {
    return parseFramework(new TextDecoder().decode(await workspace.fs.readFile(uri)), uri.toString());
  } catch (error) {
    log.warn(`The framework file ${uri.toString()} could not be read.`, error);
    return undefined;
  }
}

function fileProblem({ file, message, line, column, length }: FrameworkProblem): FileProblem {
  return {
    uri: Uri.parse(file),
    range: new Range(line, column, line, column + length),
    message: formatMessage(message),
  };
}

/**
 * Returns the framework files of all workspace folders in the order of their URIs. This order decides which framework
 * wins if ids are equal.
 */
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
  return uris.sort((a, b) => compareText(a.toString(), b.toString()));
}
