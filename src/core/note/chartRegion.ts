import type { Block } from '../markdown/block';

/** A chart that was drawn for the reader of a note, from the line of its opening marker to that of its closing one. */
export interface ChartRegion {
  readonly line: number;
  /** The line of the opening marker if nothing closes the region. */
  readonly endLine: number;
  /** What the opening marker says of what stands between the two, to tell whether somebody changed it. */
  readonly seal: string;
  readonly isClosed: boolean;
}

const NO_REGIONS: readonly ChartRegion[] = [];
const OPEN = /^<!--\s*one-on-one:chart\s+(\S*)\s*-->/;
const CLOSE = /^<!--\s*\/one-on-one:chart\s*-->/;
const NAME = 'one-on-one:chart';

/** The markers around a chart. */
export function chartMarkers(seal: string): { readonly open: string; readonly close: string } {
  return { open: `<!-- ${NAME} ${seal} -->`, close: `<!-- /${NAME} -->` };
}

/** The charts in a note, in order. */
export function chartRegions(text: string, blocks: readonly Block[]): readonly ChartRegion[] {
  if (!text.includes(NAME)) return NO_REGIONS;
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
