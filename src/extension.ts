import type { ExtensionContext } from 'vscode';
import { activateWith, type PreviewExtension } from './activate';

/** The entry on the desktop and on a server: notes that lie on disk are read by the process itself, which is fastest. */
export function activate(context: ExtensionContext): PreviewExtension {
  return activateWith(context, async () => new (await import('./editor/notes/diskNoteReader')).DiskNoteReader());
}
