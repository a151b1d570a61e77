import { commands, l10n, type TextDocument, window, workspace } from 'vscode';
import { isTextOf } from './editableNote';
import { showErrorMessage, showWarningMessage } from './messages';
import { nameOf } from './uris';

const SAVE_AGAIN = l10n.t('Save Again');
const UNDO = l10n.t('Undo');

/** How often a save is tried: another save of the same document, such as auto save, may cut one short. */
const ATTEMPTS = 4;

/** Saves notes after one edit of them all. Shows one message for those that could not be saved, and does not wait for it. */
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

/** VS Code answers a save with `false` also where a later one took its place; that later one is joined by trying again. */
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
  const message = l10n.t('Could not save {0}; your change is still open.', names);
  const choice = await showErrorMessage(message, SAVE_AGAIN, UNDO);
  if (choice === SAVE_AGAIN) {
    await saveNotes(unsaved);
  } else if (choice === UNDO) {
    await undo(unsaved, versions);
  }
}

/** One Undo in any of the notes takes back the whole edit. Typing that came later is never undone in its place. */
async function undo([first, ...more]: readonly TextDocument[], versions: readonly number[]): Promise<void> {
  if (!first) {
    return;
  }
  if ([first, ...more].some(({ version }, at) => version !== versions[at])) {
    void showWarningMessage(l10n.t('{0} has changed since. Undo the change there.', nameOf(first.uri)));
    return;
  }
  await window.showTextDocument(first);
  await commands.executeCommand('undo');
}
