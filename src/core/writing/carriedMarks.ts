import type { TextEdit } from '../edit';
import { boxAt } from '../followUp/box';
import { blockIdSpan, readOrigin, readTarget, type OriginSpan } from '../followUp/origin';
import { readInline } from '../followUp/readInline';

/** A line with a box, as it stands in its note. */
export interface BoxLine {
  readonly text: string;
  /** Offset of the `[` in it. */
  readonly box: number;
  /** Whether the item's paragraph goes on below, so that a backslash at the end breaks the line. */
  readonly goesOn: boolean;
}

const MOVED = '>';

/** The line as it stands in the new note: open, with `origin` in place of an older one, and without the id that stays behind. */
export function carriedCopy({ text, box, goesOn }: BoxLine, origin: string): string {
  const mark = boxAt(text, box);
  if (!mark) {
    return text;
  }
  const head =
    text.slice(0, mark.markStart) + (mark.mark === MOVED ? ' ' : mark.mark) + text.slice(mark.markEnd, mark.end);
  let rest = text.slice(mark.end);
  for (const find of [oldOrigin, mark.mark === MOVED ? readTarget : () => undefined, blockIdSpan]) {
    const span = find(rest);
    rest = span ? rest.slice(0, span.start).trimEnd() + rest.slice(span.end) : rest;
  }
  const at = readOrigin(rest)?.start ?? textEnd(rest, goesOn);
  return `${head}${rest.slice(0, at).trimEnd()} ${origin}${spaced(rest.slice(at).trimEnd())}`;
}

/** Whether an origin stands in a line of an item. */
export function hasOrigin(line: string): boolean {
  return oldOrigin(line) !== undefined;
}

/** A line that continues an item, without an origin that was wrapped onto it; `undefined` when it held nothing else. */
export function withoutOrigin(line: string): string | undefined {
  const origin = oldOrigin(line);
  const rest = origin && line.slice(0, origin.start).trimEnd() + line.slice(origin.end);
  return rest === undefined ? line : /[^\s>]/.test(rest) ? rest : undefined;
}

/** What turns the line into one that says where it went: the mark, and `target` behind its text. Offsets into the line. */
export function movedMark({ text, box, goesOn }: BoxLine, target: string): readonly TextEdit[] {
  const mark = boxAt(text, box);
  if (!mark) {
    return [];
  }
  const rest = text.slice(mark.end);
  const known = readTarget(rest);
  const isOurs = known && mark.mark === MOVED;
  const start = mark.end + (isOurs ? known.start : (known?.start ?? textEnd(rest, goesOn)));
  const end = isOurs ? mark.end + known.end : start;
  const said = isOurs ? target : known ? `${target} ` : ` ${target}`;
  return [
    { start: mark.markStart, end: mark.markEnd, text: MOVED },
    { start, end, text: said },
  ];
}

/** An origin that says when: without a date it is somebody's own words. */
function oldOrigin(text: string): OriginSpan | undefined {
  const span = readOrigin(text);
  return span && (span.origin.from !== undefined || span.origin.since !== undefined) ? span : undefined;
}

/**
 * After the last word, but before the item's id, and before emoji fields at the end: from the end their plugin reads no
 * further than to the first word.
 */
function textEnd(whole: string, goesOn: boolean): number {
  const text = whole.slice(0, blockIdSpan(whole)?.start);
  let end = text.replace(goesOn ? /(?:\s+|\\)$/ : /\s+$/, '').length;
  for (const field of readInline(text).fields.toReversed()) {
    if (field.form.dialect !== 'emoji' || field.end < end) {
      break;
    }
    end = text.slice(0, field.start).trimEnd().length;
  }
  return end;
}

function spaced(text: string): string {
  return text === '' || text.startsWith('\\') || text.startsWith(' ') ? text : ` ${text}`;
}
