import { lineEndOf } from '../text/edit';
import { TextLines } from '../text/lines';
import { ParsedMarkdown } from '../markdown/parsedMarkdown';
import { ParsedNote } from '../note/parsedNote';
import { MeetingOutline } from '../note/meetingOutline';
import { bold, escapeMarkdown, italic } from './escape';
import type { NoteSection } from './noteBody';

/** A part of inserted text: literal text or a tab stop. Tab stops count from 1; 0 is the last one. */
export type InsertedPart = { readonly text: string } | { readonly stop: number };

/** The cursor position in a Markdown file. */
export interface CursorPlace {
  readonly text: string;
  readonly line: number;
  /** Lines of headings that contain sections besides the title: the dated headings of a log. */
  readonly holders: readonly number[];
}

const STOP: InsertedPart = { stop: 1 };

/**
 * Returns the parts of a framework's section: a tab stop under each question, or a list for each side if it has no
 * questions.
 */
export function sectionParts(section: NoteSection, place: CursorPlace, person: string): readonly InsertedPart[] {
  const { title, purpose, questions } = section;
  const sides = questions.length > 0 ? [] : [escapeMarkdown(person), 'Me'];
  return inserted(
    [
      [{ text: `${'#'.repeat(levelAt(place))} ${escapeMarkdown(title)}` }],
      ...(purpose === undefined ? [] : [[{ text: italic(purpose) }]]),
      ...asked(questions),
      ...sides.flatMap((side) => [[{ text: `**${side}**` }], [{ text: '- ' }, STOP]]),
    ],
    place,
  );
}

/** Returns the parts of questions without a heading, with a tab stop under each. */
export function questionParts(questions: readonly string[], place: CursorPlace): readonly InsertedPart[] {
  return inserted(asked(questions), place);
}

/** Returns the parts of a block of lines, such as a block quote, separated from the text around the cursor. */
export function quoteParts(lines: readonly string[], place: CursorPlace): readonly InsertedPart[] {
  return inserted([[{ text: lines.join(lineEndOf(place.text)) }]], place);
}

/** Tests whether a block inserted after the cursor's line would be private. */
export function isPrivatePlace({ text, line }: CursorPlace): boolean {
  const lines = new TextLines(text);
  const end = lines.start(line) + lines.get(line).length;
  const lineEnd = lineEndOf(text);
  const inserted = text.slice(0, end) + lineEnd + lineEnd + '> -' + lineEnd + text.slice(end);
  return new ParsedNote(inserted).isPrivateLine(line + 2);
}

/** Returns the level for a heading inserted at the cursor. */
export function levelAt({ text, line, holders }: CursorPlace): number {
  return MeetingOutline.inText(new ParsedMarkdown(text)).levelAt(line, holders);
}

function asked(questions: readonly string[]): InsertedPart[][] {
  return questions.flatMap((question) => [[{ text: bold(question) }], [STOP]]);
}

/**
 * Returns the parts of all blocks, separated by empty lines from each other and from the text around the cursor, with
 * numbered tab stops.
 */
function inserted(blocks: readonly (readonly InsertedPart[])[], place: CursorPlace): readonly InsertedPart[] {
  const lineEnd = lineEndOf(place.text);
  const gap = lineEnd + lineEnd;
  const parts = blocks.flatMap((block, index) => (index === 0 ? block : [{ text: gap }, ...block]));
  const { before, after } = emptyLinesAround(place);
  const all = [{ text: lineEnd.repeat(before) }, ...parts, { text: lineEnd.repeat(after) }];
  const last = all.findLastIndex((part) => 'stop' in part);
  let stops = 0;
  return all
    .map((part, index) => ('stop' in part ? { stop: index === last ? 0 : ++stops } : part))
    .filter((part) => !('text' in part) || part.text !== '');
}

/** Returns the number of line ends needed to separate an insertion from the text around the cursor. */
function emptyLinesAround({ text, line }: CursorPlace): { before: number; after: number } {
  const lines = new TextLines(text);
  const isApart = (at: number) => at < 0 || at >= lines.count || lines.isBlank(at);
  if (!lines.isBlank(line)) {
    return { before: 2, after: isApart(line + 1) ? 0 : 1 };
  }
  return { before: isApart(line - 1) ? 0 : 1, after: isApart(line + 1) ? 0 : 1 };
}
