import type { NoteEdits, Refusal } from '../edit';
import type { PlannedNote } from './nextNote';

const CHANGED: Refusal = { refused: 'A note changed while this was worked out, so nothing was written. Try again.' };

/**
 * All edits of one note in one place, in the order in which the notes come first. A refusal when they were not planned on
 * the same text: another program wrote between one look at a note and the next.
 */
export function joinChanges(changes: readonly NoteEdits[]): NoteEdits[] | Refusal {
  const byUri = new Map<string, NoteEdits>();
  for (const change of changes) {
    const known = byUri.get(change.uri);
    if (known && known.before !== change.before) {
      return CHANGED;
    }
    byUri.set(change.uri, known ? { ...known, edits: [...known.edits, ...change.edits] } : change);
  }
  return [...byUri.values()].filter(({ edits }) => edits.length > 0);
}

/** A planned note with more changes that belong to its plan, saved after its own; some may be in the same log. */
export function withChanges(planned: PlannedNote, changes: readonly NoteEdits[]): PlannedNote | Refusal {
  const own = planned.plan.changes.find(({ uri }) => uri === planned.uri)?.edits[0];
  const inSameNote = own ? changes.filter(({ uri }) => uri === planned.uri).flatMap(({ edits }) => edits) : [];
  const shift = inSameNote
    .filter(({ start }) => own && start < own.start)
    .reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0);
  const joined = joinChanges([...planned.plan.changes, ...changes]);
  return 'refused' in joined
    ? joined
    : { ...planned, plan: { ...planned.plan, changes: joined }, cursor: planned.cursor + shift };
}
