import { nameIn, namesIn } from '../people/names';
import type { OwnerMention } from './followUp';
import type { Span } from './readInline';
import { trimWhiteSpace } from './whiteSpace';

/** A mention, and where in the text of its item it stands. */
export type OwnerSpan = Span & {
  readonly mention: OwnerMention;
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
      found.push({ ...span, start: at, mention: { ...span.mention, form: 'at' }, isSurelyPerson: true });
    } else if (canBeginAt(text, at, found.at(-1)?.end)) {
      AT_NAME.lastIndex = at + 1;
      const name = AT_NAME.exec(text)?.[0];
      const end = AT_NAME.lastIndex;
      if (name !== undefined && isPersonsName(name) && canEndAt(text, end)) {
        const mention = { name: name.toLowerCase() === 'me' ? 'me' : name, form: 'at' } as const;
        found.push({ start: at, end, mention, isSurelyPerson: true });
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
  return { start: at, end: at + match[0].length, mention: { name, form: 'wiki' }, isSurelyPerson };
}

/** The names in `Jane: do x`, `**Jane Doe:** do x`, `do x → Jane`, `do x (Jane)`: only people that are known count. */
export function bareMentions(text: string): readonly OwnerSpan[] {
  const trimmed = trimWhiteSpace(text, 0, text.length);
  const end = text.charAt(trimmed - 1) === '.' ? trimmed - 1 : trimmed;
  const after = phraseAfterArrow(text, end) ?? phraseInParentheses(text, end);
  const before = leadingPhrase(text);
  return before || after ? [...namesAt(text, before), ...namesAt(text, after)] : NOBODY;
}

function leadingPhrase(text: string): Span | undefined {
  const colon = text.indexOf(':');
  const match = colon > 0 && colon < LONGEST_NAMES + 9 ? LEAD.exec(text) : null;
  if (match?.[1] === undefined) return undefined;
  const start = match[0].indexOf(match[1]);
  return { start, end: start + match[1].length };
}

function phraseAfterArrow(text: string, end: number): Span | undefined {
  if (!text.includes('>') && !text.includes('→') && !text.includes('➡')) return undefined;
  let start = -1;
  for (const arrow of ARROWS) {
    const at = text.lastIndexOf(arrow, end);
    if (at >= 0) start = Math.max(start, at + arrow.length);
  }
  return start < 0 ? undefined : { start, end };
}

function phraseInParentheses(text: string, end: number): Span | undefined {
  if (text.charAt(end - 1) !== ')') return undefined;
  return { start: text.lastIndexOf('(', end) + 1, end: end - 1 };
}

/** The names that a phrase consists of, and nothing else, or none. */
function namesAt(text: string, phrase: Span | undefined): readonly OwnerSpan[] {
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
    return { start, end: at, mention: { name, form: 'bare' }, isSurelyPerson: false };
  });
}
