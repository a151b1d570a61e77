/** A name must stand in at least this many notes with two names before it is taken for the reader's. */
const FEWEST_NOTES = 3;

/**
 * The reader's name, when no setting gives it: the one name that stands in more than half, and at least three, of the
 * 1:1 notes with two names, and more often than any other. `undefined` when there is none.
 */
export function whoIsMe(notesByName: ReadonlyMap<string, number>, notesWithTwoNames: number): string | undefined {
  const [first, second] = [...notesByName].sort(([, a], [, b]) => b - a);
  if (!first || first[1] < FEWEST_NOTES || first[1] * 2 <= notesWithTwoNames || second?.[1] === first[1]) {
    return undefined;
  }
  return first[0];
}
