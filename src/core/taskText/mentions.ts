import { ISO_DATE } from '../dates/findDate';
import { isAsciiWord, isWhiteSpace, NO_UNIT, unitAt } from '../text/characters';
import { nameIn } from '../people/names';
import type { TextRange } from '../text/range';
import type { OwnerMention } from './taskFields';

/** A mention of a person and its position in the text of an item. */
export interface OwnerSpan extends TextRange {
  readonly mention: OwnerMention;
  /** The mention with the punctuation that marks it, such as the colon after a bare name or the brackets of a field. */
  readonly around?: TextRange;
  /** Whether the mention can only be a person, so that it may be omitted next to the sentence. */
  readonly isPersonOnly: boolean;
}

const AT_NAME = /[\p{L}_][\p{L}\p{M}\p{N}_]*(?:[.'’-][\p{L}\p{N}][\p{L}\p{M}\p{N}_]*)*/uy;
/** Words that may belong to a name: `Doe`, `van der Berg`, `al-Farsi`, and words of scripts without capitals. */
const FOLLOWING = /(?:(?: \p{Ll}{1,4}){0,2} (?:\p{Ll}{1,3}['’ʼ-])?[\p{Lu}\p{Lo}][\p{L}\p{M}'’ʼ-]{0,40}){1,3}/uy;
const BEGINS_IN_LOWER_CASE = /^\p{Ll}/u;
const BEFORE_AT = /[\p{L}\p{M}\p{N}_.@\\-]/u;
const EMPHASIS_BEFORE = /(?<![\p{L}\p{N}_])(_{1,3})$/u;
const POSSESSIVE = /['’ʼ]s$/i;
const WIKI_LINK = /\[\[([^[\]\n]{1,200})\]\]/y;
const PEOPLE_FOLDER = /^(?:.*\/)?(?:people|persons?|team|contacts)\//i;
/** The target of a link to the note of a day, whose alias is no name. */
const IS_DAY = new RegExp(String.raw`^(?:[^|]*/)?${ISO_DATE}(?:\||$)`);
const BEGINS_WITH_A_LETTER = /^\p{L}/u;

/** Words after an `@` that are task tags, contexts or groups rather than names. */
const NO_NAMES: ReadonlySet<string> = new Set([
  ...['due', 'done', 'start', 'started', 'created', 'completed', 'cancelled', 'canceled', 'scheduled', 'defer'],
  ...['today', 'tomorrow', 'high', 'low', 'critical', 'priority', 'est', 'lasted', 'wasted', 'project', 'flag'],
  ...['home', 'work', 'office', 'computer', 'laptop', 'phone', 'call', 'calls', 'email', 'errand', 'errands', 'online'],
  ...[
    'waiting',
    'waitingfor',
    'waiting-for',
    'someday',
    'next',
    'later',
    'now',
    'agenda',
    'agendas',
    'anywhere',
    'hold',
  ],
  ...['team', 'all', 'everyone', 'everybody', 'anyone', 'someone', 'here', 'channel', 'group'],
]);

/**
 * Returns the person mentioned by the `@` at `offset`, unless it is a package, mail address, date or TaskPaper tag.
 * `before` is the preceding mention, if there is one, because `@jane/@bob` are two mentions.
 */
export function atMentionAt(text: string, offset: number, before: TextRange | undefined): OwnerSpan | undefined {
  const linked = wikiMentionAt(text, offset + 1);
  if (linked) return mentionOf({ start: offset, end: linked.end }, { name: linked.mention.name, form: 'at' });
  if (!canBeginAt(text, offset, before)) return undefined;
  const emphasis = emphasisBefore(text, offset);
  const nameAndMarks = nameEnd(text, offset + 1);
  const end = emphasis !== '' && text.endsWith(emphasis, nameAndMarks) ? nameAndMarks - emphasis.length : nameAndMarks;
  if (end <= offset + 1 || !canEndAt(text, end)) return undefined;
  const name = text.slice(offset + 1, end);
  const inLowerCase = name.toLowerCase();
  // A possessive such as `@jane's draft` mentions Jane, but not as an owner.
  if (NO_NAMES.has(inLowerCase) || (inLowerCase.endsWith('s') && POSSESSIVE.test(name))) return undefined;
  if (inLowerCase === 'me') return mentionOf({ start: offset, end }, { name: 'me', form: 'at' });
  FOLLOWING.lastIndex = end;
  const following =
    text.charAt(end) === ' ' && !BEGINS_IN_LOWER_CASE.test(name) ? FOLLOWING.exec(text)?.[0].trim() : undefined;
  return mentionOf({ start: offset, end }, { name, form: 'at', ...(following !== undefined && { following }) });
}

function canBeginAt(text: string, offset: number, before: TextRange | undefined): boolean {
  const previous = text.charAt(offset - 1);
  if (previous === '' || previous === ' ') return true;
  if (previous === '/') return before?.end === offset - 1;
  return !BEFORE_AT.test(previous) || emphasisBefore(text, offset) !== '';
}

/** Returns the underscores before the `@` at `offset` if they can open emphasis, otherwise `''`. */
function emphasisBefore(text: string, offset: number): string {
  if (text.charAt(offset - 1) !== '_') return '';
  return EMPHASIS_BEFORE.exec(text.slice(Math.max(0, offset - 4), offset))?.[1] ?? '';
}

/** Returns the offset after the name at `start`, or `start` if there is none. Plain words need no pattern. */
function nameEnd(text: string, start: number): number {
  let end = start;
  while (isAsciiWord(unitAt(text, end))) end++;
  const next = unitAt(text, end);
  if (end > start && !isDigitAt(text, start) && (end === text.length || isWhiteSpace(next))) return end;
  AT_NAME.lastIndex = start;
  return AT_NAME.test(text) ? AT_NAME.lastIndex : start;
}

function isDigitAt(text: string, offset: number): boolean {
  return unitAt(text, offset) <= 0x39;
}

function canEndAt(text: string, end: number): boolean {
  const next = text.charAt(end);
  return next !== '(' && next !== '@' && (next !== '/' || text.charAt(end + 1) === '@');
}

/** Returns the wiki-link at `offset` if its name may be a person's. Whether it is one depends on the known people. */
export function wikiMentionAt(text: string, offset: number): OwnerSpan | undefined {
  if (!text.startsWith('[[', offset) || text.charAt(offset - 1) === '!') return undefined;
  WIKI_LINK.lastIndex = offset;
  const match = WIKI_LINK.exec(text);
  const name = match && nameIn(match[0]);
  const target = match?.[1] ?? '';
  if (!name || !BEGINS_WITH_A_LETTER.test(name) || IS_DAY.test(target)) return undefined;
  const isPersonOnly = target.startsWith('@') || PEOPLE_FOLDER.test(target);
  return { ...mentionOf({ start: offset, end: offset + match[0].length }, { name, form: 'wiki' }), isPersonOnly };
}

function mentionOf({ start, end }: TextRange, mention: OwnerMention): OwnerSpan {
  return { start, end, mention, isPersonOnly: true };
}

const TAG = /[\p{L}\p{M}\p{N}_/-]+/uy;
const A_LETTER = /[\p{L}\p{M}_]/u;

/**
 * Returns the tag at the `#` at `offset`, without its `#`. The result is `''` within a word or if only digits follow.
 */
export function tagAt(text: string, offset: number): string {
  const previous = unitAt(text, offset - 1);
  if (previous !== NO_UNIT && !isWhiteSpace(previous) && !'([{,;'.includes(text.charAt(offset - 1))) return '';
  TAG.lastIndex = offset + 1;
  const tag = TAG.exec(text)?.[0] ?? '';
  return A_LETTER.test(tag) ? tag : '';
}

/** Returns the words behind a mention that complete the name of a known person: `Doe` in `@Jane Doe`, otherwise `''`. */
export function surnameBehind(
  { name, following }: { readonly name: string; readonly following?: string | undefined },
  isPerson: (name: string) => boolean,
): string {
  const words = following?.split(' ') ?? [];
  for (let count = words.length; count > 0; count--) {
    const surname = words.slice(0, count).join(' ');
    if (surname !== '' && isPerson(`${name} ${surname}`)) return surname;
  }
  return '';
}
