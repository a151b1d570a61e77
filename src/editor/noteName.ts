import { workspace, type Uri } from 'vscode';

/** A file as people know it: its path in its folder, with the folder's name where there are several. */
export function nameOf(uri: Uri): string {
  return workspace.asRelativePath(uri);
}

/** The path that a note is read by: relative to the innermost folder it lies in, with `/`. */
export function pathInFolder(uri: Uri): string {
  const folder = workspace.getWorkspaceFolder(uri);
  return folder ? uri.path.slice(folder.uri.path.replace(/\/$/, '').length + 1) : uri.path.replace(/^\//, '');
}
