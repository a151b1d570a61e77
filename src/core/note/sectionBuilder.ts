import { trimToSize } from '../text/retained';
import { endOfLine } from '../followUp/taskItem';
import type { QuestionBank } from '../frameworks/questionBank';
import type { Block } from '../markdown/block';
import { checkboxAt } from '../markdown/listItem';
import type { ParsedMarkdown } from '../markdown/parsedMarkdown';
import { isPurpose } from './meetingOutline';
import type { Prompt, MentionTopic, Section, SectionKind } from './note';
import type { FoundQuestion } from './prompts';
import type { MentionCollector } from './mentions';
import { countWords } from './writtenWords';

interface SectionHead {
  readonly title: string;
  readonly kind: SectionKind | undefined;
  readonly level: number;
  readonly line: number;
  readonly isPrivate: boolean;
  /** The topic of its headings. */
  readonly about: MentionTopic | undefined;
}

type OpenPrompt = { -readonly [Key in keyof Prompt]: Prompt[Key] } & {
  /** Index of the question's block. */
  readonly block: number;
};

/** Builds a section: counts its words and assigns answers to the open question. */
export class SectionBuilder {
  readonly #text: string;
  readonly #blocks: readonly Block[];
  readonly #bank: QuestionBank;
  readonly #head: SectionHead;
  readonly #mentions: MentionCollector;
  readonly #prompts: Prompt[] = [];
  #open: OpenPrompt | undefined;
  #words = 0;
  #isUntouched = true;

  constructor({ text, blocks }: ParsedMarkdown, bank: QuestionBank, head: SectionHead, mentions: MentionCollector) {
    this.#text = text;
    this.#blocks = blocks;
    this.#bank = bank;
    this.#head = head;
    this.#mentions = mentions;
  }

  /** Tests whether the open question is the list item at `index`. */
  isAskedBy(index: number): boolean {
    return this.#open?.block === index;
  }

  /** Opens the question of the block at `index`. An answer in the same block counts at once. */
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
    if (words > 0) {
      const line = isOnNextLine ? block.line + 1 : block.line;
      this.#mentions.read({ start: question.end, end, line }, this.#about(question.key));
    }
    this.#open = {
      question: question.key,
      line: block.line,
      answered: words > 0 || question.isTicked,
      answerLine: isOnNextLine ? block.line + 1 : block.line,
      answerEndLine: words > 0 ? endLine : block.line,
      block: index,
    };
  }

  /** Counts the words of the block at `index`, for the section and for the question that it answers. */
  write(index: number): void {
    const block = this.#blocks[index];
    if (!block || this.#isNoContent(block)) {
      return;
    }
    this.#isUntouched = false;
    const start = contentStart(this.#text, block);
    const words = block.kind === 'paragraph' ? countWords(this.#text, start, block.end) : 1;
    if (words === 0) {
      return;
    }
    this.#words += words;
    const prompt = this.#promptAnsweredBy(index);
    const about = this.#about(prompt?.question);
    // The tags of a task line belong to its follow-up.
    if (block.kind === 'paragraph' && (about !== undefined || start === block.start)) {
      this.#mentions.read({ start, end: block.end, line: block.line }, about);
    }
    if (!prompt) {
      return;
    }
    if (prompt.answerEndLine === prompt.line && prompt.answerLine === prompt.line) {
      prompt.answerLine = block.line;
    }
    prompt.answered = true;
    prompt.answerEndLine = Math.max(prompt.answerEndLine, block.endLine);
  }

  /** Closes the section at `endLine` and returns it. */
  close(endLine: number): Section {
    this.#closePrompt();
    const { title, kind, level, line, isPrivate } = this.#head;
    const prompts = trimToSize(this.#prompts);
    return { title, kind, level, line, endLine, words: this.#words, private: isPrivate, prompts };
  }

  /** Returns the topic of a question, or of the heading if mentions do not follow the question's topic. */
  #about(question: number | undefined): MentionTopic | undefined {
    const topic = question === undefined ? undefined : this.#bank.topicOf(question);
    return topic === 'thanks' || topic === 'blockers' ? topic : this.#head.about;
  }

  #promptAnsweredBy(index: number): OpenPrompt | undefined {
    const prompt = this.#open;
    const isElsewhere = prompt && this.#blocks[prompt.block]?.kind === 'item' && !this.#isInside(index, prompt.block);
    return isElsewhere ? undefined : prompt;
  }

  #closePrompt(): void {
    if (this.#open) {
      const { question, line, answered, answerLine, answerEndLine } = this.#open;
      this.#prompts.push({ question, line, answered, answerLine, answerEndLine });
      this.#open = undefined;
    }
  }

  /**
   * Tests whether a block has no content: HTML without text, the purpose below a heading, or a bold label before any question.
   */
  #isNoContent(block: Block): boolean {
    const text = this.#text;
    if (block.kind === 'html') {
      return countWords(text, block.start, block.end) === 0;
    }
    if (
      block.kind !== 'paragraph' ||
      text.charCodeAt(block.start) !== 0x2a ||
      text.charCodeAt(block.end - 1) !== 0x2a
    ) {
      return false;
    }
    const isBold = text.startsWith('**', block.start);
    return isBold
      ? !this.#open && text.indexOf('**', block.start + 2) === block.end - 2
      : this.#isUntouched && isPurpose(text.slice(block.start, block.end));
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
  return checkboxAt(text, block.start)?.end ?? block.start;
}
