import type { NoteEdits } from '../edit';

/** All edits of one note in one place, in the order in which the notes come first. They are planned on the same text. */
export function joinChanges(changes: readonly NoteEdits[]): NoteEdits[] {
  const byUri = new Map<string, NoteEdits>();
  for (const change of changes) {
    const known = byUri.get(change.uri);
    if (known && known.before !== change.before) {
      throw new Error(`Two edits of ${change.uri} were planned on different texts.`);
    }
    byUri.set(change.uri, known ? { ...known, edits: [...known.edits, ...change.edits] } : change);
  }
  return [...byUri.values()].filter(({ edits }) => edits.length > 0);
}
