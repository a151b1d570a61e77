import { compareText } from '../core/text/collections';
import { Range, Uri, workspace, type LogOutputChannel } from 'vscode';
import { builtInFrameworks } from '../core/frameworks/builtIn';
import type { Framework } from '../core/frameworks/framework';
import {
  mergeFrameworks,
  parseFramework,
  type FrameworkProblem,
  type ParsedFramework,
  type ParsedList,
} from '../core/frameworks/parseFramework';
import { createBank, type QuestionBank } from '../core/frameworks/questionBank';
import type { CivilDate } from '../core/dates/civilDate';
import { frameworksWithChoices, parseQuestionChoices, type QuestionChoice } from '../core/frameworks/questionChoices';
import { inSeason, parseSeasons, type Season, type SeasonPerson } from '../core/frameworks/seasons';
import { DisposableStore } from './disposables';
import { textIfThere, WorkspaceFiles, type FileProblem, type FilesRead } from './workspaceFiles';
import { formatMessage } from './messages';

/** A set of frameworks and its question bank. */
interface FrameworkSet {
  readonly frameworks: readonly Framework[];
  readonly bank: QuestionBank;
}

/** The user's choices of questions, and the seasons, of all workspace folders. */
interface AskingRules {
  readonly choices: readonly QuestionChoice[];
  readonly seasons: readonly Season[];
}

/** Provides the built-in frameworks and those of the workspace folders. Errors appear in the Problems panel. */
export class FrameworkStore extends DisposableStore {
  /** The built-in frameworks in their own order. */
  readonly builtIn: readonly Framework[] = builtInFrameworks();
  readonly #files: WorkspaceFiles<FrameworkSet>;
  readonly #asking: WorkspaceFiles<AskingRules>;

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
    this.#asking = this.add(
      new WorkspaceFiles<AskingRules>(
        'one-on-one.asking',
        '**/.one-on-one/{questions,seasons}.yaml',
        { choices: [], seasons: [] },
        () => readAskingRules(this.frameworks, log),
      ),
    );
    this.add(this.#files.onDidChange(() => void this.#asking.reload()));
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

  /** The user's choices of how often questions are asked. */
  get choices(): readonly QuestionChoice[] {
    return this.#asking.content.choices;
  }

  /** Returns the frameworks with the choices for a person, given by key, or for everyone. */
  askedOf(person: string | undefined): readonly Framework[] {
    return frameworksWithChoices(this.frameworks, this.choices, person);
  }

  /** Returns a framework as it is asked of a person on a day: with the choices and the seasons of that day. */
  forSession({ id }: Framework, person: SeasonPerson, on: CivilDate): Framework | undefined {
    const frameworks = this.askedOf(person.key);
    const framework = frameworks.find((each) => each.id === id);
    return framework && inSeason(framework, { seasons: this.#asking.content.seasons, frameworks, person, on });
  }

  /** Reads the workspace's own frameworks, choices and seasons if necessary. They are read again when they change. */
  async load(): Promise<void> {
    await this.#files.load();
    await this.#asking.load();
  }

  /** Reads the choices and seasons again after a change of their files. */
  reloadChoices(): Promise<void> {
    return this.#asking.reload();
  }
}

/** Returns the URI of a folder's file with choices of questions, which may not exist. */
export function questionChoicesIn(folder: Uri): Uri {
  return Uri.joinPath(folder, '.one-on-one', 'questions.yaml');
}

async function readAskingRules(
  frameworks: readonly Framework[],
  log: LogOutputChannel,
): Promise<FilesRead<AskingRules>> {
  const read = async <Entry>(
    uriIn: (folder: Uri) => Uri,
    parse: (text: string, file: string) => ParsedList<Entry>,
  ): Promise<ParsedList<Entry>> => {
    const lists = await Promise.all(
      (workspace.workspaceFolders ?? []).map(async ({ uri }) => {
        const file = uriIn(uri);
        return parse(await textIfThere(file, log), file.toString());
      }),
    );
    return { entries: lists.flatMap(({ entries }) => entries), problems: lists.flatMap(({ problems }) => problems) };
  };
  const seasonsIn = (folder: Uri): Uri => Uri.joinPath(folder, '.one-on-one', 'seasons.yaml');
  const choices = await read(questionChoicesIn, parseQuestionChoices);
  const seasons = await read(seasonsIn, (text, file) => parseSeasons(text, file, frameworks));
  return {
    content: { choices: choices.entries, seasons: seasons.entries },
    problems: [...choices.problems, ...seasons.problems].map(fileProblem),
  };
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
