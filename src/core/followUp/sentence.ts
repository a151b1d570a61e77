import { HASH, SPACE } from '../markdown/characters';
import { isWhiteSpace, skipWhiteSpace, startOfWord, trimWhiteSpace, unitAt } from './characters';
import { inOrder, type Span } from './span';

const AROUND = [
  ['(', ')'],
  ['[', ']'],
  ['**', '**'],
] as const;
const POINT = /[,.;!?](?=\s|$)/y;
/** Up to so many spans are tried one against the other. */
const FEW = 8;
const WHITE_SPACE = /\s+/g;

/** Where the sentence of an item stands: without the gaps, which are in order, and without tags at its end. */
export function sentenceSpan(text: string, gaps: readonly Span[]): Span {
  const start = startAfter(text, gaps);
  let last = gaps.length - 1;
  let end = trimWhiteSpace(text, start, text.length);
  while (end > start) {
    const gap = gaps[last];
    const gone = gap && gap.end >= end ? gap.start : startOfTag(text, end);
    if (gap && gap.end >= end) last--;
    if (gone >= end) break;
    end = trimWhiteSpace(text, start, gone);
  }
  return { start, end };
}

function startAfter(text: string, gaps: readonly Span[]): number {
  let start = skipWhiteSpace(text, 0);
  for (const gap of gaps) {
    if (gap.start > start) break;
    start = skipWhiteSpace(text, Math.max(start, gap.end));
  }
  return start;
}

/** Where the tag begins that ends at `end`; `end` when none does. */
function startOfTag(text: string, end: number): number {
  const wordStart = startOfWord(text, end);
  return unitAt(text, wordStart) === HASH ? wordStart : end;
}

/**
 * The words that are left when the spans, which may overlap, are taken out, and with them the brackets and emphasis that
 * held nothing else. White space becomes one space, and none before a point that a span stood before.
 */
export function cutOut(text: string, spans: readonly Span[]): string {
  const whole = withoutEnds(text, spans);
  if (whole) return folded(text.slice(whole.start, whole.end));
  let result = '';
  let copied = 0;
  for (const span of inOrder(spans)) {
    const { start, end } = withWrapping(text, span);
    if (start > copied) result = joined(result, text, { start: copied, end: start });
    copied = Math.max(copied, end);
  }
  return folded(joined(result, text, { start: copied, end: text.length }));
}

/** What is left when all spans stand at the ends of the text, as most do; `undefined` when one stands inside. */
function withoutEnds(text: string, spans: readonly Span[]): Span | undefined {
  if (spans.length > FEW) return undefined;
  let start = skipWhiteSpace(text, 0);
  let end = trimWhiteSpace(text, start, text.length);
  for (let isMoved = true; isMoved;) {
    isMoved = false;
    for (const span of spans) {
      const isAtStart = span.start <= start && span.end > start;
      const isAtEnd = span.end >= end && span.start < end;
      if (isAtStart) start = skipWhiteSpace(text, span.end);
      else if (isAtEnd) end = trimWhiteSpace(text, start, span.start);
      isMoved ||= isAtStart || isAtEnd;
    }
  }
  const isInside = spans.some((span) => span.end > start && span.start < end);
  return isInside ? undefined : { start, end: Math.max(start, end) };
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
