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

/** Number of folders read in parallel. */
const AT_ONCE = 32;

interface Walk {
  readonly folder: Uri;
  /** Globs relative to the folder. */
  readonly include: string;
  readonly exclude: string;
  readonly token: CancellationToken;
}

/** The files found, and the folders that could not be read. */
interface WalkResult {
  readonly files: readonly Uri[];
  readonly unreadable: readonly Uri[];
}

/** Does the work of `findFiles` for file systems that VS Code cannot search. Links to folders are not followed. */
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

/** Whether a URI matches, according to VS Code's own matcher. It expects a document but only uses its URI. */
function matches(pattern: GlobPattern, uri: Uri): boolean {
  return languages.match({ pattern }, { uri, languageId: 'markdown' } as TextDocument) > 0;
}
