import { commands, l10n, type TextDocument, window, workspace } from 'vscode';
import { isTextOf } from './editableNote';
import { showErrorMessage, showWarningMessage } from './messages';
import { nameOf } from './uris';

const SAVE_AGAIN = l10n.t('Save Again');
const UNDO = l10n.t('Undo');

/** Number of attempts to save a document. Another save, such as auto save, may interrupt one. */
const ATTEMPTS = 4;

/** Maximum time to wait for another save of the note before the next attempt, in ms. */
const OTHER_SAVE_TIME = 1_000;

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

/**
 * Saves a note, and returns whether its text is on disk. VS Code answers a save with `false` also while another save of the
 * note, such as auto save, is being made. So the other save is waited for before the next attempt.
 */
async function isSaved(document: TextDocument): Promise<boolean> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    if (!document.isDirty || (await document.save()) || (await isOnDisk(document))) {
      return true;
    }
    if (attempt < ATTEMPTS) {
      await savedMeanwhile(document);
    }
  }
  return false;
}

/** Resolves when the note is saved by someone else, and at the latest after `OTHER_SAVE_TIME`. */
async function savedMeanwhile(document: TextDocument): Promise<void> {
  if (!document.isDirty) {
    return;
  }
  await new Promise<void>((resolve) => {
    const timer = setTimeout(end, OTHER_SAVE_TIME);
    const listener = workspace.onDidSaveTextDocument((saved) => {
      if (saved === document) end();
    });
    function end(): void {
      clearTimeout(timer);
      listener.dispose();
      resolve();
    }
  });
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

/** Reverts the whole edit with a single Undo in one of the notes, unless the user has typed since. */
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
