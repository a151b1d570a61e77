import type { Block } from '../markdown/block';
import type { ParsedMarkdown } from '../markdown/parsedMarkdown';
import { readInline } from '../taskText/inline';
import { splitLines } from '../text/lines';
import type { TextRange } from '../text/range';

/** A chart that was drawn for the reader of a note, from the line of its opening marker to that of its closing one. */
export interface ChartRegion {
  readonly line: number;
  /** The line of the opening marker if nothing closes the region. */
  readonly endLine: number;
  /** What the opening marker says of what stands between the two, to tell whether somebody changed it. */
  readonly seal: string;
  readonly isClosed: boolean;
}

const OPEN = /^<!--\s*one-on-one:chart\s+(\S*)\s*-->/;
const CLOSE = /^<!--\s*\/one-on-one:chart\s*-->/;
const NAME = 'one-on-one:chart';

/** The markers around a chart. */
export function chartMarkers(seal: string): { readonly open: string; readonly close: string } {
  return { open: `<!-- ${NAME} ${seal} -->`, close: `<!-- /${NAME} -->` };
}

/** The charts in a note, in order. */
export function chartRegions({ text, blocks }: ParsedMarkdown): readonly ChartRegion[] {
  if (!text.includes(NAME)) return [];
  const regions: ChartRegion[] = [];
  let open: ChartRegion | undefined;
  for (const { kind, parent, start, line, endLine } of blocks) {
    if (kind !== 'html' || parent >= 0) continue;
    const seal = OPEN.exec(text.slice(start, start + 80))?.[1];
    if (seal !== undefined) {
      if (open) regions.push(open);
      open = { line, endLine: line, seal, isClosed: false };
    } else if (open && CLOSE.test(text.slice(start, start + 80))) {
      regions.push({ ...open, endLine, isClosed: true });
      open = undefined;
    }
  }
  return open ? [...regions, open] : regions;
}

/** How challenging the work feels and how well the skills carry through it: 0 to 10 each, decimals among them. */
export interface Ratings {
  readonly challenge: number;
  readonly skill: number;
}

/** Ratings as a meeting keeps them. */
export interface MeetingRatings extends Ratings {
  /** Whether they stand where a note is private. */
  readonly private: boolean;
}

/** A line that says ratings: `[challenge:: 8] [skill:: 6]`, in either order and with words around. */
export interface RatingsLine {
  readonly line: number;
  /** Where the values stand in the note, without the blanks around them. */
  readonly challenge: TextRange;
  readonly skill?: TextRange;
  /** After the last of the two fields. */
  readonly end: number;
  /** `undefined` while one of the two is missing or no rating. */
  readonly ratings?: Ratings;
}

const MARK = '[challenge::';
const CHALLENGE = /\[challenge::([^\]\r\n]*)\]/;
const SKILL = /\[skill::([^\]\r\n]*)\]/;
const NUMBER = /^\d+(?:[.,]\d+)?$/;

/**
 * The rating that `written` is, in hundredths, with a point or a comma before decimals; `undefined` for any other text and
 * above 10.
 */
export function ratingOf(written: string): number | undefined {
  const text = written.trim();
  const rating = NUMBER.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
  return rating <= 10 ? Math.round(rating * 100) / 100 : undefined;
}

/** The lines of a note that say ratings, also unreadable ones, in order. Code, comments and block quotes say none. */
export function ratingsLines(note: ParsedMarkdown): readonly RatingsLine[] {
  const { text } = note;
  // Nearly all notes hold none, and this one search is all that they pay.
  if (!text.includes(MARK)) return [];
  return note.blocks
    .filter((block, _, blocks) => block.kind === 'paragraph' && !isQuoted(block, blocks))
    .flatMap((paragraph) => linesOf(text, paragraph));
}

function linesOf(text: string, { start, end, line: firstLine }: Block): RatingsLine[] {
  const lines: RatingsLine[] = [];
  let at = start;
  for (const [index, written] of splitLines(text.slice(start, end)).entries()) {
    at = text.indexOf(written, at);
    const found = written.includes(MARK) ? ratingsIn(written, at, firstLine + index) : undefined;
    if (found) lines.push(found);
    at += written.length;
  }
  return lines;
}

function ratingsIn(written: string, offset: number, line: number): RatingsLine | undefined {
  const challenge = fieldIn(written, CHALLENGE);
  if (!challenge) return undefined;
  const skill = fieldIn(written, SKILL);
  const ratings = skill && ratingsOf(challenge.value, skill.value);
  return {
    line,
    challenge: shifted(challenge, offset),
    ...(skill && { skill: shifted(skill, offset) }),
    end: offset + Math.max(challenge.after, skill?.after ?? 0),
    ...(ratings && { ratings }),
  };
}

interface Field extends TextRange {
  readonly value: string;
  /** Offset after the bracket that closes it. */
  readonly after: number;
}

function fieldIn(written: string, form: RegExp): Field | undefined {
  const match = form.exec(written);
  if (!match) return undefined;
  const { index } = match;
  if (readInline(written).opaque.some((span) => span.start <= index && index < span.end)) return undefined;
  const raw = match[1] ?? '';
  const after = index + match[0].length;
  const end = after - 1 - (raw.length - raw.trimEnd().length);
  const value = raw.trim();
  return { value, start: end - value.length, end, after };
}

function ratingsOf(challenge: string, skill: string): Ratings | undefined {
  const ratings = { challenge: ratingOf(challenge), skill: ratingOf(skill) };
  return ratings.challenge === undefined || ratings.skill === undefined
    ? undefined
    : { challenge: ratings.challenge, skill: ratings.skill };
}

function shifted({ start, end }: TextRange, by: number): TextRange {
  return { start: start + by, end: end + by };
}

function isQuoted({ parent }: Block, blocks: readonly Block[]): boolean {
  const container = blocks[parent];
  return container !== undefined && (container.kind === 'quote' || isQuoted(container, blocks));
}
