import { TextLines } from '../text/lines';
import { hasLine } from '../text/range';
import type { Block } from './block';
import { type FrontMatter, readFrontMatter } from './frontMatter';
import { type Conflict, conflictsIn, withBlankLines } from './conflicts';
import { scan } from './scan';

/**
 * A Markdown text with its front matter, blocks and lines. Each of them is computed when it is first read, and at most once:
 * a function that works on a text takes this object and hands it on.
 */
export class ParsedMarkdown {
  readonly text: string;
  #frontMatter: FrontMatter | undefined;
  #blocks: readonly Block[] | undefined;
  #lines: TextLines | undefined;
  #conflicts: readonly Conflict[] | undefined;

  constructor(text: string) {
    this.text = text;
  }

  get frontMatter(): FrontMatter {
    return (this.#frontMatter ??= readFrontMatter(this.text));
  }

  /** The blocks after the front matter, in document order. The markers of conflicts are read as empty lines. */
  get blocks(): readonly Block[] {
    return (this.#blocks ??= scan(this.#withoutMarkers(), this.frontMatter));
  }

  /** The lines that Git could not merge. */
  get conflicts(): readonly Conflict[] {
    return (this.#conflicts ??= conflictsIn(this.text));
  }

  get lines(): TextLines {
    return (this.#lines ??= new TextLines(this.text));
  }

  #withoutMarkers(): string {
    if (this.conflicts.length === 0) return this.text;
    const markers = new Set(this.conflicts.flatMap((conflict) => conflict.markers));
    return withBlankLines(this.lines, (line) => markers.has(line));
  }

  /** Tests whether a line is in front matter, code, a comment or HTML, where nothing is read. */
  isHidden(line: number): boolean {
    return line < this.frontMatter.bodyLine || this.blocks.some((block) => isHidden(block) && hasLine(block, line));
  }
}

function isHidden({ kind }: Block): boolean {
  return kind === 'code' || kind === 'comment' || kind === 'html';
}
