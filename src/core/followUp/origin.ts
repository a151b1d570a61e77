import { parseCivilDate, type CivilDate } from '../civilDate';
import type { Origin } from './followUp';
import type { Span } from './span';

/** Where a line says that it comes from, or went to, and where in its text it says so. */
export type OriginSpan = Span & { readonly origin: Origin };
export type TargetSpan = Span & { readonly target: string };

// Label, address in angle brackets, address, or target and alias of a wiki-link. Bounded, so that time stays linear.
const LINK =
  String.raw`(?:\[([^\]\n]{0,300})\]\((?:<([^<>\n]{0,1000})>|((?:[^()\s]|\([^()\s]{0,300}\)){1,1000}))\)` +
  String.raw`|\[\[([^\]|\n]{1,300})(?:\|([^\]\n]{0,300}))?\]\])`;
const ORIGIN = new RegExp(String.raw`\(from ${LINK}(?:, since (\d{4}-\d{2}-\d{2}))?(?:, (\d{1,4})[×x])?\)`);
const TARGET = new RegExp(String.raw`\(to ${LINK}\)`);
const ARROW_AND_LINK = new RegExp(String.raw`(?:(?:→|➡\uFE0F?|->|=>) {0,9})?${LINK}$`);
const DATE = /\d{4}-\d{2}-\d{2}/;
const LONGEST_LINK = 2000;

/** The origin that a carried copy names: `(from [2026-11-23](2026-11-23.md), since 2026-11-16, 2×)`, or a wiki-link. */
export function readOrigin(text: string): OriginSpan | undefined {
  const match = text.includes('(from ') ? ORIGIN.exec(text) : null;
  if (!match) return undefined;
  const link = linkIn(match);
  const from = dateIn(match[1] ?? match[5] ?? link) ?? dateIn(link);
  const since = parseCivilDate(match[6] ?? '');
  const times = Math.max(1, Number(match[7] ?? 1));
  return { ...spanOf(match, 0), origin: { link, ...(from && { from }), ...(since && { since }), times } };
}

/** The note that a moved item names in our words: `(to [2026-11-30](2026-11-30.md))`, or a wiki-link. */
export function readTarget(text: string): TargetSpan | undefined {
  const match = text.includes('(to ') ? TARGET.exec(text) : null;
  return match ? { ...spanOf(match, 0), target: linkIn(match) } : undefined;
}

/** The link that a text ends in, with an arrow before it: how others write where an item moved. */
export function readLastLink(text: string): TargetSpan | undefined {
  const trimmed = text.trimEnd();
  if (!/[\])]$/.test(trimmed)) return undefined;
  const offset = Math.max(0, trimmed.length - LONGEST_LINK);
  const match = ARROW_AND_LINK.exec(trimmed.slice(offset));
  return match ? { ...spanOf(match, offset), target: linkIn(match) } : undefined;
}

function linkIn(match: RegExpExecArray): string {
  return match[2] ?? match[3] ?? match[4] ?? '';
}

function spanOf(match: RegExpExecArray, offset: number): Span {
  const start = offset + match.index;
  return { start, end: start + match[0].length };
}

function dateIn(text: string): CivilDate | undefined {
  return parseCivilDate(DATE.exec(text)?.[0] ?? '');
}
