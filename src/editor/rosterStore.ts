import { Range, Uri, workspace, type LogOutputChannel } from 'vscode';
import type { NameRecord } from '../core/people/directory';
import { parseRoster } from '../core/people/roster';
import { DisposableStore } from './disposables';
import { textIfThere, WorkspaceFiles, type FileProblem, type FilesRead } from './workspaceFiles';
import { formatMessage } from './messages';

/** Provides the people in `.one-on-one/people.yaml` of the workspace folders. Errors appear in the Problems panel. */
export class RosterStore extends DisposableStore {
  readonly #files: WorkspaceFiles<readonly NameRecord[]>;

  constructor(log: LogOutputChannel) {
    super();
    this.#files = this.add(
      new WorkspaceFiles<readonly NameRecord[]>('one-on-one.people', '**/.one-on-one/people.yaml', [], () =>
        readRosters(log),
      ),
    );
  }

  get onDidChange(): WorkspaceFiles<readonly NameRecord[]>['onDidChange'] {
    return this.#files.onDidChange;
  }

  /** The people as last read. Empty before `load` completes. */
  get people(): readonly NameRecord[] {
    return this.#files.content;
  }

  /** Reads the rosters if necessary. They are read again when they change. */
  load(): Promise<void> {
    return this.#files.load();
  }

  /** Reads the rosters again if they were read before. */
  reload(): Promise<void> {
    return this.#files.reload();
  }
}

/** Returns the URI of a folder's roster, which may not exist. */
export function rosterOf(folder: Uri): Uri {
  return Uri.joinPath(folder, '.one-on-one', 'people.yaml');
}

async function readRosters(log: LogOutputChannel): Promise<FilesRead<readonly NameRecord[]>> {
  const people: NameRecord[] = [];
  const problems: FileProblem[] = [];
  for (const folder of workspace.workspaceFolders ?? []) {
    const uri = rosterOf(folder.uri);
    const roster = parseRoster(await textIfThere(uri, log));
    people.push(...roster.people);
    problems.push(
      ...roster.problems.map(({ line, message }) => ({
        uri,
        range: new Range(line, 0, line, 1000),
        message: formatMessage(message),
      })),
    );
  }
  return { content: people, problems };
}
