import { Uri, workspace, type Memento } from 'vscode';
import { patternsFor, withPatterns, type NoteInRepository } from '../core/git/gitExclude';
import { MultiMap } from '../core/text/collections';
import type { Note } from '../core/note/note';
import { splitLines } from '../core/text/lines';
import { GitRepositories, gitFile, type GitRepository } from './gitRepository';
import { showInformationMessage, showWarningMessage } from './messages';
import { exists, showNote } from './noteEditor';
import { UserError } from './userError';

/** Key in the global state: URIs of repositories without further warnings. */
const WARNED = 'oneOnOne.gitWarned';
const EXCLUDE = 'Exclude from Git';
const NEVER = "Don't Show Again";
const OPEN_LIST = 'Open List';

interface NotesInRepository {
  readonly repository: GitRepository;
  readonly notes: NoteInRepository[];
  hasMeetings: boolean;
}

/**
 * Warns once per repository that 1:1 notes are in a repository with a remote, and excludes them on request. A warning
 * without an answer is shown again after the next start.
 */
export async function warnOfGit(notes: Iterable<Note>, memory: Memento): Promise<void> {
  for (const found of await repositoriesOf([...notes])) {
    const key = found.repository.common.toString();
    if (found.repository.remotes.length > 0 && !warned(memory).includes(key)) {
      const patterns = await missingPatterns(found);
      if (patterns.length > 0) {
        await warn(found.repository, patterns);
        await memory.update(WARNED, [...warned(memory), key]);
      }
    }
  }
}

function warned(memory: Memento): readonly string[] {
  return memory.get<readonly string[]>(WARNED, []);
}

/** Returns the repositories with 1:1s, each with all its notes. */
async function repositoriesOf(notes: readonly Note[]): Promise<Iterable<NotesInRepository>> {
  const repositories = new GitRepositories();
  const found = new Map<string, NotesInRepository>();
  const folders = new MultiMap<string, Note>();
  for (const note of notes) {
    folders.add(note.uri.slice(0, note.uri.lastIndexOf('/')), note);
  }
  for (const key of folders.keys()) {
    const folder = Uri.parse(key);
    const repository = await repositories.around(folder);
    if (repository) {
      const root = repository.root.toString();
      const entry = found.get(root) ?? { repository, notes: [], hasMeetings: false };
      const path = folder.path.slice(repository.root.path.replace(/\/$/, '').length + 1);
      for (const note of folders.get(key)) {
        entry.notes.push(inRepository(note, path));
        entry.hasMeetings ||= note.meetings.length > 0;
      }
      found.set(root, entry);
    }
  }
  return [...found.values()].filter(({ hasMeetings }) => hasMeetings);
}

function inRepository({ uri, meetings, kind, private: isPrivate }: Note, folder: string): NoteInRepository {
  const name = decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
  const isToExclude = meetings.length > 0 || kind === 'page' || isPrivate;
  return { path: folder === '' ? name : `${folder}/${name}`, isToExclude };
}

async function missingPatterns({ repository: { root, common }, notes }: NotesInRepository): Promise<readonly string[]> {
  const lists = [await gitFile(common, 'info', 'exclude'), await gitFile(root, '.gitignore')];
  return patternsFor(notes, lists.flatMap(splitLines));
}

async function warn(repository: GitRepository, patterns: readonly string[]): Promise<void> {
  const name = repository.root.path.split('/').at(-1) ?? '';
  const places = [...new Set(repository.remotes.map(({ place }) => place))].join(', ');
  const choice = await showWarningMessage(
    `1:1 notes lie in the Git repository “${name}”, which is also at ${places}. Whoever can read it there reads what you commit and push, and it stays in the history.`,
    EXCLUDE,
    NEVER,
  );
  if (choice === EXCLUDE) {
    await exclude(repository, patterns);
  }
}

async function exclude({ common }: GitRepository, patterns: readonly string[]): Promise<void> {
  const list = Uri.joinPath(common, 'info', 'exclude');
  try {
    const before = (await exists(list)) ? new TextDecoder().decode(await workspace.fs.readFile(list)) : '';
    await workspace.fs.writeFile(list, new TextEncoder().encode(withPatterns(before, patterns)));
  } catch {
    throw new UserError(`${list.path} could not be written, so nothing is excluded. Add to it: ${patterns.join(', ')}`);
  }
  const shown = patterns.length > 3 ? [...patterns.slice(0, 3), `${patterns.length - 3} more`] : patterns;
  void showInformationMessage(
    `Excluded from Git on this computer: ${shown.join(', ')}. What was committed before stays in the repository and goes on being tracked.`,
    OPEN_LIST,
  ).then((choice) => (choice === OPEN_LIST ? showNote(list) : undefined));
}
