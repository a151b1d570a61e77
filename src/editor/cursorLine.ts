import { window, type Uri } from 'vscode';

/** The line of the cursor in the text editor on a file, from 0; `undefined` when no text editor shows it. */
export function cursorLine(uri: Uri): number | undefined {
  const key = uri.toString();
  const editors = [window.activeTextEditor, ...window.visibleTextEditors];
  return editors.find((editor) => editor?.document.uri.toString() === key)?.selection.active.line;
}
