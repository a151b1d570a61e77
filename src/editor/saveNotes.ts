import { commands, window, workspace, type TextDocument } from 'vscode';
import { isTextOf } from './editableNote';
import { showErrorMessage, showWarningMessage } from './messages';
import { nameOf } from './uris';

const SAVE_AGAIN = 'Save Again';
const UNDO = 'Undo';

/** Number of attempts to save a document. Another save, such as auto save, may interrupt one. */
const ATTEMPTS = 4;

/** Saves notes after an edit. If some cannot be saved, one message is shown without waiting for an answer. */
export async function saveNotes(documents: readonly TextDocument[]): Promise<void> {
  const unsaved: TextDocument[] = [];
  for (const document of documents) {
    if (!(await isSaved(document))) {
      unsaved.push(document);
    }
  }
  if (unsaved.length > 0) {
    void offerRescue(unsaved);
  }
}

/** Saves a document. VS Code also returns `false` if a later save took over, so a retry joins that one. */
async function isSaved(document: TextDocument): Promise<boolean> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (!document.isDirty || (await document.save()) || (await isOnDisk(document))) {
      return true;
    }
  }
  return false;
}

async function isOnDisk(document: TextDocument): Promise<boolean> {
  try {
    return await isTextOf(document, await workspace.fs.readFile(document.uri));
  } catch {
    return false;
  }
}

async function offerRescue(unsaved: readonly TextDocument[]): Promise<void> {
  const versions = unsaved.map(({ version }) => version);
  const names = unsaved.map(({ uri }) => nameOf(uri)).join(', ');
  const message = `Could not save ${names}; your change is still open.`;
  const choice = await showErrorMessage(message, SAVE_AGAIN, UNDO);
  if (choice === SAVE_AGAIN) {
    await saveNotes(unsaved);
  } else if (choice === UNDO) {
    await undo(unsaved, versions);
  }
}

/** Reverts the whole edit with a single Undo in one of the notes, unless the user has typed since. */
async function undo([first, ...more]: readonly TextDocument[], versions: readonly number[]): Promise<void> {
  if (!first) {
    return;
  }
  if ([first, ...more].some(({ version }, at) => version !== versions[at])) {
    void showWarningMessage(`${nameOf(first.uri)} has changed since. Undo the change there.`);
    return;
  }
  await window.showTextDocument(first);
  await commands.executeCommand('undo');
}
