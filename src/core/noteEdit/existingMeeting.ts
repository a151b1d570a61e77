import { LIST_MARKER } from '../markdown/listItem';
import type { Note } from '../note/note';
import { ParsedNote } from '../note/parsedNote';
import { isPrivateTitle } from '../note/privateWords';
import { applyEdits, lineEndOf, type Refusal, type TextEdit } from '../text/edit';
import { type Insertion, insertUnder, type LinesUnder, withInsertion } from './insertUnder';
import { message, type Message } from '../text/message';
import { bold, oneLine } from './escape';
import type { NoteIndex } from '../index/noteIndex';

const SEEN_AS_BLOCK = new RegExp(String.raw`^(?:${LIST_MARKER}|#{1,6})\s`);

/** An insertion with the lines that must be read in it. */
interface InsertedLines extends Insertion {
  readonly lines: readonly string[];
  /** Whether the place must be private, or `undefined` if the lines have a private section of their own. */
  readonly isPrivate?: boolean;
}

/**
 * Refuses an insertion that would not be read as meant: a heading or list item hidden in an unclosed code block or
 * comment, a line that becomes private or public, or one that changes who may see other lines. Returns `undefined` if
 * all is well.
 */
export function refuseIfMisread(note: ParsedNote, inserted: InsertedLines): Refusal | undefined {
  const { edit, line, lines, isPrivate } = inserted;
  const after = new ParsedNote(applyEdits(note.text, [edit]));
  const seen = new Set(
    after.blocks
      .filter(({ kind, parent }) => (kind === 'item' || kind === 'heading') && parent < 0)
      .map((block) => block.line),
  );
  if (lines.some((written, index) => SEEN_AS_BLOCK.test(written) && !seen.has(line + index))) {
    return { refused: message('note.unclosed') };
  }
  const own = new ParsedNote(lines.join('\n'));
  const isMisplaced = (_: string, index: number): boolean =>
    after.isPrivateLine(line + index) !== (isPrivate === true || own.isPrivateLine(index));
  if (isPrivate !== undefined && lines.some(isMisplaced)) {
    return { refused: message(isPrivate ? 'note.publicPlace' : 'note.privatePlace', line + 1) };
  }
  const changed = changedPrivacy(note, after, edit);
  return changed === undefined ? undefined : { refused: message('note.privacyChanges', changed + 1) };
}

/** Returns the first line of a note that an insertion makes private or public, or `undefined`. */
function changedPrivacy(before: ParsedNote, after: ParsedNote, { start }: TextEdit): number | undefined {
  if (before.privateLines.length === 0 && after.privateLines.length === 0) return undefined;
  const at = before.lines.at(start);
  const added = after.lines.count - before.lines.count;
  for (let line = 0; line < before.lines.count; line++) {
    const isMoved = line > at || (line === at && before.lines.start(line) === start);
    const isSame = before.isPrivateLine(line) === after.isPrivateLine(isMoved ? line + added : line);
    if (!isSame && !before.lines.isBlank(line)) return line;
  }
  return undefined;
}

/** An existing meeting and the current text of its note. */
export interface ExistingMeeting {
  /** The note as read from `text`. */
  readonly note: Note;
  readonly text: string;
  /** Index of the meeting in the note. */
  readonly meeting: number;
}

/** Items to add to a meeting, in the order of their headings. */
type Additions = readonly Pick<LinesUnder, 'heading' | 'items' | 'side'>[];

/** Returns the edits that add list items to an existing meeting. Missing headings are created. */
export function addToMeeting({ note, text, meeting }: ExistingMeeting, additions: Additions): TextEdit[] | Refusal {
  const opened = new ParsedNote(text);
  const within = note.kind === 'log' ? note.meetings[meeting] : undefined;
  let edits: TextEdit[] = [];
  for (const { heading, items, side } of additions.filter(({ items }) => items.length > 0)) {
    const insertion = insertUnder(opened, { heading, items, side, within });
    const isPrivate = heading === 'private' || isPrivateTitle(within?.heading ?? '');
    const refusal = refuseIfMisread(opened, { ...insertion, lines: items, isPrivate });
    if (refusal) {
      return refusal;
    }
    edits = withInsertion(edits, insertion.edit, lineEndOf(text));
  }
  return edits;
}

/** Maximum number of lines that *A Minute After* writes. */
export const MINUTE_AFTER_LINES = 3;

/** Returns the list item for an answer. Comment marks are broken up: they could hide or reveal other lines. */
export function minuteAfterLine(question: string, answer: string): string {
  return `- ${bold(question)} ${oneLine(answer)
    .replaceAll('<', String.raw`\<`)
    .replaceAll('%%', '% %')}`;
}

/** Why a note cannot be edited. `refused` names the note, `reason` does not. */
export interface UneditableNote extends Refusal {
  readonly reason: Message;
}

/** The notes for planning edits: as indexed, and with their current texts. Notes are identified by URI. */
export interface EditableNotes {
  readonly index: NoteIndex;
  /** Reads a note again, so that the index matches its current text. */
  refresh(uri: string): Promise<void>;
  /** Returns a note's text for planning an edit, or why the note cannot be edited. */
  textToEdit(uri: string): Promise<string | UneditableNote>;
  /** Returns a note's current text. Rejects if it cannot be read. */
  textOf(uri: string): Promise<string>;
}
