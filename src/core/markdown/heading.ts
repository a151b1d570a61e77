import { EQUALS, HASH, isBlank, skipBlanks, skipRun, trimBlanks } from './characters';
import type { LineCursor } from './lineCursor';
import type { OpenBlocks } from './openBlocks';

/** Adds the heading (`## Agenda`) that the line is, if it is one. */
export function startHeading(line: LineCursor, open: OpenBlocks): boolean {
  const { text, offset, end } = line;
  const markerEnd = skipRun(text, offset, HASH);
  const level = markerEnd - offset;
  if (level > 6 || (markerEnd < end && !isBlank(text.charCodeAt(markerEnd)))) return false;
  const heading = open.openLeaf('heading', line);
  heading.level = level;
  heading.start = skipBlanks(text, markerEnd);
  heading.end = contentEnd(text, heading.start, end);
  open.closeLeaf();
  return true;
}

/** Makes a heading of the open paragraph, if the line underlines it with `===` or `---`. */
export function underlineHeading(line: LineCursor, open: OpenBlocks): boolean {
  const { text, offset, end, first } = line;
  const { leaf } = open;
  if (leaf === undefined || !open.inParagraph) return false;
  if (skipBlanks(text, skipRun(text, offset, first)) < end) return false;
  leaf.kind = 'heading';
  leaf.level = first === EQUALS ? 1 : 2;
  leaf.endLine = line.number;
  open.closeLeaf();
  return true;
}

/** Closing `#`s are outside, if a blank stands before them or nothing at all. */
function contentEnd(text: string, start: number, lineEnd: number): number {
  const textEnd = trimBlanks(text, start, lineEnd);
  let end = textEnd;
  while (end > start && text.charCodeAt(end - 1) === HASH) end--;
  if (end > start && !isBlank(text.charCodeAt(end - 1))) return textEnd;
  return trimBlanks(text, start, end);
}
