import type { Block } from '../markdown/block';
import { isFenced, paragraphAt } from '../markdown/block';
import { LIST_MARKER } from '../markdown/listItem';
import type { ParsedMarkdown } from '../markdown/parsedMarkdown';
import type { LineProblem } from '../text/lines';
import { message } from '../text/message';
import { END_OF_NOTE, isInRange, type LineRange, mergedLines, touchesRange } from '../text/range';
import { PrivateBlocks, WHOLE_NOTE } from './privateBlocks';
import { privateDefinitions, suspectLines } from './privateLines';
import { markedLines } from './privateMarkers';
import { isPrivateByProperties, isPrivatePath, mayHavePrivateKey, misplacedPrivateProperty } from './privateProperties';
import { isPrivateTitle, mayNamePrivate } from './privateWords';

/** The lines of a note that only its owner may see. */
export interface Privacy {
  /** The private lines and those in doubt, in order and without overlap. */
  readonly ranges: readonly LineRange[];
  /** Lines where it is uncertain what is private, in order. */
  readonly doubts: readonly LineProblem[];
}

const PUBLIC: Privacy = { ranges: [], doubts: [] };
/** A property in front matter may make a note private without a word for it: `share: no`. */
const MAY_HAVE_FRONT_MATTER = /^\uFEFF?\s*---/;
/** Number of characters at the beginning of a note where a property may be, without a word for private. */
const HEAD_LENGTH = 500;
const HEADING_LIKE = new RegExp(String.raw`^[\s\p{Cf}]*(?:(?:>|${LIST_MARKER})\s*)*(?:##{1,5}\s*|#\s+)(.*)`, 'u');
const COMMENTS = /<!--[^]{0,200}?-->/g;

/**
 * Returns the lines that may not be seen by others: under private headings and labels, between private markers, in
 * private items, paragraphs, call-outs and code, and in footnotes that only private text uses. What is in doubt counts
 * as private.
 */
export function readPrivacy(note: ParsedMarkdown): Privacy {
  const property = misplacedPrivateProperty(note);
  if (property !== undefined && mayHaveProperty(note.text)) {
    return { ranges: [WHOLE_NOTE], doubts: [{ line: property, message: message('share.brokenFrontMatter') }] };
  }
  const suspects = suspectLines(note);
  if (suspects.length === 0) return PUBLIC;
  const marked = markedLines(note, suspects);
  const sure = mergedLines([
    ...headedRanges(note, suspects),
    ...marked.ranges,
    ...new PrivateBlocks(note, suspects, marked.markers).ranges(),
  ]);
  const doubts = [
    ...marked.unpaired.map((line) => ({ line, endLine: line, message: message('share.unpairedMarker') })),
    ...doubtfulParts(note, { suspects, sure, similar: marked.similar }),
  ];
  const ranges = mergedLines([...sure, ...doubts]);
  if (ranges.length === 0) return PUBLIC;
  const withItems = mergedLines([...ranges, ...itemRanges(note.blocks, ranges)]);
  return {
    ranges: note.text.includes(']:') ? mergedLines([...withItems, ...privateDefinitions(note, withItems)]) : withItems,
    doubts: doubts.sort((a, b) => a.line - b.line),
  };
}

/** Tests quickly whether a note may have a property that makes it private. */
function mayHaveProperty(text: string): boolean {
  return (
    MAY_HAVE_FRONT_MATTER.test(text) ||
    mayHavePrivateKey(text.slice(0, HEAD_LENGTH)) ||
    mayNamePrivate(text) ||
    (text.includes('::') && mayHavePrivateKey(text))
  );
}

/** Tests whether a note is private as a whole: by its front matter or its path. */
export function isPrivateNote(path: string, note: ParsedMarkdown): boolean {
  return isPrivatePath(path) || isPrivateByProperties(note);
}

/** Returns the lines of private headings. A heading in a quote or list item applies only within it. */
function headedRanges({ text, blocks }: ParsedMarkdown, suspects: readonly LineRange[]): LineRange[] {
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
    if (
      !open.has(block.parent) &&
      touchesRange(suspects, block) &&
      isPrivateTitle(text.slice(block.start, block.end))
    ) {
      open.set(block.parent, block);
    }
  }
  for (const heading of [...open.values()]) {
    close(heading, blocks[heading.parent]?.endLine ?? END_OF_NOTE);
  }
  return ranges;
}

/**
 * Returns the parts after what is similar to a private heading or marker, outside of surely private lines: up to the
 * next heading, or to the end of the note.
 */
function doubtfulParts(
  note: ParsedMarkdown,
  {
    suspects,
    sure,
    similar,
  }: Readonly<Record<'suspects' | 'sure', readonly LineRange[]>> & { readonly similar: readonly number[] },
): (LineRange & LineProblem)[] {
  const markers = similar.filter((line) => !isInRange(sure, line));
  return [
    ...markers.map((line) => ({ line, endLine: END_OF_NOTE, message: message('share.nearlyMarker') })),
    ...nearHeadings(note, suspects, sure).map((range) => ({ ...range, message: message('share.nearlyHeading') })),
  ];
}

function nearHeadings(
  { blocks, lines }: ParsedMarkdown,
  suspects: readonly LineRange[],
  sure: readonly LineRange[],
): LineRange[] {
  const headings = blocks.filter(({ kind }) => kind === 'heading');
  const headingLines = new Set(headings.map(({ line }) => line));
  const ends = headings.filter(({ parent }) => parent < 0).map(({ line }) => line - 1);
  const code: LineRange[] = blocks.filter(isFenced);
  const ranges: LineRange[] = [];
  let next = 0;
  for (const { line } of suspects) {
    const isRead = headingLines.has(line) || [sure, code, ranges].some((each) => isInRange(each, line));
    const title = isRead ? undefined : HEADING_LIKE.exec(lines.get(line).replace(COMMENTS, ''))?.[1];
    if (title !== undefined && isPrivateTitle(title)) {
      while ((ends[next] ?? END_OF_NOTE) < line) next++;
      const endLine = ends[next] ?? END_OF_NOTE;
      ranges.push({ line, endLine });
    }
  }
  return ranges;
}

/** Returns the items whose own text has a private line. They are private with their children. */
function itemRanges(blocks: readonly Block[], ranges: readonly LineRange[]): LineRange[] {
  return blocks.filter(({ kind, line }, index) => {
    const endLine = paragraphAt(blocks, index)?.endLine ?? line;
    return kind === 'item' && touchesRange(ranges, { line, endLine });
  });
}
