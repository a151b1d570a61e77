import { Range, workspace, type Memento, type TextDocument } from 'vscode';
import { namesOneOnOne } from '../core/note/oneOnOne';
import { pathPattern } from '../core/note/pathPattern';
import { splitLines } from '../core/text/lines';
import { DisposableStore } from './disposables';
import { pathInFolder } from './uris';
import { notesPattern } from './settings';

/** Key in the workspace state: whether 1:1 notes were found. */
export const NOTES_FOUND = 'oneOnOne.notesFound';

/** Number of lines at the start of a document in which it may identify itself as a 1:1 note. */
const HEAD_LINES = 30;

/**
 * Calls `read` at once if 1:1 notes were found in this workspace before, or else when a document like one is opened. An
 * empty workspace is read too: that costs nothing, and views and palette know that no note is there. Other workspaces
 * load nothing. The caller owns the returned store.
 */
export function activateOnDemand(memory: Memento, read: () => void): DisposableStore {
  const waiting = new DisposableStore();
  const start = (): void => {
    waiting.dispose();
    read();
  };
  if (memory.get(NOTES_FOUND) === true || workspace.textDocuments.some(looksLikeOneOnOne)) {
    start();
  } else {
    waiting.add(workspace.onDidOpenTextDocument((document) => looksLikeOneOnOne(document) && start()));
    void isWorkspaceEmpty().then((isEmpty) => isEmpty && !waiting.isDisposed && start());
  }
  return waiting;
}

/** Whether each folder of the workspace holds at most names with a leading dot, such as `.git`. */
async function isWorkspaceEmpty(): Promise<boolean> {
  const folders = workspace.workspaceFolders ?? [];
  try {
    const listed = await Promise.all(folders.map(({ uri }) => workspace.fs.readDirectory(uri)));
    return folders.length > 0 && listed.flat().every(([name]) => name.startsWith('.'));
  } catch {
    return false;
  }
}

/**
 * Whether a document looks like a 1:1 note, by its path, front matter or title. False positives are harmless, because
 * the full parse decides.
 */
export function looksLikeOneOnOne(document: TextDocument): boolean {
  const { languageId, uri } = document;
  if (languageId !== 'markdown' || !workspace.getWorkspaceFolder(uri)) {
    return false;
  }
  const path = pathInFolder(uri);
  const isAtItsPlace = pathPattern(notesPattern(uri)).match(path) !== undefined;
  return isAtItsPlace || namesOneOnOne(path) || namesOneOnOne(headOf(document));
}

function headOf(document: TextDocument): string {
  const lines = splitLines(document.getText(new Range(0, 0, HEAD_LINES, 0)));
  const frontMatter = lines[0] === '---' ? lines.slice(1, lines.indexOf('---', 1)) : [];
  return [...frontMatter, lines.find((line) => line.startsWith('# '))].join('\n');
}
