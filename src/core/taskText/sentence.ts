import { HASH, skipWhiteSpace, startOfWord, trimWhiteSpace, unitAt } from '../text/characters';
import type { Inline } from './inline';
import { inOrder, type TextRange } from '../text/range';

const ENCLOSING_BRACKETS = ['()', '[]'] as const;
/** Marks of emphasis, which touch what they enclose. The longer ones come first. */
const EMPHASIS_MARKS = ['**', '__', '~~', '==', '*', '_'] as const;
/** Signs behind a name that may be in its emphasis: `**@jane:** send it`. */
const COLONS = [':', '：', ','];
/** A dash, a bar or a dot that separates the sentence from an owner or a field behind it. */
export const SEPARATOR_BEFORE = /\s(?:[-–—|·]|--)\s*$/;
const LONGEST_SEPARATOR = 8;
const PUNCTUATION = /[,.;!?](?=\s|$)/y;
/** Maximum number of spans that are compared with one another, and of marks around a span. */
const MAX_ENCLOSING_PASSES = 8;
const WHITE_SPACE = /\s+/g;
const NEEDS_FOLDING = /\s\s|[^\S ]/;

/** Returns the sentence of an item, without gaps and trailing tags. */
export function sentenceSpan(text: string, { gaps, tags }: Inline): TextRange {
  const start = startAfter(text, gaps);
  let last = gaps.length - 1;
  let end = trimWhiteSpace(text, start, text.length);
  while (end > start) {
    const gap = gaps[last];
    if (gap && gap.end >= end) {
      last--;
      end = withoutSeparator(text, { start, end: trimWhiteSpace(text, start, gap.start) });
    } else {
      const wordStart = tags.length > 0 ? startOfWord(text, end) : end;
      if (unitAt(text, wordStart) !== HASH || wordStart === end) break;
      end = trimWhiteSpace(text, start, wordStart);
    }
  }
  return { start, end: Math.max(start, end) };
}

/** Returns the end of a text without the separator at its end. */
function withoutSeparator(text: string, { start, end }: TextRange): number {
  const separator = SEPARATOR_BEFORE.exec(text.slice(Math.max(start, end - LONGEST_SEPARATOR), end));
  return separator ? trimWhiteSpace(text, start, end - separator[0].length) : end;
}

function startAfter(text: string, gaps: readonly TextRange[]): number {
  let start = skipWhiteSpace(text, 0);
  for (const gap of gaps) {
    if (gap.start > start) break;
    start = skipWhiteSpace(text, Math.max(start, gap.end));
  }
  return start;
}

/** The sentence of an item and the mentions to omit from it. */
interface SentenceSource {
  readonly sentence: TextRange;
  readonly beside: readonly TextRange[];
}

/** Returns the text of an item without fields, comments, and the mentions before and after it. */
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
 * Removes spans, which may overlap, together with brackets and emphasis that would be empty. White space becomes single
 * spaces, with none before punctuation.
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

/** Fast path: returns the remaining text if all spans are at its ends, or `undefined` if one is inside. */
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

/** Joins `before` and the text from `start` to `end` with a space, unless the text begins with punctuation. */
function joinAround(before: string, text: string, { start, end }: TextRange): string {
  const next = skipWhiteSpace(text, start);
  const after = trimWhiteSpace(text, next, end);
  if (after <= next) return before;
  const words = text.slice(next, after);
  if (before === '') return words;
  PUNCTUATION.lastIndex = next;
  return PUNCTUATION.test(text) ? before + words : `${before} ${words}`;
}

/** Replaces each run of white space with a single space. */
function collapseBlanks(text: string): string {
  return NEEDS_FOLDING.test(text) ? text.replace(WHITE_SPACE, ' ') : text;
}

/** Extends a span to the brackets and the emphasis that contain nothing else but a colon or comma behind it. */
export function includeEnclosing(text: string, span: TextRange): TextRange {
  let wider = span;
  for (let pass = 0; pass < MAX_ENCLOSING_PASSES; pass++) {
    const next = inEmphasis(text, wider) ?? inBrackets(text, wider);
    if (!next) break;
    wider = next;
  }
  return wider;
}

function inEmphasis(text: string, { start, end }: TextRange): TextRange | undefined {
  const inner = COLONS.includes(text.charAt(end)) ? end + 1 : end;
  const mark = EMPHASIS_MARKS.find((each) => text.endsWith(each, start) && text.startsWith(each, inner));
  return mark && { start: start - mark.length, end: inner + mark.length };
}

function inBrackets(text: string, { start, end }: TextRange): TextRange | undefined {
  const before = trimWhiteSpace(text, 0, start);
  const after = skipWhiteSpace(text, end);
  const isEnclosed = ENCLOSING_BRACKETS.some((pair) => pair === text.charAt(before - 1) + text.charAt(after));
  return isEnclosed ? { start: before - 1, end: after + 1 } : undefined;
}
