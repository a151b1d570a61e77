import type { Span } from './readInline';
import { SPACE } from '../markdown/characters';
import { isWhiteSpace, skipWhiteSpace, trimWhiteSpace } from './whiteSpace';

const AROUND = [
  ['(', ')'],
  ['[', ']'],
  ['**', '**'],
] as const;
const POINT = /[,.;!?](?=\s|$)/y;
const WHITE_SPACE = /\s+/g;

/**
 * The sentence that is left when the spans, which may overlap, are taken out, and with them the brackets and emphasis
 * that held nothing else. White space becomes one space, and none before a point that a span stood before.
 */
export function cutOut(text: string, spans: readonly Span[]): string {
  let result = '';
  let copied = 0;
  for (const span of inOrder(spans)) {
    const { start, end } = withWrapping(text, span);
    if (start > copied) result = joined(result, text, { start: copied, end: start });
    copied = Math.max(copied, end);
  }
  return folded(joined(result, text, { start: copied, end: text.length }));
}

function inOrder(spans: readonly Span[]): readonly Span[] {
  return spans.length > 1 ? spans.toSorted((a, b) => a.start - b.start) : spans;
}

/** `before` and, after a space unless it begins with a point, what stands in `text` from `start` to `end`. */
function joined(before: string, text: string, { start, end }: Span): string {
  const next = skipWhiteSpace(text, start);
  const after = trimWhiteSpace(text, next, end);
  if (after <= next) return before;
  const words = text.slice(next, after);
  if (before === '') return words;
  POINT.lastIndex = next;
  return POINT.test(text) ? before + words : `${before} ${words}`;
}

/** The text with all white space as one space. */
function folded(text: string): string {
  let previous = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (isWhiteSpace(unit) && (unit !== SPACE || previous === SPACE)) return text.replace(WHITE_SPACE, ' ');
    previous = unit;
  }
  return text;
}

/** The span with the brackets or emphasis around it that hold nothing else. */
export function withWrapping(text: string, { start, end }: Span): Span {
  const before = trimWhiteSpace(text, 0, start);
  const after = skipWhiteSpace(text, end);
  for (const [open, close] of AROUND) {
    if (text.endsWith(open, before) && text.startsWith(close, after)) {
      return { start: before - open.length, end: after + close.length };
    }
  }
  return { start, end };
}
