import type { Uri} from 'vscode';
import { TabInputCustom, TabInputText, TabInputTextDiff, window, workspace, type TextEditor } from 'vscode';
import { showNote } from './noteEditor';
import { UserError } from './userError';

/** The note in front, whichever editor shows it: a text editor, a preview, the Markdown editor. `undefined` if none is. */
export function activeNoteUri(): Uri | undefined {
  const input: unknown = window.tabGroups.activeTabGroup.activeTab?.input;
  if (input instanceof TabInputText || input instanceof TabInputCustom) {
    return input.uri;
  }
  if (input instanceof TabInputTextDiff) {
    return input.modified;
  }
  return window.activeTextEditor?.document.uri;
}

/**
 * A text editor on the note in front, opened if another kind of editor shows it.
 * @throws UserError when no Markdown file is in front.
 */
export async function activeNoteEditor(): Promise<TextEditor> {
  const uri = activeNoteUri();
  const editor = window.activeTextEditor;
  if (editor?.document.languageId === 'markdown' && (!uri || editor.document.uri.toString() === uri.toString())) {
    return editor;
  }
  if (uri && (await workspace.openTextDocument(uri)).languageId === 'markdown') {
    return showNote(uri);
  }
  throw new UserError('This works in a Markdown file: open one and put the cursor where the text should go.');
}
