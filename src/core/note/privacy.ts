import type { Block } from '../markdown/block';
import { isFenced, paragraphAt, paragraphLines } from '../markdown/block';
import { LIST_MARKER, readLineStart, withoutMarkers } from '../markdown/listItem';
import type { ParsedMarkdown } from '../markdown/parsedMarkdown';
import type { LineProblem } from '../text/lines';
import { message } from '../text/message';
import { isInRange, type LineRange, mergedLines, touchesRange } from '../text/range';
import { privateDefinitions, endsLabel, type LabelForm, lineEffect } from './privateLines';
import { markedLines } from './privateMarkers';
import { isPrivateByProperties, isPrivatePath, mayHavePrivateKey, misplacedPrivateProperty } from './privateProperties';
import { hasLock, isPrivateName, isPrivateTitle, mayNamePrivate } from './privateWords';

/** The lines of a note that only its owner may see. */
export interface Privacy {
  /** The private lines and those in doubt, in order and without overlap. */
  readonly ranges: readonly LineRange[];
  /** Lines where it is uncertain what is private, in order. */
  readonly doubts: readonly LineProblem[];
}

const END_OF_NOTE = Number.MAX_SAFE_INTEGER;
const WHOLE_NOTE: LineRange = { line: 0, endLine: END_OF_NOTE };
const PUBLIC: Privacy = { ranges: [], doubts: [] };
/** A property in front matter may make a note private without a word for it: `share: no`. */
const MAY_HAVE_FRONT_MATTER = /^\uFEFF?\s*---/;
/** Number of characters at the beginning of a note where a property may be, without a word for private. */
const HEAD_LENGTH = 500;
const HEADING_LIKE = new RegExp(String.raw`^[ \t]*(?:(?:>|${LIST_MARKER})[ \t]*)*(?:##{1,5}[ \t]*|#[ \t]+)(.*)`);
const HTML_HEADING = /^<(?:h[1-6]|p|b|strong|u|em|center|font)\b/i;
const COMMENTS = /<!--[^]{0,200}?-->/g;
const CALL_OUT = /^\[!([^\]]{1,40})\][+-]?[ \t]*(.*)/;
const FENCE_INFO = /^(?:`{3,}|~{3,})[ \t{.]*([^\r\n`]*)/;
/** The title of a call-out that the Admonition plugin of Obsidian writes as code: `ad-note`. */
const TITLE_IN_CODE = /^(?:`{3,}|~{3,})[ \t]*ad-[^\r\n]*[\r\n]+[ \t>]*title:([^\r\n]*)/;

/**
 * Returns the lines that may not be seen by others: under private headings and labels, between private markers, in
 * private items, paragraphs, call-outs and code, and in footnotes that only private text uses. What is in doubt counts
 * as private.
 */
export function readPrivacy(note: ParsedMarkdown): Privacy {
  const { text } = note;
  const isNamed = mayNamePrivate(text) || (text.includes('::') && mayHavePrivateKey(text));
  const mayHaveProperty = MAY_HAVE_FRONT_MATTER.test(text) || mayHavePrivateKey(text.slice(0, HEAD_LENGTH));
  if (!isNamed && !mayHaveProperty) return PUBLIC;
  const property = misplacedPrivateProperty(note);
  if (property !== undefined) {
    return { ranges: [WHOLE_NOTE], doubts: [{ line: property, message: message('share.brokenFrontMatter') }] };
  }
  if (!isNamed) return PUBLIC;
  const marked = markedLines(note);
  const sure = mergedLines([
    ...headedRanges(note),
    ...marked.ranges,
    ...new PrivateBlocks(note, marked.markers).ranges(),
  ]);
  const doubts = [
    ...marked.unpaired.map((line) => ({ line, endLine: line, message: message('share.unpairedMarker') })),
    ...doubtfulParts(note, { sure, similar: marked.similar }),
  ];
  const ranges = mergedLines([...sure, ...doubts]);
  if (ranges.length === 0) return PUBLIC;
  const withItems = mergedLines([...ranges, ...itemRanges(note.blocks, ranges)]);
  return {
    ranges: note.text.includes(']:') ? mergedLines([...withItems, ...privateDefinitions(note, withItems)]) : withItems,
    doubts: doubts.sort((a, b) => a.line - b.line),
  };
}

/** Tests whether a note is private as a whole: by its front matter or its path. */
export function isPrivateNote(path: string, note: ParsedMarkdown): boolean {
  return isPrivatePath(path) || isPrivateByProperties(note);
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
    if (!open.has(block.parent) && isPrivateTitle(text.slice(block.start, block.end))) {
      open.set(block.parent, block);
    }
  }
  for (const heading of [...open.values()]) {
    close(heading, blocks[heading.parent]?.endLine ?? END_OF_NOTE);
  }
  return ranges;
}

/** Finds what the text of items, paragraphs, call-outs and code makes private. */
class PrivateBlocks {
  readonly #note: ParsedMarkdown;
  /** Lines of markers, which are not read as text. */
  readonly #markers: ReadonlySet<number>;
  /** Ends of the parts under labels, by container and form, so that each part is searched once. */
  readonly #ends = new Map<string, number>();
  readonly #ranges: LineRange[] = [];
  #hasSection = false;

  constructor(note: ParsedMarkdown, markers: ReadonlySet<number>) {
    this.#note = note;
    this.#markers = markers;
  }

  ranges(): readonly LineRange[] {
    const { text, blocks } = this.#note;
    for (const [index, block] of blocks.entries()) {
      this.#hasSection ||= block.kind === 'heading' && block.level > 1;
      switch (block.kind) {
        case 'paragraph':
          this.#paragraph(block, index);
          break;
        case 'code':
          if (isFenced(block) && isPrivateFence(text.slice(block.marker, block.end))) this.#ranges.push(block);
          break;
        case 'html':
          this.#html(block, index);
          break;
        default:
      }
    }
    return this.#ranges;
  }

  #paragraph(block: Block, index: number): void {
    const { text, blocks } = this.#note;
    const container = blocks[block.parent];
    const isFirst = block.parent === index - 1;
    for (const [nth, { start, end }] of paragraphLines(text, block).entries()) {
      const written = text.slice(start, end);
      if (isFirst && nth === 0 && container?.kind === 'quote' && isPrivateCallOut(written)) {
        this.#ranges.push(this.#isLone(block, index) ? WHOLE_NOTE : container);
        return;
      }
      const isItem = isFirst && nth === 0 && container?.kind === 'item';
      const checkbox = isItem ? readLineStart(written).checkbox : undefined;
      if (checkbox && hasLock(written.slice(0, checkbox.end))) this.#ranges.push(block);
      this.#line(written.slice(checkbox?.end ?? 0), {
        index,
        line: block.line + nth,
        isItem,
        isTask: checkbox !== undefined,
      });
    }
  }

  #line(written: string, { index, line, isItem, isTask }: PlacedLine): void {
    const effect = lineEffect(written);
    const { blocks } = this.#note;
    const block = blocks[index];
    if (!effect || !block || this.#markers.has(line)) return;
    if (effect.makes === 'rest') {
      this.#ranges.push({ line, endLine: END_OF_NOTE });
    } else if ((effect.makes === 'note' && block.parent < 0) || this.#isLone(block, index)) {
      this.#ranges.push(WHOLE_NOTE);
    } else if (effect.makes !== 'label') {
      this.#ranges.push(written.startsWith('|') && line > block.line ? { line, endLine: line } : block);
    } else if (effect.form === 'heading' && block.parent < 0 && !this.#hasSection) {
      this.#ranges.push(WHOLE_NOTE);
    } else {
      const from = effect.isWhole && !isTask ? this.#outermost(index) : index;
      const endLine = this.#endOfLabel({ index: from, line }, effect.form);
      const around = isItem && from !== index && endLine <= line ? blocks[blocks[from]?.parent ?? -1] : undefined;
      // A label that labels nothing applies to the item that it is in.
      this.#ranges.push(around?.kind === 'item' ? around : { line, endLine });
    }
  }

  /** Returns the outermost quote that holds only this paragraph, or the item that does, or else the paragraph. */
  #outermost(index: number): number {
    const { blocks } = this.#note;
    let at = index;
    for (let up = blocks[at]?.parent ?? -1; up === at - 1; up = blocks[at]?.parent ?? -1) {
      if (blocks[up]?.endLine !== blocks[index]?.endLine) break;
      at = up;
      if (blocks[at]?.kind === 'item') break;
    }
    return at;
  }

  /** Whether a paragraph of one line is all there is between the title of the note and its first section. */
  #isLone(block: Block, index: number): boolean {
    const { blocks, frontMatter } = this.#note;
    const container = blocks[block.parent];
    const first = container ? block.parent : index;
    const before = blocks[first - 1];
    const after = blocks[index + 1];
    return (
      !this.#hasSection &&
      block.line === block.endLine &&
      (container === undefined || (container.kind === 'quote' && container.parent < 0)) &&
      (before?.kind === 'heading' || before === undefined || before.line < frontMatter.bodyLine) &&
      after?.kind === 'heading'
    );
  }

  /** Returns the last line before the next heading or label of the same form in the same container. */
  #endOfLabel({ index, line }: Pick<PlacedLine, 'index' | 'line'>, form: LabelForm): number {
    const { blocks } = this.#note;
    const parent = blocks[index]?.parent ?? -1;
    const key = `${parent} ${form}`;
    const known = this.#ends.get(key) ?? -1;
    if (known >= line) return known;
    const end = this.#findEnd(index, line, form);
    this.#ends.set(key, end);
    return end;
  }

  #findEnd(index: number, line: number, form: LabelForm): number {
    const { blocks, lines } = this.#note;
    const parent = blocks[index]?.parent ?? -1;
    const last = blocks[parent]?.endLine ?? END_OF_NOTE;
    for (let at = index; at < blocks.length; at++) {
      const block = blocks[at];
      if (!block || block.line > last) break;
      const isSibling = block.parent === parent || (block.parent === at - 1 && blocks[at - 1]?.parent === parent);
      if (block.kind === 'heading' && block.parent === parent) return block.line - 1;
      for (let next = Math.max(block.line, line + 1); block.kind === 'paragraph' && next <= block.endLine; next++) {
        if (isSibling && endsLabel(withoutMarkers(lines.get(next)), form)) return next - 1;
      }
    }
    return last;
  }

  /** HTML with a private label in it is private as a whole. A private heading also applies to what follows. */
  #html(block: Block, index: number): void {
    const { text, lines } = this.#note;
    const texts = text.slice(block.start, block.end).split(/[\r\n]+|<[^<>]*>/);
    for (let line = block.line; line <= block.endLine; line++) texts.push(lines.get(line).replace(/<[^<>]*>/g, ' '));
    if (!texts.some((each) => lineEffect(each) !== undefined)) return;
    const isHeading = !this.#markers.has(block.line) && HTML_HEADING.test(text.slice(block.start, block.end));
    const endLine = isHeading ? this.#endOfLabel({ index, line: block.endLine }, 'heading') : block.endLine;
    this.#ranges.push(isHeading && this.#isLone(block, index) ? WHOLE_NOTE : { line: block.line, endLine });
  }
}

/** A line of a paragraph and its place. */
interface PlacedLine {
  /** Index of the paragraph. */
  readonly index: number;
  readonly line: number;
  /** Whether it is the first line of a list item. */
  readonly isItem: boolean;
  readonly isTask: boolean;
}

function isPrivateFence(code: string): boolean {
  return isPrivateName(FENCE_INFO.exec(code)?.[1] ?? '') || isPrivateTitle(TITLE_IN_CODE.exec(code)?.[1] ?? '');
}

/** Tests the first line of a quote: `[!private] Salary`, `[!note]- My private notes`. */
function isPrivateCallOut(written: string): boolean {
  const [, kind = '', title = ''] = CALL_OUT.exec(written) ?? [];
  return isPrivateName(kind) || isPrivateTitle(title);
}

/**
 * Returns the parts after what is similar to a private heading or marker, outside of surely private lines: up to the
 * next heading, or to the end of the note.
 */
function doubtfulParts(
  note: ParsedMarkdown,
  { sure, similar }: { readonly sure: readonly LineRange[]; readonly similar: readonly number[] },
): (LineRange & LineProblem)[] {
  const markers = similar.filter((line) => !isInRange(sure, line));
  return [
    ...markers.map((line) => ({ line, endLine: END_OF_NOTE, message: message('share.nearlyMarker') })),
    ...nearHeadings(note, sure).map((range) => ({ ...range, message: message('share.nearlyHeading') })),
  ];
}

function nearHeadings({ blocks, lines, frontMatter }: ParsedMarkdown, sure: readonly LineRange[]): LineRange[] {
  const headings = blocks.filter(({ kind }) => kind === 'heading');
  const headingLines = new Set(headings.map(({ line }) => line));
  const ends = headings.filter(({ parent }) => parent < 0).map(({ line }) => line - 1);
  const code: LineRange[] = blocks.filter(isFenced);
  const ranges: LineRange[] = [];
  let next = 0;
  for (let line = frontMatter.bodyLine; line < lines.count; line++) {
    const isRead = headingLines.has(line) || isInRange(sure, line) || isInRange(code, line);
    const title = isRead ? undefined : HEADING_LIKE.exec(lines.get(line).replace(COMMENTS, ''))?.[1];
    if (title !== undefined && isPrivateTitle(title)) {
      while ((ends[next] ?? END_OF_NOTE) < line) next++;
      const endLine = ends[next] ?? END_OF_NOTE;
      ranges.push({ line, endLine });
      line = endLine;
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
