import type { Block, BlockKind } from './block';
import type { LineCursor } from './lineCursor';

/** A block that may still grow; a paragraph may even turn out to be a heading. */
export type OpenBlock = { -readonly [Key in keyof Block]: Block[Key] };

interface Container {
  readonly block: OpenBlock;
  /** Index of the block. */
  readonly index: number;
  /** By how many columns its content is indented, or `QUOTE`. */
  readonly width: number;
}

/** Stands for the width of a block quote, which is entered by its marker instead of an indent. */
const QUOTE = -1;

/** The blocks found so far, and which of them the next line may still belong to. */
export class OpenBlocks {
  readonly blocks: OpenBlock[] = [];
  /** The open block that holds no others; `undefined` when nothing but containers is open. */
  leaf: OpenBlock | undefined;
  /** Length of the fence that opened the leaf; 0 if none did. */
  fenceLength = 0;
  /** What the last line of the leaf contains if it is HTML; `undefined` if a blank line ends it. */
  htmlEnd: RegExp | undefined;
  /** How many of the open containers, from the outside in, the current line has entered. */
  entered = 0;
  /** From the outside in. */
  readonly #containers: Container[] = [];
  /** Where the block that was closed last ended: whatever holds it ends there at the earliest. */
  #lastLine = -1;
  #lastEnd = -1;

  /** How many containers are open. */
  get depth(): number {
    return this.#containers.length;
  }

  /** Whether the line has entered them all. */
  get enteredAll(): boolean {
    return this.entered === this.#containers.length;
  }

  /** Whether a paragraph is open right where the line is: not further in, where the line could continue it lazily. */
  get inParagraph(): boolean {
    return this.leaf !== undefined && this.enteredAll;
  }

  /** Enters those containers that `line` belongs to. The others stay open for now: the line may be a lazy one. */
  enter(line: LineCursor): void {
    this.entered = 0;
    for (const container of this.#containers) {
      if (!this.#canEnter(container, line)) return;
      this.entered++;
    }
  }

  /** Opens a block at `line`'s first character, and closes what the line has not entered. */
  openLeaf(kind: BlockKind, line: LineCursor): OpenBlock {
    this.leaf = this.#open(kind, line);
    this.leaf.end = line.textEnd;
    return this.leaf;
  }

  /** Opens the block quote whose marker stands at `line`'s first character, and enters it. */
  openQuote(line: LineCursor): void {
    const quote = this.#open('quote', line);
    line.enterQuote();
    this.#hold(quote, line, QUOTE);
  }

  /** Opens the list item whose marker ends at `markerEnd`, and enters it. */
  openItem(line: LineCursor, markerEnd: number): void {
    const item = this.#open('item', line);
    this.#hold(item, line, line.startItem(markerEnd));
  }

  /** Adds the line to the leaf. */
  extendLeaf(line: LineCursor): void {
    if (this.leaf === undefined) return;
    this.leaf.endLine = line.number;
    this.leaf.end = line.textEnd;
  }

  /** Closes the leaf; containers stay open. */
  closeLeaf(): void {
    if (this.leaf === undefined) return;
    this.#lastLine = this.leaf.endLine;
    this.#lastEnd = this.leaf.end;
    this.leaf = undefined;
  }

  /** Closes the leaf and the containers that the current line has not entered. */
  closeRest(): void {
    this.closeLeaf();
    while (this.#containers.length > this.entered) this.#closeContainer();
  }

  /** Closes whatever is open: the text has ended. */
  closeAll(): void {
    this.entered = 0;
    this.closeRest();
  }

  #canEnter({ width, index }: Container, line: LineCursor): boolean {
    if (width === QUOTE) return line.enterQuote();
    // An item may begin with one blank line, not with two; once it holds something, blank lines do not end it.
    if (line.blank) return index < this.blocks.length - 1;
    return line.enterItem(width);
  }

  #open(kind: BlockKind, { number, offset }: LineCursor): OpenBlock {
    this.closeRest();
    const parent = this.#containers.at(-1)?.index ?? -1;
    const block = { kind, line: number, endLine: number, marker: offset, start: offset, end: offset, level: 0, parent };
    this.blocks.push(block);
    return block;
  }

  #hold(block: OpenBlock, line: LineCursor, width: number): void {
    block.start = block.end = line.offset;
    this.#containers.push({ block, index: this.blocks.length - 1, width });
    this.entered++;
  }

  #closeContainer(): void {
    const block = this.#containers.pop()?.block;
    if (block === undefined) return;
    this.#lastLine = block.endLine = Math.max(block.endLine, this.#lastLine);
    this.#lastEnd = block.end = Math.max(block.end, this.#lastEnd);
  }
}
