/** What a block is. `comment` is a region between two `%%`, as Obsidian hides it; `break` is a thematic break. */
export type BlockKind = 'heading' | 'item' | 'quote' | 'paragraph' | 'code' | 'html' | 'comment' | 'break';

/**
 * One block of a note. Blocks come in document order, a container (item, quote) before what it holds.
 * Offsets are UTF-16 into the text; lines count from 0 at the start of the text.
 */
export interface Block {
  readonly kind: BlockKind;
  readonly line: number;
  /** Last line, inclusive; blank lines at the end of a container or of indented code are outside. */
  readonly endLine: number;
  /** Where its own syntax begins: `#`, `-`, `1.`, `>`, a fence. Without such, the same as `start`. */
  readonly marker: number;
  /**
   * First character of the content: after the marker of a heading, item or quote and the blanks that follow it (a task's
   * box is content), the whole first line of code, HTML or a comment. Blanks before it are never content.
   */
  readonly start: number;
  /** After the last character; blanks at its end and the closing `#`s of a heading are outside. */
  readonly end: number;
  /** 1 to 6 for a heading, otherwise 0. */
  readonly level: number;
  /** Index of the item or quote that holds it directly, or -1. */
  readonly parent: number;
}

/** Where the blocks of a note begin: after its front matter, as `readFrontMatter` finds it. */
export interface BodyStart {
  /** Offset of the first character after the front matter. */
  readonly bodyStart: number;
  /** Line of that character. */
  readonly bodyLine: number;
}
