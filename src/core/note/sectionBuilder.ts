import { trimToSize } from '../text/retained';
import { codeAt } from '../text/characters';
import { endOfLine } from '../text/lines';
import type { QuestionBank } from '../frameworks/questionBank';
import type { Block } from '../markdown/block';
import { checkboxAt } from '../markdown/listItem';
import type { ParsedMarkdown } from '../markdown/parsedMarkdown';
import { isPurpose, sideLabel } from './meetingOutline';
import type { Prompt, MentionTopic, Section, SectionKind } from './note';
import type { FoundQuestion } from './prompts';
import type { MentionCollector } from './mentions';

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
  readonly #sides: { readonly label: string; points: number }[] = [];
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
      this.#mentions.read({ start: question.end, end, line, endLine }, this.#about(question.key));
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
    if (!block) {
      return;
    }
    if (this.#head.kind === 'agenda') this.#countPoint(block, index);
    if (this.#isNoContent(block)) {
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
      this.#mentions.read({ start, end: block.end, line: block.line, endLine: block.endLine }, about);
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
    const sides = this.#sides.length > 0 ? { sides: this.#sides } : {};
    return { title, kind, level, line, endLine, words: this.#words, private: isPrivate, prompts, ...sides };
  }

  /** Begins the list of a side at its bold name, or counts a point of the list. */
  #countPoint(block: Block, index: number): void {
    const label = sideLabel(this.#text, block);
    const side = this.#sides.at(-1);
    if (label !== undefined) {
      this.#sides.push({ label, points: 0 });
    } else if (side && this.#blocks[index - 1]?.kind === 'item' && this.#blocks[index - 1]?.parent === -1) {
      side.points += countWords(this.#text, contentStart(this.#text, block), block.end) > 0 ? 1 : 0;
    }
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

/** Markup that says nothing by itself: comments, tags, template placeholders and invisible characters by name. */
const SILENT = new RegExp(
  [
    String.raw`<!--[^]{0,2000}?-->|%%[^]{0,2000}?%%`,
    String.raw`\{\{[^]{0,400}?\}\}|<%[^]{0,400}?%>`,
    String.raw`<\/?(?!img\b)[a-z][\w-]{0,30}(?:\s[^<>]{0,400})?\/?>`,
    String.raw`&(?:nbsp|[et]n?msp|ensp|thinsp|zwn?j|shy|hellip|[mn]dash|bull|middot|#160|#8203|#xa0|#x200b);`,
  ].join('|'),
  'gi',
);
/** Text that holds the place of an answer: `TBD`, `[your answer]`. */
const PLACEHOLDER =
  /^[\s*_~`"'(<-]*(?:tb[acd]|to-?do|to be (?:discussed|determined|done|filled(?: in)?)|xxx+|fill (?:me |this )?in|lorem ipsum|placeholder|(?:(?:add|enter|type|write) )?(?:your )?(?:answer|answers|notes|text) here|(?:add|enter|type|write) here|\[(?!\[)[^[\]\n]*\])[\s.!…*_~`"')>:-]*$/i;
const LONGEST_PLACEHOLDER = 80;

/** The ranges of white space, punctuation, symbols and invisible characters. Units elsewhere are parts of words. */
const SIGNS: readonly (readonly [number, number])[] = [
  [0, 0xbf],
  [0x2000, 0x2bff],
  [0x3000, 0x303f],
  [0xfe00, 0xfe6f],
  [0xfeff, 0xff0f],
];
const SILENT_SIGN = /[\p{P}\p{S}\p{Z}\p{C}\uFE00-\uFE0F]/u;
const EMOJI = /\p{Extended_Pictographic}/u;

/** The kinds of UTF-16 units, as bits. A sign may begin, continue or separate words. Silent markup begins with a sign. */
const SPACE = 0;
const SIGN = 1;
const WORD = 2;
const MARKUP = SIGN | 4;
/** The kind of each UTF-16 unit. */
const KINDS = new Uint8Array(0x10000).fill(WORD);
for (const [first, last] of SIGNS) {
  for (let unit = first; unit <= last; unit++) KINDS[unit] = kindOf(unit);
}

/**
 * Returns the number of written words from `start` to `end`: runs without white space that have a letter, a digit or an
 * emoji. Comments, tags and placeholders are no words.
 */
function countWords(text: string, start: number, end: number, mayHaveMarkup = true): number {
  let words = 0;
  let wasInWord = 0;
  for (let at = start; at < end; at++) {
    const kind = KINDS[codeAt(text, at)] ?? SPACE;
    if (kind === MARKUP && mayHaveMarkup) {
      const written = text.slice(start, end).replace(SILENT, ' ');
      return countWords(written, 0, written.length, false);
    }
    // Words are short, so arithmetic is faster here than branches, which the processor often predicts wrongly.
    const isInWord = ((kind & WORD) >> 1) | (wasInWord & kind);
    words += isInWord & ~wasInWord;
    wasInWord = isInWord;
  }
  const mayBePlaceholder = words > 0 && end - start <= LONGEST_PLACEHOLDER;
  return mayBePlaceholder && PLACEHOLDER.test(text.slice(start, end)) ? 0 : words;
}

function kindOf(unit: number): number {
  if (unit <= 0x20 || unit === 0xa0) return SPACE;
  const sign = String.fromCharCode(unit);
  if (!SILENT_SIGN.test(sign) || EMOJI.test(sign)) return WORD;
  return '<&{%'.includes(sign) ? MARKUP : SIGN;
}
