import { CARRIAGE_RETURN, GREATER_THAN, isBlank, LINE_FEED, trimBlanks } from './characters';

/** A stretch of text, from `start` up to, not including, `end`: UTF-16 offsets. A `Block` is one. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The lines of a paragraph or a heading, or of a part of it, each without the indent and the `>` before it and without
 * blanks at its end. (A `>` that four columns of indent make text is taken for a marker, too.)
 */
export function paragraphLines(text: string, { start, end }: TextRange): readonly TextRange[] {
  const lines: TextRange[] = [];
  let lineStart = start;
  while (lineStart < end) {
    let lineEnd = lineStart;
    while (lineEnd < end && !isLineEnd(text.charCodeAt(lineEnd))) lineEnd++;
    lines.push({ start: lineStart, end: trimBlanks(text, lineStart, lineEnd) });
    lineStart = lineEnd;
    while (lineStart < end && standsBeforeText(text.charCodeAt(lineStart))) lineStart++;
  }
  return lines;
}

function isLineEnd(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN;
}

function standsBeforeText(code: number): boolean {
  return isBlank(code) || isLineEnd(code) || code === GREATER_THAN;
}
