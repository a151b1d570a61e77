import type { Block } from '../markdown/block';
import type { ParsedMarkdown } from '../markdown/parsedMarkdown';
import { htmlComments } from '../markdown/htmlComments';
import type { FrontMatterValue } from '../markdown/plainYaml';
import { splitLines } from '../text/lines';
import { type LineRange, mergedLines, touchesRange } from '../text/range';
import { sectionKindOf } from './sections';

/** A `<!-- private -->` or `<!-- /private -->` marker in a note. */
interface PrivateMarker {
  readonly opens: boolean;
  /** Lines of the first and last character, which differ if the marker spans several lines. */
  readonly line: number;
  readonly endLine: number;
}

const MARKER_SOURCE = String.raw`<!--\s*(/?)\s*private\s*-->`;
const CANDIDATE = new RegExp(MARKER_SOURCE, 'i');
const CANDIDATES = new RegExp(MARKER_SOURCE, 'gi');
const MARKER = new RegExp(`^${MARKER_SOURCE}$`, 'i');

/** Tests whether a comment, from `<!--` to `-->`, is a private marker. */
export function isPrivateMarker(comment: string): boolean {
  return MARKER.test(comment);
}

/** Replaces everything that looks like a private marker, even in code. */
export function replacePrivateMarkers(text: string, replacement: string): string {
  return text.replace(CANDIDATES, replacement);
}

/** Returns the private markers of a note in order. Markers in code or within another comment do not count. */
function privateMarkers({ text, blocks }: ParsedMarkdown): readonly PrivateMarker[] {
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

function lineEndsIn(text: string): number {
  return splitLines(text).length - 1;
}

/** The private lines of a note, and its unpaired markers. */
export interface Privacy {
  /** The private lines, in order and without overlap. */
  readonly ranges: readonly LineRange[];
  /** Lines of unpaired markers, in order. An unclosed marker makes the rest of the note private. */
  readonly unbalanced: readonly number[];
}

const END_OF_NOTE = Number.MAX_SAFE_INTEGER;
/** A `private` key in front matter, even if the front matter cannot be parsed. */
export const PRIVATE_KEY = /^[^\S\r\n\u2028\u2029]*["']?private["']?\s*:/im;
const NOT_PRIVATE: ReadonlySet<unknown> = new Set([null, false, 0, '', 'false', 'no', 'off', 'n']);

/**
 * Returns the lines made private by headings and markers: the subtree of a private heading, the lines from `<!--
 * private -->` to `<!-- /private -->`, and each whole list item whose own text has a private line.
 */
export function readPrivacy(note: ParsedMarkdown): Privacy {
  const marked = note.text.includes('<!--') ? markedRanges(note) : { ranges: [], unbalanced: [] };
  const headed = headedRanges(note);
  if (headed.length === 0 && marked.ranges.length === 0) {
    return marked;
  }
  const ranges = mergedLines([...headed, ...marked.ranges]);
  return { ranges: mergedLines([...ranges, ...itemRanges(note.blocks, ranges)]), unbalanced: marked.unbalanced };
}

/** Tests whether a note is private as a whole: by its front matter, or because it is below a folder named `private`. */
export function isPrivateNote(path: string, { text, frontMatter }: ParsedMarkdown): boolean {
  const isUnreadable = frontMatter.problem !== undefined;
  return (
    /(?:^|\/)private\//i.test(path) ||
    [...frontMatter.values].some(saysPrivate) ||
    (isUnreadable && PRIVATE_KEY.test(text.slice(0, frontMatter.bodyStart)))
  );
}

/** Tests for a `private` key. An unclear value makes the note private. */
function saysPrivate([key, value]: readonly [string, FrontMatterValue]): boolean {
  return (
    /^[\s_-]*private[\s_-]*$/i.test(key) &&
    !NOT_PRIVATE.has(typeof value === 'string' ? value.trim().toLowerCase() : value)
  );
}

/** Returns the lines of private headings. A heading in a quote or list item applies only within it. */
function headedRanges({ text, blocks }: ParsedMarkdown): LineRange[] {
  const ranges: LineRange[] = [];
  const open = new Map<number, Block>();
  const close = (heading: Block, endLine: number): void => {
    ranges.push({ line: heading.line, endLine });
    open.delete(heading.parent);
  };
  for (const block of blocks) {
    if (block.kind !== 'heading') {
      continue;
    }
    const before = open.get(block.parent);
    if (before && block.level <= before.level) {
      close(before, block.line - 1);
    }
    if (!open.has(block.parent) && sectionKindOf(text.slice(block.start, block.end)) === 'private') {
      open.set(block.parent, block);
    }
  }
  for (const heading of [...open.values()]) {
    close(heading, blocks[heading.parent]?.endLine ?? END_OF_NOTE);
  }
  return ranges;
}

function markedRanges(note: ParsedMarkdown): Privacy {
  const ranges: LineRange[] = [];
  const unbalanced: number[] = [];
  const open: number[] = [];
  for (const { opens, line, endLine } of privateMarkers(note)) {
    if (opens) {
      open.push(line);
      continue;
    }
    const opener = open.pop();
    if (opener === undefined) {
      unbalanced.push(line);
    } else if (open.length === 0) {
      ranges.push({ line: opener, endLine });
    }
  }
  const [first] = open;
  if (first !== undefined) {
    ranges.push({ line: first, endLine: END_OF_NOTE });
  }
  return { ranges, unbalanced: [...unbalanced, ...open].sort((a, b) => a - b) };
}

function itemRanges(blocks: readonly Block[], ranges: readonly LineRange[]): LineRange[] {
  return blocks.filter(({ kind, line }, index) => {
    const child = blocks[index + 1];
    const endLine = child?.kind === 'paragraph' && child.parent === index ? child.endLine : line;
    return kind === 'item' && touchesRange(ranges, { line, endLine });
  });
}
