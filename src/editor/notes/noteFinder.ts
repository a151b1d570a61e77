import {
  type CancellationToken,
  FileSystemError,
  FileType,
  languages,
  type LogOutputChannel,
  RelativePattern,
  type TextDocument,
  Uri,
  workspace,
  type WorkspaceFolder,
} from 'vscode';
import { inParallel, TimeSlicer } from '../scheduling';
import { anyOf, globOfPath, withoutBraces } from './globs';
import type { NoteReader } from './noteReader';

/** A Markdown file that counts as a note. */
export interface ListedNote {
  readonly uri: Uri;
  /** The URI as a string, used as the note's key. */
  readonly key: string;
  /** The path relative to the innermost workspace folder, with `/`. */
  readonly path: string;
}

/** The files found in a workspace folder. */
interface FoundFiles {
  readonly files: readonly Uri[];
  /** The files whose paths may contain symbolic links. */
  readonly maybeLinked: readonly Uri[];
  /** The folders that could not be read. */
  readonly unreadable: readonly Uri[];
}

/** All notes of the workspace. */
interface FoundNotes {
  /** The notes by URI. */
  readonly notes: Map<string, ListedNote>;
  /** The files whose paths may contain symbolic links, so that another path may lead to the same note. */
  readonly maybeLinked: readonly Uri[];
  /** The URIs of unreadable folders, whose known notes are kept. */
  readonly unreadable: readonly string[];
}

/** A folder that a walk has reached. */
interface WalkedFolder {
  readonly uri: Uri;
  readonly mayBeLinked: boolean;
}

const MARKDOWN_FILES = ['**/*.md', '**/*.markdown'];
const MARKDOWN_NAME = /\.(?:md|markdown)$/;

/** The extension's own folder in a workspace folder, with frameworks and the roster. */
const OWN_FOLDER = '**/.one-on-one/**';

/** URI schemes that VS Code can search. For others `findFiles` returns nothing or hangs. */
const SEARCHABLE = new Set(['file', 'vscode-remote', 'vscode-vfs']);

/**
 * Finds notes: Markdown files not excluded by `oneOnOne.exclude`, `files.exclude` or `search.exclude`. In nested
 * workspace folders the innermost one decides.
 */
export class NoteFinder {
  readonly #exclude: (folder: Uri) => readonly string[];
  readonly #reader: NoteReader;
  readonly #log: LogOutputChannel;
  readonly #refused = new Set<string>();

  /** `exclude` returns the value of `oneOnOne.exclude` for a folder. */
  constructor(exclude: (folder: Uri) => readonly string[], reader: NoteReader, log: LogOutputChannel) {
    this.#exclude = exclude;
    this.#reader = reader;
    this.#log = log;
  }

  /** Returns all notes of the workspace. */
  async all(token: CancellationToken): Promise<FoundNotes> {
    const notes = new Map<string, ListedNote>();
    const maybeLinked: (readonly Uri[])[] = [];
    const unreadable: string[] = [];
    const slices = new TimeSlicer();
    for (const folder of workspace.workspaceFolders ?? []) {
      const found = await this.#findAll(folder, token);
      maybeLinked.push(found.maybeLinked);
      unreadable.push(...found.unreadable.map(String));
      for (const uri of found.files) {
        if (isInnermost(folder, uri)) {
          const note = noteIn(folder, uri);
          notes.set(note.key, note);
        }
        if (slices.isBudgetSpent()) {
          await slices.yieldToEventLoop();
        }
      }
    }
    return { notes, maybeLinked: maybeLinked.flat(), unreadable };
  }

  /** Returns the notes among a few files and folders. For many, `all` is faster. */
  async among(files: readonly Uri[], folders: readonly Uri[], token: CancellationToken): Promise<ListedNote[]> {
    const perFolder = (workspace.workspaceFolders ?? []).map(async (folder) => {
      const isHere = (uri: Uri) => isBelow(uri, folder.uri) && isInnermost(folder, uri);
      const globs = [
        ...files.filter(isHere).map((uri) => globOfPath(noteIn(folder, uri).path)),
        ...folders
          .filter(isHere)
          .flatMap((uri) => MARKDOWN_FILES.map((glob) => `${globOfPath(noteIn(folder, uri).path)}/${glob}`)),
      ];
      const found = globs.length > 0 ? await this.#find(folder, globs, token) : { files: [] };
      return found.files.map((uri) => noteIn(folder, uri));
    });
    const found = (await Promise.all(perFolder)).flat();
    const asked = new Set(files.map(String));
    return found.filter(({ uri, key }) => asked.has(key) || folders.some((folder) => isBelow(uri, folder)));
  }

