import { monthNamed } from '../civilDate';
import type { Block } from '../markdown/block';
import { unparsableHeaderDate, type NoteHeader } from './layout';

/** A date that a 1:1 was surely meant to have, and nobody can read for sure. */
export interface UnparsableDate {
  readonly line: number;
  readonly written: string;
}

const DAY_OR_MONTH = /(?<![\d./-])\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d{2})(?![\d./-])/;
const WITHOUT_YEAR = /^(?:\p{L}+,\s*)?(?:(\p{L}{3,9})\.?\s+\d{1,2}|\d{1,2}\.?\s+(\p{L}{3,9}))(?:st|nd|rd|th)?\.?$/u;
const LINE_ENDS = /\r\n|\n|\r/;

/** The first date in front matter or in a heading that cannot be read; for a 1:1 that has no other date. */
export function unparsableDate(text: string, blocks: readonly Block[], frame: NoteHeader): UnparsableDate | undefined {
  const inFrontMatter = unparsableHeaderDate(frame);
  if (inFrontMatter !== undefined) {
    const before = text.slice(0, text.indexOf(inFrontMatter));
    return { line: before.split(LINE_ENDS).length - 1, written: inFrontMatter };
  }
  for (const { kind, parent, start, end, line } of blocks) {
    const written = kind === 'heading' && parent < 0 ? unreadIn(text.slice(start, end).trim()) : undefined;
    if (written !== undefined) return { line, written };
  }
  return undefined;
}

function unreadIn(title: string): string | undefined {
  const [, monthFirst, monthLast] = WITHOUT_YEAR.exec(title) ?? [];
  return monthNamed(monthFirst ?? monthLast ?? '') === undefined ? DAY_OR_MONTH.exec(title)?.[0] : title;
}
