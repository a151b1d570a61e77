import { namesIn, personKey } from '../people/names';
import { inOrder, type TextRange } from '../text/range';
import type { FieldSpan } from './fieldValue';
import { type Inline, readInline } from './inline';
import type { OwnerSpan } from './mentions';
import { sentenceSpan, SEPARATOR_BEFORE } from './sentence';
import type { OwnerMention } from './taskFields';
import { lowerCase, skipWhiteSpace, SPACE, startOfWord, trimWhiteSpace, unitAt } from '../text/characters';

/** The people mentioned in the text of an item, and their positions. */
interface ReadOwners {
  /** The owners in text order, each name and form once. */
  readonly owners: readonly OwnerMention[];
  /** All mentions. For an owner field, the span is its value. */
  readonly spans: readonly OwnerSpan[];
  /** The text without leading and trailing fields and comments, and without trailing tags. */
  readonly sentence: TextRange;
  /** The leading and trailing mentions that are not part of the sentence. */
  readonly beside: readonly TextRange[];
}

/**
 * Finds the owners in the text of an item, in all forms. Resolving names, and deciding whether a bare name or a
 * wiki-link is a person, is left to the caller.
 */
export function readOwners(text: string, inline: Inline = readInline(text)): ReadOwners {
  const sentence = sentenceSpan(text, inline);
  const spans = allMentions(text, inline, sentence);
  if (spans.length === 0) return { owners: [], spans, sentence, beside: [] };
  return { owners: distinct(spans), spans, sentence, beside: edgeMentions(text, sentence, inline.mentions) };
}

function allMentions(text: string, inline: Inline, sentence: TextRange): readonly OwnerSpan[] {
  // The value of a field that is not read is still a part of the sentence: `@due(soon)`.
  const bare = plainNames(text, inline, sentence).filter(
    (span) => !inline.fields.some(({ start, end }) => start < span.end && span.start < end),
  );
  const inFields = ownerFields(text, inline.fields);
  if (bare.length === 0 && inFields.length === 0) return inline.mentions;
  return inOrder([...inline.mentions, ...bare, ...inFields]);
}

function ownerFields(text: string, fields: readonly FieldSpan[]): readonly OwnerSpan[] {
  for (const field of fields) {
    if (isOwnerField(field)) return fields.filter(isOwnerField).flatMap((each) => ownersInField(text, each));
  }
  return [];
}

function isOwnerField({ form }: FieldSpan): boolean {
  return form.field === 'owner';
}

function ownersInField(text: string, around: FieldSpan): readonly OwnerSpan[] {
  const { start, end } = around.value;
  const names = namesIn(text.slice(start, end));
  return names.map((name) => ({ start, end, around, mention: { name, form: 'field' }, isPersonOnly: false }));
}

function distinct(spans: readonly OwnerSpan[]): readonly OwnerMention[] {
  const [first] = spans;
  if (first && spans.length === 1) return [first.mention];
  const seen = new Set<string>();
  return spans
    .map(({ mention }) => mention)
    .filter(({ name, form }) => {
      const key = `${form} ${name}`;
      return !seen.has(key) && seen.add(key);
    });
}

/** Returns the spans of `@me` and its like that are owners beside the sentence, not words of it. */
function ownMentions(text: string, inline?: Inline): readonly OwnerSpan[] {
  const { spans, beside } = readOwners(text, inline);
  const isBeside = ({ start, end }: TextRange): boolean =>
    beside.some((range) => range.start <= start && end <= range.end);
  return spans
    .filter(({ mention: { name, form } }) => personKey(name) === 'me' && (form === 'at' || form === 'field'))
    .filter((span) => span.mention.form === 'field' || isBeside(span));
}

/** Replaces `@me` and its like by a name. */
export function replaceOwnMentions(text: string, name: string): string {
  return ownMentions(text).reduceRight(
    (rest, span) => rest.slice(0, span.start) + ownerInFormOf(span, rest, name) + rest.slice(span.end),
    text,
  );
}

/** Returns the name in the form of a mention of the reader. Other names of an owner field are kept. */
function ownerInFormOf({ start, end, mention }: OwnerSpan, text: string, name: string): string {
  if (mention.form !== 'field') return writeOwner(name);
  const listed = text.slice(start, end);
  return listed.replace(/(?<![\p{L}\p{N}])me(?![\p{L}\p{N}])/iu, () => name);
}

