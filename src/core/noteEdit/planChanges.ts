import type { EditRequest, ItemEdits } from '../followUp/edits';
import type { LineAnchor } from '../followUp/locate';
import { type NoteEdits, type Plan, type Refusal, type SkippedItem, applyEdits, type TextEdit } from '../text/edit';
import { type Message, message } from '../text/message';
import type { Block } from '../markdown/block';
import { ParsedNote } from '../note/parsedNote';

/** The follow-ups of one note to change, its current text, and the settings of its folder. */
export interface NoteToChange extends Pick<EditRequest, 'dialect' | 'statuses'> {
  readonly uri: string;
  readonly textNow: string;
  readonly items: readonly { readonly text: string; readonly anchor: LineAnchor }[];
}

/** The result of `planChanges`: one plan for all follow-ups that can be changed, and the others with their reasons. */
interface PlannedChanges {
  readonly plan: Plan;
  readonly refused: readonly SkippedItem[];
  /** The messages for the user, each once. */
  readonly notices: readonly Message[];
}

/** Plans the change of a follow-up in the note with this URI. */
export type Change = (request: EditRequest, uri: string) => ItemEdits | Refusal;

/**
 * Plans the same change for follow-ups of several notes. An edit that would change the structure or the privacy of its
 * note is refused.
 */
export function planChanges(notes: readonly NoteToChange[], make: Change): PlannedChanges {
  const changes: NoteEdits[] = [];
  const refused: SkippedItem[] = [];
  const notices = new Map<string, Message>();
  for (const { uri, textNow, items, ...rules } of notes) {
    const note = new NoteProof(textNow);
    const edits = items.flatMap(({ text, anchor }) => {
      const result = make({ noteNow: textNow, followUp: anchor, ...rules }, uri);
      if ('refused' in result) {
        refused.push({ uri, text, reason: result.refused });
        return [];
      }
      if (!note.isKept(result.edits)) {
        refused.push({ uri, text, reason: message('followUp.otherLines') });
        return [];
      }
      if (result.notice !== undefined) {
        notices.set(JSON.stringify(result.notice), result.notice);
      }
      return result.edits;
    });
    if (edits.length > 0) {
      changes.push({ uri, before: textNow, edits });
    }
  }
  return { plan: { changes }, refused, notices: [...notices.values()] };
}

/** Tests edits of one note by reading their result. */
class NoteProof {
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
