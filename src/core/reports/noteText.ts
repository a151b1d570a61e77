import type { Block } from '../markdown/block';
import { readFrontMatter } from '../markdown/frontMatter';
import { scan } from '../markdown/scan';
import { type LineRange, readPrivacy } from '../note/privacy';

/** The text of a note, each view of it made once and only on demand. */
export class NoteText {
  readonly text: string;
  #lines: readonly string[] | undefined;
  #blocks: readonly Block[] | undefined;
  #privateLines: readonly LineRange[] | undefined;

  constructor(text: string) {
    this.text = text;
  }

  get lines(): readonly string[] {
    this.#lines ??= this.text.split(/\r\n|\n|\r/);
    return this.#lines;
  }

  get blocks(): readonly Block[] {
    this.#blocks ??= scan(this.text, readFrontMatter(this.text));
    return this.#blocks;
  }

  get privateLines(): readonly LineRange[] {
    this.#privateLines ??= readPrivacy(this.text, this.blocks).ranges;
    return this.#privateLines;
  }
}
