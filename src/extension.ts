import type { ExtensionContext } from 'vscode';
import { activateWith, type PreviewExtension } from './activate';

/** The entry on the desktop and on servers. Notes on disk are read directly, which is fastest. */
export function activate(context: ExtensionContext): PreviewExtension {
  return activateWith(context, async () => new (await import('./editor/notes/diskNoteReader')).DiskNoteReader());
}
