import type { ExtensionContext } from 'vscode';
import { activateWith, type PreviewExtension } from './activate';

/** The entry in the browser. All notes are read through VS Code's file system. */
export function activate(context: ExtensionContext): PreviewExtension {
  return activateWith(
    context,
    async () => new (await import('./editor/notes/fileSystemNoteReader')).FileSystemNoteReader(),
  );
}
