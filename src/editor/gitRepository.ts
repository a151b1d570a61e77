import { FileType, Uri, workspace } from 'vscode';
import { gitFolderNamed, isAbsolutePath, remotesIn, type GitRemote } from '../core/git/gitConfig';

/** A Git repository, read from its own files. */
export interface GitRepository {
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
export async function gitFile(folder: Uri, ...names: readonly string[]): Promise<string> {
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
