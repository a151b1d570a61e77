import { workspace, type FilePermission, type Uri } from 'vscode';
import { NoteNotEditableError } from './noteLeftAlone';

/**
 * Refuses what VS Code would silently not do, or only as it saves.
 * @throws NoteLeftAlone when VS Code knows that nobody can write there.
 */
export async function assertWritable(uri: Uri): Promise<void> {
  if ((await permissionsOf(uri)) !== undefined || isReadOnlyPlace(uri)) {
    throw new NoteNotEditableError(uri, 'It is read-only.');
  }
}

/** Whether VS Code knows that nothing can be written there; it has to be asked about some file there before. */
export function isReadOnlyPlace({ scheme }: Uri): boolean {
  return workspace.fs.isWritableFileSystem(scheme) === false;
}

/** There are no permissions but the one to read only. */
async function permissionsOf(uri: Uri): Promise<FilePermission | undefined> {
  try {
    return (await workspace.fs.stat(uri)).permissions;
  } catch {
    return undefined;
  }
}
