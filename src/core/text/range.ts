/** A range of text in UTF-16 offsets; the end is exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Lines of a text, counted from 0, both ends included. */
export interface LineRange {
  readonly line: number;
  readonly endLine: number;
}

/** Sorts ranges by the order of the text. */
export function inOrder<Range extends TextRange>(ranges: readonly Range[]): readonly Range[] {
  return ranges.length > 1 ? ranges.toSorted((a, b) => a.start - b.start) : ranges;
}

/** Sorts ranges by the order of the text and joins those that overlap. */
export function merged(ranges: readonly TextRange[]): readonly TextRange[] {
  const result: TextRange[] = [];
  for (const { start, end } of inOrder(ranges)) {
    const last = result.at(-1);
    if (last && start < last.end) result[result.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else result.push({ start, end });
  }
  return result;
}

/** Sorts ranges by the order of the text and joins those with only a gap between them that `isJoint` accepts. */
export function joined(ranges: readonly TextRange[], isJoint: (gap: TextRange) => boolean): readonly TextRange[] {
  const result: TextRange[] = [];
  for (const range of merged(ranges)) {
    const last = result.at(-1);
    if (last && isJoint({ start: last.end, end: range.start })) {
      result[result.length - 1] = { start: last.start, end: range.end };
    } else {
      result.push(range);
    }
  }
  return result;
}

/** Sorts ranges of lines and joins those that overlap; with a `distance` of 1 also those that follow each other directly. */
export function mergedLines(ranges: readonly LineRange[], distance = 0): readonly LineRange[] {
  const result: LineRange[] = [];
  for (const { line, endLine } of ranges.toSorted((a, b) => a.line - b.line)) {
    const last = result.at(-1);
    if (last && line - last.endLine <= distance) {
      result[result.length - 1] = { line: last.line, endLine: Math.max(last.endLine, endLine) };
    } else {
      result.push({ line, endLine });
    }
  }
  return result;
}

/** Tests whether a range contains a line. */
export function hasLine(range: LineRange, line: number): boolean {
  return range.line <= line && line <= range.endLine;
}

/** Tests whether one of the ranges contains a line. The ranges must be in order and must not overlap. */
export function isInRange(ranges: readonly LineRange[], line: number): boolean {
  // Most notes have no such range, and the test runs for every line.
  return ranges.length > 0 && touchesRange(ranges, { line, endLine: line });
}

/** Tests whether one of the ranges shares a line with the given lines. The ranges must be in order and must not overlap. */
export function touchesRange(ranges: readonly LineRange[], { line, endLine }: LineRange): boolean {
  let from = 0;
  let to = ranges.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const range = ranges[middle];
    if (!range || range.line > endLine) {
      to = middle;
    } else if (range.endLine < line) {
      from = middle + 1;
    } else {
      return true;
    }
  }
  return false;
}
