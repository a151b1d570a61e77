import type { ExtensionContext } from 'vscode';
import { activateWith } from './activate';

/** The entry on the desktop and on a server: notes that lie on disk are read by the process itself, which is fastest. */
export function activate(context: ExtensionContext): void {
  activateWith(context, async () => new (await import('./editor/diskNoteReader')).DiskNoteReader());
}
