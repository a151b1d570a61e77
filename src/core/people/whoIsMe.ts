/** A reader's name must stand in at least this many notes with two names before it is taken for the reader's. */
const FEWEST_NOTES = 3;

/**
 * The reader's name, when no setting gives it: the one name that stands in more than half, and at least three, of the
 * 1:1 notes with two names. `undefined` when there is none, or when two names tie.
 */
export function whoIsMe(notesByName: ReadonlyMap<string, number>, notesWithTwoNames: number): string | undefined {
  const candidates = [...notesByName].filter(([, notes]) => notes >= FEWEST_NOTES && notes * 2 > notesWithTwoNames);
  return candidates.length === 1 ? candidates[0]?.[0] : undefined;
}
