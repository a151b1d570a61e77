import {
  commands,
  l10n,
  TabInputCustom,
  TabInputText,
  TabInputTextDiff,
  TabInputWebview,
  type TextEditor,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { showNote } from './noteEditor';
import { UserError } from './userError';

/** The line of the cursor in the text editor on a file, from 0; `undefined` when no text editor shows it. */
export function cursorLine(uri: Uri): number | undefined {
  const key = uri.toString();
  const editors = [window.activeTextEditor, ...window.visibleTextEditors];
  return editors.find((editor) => editor?.document.uri.toString() === key)?.selection.active.line;
}

/**
 * The note in front, whichever editor shows it: a text editor, the Markdown editor, a preview in one. `undefined` if none
 * does, and for a preview that was opened beside its note: see `noteInFront`.
 */
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
 * The note that is shown in front, also by a preview of it: such a preview only names the file, so it is taken to show
 * `before`, the note that was in front last, when that has this name.
 */
export function noteShown(before: Uri | undefined): Uri | undefined {
  const tab = window.tabGroups.activeTabGroup.activeTab;
  const name = before?.path.split('/').at(-1);
  return tab && isPreview(tab.input) && name !== undefined && tab.label.includes(name) ? before : activeNoteUri();
}

/**
 * The note in front, also where a preview of it is: such a preview tells nobody which file it shows, so VS Code is asked
 * to go there, which puts the text editor in front.
 */
export async function noteInFront(): Promise<Uri | undefined> {
  const input: unknown = window.tabGroups.activeTabGroup.activeTab?.input;
  if (isPreview(input)) {
    await commands.executeCommand('markdown.showSource');
  }
  return activeNoteUri();
}

/**
 * A text editor on the note in front, opened if another kind of editor shows it.
 * @throws UserError when no Markdown file is in front.
 */
export async function activeNoteEditor(): Promise<TextEditor> {
  const uri = await noteInFront();
  const editor = window.activeTextEditor;
  if (editor?.document.languageId === 'markdown' && (!uri || editor.document.uri.toString() === uri.toString())) {
    return editor;
  }
  if (uri && (await workspace.openTextDocument(uri)).languageId === 'markdown') {
    return showNote(uri);
  }
  throw new UserError(l10n.t('Open a Markdown note first.'));
}

function isPreview(input: unknown): boolean {
  return input instanceof TabInputWebview && input.viewType.endsWith('markdown.preview');
}
