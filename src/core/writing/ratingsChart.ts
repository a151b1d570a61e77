import type { CivilDate } from '../civilDate';
import { hashText } from '../framework/hashText';
import { flowRegion } from '../insight/flowRegion';
import { chartMarkers } from '../note/chartRegion';
import type { Ratings } from '../note/ratings';
import { oneLine } from './asText';

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
export function checksum(lines: readonly string[]): string {
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
