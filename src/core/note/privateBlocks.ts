import { type Block, isFenced, paragraphLines } from '../markdown/block';
import { readLineStart, withoutMarkers } from '../markdown/listItem';
import type { ParsedMarkdown } from '../markdown/parsedMarkdown';
import { END_OF_NOTE, type LineRange, touchesRange } from '../text/range';
import { endsLabel, type LabelForm, lineEffect } from './privateLines';
import { hasLock, isPrivateName, isPrivateTitle } from './privateWords';

/** All lines of a note. */
export const WHOLE_NOTE: LineRange = { line: 0, endLine: END_OF_NOTE };
const HTML_HEADING = /^<(?:h[1-6]|p|b|strong|u|em|center|font)\b/i;
const CALL_OUT = /^\[!([^\]]{1,40})\][+-]?[ \t]*(.*)/;
const FENCE_INFO = /^(?:`{3,}|~{3,})[ \t{.]*([^\r\n`]*)/;
/** The title of a call-out that the Admonition plugin of Obsidian writes as code: `ad-note`. */
const TITLE_IN_CODE = /^(?:`{3,}|~{3,})[ \t]*ad-[^\r\n]*[\r\n]+[ \t>]*title:([^\r\n]*)/;

/** Finds what the text of items, paragraphs, call-outs and code makes private. */
export class PrivateBlocks {
  readonly #note: ParsedMarkdown;
  readonly #suspects: readonly LineRange[];
  /** Lines of markers, which are not read as text. */
  readonly #markers: ReadonlySet<number>;
  /** Ends of the parts under labels, by container and form, so that each part is searched once. */
  readonly #ends = new Map<string, number>();
  readonly #ranges: LineRange[] = [];
  #hasSection = false;

  constructor(note: ParsedMarkdown, suspects: readonly LineRange[], markers: ReadonlySet<number>) {
    this.#note = note;
    this.#suspects = suspects;
    this.#markers = markers;
  }

  ranges(): readonly LineRange[] {
    const { text, blocks } = this.#note;
    for (const [index, block] of blocks.entries()) {
      this.#hasSection ||= block.kind === 'heading' && block.level > 1;
      if (!touchesRange(this.#suspects, block)) continue;
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
    } else if (effect.makes === 'note' && isItem) {
      this.#ranges.push(this.#itemAround(this.#outermost(index)) ?? block);
    } else if (effect.makes !== 'label') {
      this.#ranges.push(written.startsWith('|') && line > block.line ? { line, endLine: line } : block);
    } else if (effect.form === 'heading' && block.parent < 0 && !this.#hasSection) {
      this.#ranges.push(WHOLE_NOTE);
    } else {
      const from = effect.isWhole && !isTask ? this.#outermost(index) : index;
      const endLine = this.#endOfLabel({ index: from, line }, effect.form);
      const isEmpty = isItem && from !== index && endLine <= line;
      this.#ranges.push((isEmpty ? this.#itemAround(from) : undefined) ?? { line, endLine });
    }
  }

  /** Returns the item that a block is in. A label that labels nothing and a property of its own apply to that item. */
  #itemAround(index: number): Block | undefined {
    const { blocks } = this.#note;
    const around = blocks[blocks[index]?.parent ?? -1];
    return around?.kind === 'item' ? around : undefined;
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
