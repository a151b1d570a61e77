import type { Block } from '../markdown/block';
import type { ParsedMarkdown } from '../markdown/parsedMarkdown';
import { readInline } from '../taskText/inline';
import { splitLines } from '../text/lines';
import type { TextRange } from '../text/range';

/** A generated chart in a note, from the line of its opening marker to the line of its closing marker. */
export interface ChartRegion {
  readonly line: number;
  /** The line of the opening marker if the region is not closed. */
  readonly endLine: number;
  /** The checksum in the opening marker, which shows whether the chart was edited. */
  readonly seal: string;
  readonly isClosed: boolean;
}

const OPEN = /^<!--\s*one-on-one:chart\s+(\S*)\s*-->/;
const CLOSE = /^<!--\s*\/one-on-one:chart\s*-->/;
const NAME = 'one-on-one:chart';

/** Returns the markers around a chart. */
export function chartMarkers(seal: string): { readonly open: string; readonly close: string } {
  return { open: `<!-- ${NAME} ${seal} -->`, close: `<!-- /${NAME} -->` };
}

/** Returns the charts in a note, in order. */
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

/** How challenging the work feels, and how well the person's skills match it: from 0 to 10, with decimals. */
export interface Ratings {
  readonly challenge: number;
  readonly skill: number;
}

/** The ratings of a meeting. */
export interface MeetingRatings extends Ratings {
  /** Whether the ratings are on a private line. */
  readonly private: boolean;
}

/** A line with ratings: `[challenge:: 8] [skill:: 6]`, in either order and with any other text. */
export interface RatingsLine {
  readonly line: number;
  /** Range of the value in the note, without surrounding white space. */
  readonly challenge: TextRange;
  readonly skill?: TextRange;
  /** Offset after the last of the two fields. */
  readonly end: number;
  /** `undefined` if one of the two is missing or invalid. */
  readonly ratings?: Ratings;
}

const MARK = '[challenge::';
const CHALLENGE = /\[challenge::((?:(?!\[challenge::)[^\]\r\n])*)\]/;
const SKILL = /\[skill::((?:(?!\[skill::)[^\]\r\n])*)\]/;
const NUMBER = /^\d+(?:[.,]\d+)?$/;

/**
 * Returns a rating rounded to hundredths, or `undefined` if the text is not a number from 0 to 10. The decimal
 * separator is a point or comma.
 */
export function ratingOf(written: string): number | undefined {
  const text = written.trim();
  const rating = NUMBER.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
  return rating <= 10 ? Math.round(rating * 100) / 100 : undefined;
}

/** Returns the lines with ratings in order, including unreadable ones. Code, comments and block quotes are skipped. */
export function ratingsLines(note: ParsedMarkdown): readonly RatingsLine[] {
  const { text } = note;
  // Fast path: most notes have no ratings.
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
  /** Offset after the closing bracket. */
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
