import type { Block } from '../markdown/block';
import { htmlComments } from '../markdown/htmlComments';

/** `<!-- private -->` or `<!-- /private -->` as it stands in a note. */
export interface PrivateMarker {
  readonly opens: boolean;
  /** Lines of its first and last character: they differ when it is written over several. */
  readonly line: number;
  readonly endLine: number;
}

const CANDIDATE = /<!--\s*\/?\s*private\s*-->/i;
const MARKER = /^<!--\s*(\/?)\s*private\s*-->$/i;

/** The markers of a note in the order of their places: comments, so none in code and none within another comment. */
export function privateMarkers(text: string, blocks: readonly Block[]): readonly PrivateMarker[] {
  return CANDIDATE.test(text) ? blocks.flatMap((block) => markersIn(text, block)) : [];
}

function markersIn(text: string, block: Block): PrivateMarker[] {
  if (block.kind === 'item' || block.kind === 'quote' || !CANDIDATE.test(text.slice(block.start, block.end))) {
    return [];
  }
  const found: PrivateMarker[] = [];
  let line = block.line;
  let counted = block.start;
  for (const { start, end } of htmlComments(text, block)) {
    line += lineEndsIn(text.slice(counted, start));
    counted = start;
    const slash = MARKER.exec(text.slice(start, end))?.[1];
    if (slash !== undefined) {
      found.push({ opens: slash === '', line, endLine: line + lineEndsIn(text.slice(start, end)) });
    }
  }
  return found;
}

/** CR, LF and CRLF each end a line once. */
function lineEndsIn(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}
