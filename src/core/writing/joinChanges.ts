import { sortEdits, type NoteEdits, type Refusal } from '../edit';
import type { PlannedNote } from './nextNote';

const CHANGED: Refusal = { refused: 'A note changed while this was worked out, so nothing was written. Try again.' };

/**
 * Joins the edits of each note into one sorted list and keeps the order of the notes. Refuses if the edits of a note were
 * planned on different texts, because another program changed the note in the meantime.
 */
export function mergeNoteEdits(changes: readonly NoteEdits[]): NoteEdits[] | Refusal {
  const byUri = new Map<string, NoteEdits>();
  for (const change of changes) {
    const known = byUri.get(change.uri);
    if (known && known.before !== change.before) {
      return CHANGED;
    }
    byUri.set(change.uri, known ? { ...known, edits: [...known.edits, ...change.edits] } : change);
  }
  return [...byUri.values()]
    .filter(({ edits }) => edits.length > 0)
    .map((change) => ({ ...change, edits: sortEdits(change.edits) }));
}

/** Adds changes to the plan of a new note. They are saved after the note's own; some may be in the same log. */
export function addNoteEdits(planned: PlannedNote, changes: readonly NoteEdits[]): PlannedNote | Refusal {
  const joined = mergeNoteEdits([...planned.plan.changes, ...changes]);
  if ('refused' in joined) {
    return joined;
  }
  const entry = planned.plan.changes.find(({ uri }) => uri === planned.uri)?.edits[0];
  const edits = joined.find(({ uri }) => uri === planned.uri)?.edits ?? [];
  const before = entry ? edits.slice(0, edits.indexOf(entry)) : [];
  const shift = before.reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0);
  return { ...planned, plan: { ...planned.plan, changes: joined }, cursor: planned.cursor + shift };
}
