import { lineEndOf } from '../text/edit';
import { TextLines } from '../text/lines';
import { ParsedMarkdown } from '../markdown/parsedMarkdown';
import { ParsedNote } from '../note/parsedNote';
import { MeetingOutline } from '../note/meetingOutline';
import { bold, escapeMarkdown, italic } from './escape';
import type { NoteSection } from './noteBody';

/** A piece of what is inserted: text to stand as it is, or a place to type. Places count from 1; 0 is the last one. */
export type InsertedPart = { readonly text: string } | { readonly stop: number };

/** The place of the cursor in a Markdown file. */
export interface CursorPlace {
  readonly text: string;
  readonly line: number;
  /** Lines of headings that hold sections without being of level 1: the dated ones of a log. */
  readonly holders: readonly number[];
}

const STOP: InsertedPart = { stop: 1 };

/** A framework's section with a place to type under each question, or for both sides where it asks nothing. */
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

/** Questions alone, with a place to type under each. */
export function questionParts(questions: readonly string[], place: CursorPlace): readonly InsertedPart[] {
  return inserted(asked(questions), place);
}

/** Whole lines that belong together, such as a block quote, set apart from what stands around the cursor. */
export function quoteParts(lines: readonly string[], place: CursorPlace): readonly InsertedPart[] {
  return inserted([[{ text: lines.join(lineEndOf(place.text)) }]], place);
}

/** Whether what is inserted behind the line of the cursor would be private there. */
export function isPrivatePlace({ text, line }: CursorPlace): boolean {
  const lines = new TextLines(text);
  const end = lines.start(line) + lines.get(line).length;
  const lineEnd = lineEndOf(text);
  const inserted = text.slice(0, end) + lineEnd + lineEnd + '> -' + lineEnd + text.slice(end);
  return new ParsedNote(inserted).isPrivateLine(line + 2);
}

/** The level of a heading inserted at the cursor. */
export function levelAt({ text, line, holders }: CursorPlace): number {
  return MeetingOutline.inText(new ParsedMarkdown(text)).levelAt(line, holders);
}

function asked(questions: readonly string[]): InsertedPart[][] {
  return questions.flatMap((question) => [[{ text: bold(question) }], [STOP]]);
}

/** Blocks with an empty line between them, and to what stands around the cursor; their places counted. */
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

/** How many line ends set what is inserted apart from what stands around the cursor. */
function emptyLinesAround({ text, line }: CursorPlace): { before: number; after: number } {
  const lines = new TextLines(text);
  const isApart = (at: number) => at < 0 || at >= lines.count || lines.isBlank(at);
  if (!lines.isBlank(line)) {
    return { before: 2, after: isApart(line + 1) ? 0 : 1 };
  }
  return { before: isApart(line - 1) ? 0 : 1, after: isApart(line + 1) ? 0 : 1 };
}
