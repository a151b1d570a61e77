import type { Block, BlockKind } from './block';
import type { LineCursor } from './lineCursor';

/** A block that may still grow. A paragraph may still become a heading. */
type OpenBlock = { -readonly [Key in keyof Block]: Block[Key] };

interface Container {
  readonly block: OpenBlock;
  /** Index of the block in `OpenBlocks.blocks`. */
  readonly index: number;
  /** Indent of the content in columns, or `QUOTE`. */
  readonly width: number;
}

/** The `width` of a block quote, which is entered by its marker instead of an indent. */
const QUOTE = -1;

/** The blocks found so far, and the open blocks that the next line may continue. */
export class OpenBlocks {
  readonly blocks: OpenBlock[] = [];
  /** The open leaf block, or `undefined` if only containers are open. */
  leaf: OpenBlock | undefined;
  /** Length of the fence that opened the leaf, or 0 for other leaves. */
  fenceLength = 0;
  /** The end marker of an open HTML block, or `undefined` if a blank line ends it. */
  htmlEnd: RegExp | undefined;
  /** Number of open containers that the current line has entered, from the outside in. */
  entered = 0;
  /** The open containers from the outside in. */
  readonly #containers: Container[] = [];
  /** End of the last closed block. A container of that block cannot end before it. */
  #lastLine = -1;
  #lastEnd = -1;

  /** Number of open containers. */
  get depth(): number {
    return this.#containers.length;
  }

  /** Whether the line has entered all open containers. */
  get enteredAll(): boolean {
    return this.entered === this.#containers.length;
  }

  /**
   * Whether a paragraph is open in the container of the line itself. A paragraph deeper inside, for a lazy
   * continuation, does not count.
   */
  get inParagraph(): boolean {
    return this.leaf !== undefined && this.enteredAll;
  }

  /**
   * Enters the containers to which `line` belongs. The others stay open, because the line may be a lazy continuation.
   */
  enter(line: LineCursor): void {
    this.entered = 0;
    for (const container of this.#containers) {
      if (!this.#canEnter(container, line)) return;
      this.entered++;
    }
  }

  /** Opens a leaf at the line's first character and closes the containers that the line has not entered. */
  openLeaf(kind: BlockKind, line: LineCursor): OpenBlock {
    this.leaf = this.#open(kind, line);
    this.leaf.end = line.textEnd;
    return this.leaf;
  }

  /** Opens and enters the block quote whose marker is the line's first character. */
  openQuote(line: LineCursor): void {
    const quote = this.#open('quote', line);
    line.enterQuote();
    this.#hold(quote, line, QUOTE);
  }

  /** Opens and enters the list item whose marker ends at `markerEnd`. */
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

  /** Closes the leaf but not its containers. */
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

  /** Closes all blocks at the end of the text. */
  closeAll(): void {
    this.entered = 0;
    this.closeRest();
  }

  #canEnter({ width, index }: Container, line: LineCursor): boolean {
    if (width === QUOTE) return line.enterQuote();
    // An item may begin with one blank line, not two. Later blank lines do not end it.
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
