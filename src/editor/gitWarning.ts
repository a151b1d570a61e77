import { FileType, l10n, type LogOutputChannel, type Memento, Uri, workspace } from 'vscode';
import {
  gitFolderNamed,
  type GitRemote,
  isAbsolutePath,
  remotesIn,
  type NoteInRepository,
  patternsFor,
  withPatterns,
} from '../core/git/gitExclude';
import type { Note } from '../core/note/note';
import { MultiMap } from '../core/text/collections';
import { splitLines } from '../core/text/lines';
import { DisposableStore } from './disposables';
import { UserError, withErrorReporting } from './errors';
import { showInformationMessage, showWarningMessage } from './messages';
import { exists, showNote } from './noteEditor';
import type { NoteService } from './notes/noteService';
import { fileNameOf } from '../core/text/strings';

/**
 * Checks once, as soon as 1:1 notes are known, whether a Git remote may expose them. The caller owns the returned
 * store.
 */
export function checkGit(notes: NoteService, memory: Memento, log: LogOutputChannel): DisposableStore {
  const waiting = new DisposableStore();
  const look = (): void => {
    if (!waiting.isDisposed && notes.state.phase === 'ready' && notes.hasMeetings) {
      waiting.dispose();
      void withErrorReporting(log, () => warnOfGit(notes.fullIndex.notes(), memory));
    }
  };
  waiting.add(notes.onDidChangeState(look));
  waiting.add(notes.onDidChange(look));
  return waiting;
}

/** Key in the global state: URIs of repositories without further warnings. */
const WARNED = 'oneOnOne.gitWarned';
const EXCLUDE = l10n.t('Exclude from Git');
const NEVER = l10n.t('Don’t Show Again');
const OPEN_LIST = l10n.t('Open List');

interface NotesInRepository {
  readonly repository: GitRepository;
  readonly notes: (NoteInRepository & { readonly isPrivateHalf: boolean })[];
  hasMeetings: boolean;
}

/**
 * Warns once per repository that 1:1 notes are in a repository with a remote, and excludes them on request. Where the
 * notes are shared on purpose, it warns of private halves again. A warning without an answer is shown again after the
 * next start.
 */
export async function warnOfGit(notes: Iterable<Note>, memory: Memento): Promise<void> {
  for (const found of await repositoriesOf([...notes])) {
    const key = found.repository.common.toString();
    if (found.repository.remotes.length === 0) continue;
    if (!warned(memory).includes(key)) {
      await warnAndRemember(found, { key, text: ofNotes }, memory);
    } else if (!warned(memory).includes(key + HALVES)) {
      const halves = found.notes.map((note) => ({ ...note, isToExclude: note.isPrivateHalf }));
      await warnAndRemember({ ...found, notes: halves }, { key: key + HALVES, text: ofHalves }, memory);
    }
  }
}

async function warnAndRemember(
  found: NotesInRepository,
  { key, text }: { readonly key: string; readonly text: (name: string, places: string) => string },
  memory: Memento,
): Promise<void> {
  const patterns = await missingPatterns(found);
  if (patterns.length === 0) return;
  const choice = await ask(found.repository, text);
  if (choice === EXCLUDE) {
    await exclude(found.repository, patterns);
  }
  await memory.update(WARNED, [...warned(memory), key]);
  if (choice === EXCLUDE) {
    showExcluded(found.repository, patterns);
  }
}

/** The end of the key of a repository without further warnings of private halves. */
const HALVES = '#private';

function ofNotes(name: string, places: string): string {
  return l10n.t(
    'Your 1:1 notes are in the Git repository “{0}” with a remote ({1}). Anyone with access can read what you push, and it stays in the history.',
    name,
    places,
  );
}

