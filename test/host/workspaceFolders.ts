import assert from 'node:assert/strict';
import { Uri, workspace } from 'vscode';

/** Adds and removes folders of the workspace, as `updateWorkspaceFolders` takes them, and waits until that is so. */
export async function changeFolders(
  start: number,
  remove: number,
  ...added: readonly (Uri | { readonly uri: Uri; readonly name: string })[]
): Promise<void> {
  const folders = added.map((each) => (each instanceof Uri ? { uri: each } : each));

  await new Promise<void>((resolve) => {
    const listener = workspace.onDidChangeWorkspaceFolders(() => {
      listener.dispose();
      resolve();
    });
    assert.ok(workspace.updateWorkspaceFolders(start, remove, ...folders));
  });
}
