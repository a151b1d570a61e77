import {
  type CancellationToken,
  FileSystemError,
  FileType,
  type GlobPattern,
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

/** A Markdown file that counts as a note. */
export interface ListedNote {
  readonly uri: Uri;
  /** The URI as a string, used as the note's key. */
  readonly key: string;
  /** The path relative to the innermost workspace folder, with `/`. */
  readonly path: string;
}

/** The files found, and the folders that could not be read. */
interface FoundFiles {
  readonly files: readonly Uri[];
  readonly unreadable: readonly Uri[];
}

const MARKDOWN_FILES = ['**/*.md', '**/*.markdown'];

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
  readonly #log: LogOutputChannel;
  readonly #refused = new Set<string>();

  /** `exclude` returns the value of `oneOnOne.exclude` for a folder. */
  constructor(exclude: (folder: Uri) => readonly string[], log: LogOutputChannel) {
    this.#exclude = exclude;
    this.#log = log;
  }

  /** Returns all notes of the workspace by URI, and the URIs of unreadable folders, whose known notes are kept. */
  async all(
    token: CancellationToken,
  ): Promise<{ readonly notes: Map<string, ListedNote>; readonly unreadable: readonly string[] }> {
    const notes = new Map<string, ListedNote>();
    const unreadable: string[] = [];
    const slices = new TimeSlicer();
    for (const folder of workspace.workspaceFolders ?? []) {
      const found = await this.#find(folder, MARKDOWN_FILES, token);
      unreadable.push(...found.unreadable.map(String));
      for (const uri of found.files) {
        if (isInnermost(folder, uri)) {
          const note = noteIn(folder, uri);
          notes.set(note.key, note);
        }
        if (slices.isBudgetSpent) {
          await slices.yieldToEventLoop();
        }
      }
    }
    return { notes, unreadable };
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

  async #find(folder: WorkspaceFolder, globs: readonly string[], token: CancellationToken): Promise<FoundFiles> {
    const { uri } = folder;
    const include = anyOf(globs);
    const own = this.#flat([OWN_FOLDER, ...this.#exclude(uri), ...excludedBy('search', uri)]);
    if (!SEARCHABLE.has(uri.scheme)) {
      const exclude = anyOf([...own, ...this.#flat(excludedBy('files', uri))]);
      return walkFolder(uri, include, exclude, token);
    }
    const files = await workspace.findFiles(new RelativePattern(folder, include), anyOf(own), undefined, token);
    return { files, unreadable: files.length > 0 || (await isReadable(uri)) ? [] : [uri] };
  }

  /** Expands globs for use in a combined one. Invalid globs are logged once and ignored. */
  #flat(globs: readonly string[]): string[] {
    return globs.flatMap((glob) => {
      const flat = withoutBraces(glob.replace(/\/$/, ''));
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
  const flat = globs.flatMap((glob) => withoutBraces(glob.replace(/\/$/, '')) ?? []);
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

/**
 * Does the work of `findFiles` for file systems that VS Code cannot search. The globs are relative to the folder. Links
 * to folders are not followed.
 */
async function walkFolder(
  folder: Uri,
  include: string,
  exclude: string,
  token: CancellationToken,
): Promise<FoundFiles> {
  const files: Uri[] = [];
  const unreadable: Uri[] = [];
  const included = new RelativePattern(folder, include);
  const excluded = new RelativePattern(folder, exclude);
  let level: readonly Uri[] = [folder];
  while (level.length > 0 && !token.isCancellationRequested) {
    const deeper: Uri[] = [];
    await inParallel(level, FOLDERS_AT_ONCE, async (parent) => {
      const entries = await entriesOf(parent);
      if (!entries) {
        unreadable.push(parent);
      }
      for (const [name, type] of entries ?? []) {
        const uri = Uri.joinPath(parent, name);
        if (matches(excluded, uri)) {
          continue;
        }
        if (type === FileType.Directory) {
          deeper.push(uri);
        } else if ((type & FileType.File) !== 0 && matches(included, uri)) {
          files.push(uri);
        }
      }
    });
    level = deeper;
  }
  return { files, unreadable };
}

async function entriesOf(folder: Uri): Promise<[string, FileType][] | undefined> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return undefined;
  }
}

/** Whether a URI matches, according to VS Code's own matcher. It expects a document but only uses its URI. */
function matches(pattern: GlobPattern, uri: Uri): boolean {
  return languages.match({ pattern }, { uri, languageId: 'markdown' } as TextDocument) > 0;
}
