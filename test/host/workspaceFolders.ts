import assert from 'node:assert/strict';
import { workspace, type Uri } from 'vscode';

/** Adds and removes folders of the workspace, as `updateWorkspaceFolders` takes them, and waits until that is so. */
export async function changeFolders(start: number, remove: number, ...added: Uri[]): Promise<void> {
  await new Promise<void>((resolve) => {
    const listener = workspace.onDidChangeWorkspaceFolders(() => {
      listener.dispose();
      resolve();
    });
    assert.ok(workspace.updateWorkspaceFolders(start, remove, ...added.map((uri) => ({ uri }))));
  });
}
