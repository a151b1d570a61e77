import { lineEndOf, type TextEdit } from '../edit';
import { chartRegions, type ChartRegion } from '../note/chartRegion';
import type { Meeting } from '../note/note';
import { isInRange } from '../note/privacy';
import type { OpenNote } from './insertUnder';
import { checksum } from './ratingsChart';

/** The chart that a meeting has already: `byHand` is one that somebody edited, or drew without our markers. */
export type ExistingChart = { readonly region: ChartRegion } | 'byHand' | undefined;

/** The last chart of challenge and skill in what of a meeting is private, or in what is not. */
export function existingChart(note: OpenNote, meeting: Meeting, isPrivate: boolean): ExistingChart {
  const { lines, blocks, privateLines } = note;
  const isThere = (line: number) => isInRange([meeting], line) && isInRange(privateLines, line) === isPrivate;
  const region = chartRegions(lines.text, blocks).findLast(({ line }) => isThere(line));
  if (region) return isUntouched(note, region) ? { region } : 'byHand';
  const hasOther = blocks.some(
    ({ kind, line, start, end }) =>
      kind === 'code' && isThere(line) && /^mermaid\s+quadrantChart\b/.test(lines.text.slice(start, end)),
  );
  return hasOther ? 'byHand' : undefined;
}

/** The edit that puts a new chart in the place of the one in `region`; none when it says the same. */
export function redraw({ lines }: OpenNote, region: ChartRegion, chart: readonly string[]): TextEdit[] {
  const start = lines.start(region.line);
  const end = lines.start(region.endLine) + lines.get(region.endLine).length;
  const text = chart.join(lineEndOf(lines.text));
  return lines.text.slice(start, end) === text ? [] : [{ start, end, text }];
}

function isUntouched({ lines }: OpenNote, { line, endLine, seal, isClosed }: ChartRegion): boolean {
  const inner = Array.from({ length: Math.max(endLine - line - 1, 0) }, (_, index) => lines.get(line + 1 + index));
  return isClosed && checksum(inner) === seal;
}
