import type { CivilDate } from '../dates/civilDate';
import type { Meeting } from '../note/note';
import { chartMarkers, type ChartRegion, chartRegions, type Ratings } from '../note/ratings';
import type { ParsedNote } from '../note/parsedNote';
import { oneLine } from '../noteEdit/escapeMarkdown';
import { lineEndOf, type TextEdit } from '../text/edit';
import { hashText } from '../text/hashText';
import { hasLine } from '../text/range';

/** The eight states that challenge and skill make together, as the research on flow names them, and the middle of them. */
export type FlowRegion =
  'apathy' | 'boredom' | 'relaxation' | 'control' | 'flow' | 'arousal' | 'anxiety' | 'worry' | 'balanced';

/** Counterclockwise from where skill is high and challenge is neither high nor low. */
const REGIONS: readonly FlowRegion[] = [
  'control',
  'flow',
  'arousal',
  'anxiety',
  'worry',
  'apathy',
  'boredom',
  'relaxation',
];
const MIDDLE = 5;
/** How far from the middle a point still is in balance: one step on one of the scales. */
const BALANCED = 1;

/** Where a pair of ratings lies: in one of eight equal sectors around the middle of both scales, or close to it. */
export function flowRegion({ challenge, skill }: Ratings): FlowRegion {
  const right = skill - MIDDLE;
  const up = challenge - MIDDLE;
  if (Math.hypot(right, up) <= BALANCED) return 'balanced';
  const eighths = Math.round(Math.atan2(up, right) / (Math.PI / 4));
  return REGIONS.at(eighths % REGIONS.length) ?? 'balanced';
}

/** One meeting with its ratings. */
export interface RatedPoint {
  readonly date: CivilDate;
  readonly ratings: Ratings;
  /** A Markdown link to the meeting, or `undefined` for the one that the chart stands in. */
  readonly link?: string | undefined;
}

/** Older points would hide the newer ones: more than this many are not drawn. */
const MOST_POINTS = 12;

/**
 * The chart of some meetings, oldest first, with a table of the same points for those who do not see pictures, between
 * two markers. Only the last twelve are in it.
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
    '  quadrant-2 Anxiety',
    '  quadrant-3 Apathy',
    '  quadrant-4 Relaxation',
    ...pointLines(shown),
    '```',
    '',
    '| Meeting | Challenge | Skill | Where it lies |',
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

/** What tells whether lines of a chart still say what was written: how they are aligned and spaced does not matter. */
function checksum(lines: readonly string[]): string {
  const said = lines.join('').replace(/\s+/g, '').replace(/-{2,}/g, '--');
  return hashText(said).toString(36);
}

/** Words as a Mermaid diagram shows them as they are: whatever could be its syntax, or HTML, as an entity of Mermaid's. */
function mermaidText(words: string): string {
  return oneLine(words).replace(/[^\p{L}\p{M}\p{N} .,'’-]/gu, (sign) => `#${sign.codePointAt(0) ?? 0xfffd};`);
}

/** Meetings with the same ratings are one point with several labels, since labels over each other cannot be read. */
function pointLines(points: readonly RatedPoint[]): string[] {
  const dates = new Map<string, CivilDate[]>();
  for (const { date, ratings } of points) {
    const place = `[${onScale(ratings.skill)}, ${onScale(ratings.challenge)}]`;
    dates.set(place, [...(dates.get(place) ?? []), date]);
  }
  return Array.from(dates, ([place, labels]) => `  "${[...new Set(labels)].join(', ')}": ${place}`);
}

/** A rating from 0 to 10 as a part of 1, in the digits that Mermaid reads. */
function onScale(rating: number): string {
  return String(Number((rating / 10).toFixed(4)));
}

function tableRow({ date, ratings, link }: RatedPoint): string {
  return `| ${link ?? date} | ${ratings.challenge} | ${ratings.skill} | ${flowRegion(ratings)} |`;
}

/** The chart that a meeting has already: `byHand` is one that somebody edited, or drew without our markers. */
export type ExistingChart = { readonly region: ChartRegion } | 'byHand' | undefined;

/** The last chart of challenge and skill in what of a meeting is private, or in what is not. */
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

/** The edit that puts a new chart in the place of the one in `region`; none when it says the same. */
export function redraw({ lines }: ParsedNote, region: ChartRegion, chart: readonly string[]): TextEdit[] {
  const start = lines.start(region.line);
  const end = lines.start(region.endLine) + lines.get(region.endLine).length;
  const text = chart.join(lineEndOf(lines.text));
  return lines.text.slice(start, end) === text ? [] : [{ start, end, text }];
}

function isUntouched({ lines }: ParsedNote, { line, endLine, seal, isClosed }: ChartRegion): boolean {
  return isClosed && checksum(lines.slice(line + 1, endLine - 1)) === seal;
}
