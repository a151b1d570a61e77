import { lowerCase, SPACE, startOfWord, trimWhiteSpace, unitAt } from '../markdown/characters';
import type { OwnerSpan } from './mentions';
import type { Span } from './span';

const LOWER_A = 0x61;
const LOWER_O = 0x6f;
const LOWER_Z = 0x7a;
const NOTHING: readonly Span[] = [];
const SEPARATOR = /\s*(?:[,&+/]\s*|and\s+)?/y;
const AFTER_LEAD = /\s*(?:[:,]|[–—-](?=\s))?\s*/y;
const GOES_ON = /\s*(?:and|&|or|\+)\s/y;
const BEGINS_WITH_CAPITAL = /^\p{Lu}/u;
const SURNAME = /\s\p{Lu}\p{Ll}+(?::|\s(?:to|will|should)\s)/uy;
const ARROW_BEFORE = /(?:→|➡\uFE0F?|->|=>)\s*$/;

/** Words after which a sentence is not over: `send it to @jane` needs its last word. */
const NO_LAST_WORDS: ReadonlySet<string> = new Set([
  ...['to', 'with', 'for', 'from', 'by', 'of', 'about', 'via', 'and', 'or', 'than', 'at', 'on', 'in', 'is', 'if', 'cc'],
  ...['ask', 'tell', 'ping', 'call', 'meet', 'mail', 'email', 'thank', 'remind', 'chase', 'invite', 'help', '&', '+'],
]);

/**
 * The mentions that stand before or after what an item says rather than in it, each run of them with the colon, arrow or
 * parentheses around: `@jane, @bob: send the draft`, `send the draft (@jane)`. The sentence is taken with the mentions.
 */
export function edgeMentions(text: string, sentence: Span, mentions: readonly OwnerSpan[]): readonly Span[] {
  if (mentions.length === 0) return NOTHING;
  const before = beforeSentence(text, sentence, mentions);
  const after = afterSentence(text, { start: before?.end ?? sentence.start, end: sentence.end }, mentions);
  if (before) return after ? [before, after] : [before];
  return after ? [after] : NOTHING;
}

function beforeSentence(text: string, { start }: Span, mentions: readonly OwnerSpan[]): Span | undefined {
  let next = start;
  let end = start;
  for (const mention of mentions) {
    if (mention.start !== next || !mention.isPersonOnly || isSurnameBehind(text, mention)) break;
    end = mention.end;
    if (isPlainWordBehind(text, end)) return { start, end };
    next = endOf(SEPARATOR, text, end);
  }
  return end === start || endOf(GOES_ON, text, end) > end ? undefined : { start, end: endOf(AFTER_LEAD, text, end) };
}

/** Whether `@Jane` is the beginning of `@Jane Doe to send` or `@Jane Doe: send`: without it the rest makes no sentence. */
function isSurnameBehind(text: string, { end, mention: { name } }: OwnerSpan): boolean {
  SURNAME.lastIndex = end;
  return BEGINS_WITH_CAPITAL.test(name) && SURNAME.test(text);
}

/** Whether a space and the first letter of a word follow that is surely not `and` or `or`: most sentences go on so. */
function isPlainWordBehind(text: string, offset: number): boolean {
  const first = lowerCase(unitAt(text, offset + 1));
  return unitAt(text, offset) === SPACE && first > LOWER_A && first <= LOWER_Z && first !== LOWER_O;
}

function afterSentence(text: string, sentence: Span, mentions: readonly OwnerSpan[]): Span | undefined {
  const { end } = sentence;
  const isInParentheses = text.charAt(end - 1) === ')';
  let next = isInParentheses ? end - 1 : end;
  let start = end;
  for (let index = mentions.length - 1; index >= 0; index--) {
    const mention = mentions[index];
    if (!mention?.isPersonOnly || mention.start < sentence.start) break;
    if (mention.end !== next && endOf(SEPARATOR, text, mention.end) !== next) break;
    start = mention.start;
    next = mention.start;
  }
  if (start === end) return undefined;
  if (isInParentheses) return text.charAt(start - 1) === '(' ? { start: start - 1, end } : undefined;
  const arrow = ARROW_BEFORE.exec(text.slice(Math.max(0, start - 9), start));
  if (arrow) return { start: start - arrow[0].length, end };
  return NO_LAST_WORDS.has(wordBefore(text, start)) ? undefined : { start, end };
}

function wordBefore(text: string, offset: number): string {
  const end = trimWhiteSpace(text, 0, offset);
  return text.slice(startOfWord(text, end), end).toLowerCase();
}

function endOf(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : offset;
}
