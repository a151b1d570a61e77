import type { TextEdit } from '../edit';
import { boxAt } from '../followUp/box';
import { blockIdSpan } from '../followUp/origin';
import { readInline } from '../followUp/readInline';
import type { Span } from '../followUp/span';

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
  const open = mark.mark === MOVED ? ' ' : text.slice(mark.markStart, mark.markEnd);
  const written = text.slice(mark.end);
  const known = readInline(written);
  const rest = without(written, [known.origin, known.target, blockIdSpan(written)]);
  const at = textEnd(rest, goesOn);
  const [before, after] = [rest.slice(0, at).trimEnd(), rest.slice(at).trimEnd()];
  return `${text.slice(0, mark.markStart)}${open}${text.slice(mark.markEnd, mark.end)}${before} ${origin}${after}`;
}

/** Whether an origin stands in a line of an item. */
export function hasOrigin(line: string): boolean {
  return readInline(line).origin !== undefined;
}

/** A line that continues an item, without an origin that was wrapped onto it; `undefined` when it held nothing else. */
export function withoutOrigin(line: string): string | undefined {
  const rest = without(line, [readInline(line).origin]);
  return /[^\s>]/.test(rest) ? rest : undefined;
}

/** What turns the line into one that says where it went: the mark, and `target` behind its text. Offsets into the line. */
export function movedMark({ text, box, goesOn }: BoxLine, target: string): readonly TextEdit[] {
  const mark = boxAt(text, box);
  if (!mark) {
    return [];
  }
  const rest = text.slice(mark.end);
  const old = readInline(rest).target;
  const at = textEnd(rest, goesOn);
  const said = old ? { ...old, text: target } : { start: at, end: at, text: ` ${target}` };
  return [
    { start: mark.markStart, end: mark.markEnd, text: MOVED },
    { start: mark.end + said.start, end: mark.end + said.end, text: said.text },
  ];
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

function without(text: string, spans: readonly (Span | undefined)[]): string {
  const present = spans.filter((span) => span !== undefined).sort((a, b) => b.start - a.start);
  return present.reduce((rest, { start, end }) => rest.slice(0, start).trimEnd() + rest.slice(end), text);
}
