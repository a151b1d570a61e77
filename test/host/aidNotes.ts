import assert from 'node:assert/strict';
import {
  commands,
  type CompletionItem,
  type CompletionList,
  ConfigurationTarget,
  Position,
  Range,
  type TextDocument,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';

/** A file in the test's workspace, open as a document that holds `text`. */
export async function openNote(path: string, text: string): Promise<TextDocument> {
  const uri = inWorkspace(path);
  const isOpen = workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
  if (!isOpen) {
    await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  }
  const document = await workspace.openTextDocument(uri);
  await window.showTextDocument(document, { preview: false });
  if (document.getText() !== text) {
    // VS Code takes a while to notice that the file of an open document changed.
    const edit = new WorkspaceEdit();
    edit.replace(uri, new Range(0, 0, document.lineCount, 0), text);
    assert.ok(await workspace.applyEdit(edit));
    await document.save();
  }
  return document;
}

/** The place of the cursor in a text, marked by `│`, and the text without the mark. */
export function marked(text: string): { readonly text: string; readonly position: Position } {
  const before = text.slice(0, text.indexOf('│')).split('\n');
  return { text: text.replace('│', ''), position: new Position(before.length - 1, before.at(-1)!.length) };
}

/** What is offered at the mark `│` in a note, as if `trigger` had just been typed. */
export async function completionsAt(path: string, text: string, trigger?: string): Promise<readonly CompletionItem[]> {
  const { text: written, position } = marked(text);
  const { uri } = await openNote(path, written);
  const list = await commands.executeCommand<CompletionList>(
    'vscode.executeCompletionItemProvider',
    uri,
    position,
    trigger,
  );
  return list.items;
}

export function labelsOf(items: readonly CompletionItem[]): readonly string[] {
  return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

/** Closes all editors and deletes a folder of the test's workspace. */
export async function removeNotes(folder: string): Promise<void> {
  await commands.executeCommand('workbench.action.closeAllEditors');
  await workspace.fs.delete(inWorkspace(folder), { recursive: true });
}

/** Has an aid switched off while `work` is done. */
export async function switchedOff(aid: string, work: () => Promise<void>): Promise<void> {
  const settings = workspace.getConfiguration('oneOnOne');
  await settings.update(`aids.${aid}`, false, ConfigurationTarget.Global);
  try {
    await work();
  } finally {
    await settings.update(`aids.${aid}`, undefined, ConfigurationTarget.Global);
  }
}

function inWorkspace(path: string): Uri {
  const [folder] = workspace.workspaceFolders ?? [];
  assert.ok(folder);
  return Uri.joinPath(folder.uri, path);
}
