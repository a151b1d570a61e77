import { applyEdits, type TextEdit } from '../../src/core/text/edit';

/** Lines that replace others. */
interface LineChange {
  /** Index of the first removed line, or of the line after the added ones. */
  readonly first: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

const CONTEXT = 3;

/** Returns the unified diff of a new file. */
export function diffOfNewFile(file: string, text: string): readonly string[] {
  return [
    '--- /dev/null',
    `+++ ${named('b', file)}`,
    ...hunk([], [{ first: 0, removed: [], added: linesOf(text) }], 0),
  ];
}

/** Returns the unified diff of the edits of a file, or no lines if they change nothing. */
export function diffOfEdits(file: string, before: string, edits: readonly TextEdit[]): readonly string[] {
  const lines = linesOf(before);
  const changes = changesOf(before, lines, edits);
  if (changes.length === 0) {
    return [];
  }
  let shift = 0;
  const hunks = together(changes).flatMap((each) => {
    const printed = hunk(lines, each, shift);
    shift += each.reduce((sum, { removed, added }) => sum + added.length - removed.length, 0);
    return printed;
  });
  return [`--- ${named('a', file)}`, `+++ ${named('b', file)}`, ...hunks];
}

/** Formats a file name. If it has spaces, a tab marks its end. */
function named(side: 'a' | 'b', file: string): string {
  return `${side}/${file}${/\s/.test(file) ? '\t' : ''}`;
}

/** Splits text into lines with their line ends. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function changesOf(before: string, lines: readonly string[], edits: readonly TextEdit[]): readonly LineChange[] {
  const starts = [0];
  for (const line of lines) {
    starts.push((starts.at(-1) ?? 0) + line.length);
  }
  const startOf = (line: number): number => starts[line] ?? before.length;
  // If the last line has no line end, the offset after it still belongs to that line.
  const lineAt = (offset: number): number =>
    offset === before.length && !before.endsWith('\n') && lines.length > 0
      ? lines.length - 1
      : lastAtMost(starts, offset);
  const groups: { first: number; end: number; edits: TextEdit[] }[] = [];
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const first = lineAt(edit.start);
    const end = Math.min(lineAt(edit.end) + 1, lines.length);
    const last = groups.at(-1);
    if (last && first <= last.end) {
      last.end = Math.max(last.end, end);
      last.edits.push(edit);
    } else {
      groups.push({ first, end, edits: [edit] });
    }
  }
  return groups.flatMap(({ first, end, edits: ofGroup }) => {
    const offset = startOf(first);
    const moved = ofGroup.map((edit) => ({ ...edit, start: edit.start - offset, end: edit.end - offset }));
    const after = linesOf(applyEdits(before.slice(offset, startOf(end)), moved));
    return trimmed({ first, removed: lines.slice(first, end), added: after });
  });
}

/** Returns the index of the last of `sorted` that is at most `value`, by halving: a note may have thousands of edits. */
function lastAtMost(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? Infinity) <= value) low = middle;
    else high = middle;
  }
  return low;
}

/** Removes unchanged lines at both ends. */
function trimmed({ first, removed, added }: LineChange): readonly LineChange[] {
  const shorter = Math.min(removed.length, added.length);
  let head = 0;
  while (head < shorter && removed[head] === added[head]) head++;
  let tail = 0;
  while (tail < shorter - head && removed.at(-1 - tail) === added.at(-1 - tail)) tail++;
  const change = {
    first: first + head,
    removed: removed.slice(head, removed.length - tail),
    added: added.slice(head, added.length - tail),
  };
  return change.removed.length + change.added.length === 0 ? [] : [change];
}

/** Groups changes whose context lines meet into hunks. */
function together(changes: readonly LineChange[]): readonly (readonly LineChange[])[] {
  const hunks: LineChange[][] = [];
  for (const change of changes) {
    const last = hunks.at(-1)?.at(-1);
    if (last && change.first - (last.first + last.removed.length) <= 2 * CONTEXT) {
      hunks.at(-1)?.push(change);
    } else {
      hunks.push([change]);
    }
  }
  return hunks;
}

/** Formats a hunk. `shift` is the number of lines added by earlier hunks. */
function hunk(lines: readonly string[], changes: readonly LineChange[], shift: number): readonly string[] {
  const start = Math.max(0, (changes[0]?.first ?? 0) - CONTEXT);
  const body: string[] = [];
  let at = start;
  let [before, after] = [0, 0];
  const put = (sign: ' ' | '-' | '+', some: readonly string[]): void => {
    before += sign === '+' ? 0 : some.length;
    after += sign === '-' ? 0 : some.length;
    body.push(...some.flatMap((line) => printedLine(sign, line)));
  };
  for (const { first, removed, added } of changes) {
    put(' ', lines.slice(at, first));
    put('-', removed);
    put('+', added);
    at = first + removed.length;
  }
  put(' ', lines.slice(at, at + CONTEXT));
  return [`@@ -${span(start, before)} +${span(start + shift, after)} @@`, ...body];
}

function printedLine(sign: string, line: string): readonly string[] {
  return line.endsWith('\n') ? [sign + line.slice(0, -1)] : [sign + line, '\\ No newline at end of file'];
}

/** Formats a line range. An empty range has the number of the preceding line. */
function span(start: number, count: number): string {
  return `${count === 0 ? start : start + 1},${count}`;
}
