import { nameIn, namesIn as namesListed } from '../people/names';
import type { OwnerMention } from './followUp';
import type { Span } from './readInline';
import { endBeforeTags } from './tags';
import { skipWhiteSpace } from './whiteSpace';

/** A mention, and where in the text of its item it stands. */
export type OwnerSpan = Span & {
  readonly mention: OwnerMention;
  /** The mention with the punctuation that makes it one: the colon after a bare name, the brackets around it. */
  readonly around: Span;
  /** Names nobody but a person: it may be cut out of the text where it stands beside the sentence. */
  readonly isSurelyPerson: boolean;
};

const AT_NAME = /[\p{L}_][\p{L}\p{M}\p{N}_]*(?:[.'’ʼ-][\p{L}\p{N}][\p{L}\p{M}\p{N}_]*)*/uy;
const BEFORE_AT = /[\p{L}\p{M}\p{N}_.@\\-]/u;
const POSSESSIVE = /['’ʼ]s$/i;
const WIKI_LINK = /\[\[([^[\]\n]{1,200})\]\]/y;
const PEOPLE_FOLDER = /^(?:.*\/)?(?:people|persons?|team|contacts)\//i;
const A_NAME = /^\p{L}[\p{L}\p{M}\p{N}'’ʼ.-]*(?:\s\p{L}[\p{L}\p{M}\p{N}'’ʼ.-]*){0,3}$/u;
const LONGEST_NAMES = 60;
const NOBODY: readonly OwnerSpan[] = [];
const LEAD = /^\s*(?:\*\*|__|\*|_)?([^:*@[\]]{1,60}?)(?:(?:\*\*|__|\*|_)\s?:|:(?:\*\*|__|\*|_)?)(?=\s|$)/;
const ARROWS = ['→', '➡', '->', '=>'];

/** What others write after an `@` on task lines, and no person is called. */
const NO_NAMES: ReadonlySet<string> = new Set([
  ...['due', 'done', 'start', 'started', 'created', 'completed', 'cancelled', 'canceled', 'scheduled', 'defer'],
  ...['today', 'tomorrow', 'high', 'low', 'critical', 'priority', 'est', 'lasted', 'wasted', 'project', 'flag'],
]);

/** The people mentioned by `@name`: no package, mail address, date, nor a tag of TaskPaper. */
export function atMentions(text: string): readonly OwnerSpan[] {
  const found: OwnerSpan[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const span = text.startsWith('[[', at + 1) ? wikiMentionAt(text, at + 1) : undefined;
    if (span) {
      found.push(mentionAt({ start: at, end: span.end }, { ...span.mention, form: 'at' }));
    } else if (canBeginAt(text, at, found.at(-1)?.end)) {
      AT_NAME.lastIndex = at + 1;
      const name = AT_NAME.exec(text)?.[0];
      const end = AT_NAME.lastIndex;
      if (name !== undefined && isPersonsName(name) && canEndAt(text, end)) {
        found.push(mentionAt({ start: at, end }, { name: name.toLowerCase() === 'me' ? 'me' : name, form: 'at' }));
      }
    }
  }
  return found;
}

function canBeginAt(text: string, at: number, previousMentionEnd: number | undefined): boolean {
  const previous = text.charAt(at - 1);
  if (previous === '' || previous === ' ') return true;
  return previous === '/' ? previousMentionEnd === at - 1 : !BEFORE_AT.test(previous);
}

function canEndAt(text: string, end: number): boolean {
  const next = text.charAt(end);
  return next !== '(' && next !== '@' && (next !== '/' || text.charAt(end + 1) === '@');
}

function isPersonsName(name: string): boolean {
  // `@jane's draft` speaks of Jane, it does not ask her.
  return !(name.endsWith('s') && POSSESSIVE.test(name)) && !NO_NAMES.has(name.toLowerCase());
}

/** The wiki-links whose name may be a person's: whether it is one, only those who know the people can say. */
export function wikiMentions(text: string): readonly OwnerSpan[] {
  const found: OwnerSpan[] = [];
  for (let at = text.indexOf('[['); at >= 0; at = text.indexOf('[[', at + 1)) {
    const isTaken = text.charAt(at - 1) === '!' || text.charAt(at - 1) === '@';
    const span = isTaken ? undefined : wikiMentionAt(text, at);
    if (span) {
      found.push(span);
      at = span.end - 1;
    }
  }
  return found;
}

function wikiMentionAt(text: string, at: number): OwnerSpan | undefined {
  WIKI_LINK.lastIndex = at;
  const match = WIKI_LINK.exec(text);
  const name = match && nameIn(match[0]);
  if (!name || !/^\p{L}/u.test(name)) return undefined;
  const target = match[1] ?? '';
  const isSurelyPerson = target.startsWith('@') || PEOPLE_FOLDER.test(target);
  return { ...mentionAt({ start: at, end: at + match[0].length }, { name, form: 'wiki' }), isSurelyPerson };
}

function mentionAt(around: Span, mention: OwnerMention): OwnerSpan {
  return { start: around.start, end: around.end, around, mention, isSurelyPerson: true };
}

/** The names in `Jane: do x`, `**Jane Doe:** do x`, `do x → Jane`, `do x (Jane)`: only people that are known count. */
export function bareMentions(text: string): readonly OwnerSpan[] {
  const tagless = endBeforeTags(text);
  const end = text.charAt(tagless - 1) === '.' ? tagless - 1 : tagless;
  const after = phraseAfterArrow(text, end) ?? phraseInParentheses(text, end);
  const before = leadingPhrase(text);
  return before || after ? [...namesIn(text, before), ...namesIn(text, after)] : NOBODY;
}

/** Words that may be names, and the punctuation that says so. */
type Phrase = Span & { readonly around: Span };

function leadingPhrase(text: string): Phrase | undefined {
  const colon = text.indexOf(':');
  const match = colon > 0 && colon < LONGEST_NAMES + 9 ? LEAD.exec(text) : null;
  if (match?.[1] === undefined) return undefined;
  const start = match[0].indexOf(match[1]);
  const around = { start: skipWhiteSpace(text, 0), end: skipWhiteSpace(text, match[0].length) };
  return { start, end: start + match[1].length, around };
}

function phraseAfterArrow(text: string, end: number): Phrase | undefined {
  if (!text.includes('>') && !text.includes('→') && !text.includes('➡')) return undefined;
  let last: Phrase | undefined;
  for (const arrow of ARROWS) {
    const at = text.lastIndexOf(arrow, end);
    const start = at + arrow.length;
    if (at >= 0 && start > (last?.start ?? 0)) last = { start, end, around: { start: at, end } };
  }
  return last;
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
    return { start, end: at, around: phrase.around, mention: { name, form: 'bare' }, isSurelyPerson: false };
  });
}
