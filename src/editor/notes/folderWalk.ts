import {
  FileType,
  languages,
  RelativePattern,
  Uri,
  workspace,
  type CancellationToken,
  type GlobPattern,
  type TextDocument,
} from 'vscode';
import { inParallel } from '../timeSlicer';

/** Folders that are read at once. */
const AT_ONCE = 32;

interface Walk {
  readonly folder: Uri;
  /** Globs relative to the folder. */
  readonly include: string;
  readonly exclude: string;
  readonly token: CancellationToken;
}

/** Files that a walk found, and folders whose files it could not see. */
interface WalkResult {
  readonly files: readonly Uri[];
  readonly unreadable: readonly Uri[];
}

/** What `findFiles` does, for a file system that VS Code cannot search. Links to folders are not followed. */
export async function walkFolder({ folder, include, exclude, token }: Walk): Promise<WalkResult> {
  const files: Uri[] = [];
  const unreadable: Uri[] = [];
  const included = new RelativePattern(folder, include);
  const excluded = new RelativePattern(folder, exclude);
  let level: readonly Uri[] = [folder];
  while (level.length > 0 && !token.isCancellationRequested) {
    const deeper: Uri[] = [];
    await inParallel(level, AT_ONCE, async (parent) => {
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

/** Whether VS Code's own matcher says so. It is offered for documents, but looks at nothing besides the URI. */
function matches(pattern: GlobPattern, uri: Uri): boolean {
  return languages.match({ pattern }, { uri, languageId: 'markdown' } as TextDocument) > 0;
}
