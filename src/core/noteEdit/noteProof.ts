import type { Block } from '../markdown/block';
import { ParsedNote } from '../note/parsedNote';
import { applyEdits, type TextEdit } from '../text/edit';

/** Tests edits of one note by reading their result. */
export class NoteProof {
  readonly #before: ParsedNote;
  #facts: readonly string[] | undefined;

  constructor(text: string) {
    this.#before = new ParsedNote(text);
  }

  /** Whether the note has the same blocks after the edits, each in the same place and as private as before. */
  isKept(edits: readonly TextEdit[]): boolean {
    if (edits.length === 0) return true;
    this.#facts ??= factsOf(this.#before);
    const after = factsOf(new ParsedNote(applyEdits(this.#before.text, edits)));
    return after.length === this.#facts.length && after.every((fact, index) => fact === this.#facts?.[index]);
  }
}

/** Returns the kind, place and privacy of each block, as comparable texts. */
function factsOf(note: ParsedNote): readonly string[] {
  return note.blocks.map((block) => factOf(note, block));
}

function factOf(note: ParsedNote, { kind, level, parent, line }: Block): string {
  return `${kind} ${level} ${parent} ${String(note.isPrivateLine(line))}`;
}
