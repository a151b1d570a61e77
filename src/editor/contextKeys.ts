import { commands } from 'vscode';

/**
 * What menus, buttons and welcome texts in package.json ask for, there as `oneOnOne.<name>`: all notes are read; they are
 * being read; there are 1:1 notes; the Follow-ups view is filtered; it shows what was done lately; a change made from a
 * view can be undone.
 */
type ContextKey = 'indexed' | 'reading' | 'hasNotes' | 'filtered' | 'showsDone' | 'undoable';

/** Sets a context key; the next one to be set for the same name replaces it. */
export function setContextKey(key: ContextKey, value: boolean): void {
  void commands.executeCommand('setContext', `oneOnOne.${key}`, value);
}
