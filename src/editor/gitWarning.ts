import { FileType, l10n, type Memento, Uri, workspace } from 'vscode';
import { patternsFor, withPatterns, type NoteInRepository } from '../core/git/gitExclude';
import { MultiMap } from '../core/text/collections';
import type { Note } from '../core/note/note';
import { splitLines } from '../core/text/lines';
import { GitRepositories, gitFile, type GitRepository } from './gitRepository';
import { showInformationMessage, showWarningMessage } from './messages';
import { exists, showNote } from './noteEditor';
import { UserError } from './errors';

/** Key in the global state: URIs of repositories without further warnings. */
const WARNED = 'oneOnOne.gitWarned';
const EXCLUDE = l10n.t('Exclude from Git');
const NEVER = l10n.t('Don’t Show Again');
const OPEN_LIST = l10n.t('Open List');

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
    l10n.t(
      'Your 1:1 notes are in the Git repository “{0}” with a remote ({1}). Anyone with access can read what you push, and it stays in the history.',
      name,
      places,
    ),
    EXCLUDE,
    NEVER,
  );
  if (choice === EXCLUDE) {
    await exclude(repository, patterns);
  }
}

async function isSymbolicLink(uri: Uri): Promise<boolean> {
  try {
    return ((await workspace.fs.stat(uri)).type & FileType.SymbolicLink) !== 0;
  } catch {
    return false;
  }
}

/** Writes patterns into the repository's own list. A symbolic link is not followed, because it can lead anywhere. */
async function exclude({ common }: GitRepository, patterns: readonly string[]): Promise<void> {
  const list = Uri.joinPath(common, 'info', 'exclude');
  for (const place of [common, Uri.joinPath(common, 'info'), list]) {
    if (await isSymbolicLink(place)) {
      throw new UserError(
        l10n.t(
          '{0} is a symbolic link, so nothing is excluded. Add this to your list of ignored files: {1}',
          place.path,
          patterns.join(', '),
        ),
      );
    }
  }
  try {
    const before = (await exists(list)) ? new TextDecoder().decode(await workspace.fs.readFile(list)) : '';
    await workspace.fs.writeFile(list, new TextEncoder().encode(withPatterns(before, patterns)));
  } catch {
    throw new UserError(
      l10n.t('Could not write {0}, so nothing is excluded. Add this to it: {1}', list.path, patterns.join(', ')),
    );
  }
  const shown = patterns.length > 3 ? [...patterns.slice(0, 3), l10n.t('{0} more', patterns.length - 3)] : patterns;
  void showInformationMessage(
    l10n.t(
      'Excluded from Git on this computer: {0}. Files that are already committed stay in the repository and are still tracked.',
      shown.join(', '),
    ),
    OPEN_LIST,
  ).then((choice) => (choice === OPEN_LIST ? showNote(list) : undefined));
}
