import { endOfLine, isBox } from '../followUp/taskItem';
import type { Block } from '../markdown/block';
import type { Prompt, Section, SectionKind } from './note';
import type { FoundQuestion } from './prompt';

interface SectionHead {
  readonly title: string;
  readonly kind: SectionKind | undefined;
  readonly level: number;
  readonly line: number;
  readonly isPrivate: boolean;
}

type OpenPrompt = { -readonly [Key in keyof Prompt]: Prompt[Key] } & {
  /** Index of the block that asks. */
  readonly block: number;
};

const COMMENT = '<!--';
/** Most sections ask nothing, and an empty list for each would take more memory than all questions. */
const NO_PROMPTS: readonly Prompt[] = [];

/** A section while it is being read: what is written is counted, and goes to the open question as its answer. */
export class SectionDraft {
  readonly #text: string;
  readonly #blocks: readonly Block[];
  readonly #head: SectionHead;
  readonly #prompts: Prompt[] = [];
  #open: OpenPrompt | undefined;
  #words = 0;
  #isUntouched = true;

  constructor({ text, blocks }: { text: string; blocks: readonly Block[] }, head: SectionHead) {
    this.#text = text;
    this.#blocks = blocks;
    this.#head = head;
  }

  /** Whether the open question is the list item at `index`. */
  isAskedBy(index: number): boolean {
    return this.#open?.block === index;
  }

  /** Opens the question that the block at `index` asks; an answer on the spot counts at once. */
  ask(question: FoundQuestion, index: number): void {
    const block = this.#blocks[index];
    if (!block) {
      return;
    }
    this.#closePrompt();
    this.#isUntouched = false;
    const end = block.kind === 'item' ? (this.#blocks[index + 1]?.end ?? block.end) : block.end;
    const words = countWords(this.#text, question.end, end);
    const endLine = block.kind === 'item' ? (this.#blocks[index + 1]?.endLine ?? block.line) : block.endLine;
    const isOnNextLine = words > 0 && question.end > endOfLine(this.#text, block.start);
    this.#words += words;
    this.#open = {
      question: question.key,
      line: block.line,
      answered: words > 0 || question.isTicked,
      answerLine: isOnNextLine ? block.line + 1 : block.line,
      answerEndLine: words > 0 ? endLine : block.line,
      block: index,
    };
  }

  /** Counts what the block at `index` says, for the section and for the open question if it is its answer. */
  write(index: number): void {
    const block = this.#blocks[index];
    if (!block || this.#isNoContent(block)) {
      return;
    }
    this.#isUntouched = false;
    const words = block.kind === 'paragraph' ? countWords(this.#text, contentStart(this.#text, block), block.end) : 1;
    if (words === 0) {
      return;
    }
    this.#words += words;
    const prompt = this.#open;
    if (!prompt || (this.#blocks[prompt.block]?.kind === 'item' && !this.#isInside(index, prompt.block))) {
      return;
    }
    if (prompt.answerEndLine === prompt.line && prompt.answerLine === prompt.line) {
      prompt.answerLine = block.line;
    }
    prompt.answered = true;
    prompt.answerEndLine = Math.max(prompt.answerEndLine, block.endLine);
  }

  /** The section as it stood up to `endLine`. */
  close(endLine: number): Section {
    this.#closePrompt();
    const { title, kind, level, line, isPrivate } = this.#head;
    const prompts = this.#prompts.length > 0 ? this.#prompts : NO_PROMPTS;
    return { title, kind, level, line, endLine, words: this.#words, private: isPrivate, prompts };
  }

  #closePrompt(): void {
    if (this.#open) {
      const { question, line, answered, answerLine, answerEndLine } = this.#open;
      this.#prompts.push({ question, line, answered, answerLine, answerEndLine });
      this.#open = undefined;
    }
  }

  /** Comments, the line under a heading that says what it is for, and bold labels before any question. */
  #isNoContent(block: Block): boolean {
    const text = this.#text;
    if (block.kind === 'html') {
      return text.startsWith(COMMENT, block.start);
    }
    if (
      block.kind !== 'paragraph' ||
      text.charCodeAt(block.start) !== 0x2a ||
      text.charCodeAt(block.end - 1) !== 0x2a
    ) {
      return false;
    }
    const isBold = text.startsWith('**', block.start);
    return isBold ? !this.#open && text.indexOf('**', block.start + 2) === block.end - 2 : this.#isUntouched;
  }

  #isInside(index: number, container: number): boolean {
    let at = index;
    while (at > container) {
      at = this.#blocks[at]?.parent ?? -1;
    }
    return at === container;
  }
}

function contentStart(text: string, block: Block): number {
  return isBox(text, block.start) ? block.start + 3 : block.start;
}

/** How many words stand from `start` to `end`: runs without white space that hold more than marks of ASCII punctuation. */
function countWords(text: string, start: number, end: number): number {
  let words = 0;
  for (let at = start; at < end; at++) {
    if (!isWordCharacter(text.charCodeAt(at))) continue;
    words++;
    while (at < end && !isSpace(text.charCodeAt(at))) at++;
  }
  return words;
}

function isSpace(code: number): boolean {
  return code <= 0x20 || code === 0xa0;
}

function isWordCharacter(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    (code > 0x7f && code !== 0xa0)
  );
}
