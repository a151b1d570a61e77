import {
  type Command,
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
import type { Person } from '../core/people/person';
import { Advice } from './errors';

/** Offers to create a 1:1 note. */
export const NEW_NOTE: Command = { command: 'oneOnOne.newNote', title: l10n.t('New 1:1 Note') };

/** Returns the advice for a person without 1:1 notes, which offers to create one. */
export function noNoteYet({ name }: Pick<Person, 'name'>): Advice {
  return new Advice(l10n.t('There is no 1:1 note with {0} yet.', name), { ...NEW_NOTE, arguments: [{ person: name }] });
}

/** Returns the cursor's line (from 0) in a text editor of a file, or `undefined` if no text editor shows the file. */
export function cursorLine(uri: Uri): number | undefined {
  const key = uri.toString();
  const editors = [window.activeTextEditor, ...window.visibleTextEditors];
  return editors.find((editor) => editor?.document.uri.toString() === key)?.selection.active.line;
}

/**
 * Returns the note in the active tab: a text editor, a custom editor or its preview. Returns `undefined` for a preview
 * opened to the side, whose file is unknown; see `noteInFront`.
 */
export function activeNoteUri(): Uri | undefined {
  const input: unknown = window.tabGroups.activeTabGroup.activeTab?.input;
  if (input instanceof TabInputText || input instanceof TabInputCustom) {
    return input.uri;
  }
  if (input instanceof TabInputTextDiff) {
    return input.modified;
  }
  // The active text editor of a page that has just come to the front may still be the one before.
  return input instanceof TabInputWebview ? undefined : window.activeTextEditor?.document.uri;
}

/**
 * Returns the note in the active tab, including previews. A preview only has a file name, so it is assumed to show
 * `before`, the last active note, if the name matches.
 */
export function noteShown(before: Uri | undefined): Uri | undefined {
  const tab = window.tabGroups.activeTabGroup.activeTab;
  const name = before?.path.split('/').at(-1);
  return tab && isPreview(tab.input) && name !== undefined && tab.label.includes(name) ? before : activeNoteUri();
}

/**
 * Returns the note in the active tab. A preview does not expose its file, so VS Code is asked to show the source, which
 * opens the text editor.
 */
export async function noteInFront(): Promise<Uri | undefined> {
  const input: unknown = window.tabGroups.activeTabGroup.activeTab?.input;
  if (isPreview(input)) {
    await commands.executeCommand('markdown.showSource');
  }
  return activeNoteUri();
}

/**
 * Returns a text editor on the active note, and opens one if another kind of editor shows it.
 * @throws Advice if no Markdown file is active.
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
  throw new Advice(l10n.t('Open a Markdown note first.'), NEW_NOTE);
}

function isPreview(input: unknown): boolean {
  return input instanceof TabInputWebview && input.viewType.endsWith('markdown.preview');
}