/** Writes an owner before a sentence: `@jane.doe`, or an owner field if the name cannot be written as a handle. */
export function writeOwner(name: string): string {
  const handle = `@${name.trim().replace(/\s+/g, '.')}`;
  const [read, ...others] = readOwners(handle).spans;
  const isReadBack = read?.end === handle.length && others.length === 0;
  return isReadBack ? handle : `[owner:: ${name.trim().replace(/[[\]\s]+/g, ' ')}]`;
}

const LOWER_A = 0x61;
const LOWER_O = 0x6f;
const LOWER_Z = 0x7a;
const SEPARATOR = /\s*(?:[,&+/]\s*|and\s+)?/y;
const AFTER_LEAD = /\s*(?:[:,]|[–—-](?=\s))?\s*/y;
/** Emphasis before a mention, and what may end it: `**@jane:** send it`, `**@jane**: send it`. */
const EMPHASIS = /\*\*|__|[*_]/y;
const CLOSED_LEAD = /[:,]?(?:\*\*|__|[*_])[:,]?(?=\s|$)/y;
const GOES_ON = /\s*(?:and|&|or|\+)\s/y;
const BEGINS_WITH_CAPITAL = /^\p{Lu}/u;
const SURNAME = /\s\p{Lu}\p{Ll}+(?::|\s(?:to|will|should)\s)/uy;
export const ARROW_BEFORE = /(?:→|➡\uFE0F?|->|=>)\s*$/;

/** Words that cannot end a sentence: `send it to @jane` needs its last word. */
const NO_LAST_WORDS: ReadonlySet<string> = new Set([
  ...['to', 'with', 'for', 'from', 'by', 'of', 'about', 'via', 'and', 'or', 'than', 'at', 'on', 'in', 'is', 'if', 'cc'],
  ...['ask', 'tell', 'ping', 'call', 'meet', 'mail', 'email', 'thank', 'remind', 'chase', 'invite', 'help', '&', '+'],
]);

/**
 * Finds the mentions before and after the sentence of an item, including a colon, an arrow or parentheses around them:
 * `@jane, @bob: send the draft`, `send the draft (@jane)`. `sentence` includes the mentions.
 */
function edgeMentions(text: string, sentence: TextRange, mentions: readonly OwnerSpan[]): readonly TextRange[] {
  if (mentions.length === 0) return [];
  const before = beforeSentence(text, sentence, mentions);
  const after = afterSentence(text, { start: before?.end ?? sentence.start, end: sentence.end }, mentions);
  if (before) return after ? [before, after] : [before];
  return after ? [after] : [];
}

function beforeSentence(text: string, { start }: TextRange, mentions: readonly OwnerSpan[]): TextRange | undefined {
  const mark = matchAt(EMPHASIS, text, start);
  let next = start + mark.length;
  let end = start;
  for (const mention of mentions) {
    if (mention.start !== next || !mention.isPersonOnly || isSurnameBehind(text, mention)) break;
    end = mention.end;
    if (mark === '' && isPlainWordBehind(text, end)) return { start, end };
    next = endOf(SEPARATOR, text, end);
  }
  if (end > start && mark !== '') {
    const closed = matchAt(CLOSED_LEAD, text, end);
    return closed.includes(mark) ? { start, end: skipWhiteSpace(text, end + closed.length) } : undefined;
  }
  return end === start || endOf(GOES_ON, text, end) > end ? undefined : { start, end: endOf(AFTER_LEAD, text, end) };
}

/** Whether a surname follows the mention, as in `@Jane Doe to send` or `@Jane Doe: send`. */
function isSurnameBehind(text: string, { end, mention: { name } }: OwnerSpan): boolean {
  SURNAME.lastIndex = end;
  return BEGINS_WITH_CAPITAL.test(name) && SURNAME.test(text);
}

/** Fast path: whether a space and a word follow that is neither `and` nor `or`. */
function isPlainWordBehind(text: string, offset: number): boolean {
  const first = lowerCase(unitAt(text, offset + 1));
  return unitAt(text, offset) === SPACE && first > LOWER_A && first <= LOWER_Z && first !== LOWER_O;
}

