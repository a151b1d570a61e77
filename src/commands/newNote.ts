import { UserError } from '../editor/userError';

/** Writes the next 1:1 note of a person and opens it. */
export function newNote(): never {
  throw new UserError('New 1:1 Note: open a folder first, so that the note has a place.');
}
