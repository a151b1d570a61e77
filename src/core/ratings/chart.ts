import { addToGroup } from '../text/collections';
import type { CivilDate } from '../dates/civilDate';
import type { Meeting } from '../note/note';
import { chartMarkers, type ChartRegion, chartRegions, type Ratings } from '../note/ratings';
import type { ParsedNote } from '../note/parsedNote';
import { oneLine } from '../noteEdit/escape';
import { lineEndOf, type TextEdit } from '../text/edit';
import { hashText } from '../text/strings';
import { hasLine } from '../text/range';

/** The ratings of one meeting. */
export interface RatedPoint {
  readonly date: CivilDate;
  readonly ratings: Ratings;
  /** A Markdown link to the meeting, or `undefined` for the meeting that contains the chart. */
  readonly link?: string | undefined;
}

/** Maximum number of points in a chart. Older points are left out. */
const MOST_POINTS = 12;

/**
 * Returns the lines of a chart of meetings between two markers. The numbers of the points form a path from the oldest;
 * an accessible table lists the same points. Only the last twelve meetings are shown.
 */
export function ratingsChart(title: string, points: readonly RatedPoint[]): readonly string[] {
  const shown = points.slice(-MOST_POINTS);
  const left = points.length - shown.length;
  const inner = [
    '',
    '```mermaid',
    'quadrantChart',
    `  title ${mermaidText(title)}`,
    '  x-axis Low skill --> High skill',
    '  y-axis Low challenge --> High challenge',
    '  quadrant-1 Flow',
    '  quadrant-2 Stretched',
    '  quadrant-3 Too little to do',
    '  quadrant-4 At ease',
    ...pointLines(shown),
    '```',
    '',
    '| Point | Meeting | Challenge | Skill |',
    '| --- | --- | --- | --- |',
    ...shown.map(tableRow),
    '',
    ...(left > 0
      ? [`The last ${MOST_POINTS} ratings; ${left} earlier ${left === 1 ? 'one is' : 'ones are'} left out.`, '']
      : []),
  ];
  const { open, close } = chartMarkers(checksum(inner));
  return [open, ...inner, close];
}

/** Returns a checksum of a chart's lines, which ignores alignment and spacing. It detects manual changes. */
function checksum(lines: readonly string[]): string {
  const said = lines.join('').replace(/\s+/g, '').replace(/-{2,}/g, '--');
  return hashText(said).toString(36);
}

/** Escapes words for a Mermaid diagram. Characters with a meaning in Mermaid or HTML become entities. */
function mermaidText(words: string): string {
  return oneLine(words).replace(/[^\p{L}\p{M}\p{N} .,'’-]/gu, (sign) => `#${sign.codePointAt(0) ?? 0xfffd};`);
}

/**
 * Returns one line per point, labeled with its number in the table. Meetings with the same ratings share a point and its
 * label, because overlapping labels are unreadable.
 */
function pointLines(points: readonly RatedPoint[]): string[] {
  const numbers = new Map<string, number[]>();
  for (const [at, { ratings }] of points.entries()) {
    addToGroup(numbers, `[${onScale(ratings.skill)}, ${onScale(ratings.challenge)}]`, at + 1);
  }
  return Array.from(numbers, ([place, labels]) => `  "${labels.join(', ')}": ${place}`);
}

/** Converts a rating from 0 to 10 to a number from 0 to 1 for Mermaid. */
function onScale(rating: number): string {
  return String(Number((rating / 10).toFixed(4)));
}

function tableRow({ date, ratings, link }: RatedPoint, at: number): string {
  return `| ${at + 1} | ${link ?? date} | ${ratings.challenge} | ${ratings.skill} |`;
}

/** The existing chart of a meeting: `byHand` if it was edited or drawn by the user. */
type ExistingChart = { readonly region: ChartRegion } | 'byHand' | undefined;

/** Returns the last chart of challenge and skill in the private or the public part of a meeting. */
export function existingChart(note: ParsedNote, meeting: Meeting, isPrivate: boolean): ExistingChart {
  const { text, blocks } = note;
  const isThere = (line: number) => hasLine(meeting, line) && note.isPrivateLine(line) === isPrivate;
  const region = chartRegions(note).findLast(({ line }) => isThere(line));
  if (region) return isUntouched(note, region) ? { region } : 'byHand';
  const hasOther = blocks.some(
    ({ kind, line, start, end }) =>
      kind === 'code' && isThere(line) && /^mermaid\s+quadrantChart\b/.test(text.slice(start, end)),
  );
  return hasOther ? 'byHand' : undefined;
}

/** Returns the edit that replaces the chart in `region`, or no edits if it is unchanged. */
export function redraw({ lines }: ParsedNote, region: ChartRegion, chart: readonly string[]): TextEdit[] {
  const start = lines.start(region.line);
  const end = lines.start(region.endLine) + lines.get(region.endLine).length;
  const text = chart.join(lineEndOf(lines.text));
  return lines.text.slice(start, end) === text ? [] : [{ start, end, text }];
}

function isUntouched({ lines }: ParsedNote, { line, endLine, seal, isClosed }: ChartRegion): boolean {
  return isClosed && checksum(lines.slice(line + 1, endLine - 1)) === seal;
}
