import { parseCivilDate, type CivilDate } from '../dates/civilDate';
import { ISO_DATE } from '../dates/findDate';
import { trimWhiteSpace } from '../text/characters';
import type { TextRange } from '../text/range';
import { wikiMentionAt } from './mentions';
import type { Origin } from './taskFields';
import { matchAt } from '../text/strings';

/** The origin of a carried item and its position in the text. */
export type OriginSpan = TextRange & { readonly origin: Origin };
export type TargetSpan = TextRange & { readonly target: string };

// Matches a link with its label and address (also in angle brackets), or a wiki-link with its target and alias. All
// lengths are bounded, so that the time stays linear.
const LINK =
  String.raw`(?:\[([^\]\n]{0,300})\]\((?:<([^<>\n]{0,1000})>|((?:[^()\s]|\([^()\s]{0,300}\)){1,1000}))\)` +
  String.raw`|\[\[([^\]|\n]{1,300})(?:\|([^\]\n]{0,300}))?\]\])`;
const ORIGIN = new RegExp(String.raw`\(from ${LINK}(?:, since (${ISO_DATE}))?(?:, (\d{1,4})[×x])?\)`, 'y');
const TARGET = new RegExp(String.raw`\(to ${LINK}\)`, 'y');
const ARROW_AND_LINK = new RegExp(String.raw`(?:(?:→|➡\uFE0F?|->|=>) {0,9})?${LINK}$`);
const BLOCK_ID = /\^[A-Za-z0-9-]+\s*$/y;
const DATE = new RegExp(ISO_DATE);
const NAME = /^(?!\p{Ll})\p{L}[\p{L}\p{M}'’ʼ.-]*(?:\s(?!\p{Ll})\p{L}[\p{L}\p{M}'’ʼ.-]*){0,3}$/u;
const LONGEST_LINK = 2000;

/**
 * Reads the origin of a carried copy at `offset`: `(from [2026-11-23](2026-11-23.md), since 2026-11-16, 2×)`, or with a
 * wiki-link. Without a date the words are ordinary text.
 */
export function originAt(text: string, offset: number): OriginSpan | undefined {
  const match = text.startsWith('(from ', offset) ? matchAt(ORIGIN, text, offset) : null;
  if (!match) return undefined;
  const from = dateOf(match);
  const since = parseCivilDate(match[6] ?? '');
  if (!from && !since) return undefined;
  const times = Math.max(1, Number(match[7] ?? 1));
  const origin = { link: linkIn(match), ...(from && { from }), ...(since && { since }), times };
  return { ...spanOf(match, 0), origin };
}

/**
 * Reads the target of a moved item at `offset`: `(to [2026-11-30](2026-11-30.md))`, or with a wiki-link. Without a date
 * the words are ordinary text.
 */
export function targetAt(text: string, offset: number): TargetSpan | undefined {
  const match = text.startsWith('(to ', offset) ? matchAt(TARGET, text, offset) : null;
  return match && dateOf(match) ? { ...spanOf(match, 0), target: linkIn(match) } : undefined;
}

/** Finds the target of a moved item in a text. */
export function readTarget(text: string): TargetSpan | undefined {
  return firstSpan(text, '(to ', targetAt);
}

/** Finds the origin of a carried copy in a text. */
export function readOrigin(text: string): OriginSpan | undefined {
  return firstSpan(text, '(from ', originAt);
}

function firstSpan<Span>(
  text: string,
  start: string,
  spanAt: (text: string, offset: number) => Span | undefined,
): Span | undefined {
  for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
    const found = spanAt(text, at);
    if (found) return found;
  }
  return undefined;
}

/**
 * Finds a link at the end of a text, perhaps behind an arrow: another common way to write the target of a moved item. A
 * link that may name a person is not a target, since it may name the owner.
 */
export function readLastLink(text: string): TargetSpan | undefined {
  const trimmed = text.trimEnd();
  if (!/[\])]$/.test(trimmed)) return undefined;
  const offset = Math.max(0, trimmed.length - LONGEST_LINK);
  const match = ARROW_AND_LINK.exec(trimmed.slice(offset));
  return match && !mayNamePerson(match) ? { ...spanOf(match, offset), target: linkIn(match) } : undefined;
}

/** Whether a wiki-link leads to a folder of people, or its name has the form of one: one to four words with capitals. */
function mayNamePerson(match: RegExpExecArray): boolean {
  const link = match[0].slice(match[0].lastIndexOf('[['));
  const mention = match[4] === undefined || dateOf(match) ? undefined : wikiMentionAt(link, 0);
  return mention !== undefined && (mention.isPersonOnly || NAME.test(mention.mention.name));
}

/** Returns the block id (`^so`) at `offset`, including the white space before it. It must be the end of the text. */
export function blockIdAt(text: string, offset: number): TextRange | undefined {
  const start = trimWhiteSpace(text, 0, offset);
  const match = start < offset ? matchAt(BLOCK_ID, text, offset) : null;
  return match ? { start, end: text.length } : undefined;
}

/** Returns the block id at the end of an item's text, including the white space before it. */
export function blockIdSpan(text: string): TextRange | undefined {
  const caret = text.lastIndexOf('^');
  return caret < 0 ? undefined : blockIdAt(text, caret);
}

/** Returns the date in the label of a link, or else in its address. */
function dateOf(match: RegExpExecArray): CivilDate | undefined {
  return dateIn(match[1] ?? match[5] ?? '') ?? dateIn(linkIn(match));
}

function linkIn(match: RegExpExecArray): string {
  return match[2] ?? match[3] ?? match[4] ?? '';
}

function spanOf(match: RegExpExecArray, offset: number): TextRange {
  const start = offset + match.index;
  return { start, end: start + match[0].length };
}

function dateIn(text: string): CivilDate | undefined {
  return parseCivilDate(DATE.exec(text)?.[0] ?? '');
}
