import { applyEdits, type Refusal, type TextEdit } from '../text/edit';
import { message } from '../text/message';
import { TextLines } from '../text/lines';
import type { LineRange } from '../text/range';

const MARKER = String.raw`(?:<{7}|={7}|>{7}|\|{7})(?=\s|$)`;
const CONFLICT_LINE = new RegExp(`^${MARKER}`);
const CONFLICT = new RegExp(String.raw`(?:^|\s)${MARKER}`);
const FIRST_MARKER = '<<<<<<<';

/** The lines that Git could not merge, with their markers. */
export interface Conflict extends LineRange {
  /** The lines of each version. The second version is empty if the first marker is left over without the others. */
  readonly versions: readonly [LineRange, LineRange];
  /** The lines of the markers. */
  readonly markers: readonly number[];
}

const NONE: readonly Conflict[] = [];

/** Returns the conflicts in a text, in order. Their lines do not overlap. */
export function conflictsIn(text: string): readonly Conflict[] {
  if (!text.includes(FIRST_MARKER)) return NONE;
  const lines = new TextLines(text);
  const found: Conflict[] = [];
  let open: number[] = [];
  let middle: number | undefined;
  for (let line = 0; line < lines.count; line++) {
    const mark = CONFLICT_LINE.exec(lines.get(line))?.[0][0];
    const [first] = open;
    if (mark === '<') {
      if (first !== undefined) found.push(leftOver(first));
      open = [line];
      middle = undefined;
    } else if (first !== undefined && mark === '>' && middle !== undefined) {
      const own = { line: first + 1, endLine: (open[1] ?? middle) - 1 };
      const versions = [own, { line: middle + 1, endLine: line - 1 }] as const;
      found.push({ line: first, endLine: line, versions, markers: [...open, line] });
      open = [];
    } else if (first !== undefined && middle === undefined && (mark === '=' || (mark === '|' && open.length === 1))) {
      open.push(line);
      if (mark === '=') middle = line;
    }
  }
  if (open[0] !== undefined) found.push(leftOver(open[0]));
  return found;
}

/** A first marker that is left over without the others. */
function leftOver(line: number): Conflict {
  const nothing = { line: line + 1, endLine: line };
  return { line, endLine: line, versions: [nothing, nothing], markers: [line] };
}

/** Returns a text with some of its lines blank. Offsets and line numbers stay as they are. */
export function withBlankLines(lines: TextLines, isBlank: (line: number) => boolean): string {
  const { text, count } = lines;
  let result = '';
  let copied = 0;
  for (let line = 0; line < count; line++) {
    if (!isBlank(line)) continue;
    const start = lines.start(line);
    const { length } = lines.get(line);
    result += text.slice(copied, start) + ' '.repeat(length);
    copied = start + length;
  }
  return result + text.slice(copied);
}

/** Refuses edits of a text that would change a conflict. Returns `undefined` for all others. */
export function refuseInConflict(text: string, edits: readonly TextEdit[]): Refusal | undefined {
  const conflicts = conflictsIn(text);
  if (conflicts.length === 0) return undefined;
  const edited = applyEdits(text, edits);
  const kept = textsOf(edited, conflictsIn(edited));
  const changed = conflicts[textsOf(text, conflicts).findIndex((each, nth) => each !== kept[nth])];
  return changed && refusedConflict(changed);
}

/** Says that nothing is written into a conflict. */
export function refusedConflict({ line, endLine }: LineRange): Refusal {
  return { refused: message('note.conflict', line + 1, endLine + 1) };
}

function textsOf(text: string, conflicts: readonly Conflict[]): readonly string[] {
  const lines = new TextLines(text);
  return conflicts.map(({ line, endLine }) => lines.slice(line, endLine).join('\n'));
}

/** Whether a line is one that Git writes around the two versions of a merge conflict. */
export function isConflictLine(line: string): boolean {
  return CONFLICT_LINE.test(line);
}

/** Offset of the first conflict marker in a text, even one that indentation or a joined paragraph moved off the line start; -1 without one. */
export function conflictAt(text: string): number {
  return CONFLICT.exec(text)?.index ?? -1;
}
