/** A name must stand in at least this many notes with two names before it is taken for the reader's. */
const FEWEST_NOTES = 3;

/**
 * The reader's name, when no setting gives it: the one name that stands in more than half, and at least three, of the
 * 1:1 notes with two names, and more often than any other. `undefined` when there is none.
 */
export function inferReaderName(
  notesByName: ReadonlyMap<string, number>,
  notesWithTwoNames: number,
): string | undefined {
  let [name, most, next] = ['', 0, 0];
  for (const [each, notes] of notesByName) {
    if (notes > most) {
      [name, most, next] = [each, notes, most];
    } else if (notes > next) {
      next = notes;
    }
  }
  return most >= FEWEST_NOTES && most * 2 > notesWithTwoNames && most > next ? name : undefined;
}