function ofHalves(name: string, places: string): string {
  return l10n.t(
    'The private halves of your 1:1 notes are in the Git repository “{0}” with a remote ({1}). Anyone with access can read what you push.',
    name,
    places,
  );
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

function inRepository(
  { uri, meetings, kind, private: isPrivate, isPrivateHalf }: Note,
  folder: string,
): NotesInRepository['notes'][number] {
  const name = fileNameOf(uri);
  const isToExclude = meetings.length > 0 || kind === 'page' || isPrivate;
  return { path: folder === '' ? name : `${folder}/${name}`, isToExclude, isPrivateHalf: isPrivateHalf === true };
}

async function missingPatterns({ repository: { root, common }, notes }: NotesInRepository): Promise<readonly string[]> {
  const lists = [await gitFile(common, 'info', 'exclude'), await gitFile(root, '.gitignore')];
  return patternsFor(notes, lists.flatMap(splitLines));
}

/** Asks what to do. Resolves to the button that was chosen. */
function ask(repository: GitRepository, text: (name: string, places: string) => string): Thenable<string | undefined> {
  const name = repository.root.path.split('/').at(-1) ?? '';
  const places = [...new Set(repository.remotes.map(({ place }) => place))].join(', ');
  return showWarningMessage(text(name, places), EXCLUDE, NEVER);
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
  const list = excludeList(common);
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
}

function excludeList(common: Uri): Uri {
  return Uri.joinPath(common, 'info', 'exclude');
}

function showExcluded({ common }: GitRepository, patterns: readonly string[]): void {
  const shown = patterns.length > 3 ? [...patterns.slice(0, 3), l10n.t('{0} more', patterns.length - 3)] : patterns;
  void showInformationMessage(
    l10n.t(
      'Excluded from Git on this computer: {0}. Files that are already committed stay in the repository and are still tracked.',
      shown.join(', '),
    ),
    OPEN_LIST,
  ).then((choice) => (choice === OPEN_LIST ? showNote(excludeList(common)) : undefined));
}

/** A Git repository, read from its own files. */
interface GitRepository {
  /** The root folder of the working tree. */
  readonly root: Uri;
  /** The folder of the configuration, shared by all working trees of the repository. */
  readonly common: Uri;
  readonly remotes: readonly GitRemote[];
}

/** URI schemes of real folders, which may be working trees. Other schemes are views of remote services. */
const ON_DISK: ReadonlySet<string> = new Set(['file', 'vscode-remote']);

/** Finds the repositories that contain folders by reading files. Results are cached per folder. */
export class GitRepositories {
  readonly #known = new Map<string, Promise<GitRepository | undefined>>();

  /** Returns the innermost repository that contains a folder, or `undefined`. */
  around(folder: Uri): Promise<GitRepository | undefined> {
    const key = folder.toString();
    const known = this.#known.get(key) ?? this.#find(folder);
    this.#known.set(key, known);
    return known;
  }

  async #find(folder: Uri): Promise<GitRepository | undefined> {
    if (!ON_DISK.has(folder.scheme)) {
      return undefined;
    }
    const repository = await repositoryAt(folder);
    const parent = Uri.joinPath(folder, '..');
    return repository ?? (parent.path === folder.path ? undefined : this.around(parent));
  }
}

/** Reads a text file of Git. Returns `''` if it is missing or unreadable. */
async function gitFile(folder: Uri, ...names: readonly string[]): Promise<string> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(folder, ...names)));
  } catch {
    return '';
  }
}

async function repositoryAt(root: Uri): Promise<GitRepository | undefined> {
  const git = await gitFolderOf(root);
  if (!git) {
    return undefined;
  }
  const commonDir = (await gitFile(git, 'commondir')).trim();
  const common = commonDir === '' ? git : resolved(git, commonDir);
  const config = await gitFile(common, 'config');
  return config === '' ? undefined : { root, common, remotes: remotesIn(config) };
}

async function gitFolderOf(root: Uri): Promise<Uri | undefined> {
  const git = Uri.joinPath(root, '.git');
  try {
    const { type } = await workspace.fs.stat(git);
    if (type & FileType.Directory) {
      return git;
    }
  } catch {
    return undefined;
  }
  const named = gitFolderNamed(await gitFile(git));
  return named === undefined ? undefined : resolved(root, named);
}

function resolved(folder: Uri, path: string): Uri {
  const slashed = path.replaceAll('\\', '/');
  return isAbsolutePath(slashed)
    ? folder.with({ path: slashed.startsWith('/') ? slashed : `/${slashed}` })
    : Uri.joinPath(folder, slashed);
}
