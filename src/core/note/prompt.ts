import type { QuestionBank } from '../framework/questionBank';

/** A known question found at the start of a block. */
export interface FoundQuestion {
  readonly key: number;
  /** Offset after the question's own words: what follows up to the block's end is its answer on the spot. */
  readonly end: number;
  /** Whether it stands in a ticked box. */
  readonly isTicked: boolean;
}

const BOX_OR_NUMBER = /(?:\[([^\]\s]| )\][ \t]+)?(?:\d{1,3}[.)][ \t]+)?/y;
/** What may stand between a question and an answer on its line. */
const BETWEEN = /[\s*_:–—-]*/y;
/** A wrapped question is looked for in texts up to this length. */
const LONGEST_QUESTION = 400;

/**
 * The known question that the text from `start` to `end` is, or begins with: emphasis, box and number do not count.
 * Its answer may follow on the same line, or on the next lines of the same paragraph.
 */
export function questionAt(
  text: string,
  range: { start: number; end: number },
  bank: QuestionBank,
): FoundQuestion | undefined {
  BOX_OR_NUMBER.lastIndex = range.start;
  const lead = BOX_OR_NUMBER.exec(text);
  const start = range.start + (lead?.[0].length ?? 0);
  if (start >= range.end) {
    return undefined;
  }
  const isTicked = /^[xX]$/.test(lead?.[1] ?? '');
  const found = (end: number): FoundQuestion | undefined => {
    const question = bank.find(text, start, end);
    return question && { key: question.key, end: answerStart(text, end, range.end), isTicked };
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
  for (let mark = text.lastIndexOf('?', lineEnd - 1); mark > start; mark = text.lastIndexOf('?', mark - 1)) {
    const opening = found(mark + 1);
    if (opening) {
      return opening;
    }
  }
  const bold = text.startsWith('**', start) ? text.indexOf('**', start + 2) : -1;
  return bold > 0 && bold < lineEnd ? found(bold + 2) : undefined;
}

function answerStart(text: string, end: number, limit: number): number {
  BETWEEN.lastIndex = end;
  return Math.min(end + (BETWEEN.exec(text)?.[0].length ?? 0), limit);
}