  /** Walks local folders, because the results of a search arrive as one message that blocks the window. */
  async #findAll(folder: WorkspaceFolder, token: CancellationToken): Promise<FoundFiles> {
    const { uri } = folder;
    return this.#reader.isLocal(uri) && !hasConditions(uri)
      ? this.#walk(uri, undefined, token)
      : this.#find(folder, MARKDOWN_FILES, token);
  }

  async #find(folder: WorkspaceFolder, globs: readonly string[], token: CancellationToken): Promise<FoundFiles> {
    const { uri } = folder;
    const include = new RelativePattern(folder, anyOf(globs));
    if (!SEARCHABLE.has(uri.scheme)) return this.#walk(uri, include, token);
    const files = await workspace.findFiles(include, anyOf(this.#excludedFromSearch(uri)), undefined, token);
    const isUnreadable = files.length === 0 && !(await isReadable(uri));
    return { files, maybeLinked: files, unreadable: isUnreadable ? [uri] : [] };
  }

  #excludedFromSearch(folder: Uri): string[] {
    return this.#flat([OWN_FOLDER, ...this.#exclude(folder), ...excludedBy('search', folder)]);
  }

  /** Does the work of `findFiles`, which also leaves out `files.exclude`. Without `include`, finds all Markdown files. */
  async #walk(root: Uri, include: RelativePattern | undefined, token: CancellationToken): Promise<FoundFiles> {
    const files: Uri[] = [];
    const maybeLinked: Uri[] = [];
    const unreadable: Uri[] = [];
    const globs = [...this.#excludedFromSearch(root), ...this.#flat(excludedBy('files', root))];
    const exclude = new RelativePattern(root, anyOf(globs));
    const followsLinks = workspace.getConfiguration('search', root).get('followSymlinks', true);
    const walk = { root, followsLinks };
    const slices = new TimeSlicer();
    // One of several workspace folders may be a link into another one.
    const isOneOfMany = (workspace.workspaceFolders ?? []).length > 1;
    let level: readonly WalkedFolder[] = [{ uri: root, mayBeLinked: isOneOfMany }];
    while (level.length > 0 && !token.isCancellationRequested) {
      const deeper: WalkedFolder[] = [];
      await inParallel(level, FOLDERS_AT_ONCE, async (folder) => {
        const { uri: parent } = folder;
        const entries = await this.#reader.entriesOf(parent, walk);
        if (!entries) unreadable.push(parent);
        for (const [name, type, isLink = false] of entries ?? []) {
          const isFolder = type === FileType.Directory;
          if (slices.isBudgetSpent()) await slices.yieldToEventLoop();
          if (!isFolder && ((type & FileType.File) === 0 || !MARKDOWN_NAME.test(name))) continue;
          const uri = Uri.joinPath(parent, name);
          if (matches(exclude, uri)) continue;
          const mayBeLinked = folder.mayBeLinked || isLink;
          if (isFolder) deeper.push({ uri, mayBeLinked });
          else if (!include || matches(include, uri)) {
            files.push(uri);
            if (mayBeLinked) maybeLinked.push(uri);
          }
        }
      });
      level = deeper;
    }
    return { files, maybeLinked, unreadable };
  }

  /** Expands globs for use in a combined one. Invalid globs are logged once and ignored. */
  #flat(globs: readonly string[]): string[] {
    return globs.flatMap((glob) => {
      const flat = expanded(glob);
      if (!flat && !this.#refused.has(glob)) {
        this.#refused.add(glob);
        this.#log.warn(`"${glob}" is no pattern for files: nothing is excluded by it.`);
      }
      return flat ?? [];
    });
  }
}

/**
 * Whether settings exclude a place in a workspace folder from the notes. `exclude` is the value of `oneOnOne.exclude` for
 * the folder.
 */
export function isExcluded(folder: Uri, path: string, exclude: readonly string[]): boolean {
  const globs = [...exclude, ...excludedBy('search', folder), ...excludedBy('files', folder)];
  const flat = globs.flatMap((glob) => expanded(glob) ?? []);
  const pattern = new RelativePattern(folder, anyOf(flat));
  const segments = path.split('/');
  // A glob may match only a folder, but then the files below are excluded too.
  return segments.some((_, at) => matches(pattern, Uri.joinPath(folder, ...segments.slice(0, at + 1))));
}

/** Returns the note for the file at `uri` if it is in the workspace. */
export function noteAt(uri: Uri): ListedNote | undefined {
  const folder = workspace.getWorkspaceFolder(uri);
  return folder && noteIn(folder, uri);
}

function noteIn(folder: WorkspaceFolder, uri: Uri): ListedNote {
  const root = folder.uri.path.length;
  return { uri, key: uri.toString(), path: uri.path.slice(folder.uri.path.endsWith('/') ? root : root + 1) };
}

/**
 * Returns the globs excluded by a VS Code setting. Conditional globs are ignored, because they depend on sibling files.
 */
function excludedBy(section: 'files' | 'search', folder: Uri): string[] {
  const globs = workspace.getConfiguration(section, folder).get<Record<string, unknown>>('exclude', {});
  return Object.keys(globs).filter((glob) => globs[glob] === true);
}

/** Expands the braces of a glob from a setting. Returns `undefined` if it is invalid. */
function expanded(glob: string): string[] | undefined {
  return withoutBraces(glob.replace(/^\/|\/$/g, ''));
}

/** Tests whether `files.exclude` has conditional globs for a folder. Only `findFiles` applies them. */
function hasConditions(folder: Uri): boolean {
  const globs = workspace.getConfiguration('files', folder).get<Record<string, unknown>>('exclude', {});
  return Object.values(globs).some((value) => typeof value === 'object');
}

function isInnermost(folder: WorkspaceFolder, uri: Uri): boolean {
  const folders = workspace.workspaceFolders ?? [];
  return folders.length < 2 || workspace.getWorkspaceFolder(uri)?.index === folder.index;
}

function isBelow(uri: Uri, folder: Uri): boolean {
  return `${uri.toString()}/`.startsWith(`${folder.toString().replace(/\/$/, '')}/`);
}

/** Whether a folder without results is accessible or certainly missing. */
async function isReadable(folder: Uri): Promise<boolean> {
  try {
    await workspace.fs.readDirectory(folder);
    return true;
  } catch (error) {
    return error instanceof FileSystemError && error.code === 'FileNotFound';
  }
}

/** Number of folders read in parallel. */
const FOLDERS_AT_ONCE = 32;

/** Whether a URI matches, according to VS Code's own matcher. It expects a document but only uses its URI. */
function matches(pattern: RelativePattern, uri: Uri): boolean {
  return languages.match({ pattern }, { uri, languageId: 'markdown' } as TextDocument) > 0;
}
