import { namesIn as namesListed } from '../people/names';
import { skipWhiteSpace } from '../markdown/characters';
import type { OwnerSpan } from './mentions';
import type { Inline } from './readInline';
import type { Span } from './span';

/** Words that may be names, and the punctuation that says so. */
interface Phrase extends Span {
  readonly around: Span;
}

const A_NAME = /^\p{L}[\p{L}\p{M}\p{N}'’ʼ.-]*(?:\s\p{L}[\p{L}\p{M}\p{N}'’ʼ.-]*){0,3}$/u;
const LEADING_NAME =
  /(?:\*\*|__|\*|_)?([^:：*@[\]]{1,60}?)(?:(?:\*\*|__|\*|_)\s?[:：]|[:：](?:\*\*|__|\*|_)?)(?:(?=\s|$)|(?<=：[*_]{0,2}))/y;
const MAY_FOLLOW_LEAD = /^(?::[\s*_]?|：.?)$/su;
const LONGEST_LEAD = 70;
const LONGEST_NAMES = 60;
const NOBODY: readonly OwnerSpan[] = [];

/**
 * The names in `Jane: do x`, `**Jane Doe:** do x`, `do x → Jane`, `do x (Jane)`, the sentence being the span. They count
 * only for people that are known: `Decision: do x` is written alike.
 */
export function plainNames(text: string, inline: Inline, sentence: Span): readonly OwnerSpan[] {
  const end = text.charAt(sentence.end - 1) === '.' ? sentence.end - 1 : sentence.end;
  const before = inline.colon < 0 ? undefined : leadingPhrase(text, sentence.start, inline.colon);
  const after = phraseAfter(inline.lastArrow, end) ?? phraseInParentheses(text, end);
  return before || after ? [...namesIn(text, before), ...namesIn(text, after)] : NOBODY;
}

function leadingPhrase(text: string, start: number, colon: number): Phrase | undefined {
  if (colon > start + LONGEST_LEAD || !MAY_FOLLOW_LEAD.test(text.slice(colon, colon + 2))) return undefined;
  LEADING_NAME.lastIndex = start;
  const match = LEADING_NAME.exec(text);
  if (match?.[1] === undefined) return undefined;
  const nameStart = start + match[0].indexOf(match[1]);
  const around = { start, end: skipWhiteSpace(text, LEADING_NAME.lastIndex) };
  return { start: nameStart, end: nameStart + match[1].length, around };
}

function phraseAfter(arrow: Span | undefined, end: number): Phrase | undefined {
  return arrow && { start: arrow.end, end, around: { start: arrow.start, end } };
}

function phraseInParentheses(text: string, end: number): Phrase | undefined {
  const open = text.charAt(end - 1) === ')' ? text.lastIndexOf('(', end) : -1;
  return open < 0 ? undefined : { start: open + 1, end: end - 1, around: { start: open, end } };
}

/** The names that a phrase consists of, and nothing else, or none. */
function namesIn(text: string, phrase: Phrase | undefined): readonly OwnerSpan[] {
  if (!phrase || phrase.end - phrase.start > LONGEST_NAMES) return NOBODY;
  const written = text.slice(phrase.start, phrase.end);
  if (/[@[\]]/.test(written)) return NOBODY;
  const names = namesListed(written);
  if (!names.every((name) => A_NAME.test(name))) return NOBODY;
  let at = phrase.start;
  return names.flatMap((name) => {
    const start = text.indexOf(name, at);
    if (start < 0) return [];
    at = start + name.length;
    return { start, end: at, around: phrase.around, mention: { name, form: 'bare' }, isPersonOnly: false };
  });
}
