import type { NoteEdits } from '../edit';
import type { PlannedNote } from './nextNote';

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

/** A planned note with more changes that belong to its plan, saved after its own; some may be in the same log. */
export function withChanges(planned: PlannedNote, changes: readonly NoteEdits[]): PlannedNote {
  const own = planned.plan.changes.find(({ uri }) => uri === planned.uri)?.edits[0];
  const inSameNote = own ? changes.filter(({ uri }) => uri === planned.uri).flatMap(({ edits }) => edits) : [];
  const shift = inSameNote
    .filter(({ start }) => own && start < own.start)
    .reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0);
  return {
    ...planned,
    plan: { ...planned.plan, changes: joinChanges([...planned.plan.changes, ...changes]) },
    cursor: planned.cursor + shift,
  };
}
