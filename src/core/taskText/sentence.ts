import { HASH, skipWhiteSpace, startOfWord, trimWhiteSpace, unitAt } from '../text/characters';
import type { Inline } from './inline';
import { inOrder, type TextRange } from '../text/range';

const ENCLOSING_MARKS = [
  ['(', ')'],
  ['[', ']'],
  ['**', '**'],
] as const;
const PUNCTUATION = /[,.;!?](?=\s|$)/y;
/** Up to so many spans are tried one against the other. */
const MAX_ENCLOSING_PASSES = 8;
const WHITE_SPACE = /\s+/g;
const NEEDS_FOLDING = /\s\s|[^\S ]/;

/** Where the sentence of an item stands: without what is no part of it, and without tags at its end. */
export function sentenceSpan(text: string, { gaps, tags }: Inline): TextRange {
  const start = startAfter(text, gaps);
  let last = gaps.length - 1;
  let end = trimWhiteSpace(text, start, text.length);
  while (end > start) {
    const gap = gaps[last];
    if (gap && gap.end >= end) {
      last--;
      end = trimWhiteSpace(text, start, gap.start);
    } else {
      const wordStart = tags.length > 0 ? startOfWord(text, end) : end;
      if (unitAt(text, wordStart) !== HASH || wordStart === end) break;
      end = trimWhiteSpace(text, start, wordStart);
    }
  }
  return { start, end: Math.max(start, end) };
}

function startAfter(text: string, gaps: readonly TextRange[]): number {
  let start = skipWhiteSpace(text, 0);
  for (const gap of gaps) {
    if (gap.start > start) break;
    start = skipWhiteSpace(text, Math.max(start, gap.end));
  }
  return start;
}

/** What stands in the text of an item, and which mentions are no part of what it says. */
export interface SentenceSource {
  readonly sentence: TextRange;
  readonly beside: readonly TextRange[];
}

/** What an item says: without fields, comments, and the mentions before and after it. */
export function sentenceText(text: string, inline: Inline, { sentence, beside }: SentenceSource): string {
  let { start, end } = sentence;
  for (const span of beside) {
    if (span.start <= start) start = span.end;
    else end = span.start;
  }
  const isWhole = inline.tags.length === 0 && !holdsOne(inline.gaps, start, end);
  if (!isWhole) return removeSpans(text, beside.length > 0 ? [...inline.gaps, ...beside] : inline.gaps);
  const from = skipWhiteSpace(text, start);
  const words = text.slice(from, Math.max(from, trimWhiteSpace(text, start, end)));
  return inline.hasOddSpace || words.includes('  ') ? words.replace(WHITE_SPACE, ' ') : words;
}

function holdsOne(gaps: readonly TextRange[], start: number, end: number): boolean {
  for (const gap of gaps) if (gap.end > start && gap.start < end) return true;
  return false;
}

/**
 * The words that are left when the spans, which may overlap, are taken out, and with them the brackets and emphasis that
 * held nothing else. White space becomes one space, and none before a point that a span stood before.
 */
export function removeSpans(text: string, spans: readonly TextRange[]): string {
  const whole = withoutEnds(text, spans);
  if (whole) return collapseBlanks(text.slice(whole.start, whole.end));
  let result = '';
  let copied = 0;
  for (const span of inOrder(spans)) {
    const { start, end } = includeEnclosing(text, span);
    if (start > copied) result = joinAround(result, text, { start: copied, end: start });
    copied = Math.max(copied, end);
  }
  return collapseBlanks(joinAround(result, text, { start: copied, end: text.length }));
}

/** What is left when all spans stand at the ends of the text, as most do; `undefined` when one stands inside. */
function withoutEnds(text: string, spans: readonly TextRange[]): TextRange | undefined {
  if (spans.length > MAX_ENCLOSING_PASSES) return undefined;
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
function joinAround(before: string, text: string, { start, end }: TextRange): string {
  const next = skipWhiteSpace(text, start);
  const after = trimWhiteSpace(text, next, end);
  if (after <= next) return before;
  const words = text.slice(next, after);
  if (before === '') return words;
  PUNCTUATION.lastIndex = next;
  return PUNCTUATION.test(text) ? before + words : `${before} ${words}`;
}

/** The text with all white space as one space. */
function collapseBlanks(text: string): string {
  return NEEDS_FOLDING.test(text) ? text.replace(WHITE_SPACE, ' ') : text;
}

/** The span with the brackets or emphasis around it that hold nothing else. */
export function includeEnclosing(text: string, { start, end }: TextRange): TextRange {
  const before = trimWhiteSpace(text, 0, start);
  const after = skipWhiteSpace(text, end);
  for (const [open, close] of ENCLOSING_MARKS) {
    if (text.endsWith(open, before) && text.startsWith(close, after)) {
      return { start: before - open.length, end: after + close.length };
    }
  }
  return { start, end };
}