function afterSentence(text: string, sentence: TextRange, mentions: readonly OwnerSpan[]): TextRange | undefined {
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
  const before = text.slice(Math.max(sentence.start, start - 9), start);
  const sign = ARROW_BEFORE.exec(before) ?? SEPARATOR_BEFORE.exec(before);
  if (sign) return { start: start - sign[0].length, end };
  return NO_LAST_WORDS.has(wordBefore(text, start)) ? undefined : { start, end };
}

function wordBefore(text: string, offset: number): string {
  const end = trimWhiteSpace(text, 0, offset);
  return text.slice(startOfWord(text, end), end).toLowerCase();
}

function endOf(pattern: RegExp, text: string, offset: number): number {
  return offset + matchAt(pattern, text, offset).length;
}

/** Returns what a sticky pattern matches at `offset`, or `''`. */
function matchAt(pattern: RegExp, text: string, offset: number): string {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0] ?? '';
}

/** Words that may be names, with the punctuation around them. */
interface Phrase extends TextRange {
  readonly around: TextRange;
}

const A_NAME = /^\p{L}[\p{L}\p{M}\p{N}'’ʼ.-]*(?:\s\p{L}[\p{L}\p{M}\p{N}'’ʼ.-]*){0,3}$/u;
const LEADING_NAME =
  /(?:\*\*|__|\*|_)?([^:：*@[\]]{1,60}?)(?:(?:\*\*|__|\*|_)\s?[:：]|[:：](?:\*\*|__|\*|_)?)(?:(?=\s|$)|(?<=：[*_]{0,2}))/y;
const MAY_FOLLOW_LEAD = /^(?::[\s*_]?|：.?)$/su;
const LONGEST_LEAD = 70;
const LONGEST_NAMES = 60;
/** The words that begin a time after a name: `→ Jane by Friday`. */
const TIME_AFTER_NAME = /(?<!\s)\s{1,9}(?:by|until|till|before|due|on|at|this|next|asap|eo[dwmqy])\b/i;

/**
 * Finds the names in `Jane: do x`, `**Jane Doe:** do x`, `do x → Jane` and `do x (Jane)` in the given sentence. They
 * count only for known people, because `Decision: do x` has the same form.
 */
function plainNames(text: string, inline: Inline, sentence: TextRange): readonly OwnerSpan[] {
  const end = text.charAt(sentence.end - 1) === '.' ? sentence.end - 1 : sentence.end;
  const before = inline.colon < 0 ? undefined : leadingPhrase(text, sentence.start, inline.colon);
  const after = phraseAfter(text, inline.lastArrow, end) ?? phraseInParentheses(text, end);
  return before || after ? [...namesBeside(text, before), ...namesBeside(text, after)] : [];
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

function phraseAfter(text: string, arrow: TextRange | undefined, end: number): Phrase | undefined {
  if (!arrow) return undefined;
  const start = skipWhiteSpace(text, arrow.end);
  const time = TIME_AFTER_NAME.exec(text.slice(start, Math.min(end, start + LONGEST_NAMES)));
  const nameEnd = time ? start + time.index : end;
  return { start, end: nameEnd, around: { start: arrow.start, end: nameEnd } };
}

function phraseInParentheses(text: string, end: number): Phrase | undefined {
  const open = text.charAt(end - 1) === ')' ? text.lastIndexOf('(', end) : -1;
  return open < 0 ? undefined : { start: open + 1, end: end - 1, around: { start: open, end } };
}

/** Returns the names in a phrase that consists only of names, or an empty list. */
function namesBeside(text: string, phrase: Phrase | undefined): readonly OwnerSpan[] {
  if (!phrase || phrase.end - phrase.start > LONGEST_NAMES) return [];
  const written = text.slice(phrase.start, phrase.end);
  if (/[@[\]]/.test(written)) return [];
  const names = namesIn(written);
  if (!names.every((name) => A_NAME.test(name))) return [];
  let at = phrase.start;
  return names.flatMap((name) => {
    const start = text.indexOf(name, at);
    if (start < 0) return [];
    at = start + name.length;
    return { start, end: at, around: phrase.around, mention: { name, form: 'bare' }, isPersonOnly: false };
  });
}
