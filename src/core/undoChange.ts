import { inverseOf, type NoteEdits, type TextEdit } from './edit';

/**
 * Plans the undo of `change` on the current text of its note, which may have changed elsewhere meanwhile.
 * Returns `undefined` unless each changed line still reads as `change` left it.
 */
export function undoChange(change: NoteEdits, textNow: string): NoteEdits | undefined {
  const inverse = inverseOf(change);
  // A frame of line feeds gives the first and the last line a neighbour on both sides, as the other lines have.
  const left = `\n${inverse.before}\n`;
  const now = `\n${textNow}\n`;
  const same = sameEnds(left, now);
  const edits: TextEdit[] = [];
  for (const edit of inverse.edits) {
    const from = left.lastIndexOf('\n', edit.start);
    const to = left.indexOf('\n', edit.end + 1) + 1;
    const isAbove = to <= same.start;
    const isBelow = from >= left.length - same.end;
    const line = left.slice(from + 1, to - 1);
    // Where one of several equal lines came or went, the one that was changed is no longer known.
    if ((!isAbove && !isBelow) || linesLike(line, left) !== linesLike(line, now)) {
      return undefined;
    }
    const shift = isAbove ? 0 : now.length - left.length;
    edits.push({ ...edit, start: edit.start + shift, end: edit.end + shift });
  }
  return { uri: change.uri, before: textNow, edits };
}

/** How many characters two framed texts share at each end. The line feed between the two ends may count for both. */
function sameEnds(one: string, other: string): { readonly start: number; readonly end: number } {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) {
    start++;
  }
  let end = 0;
  while (end <= shorter - start && one.at(-1 - end) === other.at(-1 - end)) {
    end++;
  }
  return { start, end };
}

function linesLike(line: string, text: string): number {
  return text.split('\n').filter((each) => each === line).length;
}
