import { SnippetString, type TextEditor } from 'vscode';
import type { InsertedPart } from '../../core/noteEdit/sectionParts';
import { assertEditable } from '../../editor/editableNote';

/** Inserts parts at the cursor as a snippet, with a tab stop at each place to type. Text parts are escaped. */
export async function insertParts(editor: TextEditor, parts: readonly InsertedPart[]): Promise<void> {
  await assertEditable(editor.document);
  const snippet = new SnippetString();
  for (const part of parts) {
    if ('text' in part) {
      snippet.appendText(part.text);
    } else {
      snippet.appendTabstop(part.stop);
    }
  }
  await editor.insertSnippet(snippet, editor.document.lineAt(editor.selection.active.line).range.end);
}
