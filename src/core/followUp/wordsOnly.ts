import type { Inline, Span } from './readInline';

/** Stands for code and addresses: neither white space nor part of a name or tag. */
const OPAQUE = '\uFFFC';

/**
 * The text of an item as those read it who look for names and tags: spaces stand for fields and comments, and signs
 * without a meaning for code and addresses. Offsets stay what they are.
 */
export function wordsOnly(text: string, { fields, comments, opaque }: Inline): string {
  const gaps = comments.length > 0 ? [...fields, ...comments] : fields;
  const spaces = gaps.length > 0 ? filled(text, gaps, ' ') : text;
  return opaque.length > 0 ? filled(spaces, opaque, OPAQUE) : spaces;
}

/** The text with `filler`, one character, in place of each character of the spans; spaces at its end may be missing. */
export function filled(text: string, spans: readonly Span[], filler: string): string {
  const only = spans.length === 1 ? spans[0] : undefined;
  if (only?.end === text.length && filler === ' ') return text.slice(0, only.start);
  let result = '';
  let copied = 0;
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    result += text.slice(copied, start) + filler.repeat(end - start);
    copied = end;
  }
  return result + text.slice(copied);
}
