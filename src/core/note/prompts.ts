import { ASTERISK, isDigit, UNDERSCORE } from '../text/characters';
import { endOfMatch } from '../text/strings';
import type { QuestionBank } from '../frameworks/questionBank';

/** A known question found at the start of a block. */
export interface FoundQuestion {
  readonly key: number;
  /** Offset after the question and its separator, where an answer in the same block begins. */
  readonly end: number;
  /** Whether the question has a checked box. */
  readonly isTicked: boolean;
}

/** A checkbox and a number, which may be inside the emphasis of the question. */
const BOX_OR_NUMBER = /(?:\[[^\]]\][ \t]+)?(?:[*_]{1,3}(?=\d))?(?:\d{1,3}[.)][ \t]+)?/uy;
const TICKED = /^\[[xX]\]/;
const BRACKET = 0x5b;
const QUESTION_MARK = 0x3f;
/** Characters between a question and an answer on its line. */
const SEPARATOR = /[\s*_:–—-]*/y;
/** Maximum length of a question that is wrapped or followed by an answer. */
const LONGEST_QUESTION = 400;
/** Maximum number of question marks tried on one line. */
const MOST_MARKS = 8;

/**
 * Returns the known question at the start of the range. Emphasis, checkbox and number are ignored. Its answer may
 * follow on the same line or on the next lines of the paragraph.
 */
export function questionAt(
  text: string,
  range: { start: number; end: number },
  bank: QuestionBank,
): FoundQuestion | undefined {
  const start = endOfLead(text, range.start);
  if (start >= range.end || !bank.mayBegin(text, start, range.end)) {
    return undefined;
  }
  const lead = (): string => text.slice(range.start, start);
  const found = (end: number): FoundQuestion | undefined => {
    const question = bank.find(text, start, end);
    return question && { key: question.key, end: answerStart(text, end, range.end), isTicked: TICKED.test(lead()) };
  };
  const feed = text.indexOf('\n', start);
  const lineEnd = feed < 0 || feed > range.end ? range.end : feed;
  const whole = found(lineEnd);
  if (whole) {
    return whole;
  }
  if (lineEnd < range.end && range.end - start <= LONGEST_QUESTION) {
    const wrapped = found(range.end);
    if (wrapped) {
      return wrapped;
    }
  }
  const opening = openingQuestion(text, { start, end: Math.min(lineEnd, start + LONGEST_QUESTION) }, found);
  if (opening) {
    return opening;
  }
  const boldStart = lead().includes('**') ? start : text.startsWith('**', start) ? start + 2 : -1;
  const bold = boldStart < 0 ? -1 : text.indexOf('**', boldStart);
  return bold > 0 && bold < lineEnd ? found(bold + 2) : undefined;
}

/** Returns the longest known question at the start of a line that ends with one of its first question marks. */
function openingQuestion(
  text: string,
  { start, end }: { start: number; end: number },
  found: (end: number) => FoundQuestion | undefined,
): FoundQuestion | undefined {
  let opening: FoundQuestion | undefined;
  let tried = 0;
  for (let at = start; at < end && tried < MOST_MARKS; at++) {
    const isMark = text.charCodeAt(at) === QUESTION_MARK && text.charCodeAt(at + 1) !== QUESTION_MARK;
    if (isMark) {
      opening = found(at + 1) ?? opening;
      tried++;
    }
  }
  return opening;
}

/** Returns the offset after the checkbox and number before the words, if any. */
function endOfLead(text: string, start: number): number {
  const code = text.charCodeAt(start);
  const isLead = code === BRACKET || code === ASTERISK || code === UNDERSCORE || isDigit(code);
  return isLead ? endOfMatch(BOX_OR_NUMBER, text, start) : start;
}

function answerStart(text: string, end: number, limit: number): number {
  return Math.min(endOfMatch(SEPARATOR, text, end), limit);
}
