import type { Block } from '../markdown/block';
import { sectionKindOf } from './headings';

/** Lines of a note, from 0, both ends included. */
export interface LineRange {
  readonly line: number;
  readonly endLine: number;
}

/** Which lines of a note are private, and which markers have no partner. */
export interface Privacy {
  /** In order and without overlap. */
  readonly ranges: readonly LineRange[];
  /** Lines of markers without a partner. What an unclosed one opens is private to the end of the note. */
  readonly unbalanced: readonly number[];
}

const MARKER = /<!--\s*(\/?)\s*private\s*-->/gi;
const NOTHING: Privacy = { ranges: [], unbalanced: [] };

/**
 * What the note's own marks make private: the subtree of a private heading, and the lines from `<!-- private -->` to
 * `<!-- /private -->`, wherever in a line they stand, but not in code. Folder and front matter are the caller's.
 */
export function readPrivacy(text: string, blocks: readonly Block[]): Privacy {
  const marked = text.includes('<!--') ? markedRanges(text, blocks) : NOTHING;
  const headed = headedRanges(text, blocks);
  return headed.length === 0
    ? marked
    : { ranges: merged([...headed, ...marked.ranges]), unbalanced: marked.unbalanced };
}

/** Whether a line lies in one of the ranges. */
export function isInRange(ranges: readonly LineRange[], line: number): boolean {
  return ranges.some((range) => line >= range.line && line <= range.endLine);
}

/** Whether a path lies under a folder named `private`. */
export function isPrivatePath(path: string): boolean {
  return /(?:^|\/)private\//i.test(path);
}

function headedRanges(text: string, blocks: readonly Block[]): LineRange[] {
  const ranges: LineRange[] = [];
  let open: Block | undefined;
  for (const block of blocks) {
    if (block.kind !== 'heading') {
      continue;
    }
    if (open && block.level <= open.level) {
      ranges.push({ line: open.line, endLine: block.line - 1 });
      open = undefined;
    }
    if (!open && sectionKindOf(text.slice(block.start, block.end)) === 'private') {
      open = block;
    }
  }
  if (open) {
    ranges.push({ line: open.line, endLine: Number.MAX_SAFE_INTEGER });
  }
  return ranges;
}

function markedRanges(text: string, blocks: readonly Block[]): Privacy {
  const code = blocks.filter((block) => block.kind === 'code');
  const ranges: LineRange[] = [];
  const unbalanced: number[] = [];
  const open: number[] = [];
  const lines = lineCounter(text);
  for (const marker of text.matchAll(MARKER)) {
    const line = lines(marker.index);
    if (isInRange(code, line) || isInInlineCode(text, marker.index)) {
      continue;
    }
    if (marker[1] === '') {
      open.push(line);
      continue;
    }
    const opener = open.pop();
    if (opener === undefined) {
      unbalanced.push(line);
    } else if (open.length === 0) {
      ranges.push({ line: opener, endLine: line });
    }
  }
  const first = open[0];
  if (first !== undefined) {
    ranges.push({ line: first, endLine: Number.MAX_SAFE_INTEGER });
  }
  return { ranges: merged(ranges), unbalanced: [...unbalanced, ...open] };
}

function isInInlineCode(text: string, offset: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return before.split('`').length % 2 === 0 && text.slice(offset, lineEnd(text, offset)).includes('`');
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

/** Line numbers of offsets that only grow: CR, LF and CRLF each end a line once. */
function lineCounter(text: string): (offset: number) => number {
  let line = 0;
  let at = 0;
  return (offset) => {
    for (; at < offset; at++) {
      const code = text.charCodeAt(at);
      if (code === 0x0a || (code === 0x0d && text.charCodeAt(at + 1) !== 0x0a)) {
        line++;
      }
    }
    return line;
  };
}

function merged(ranges: LineRange[]): LineRange[] {
  ranges.sort((a, b) => a.line - b.line);
  const result: LineRange[] = [];
  for (const range of ranges) {
    const last = result.at(-1);
    if (last && range.line <= last.endLine) {
      result[result.length - 1] = { line: last.line, endLine: Math.max(last.endLine, range.endLine) };
    } else {
      result.push(range);
    }
  }
  return result;
}
