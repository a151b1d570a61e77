import { type CivilDate, monthNamed } from '../dates/civilDate';
import { findDate, MONTH_WORD, ORDINAL_SUFFIX } from '../dates/findDate';
import { lookUp } from '../markdown/frontMatter';
import type { ParsedMarkdown } from '../markdown/parsedMarkdown';
import { splitLines } from '../text/lines';
import { fileName, type FrontMatterSource, type NoteHeader, textOf, titleOf } from './noteHeader';
import { isTemplate } from './oneOnOne';

const DATE_KEYS = ['date', 'meeting_date', 'day', 'started_at'];
/** Many plugins write this key into every note, so it dates only a note that is a 1:1 for certain. */
const CREATED_KEYS = ['created'];

/** Returns the date in the front matter or the file name. A note without one may be a log. */
export function ownDate({ frontMatter, path }: NoteHeader): CivilDate | undefined {
  return writtenDate(frontMatter) ?? findDate(fileName(path))?.date;
}

/** Returns the date in the title or the property lines, for a note that has no other date and is not a log. */
export function dateInText(header: NoteHeader): CivilDate | undefined {
  return findDate(titleOf(header))?.date ?? writtenDate({ values: header.properties });
}

/** Returns the date on which the note was created, which is the last resort for a 1:1. */
export function createdDate({ frontMatter, properties }: NoteHeader): CivilDate | undefined {
  return writtenDate(frontMatter, CREATED_KEYS) ?? writtenDate({ values: properties }, CREATED_KEYS);
}

function writtenDate(said: FrontMatterSource, keys: readonly string[] = DATE_KEYS): CivilDate | undefined {
  for (const key of said.values.size > 0 ? keys : []) {
    const date = findDate(textOf(lookUp(said, key)));
    if (date) {
      return date.date;
    }
  }
  return undefined;
}

/** Text that is meant as the date of a 1:1, but cannot be parsed or is ambiguous. */
export interface UnparsableDate {
  readonly line: number;
  readonly written: string;
}

const DAY_OR_MONTH = /(?<![\d./-])\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d{2})(?![\d./-])/;
const WITHOUT_YEAR = new RegExp(
  String.raw`^(?:\p{L}+,\s*)?(?:(${MONTH_WORD})\.?\s+\d{1,2}|\d{1,2}\.?\s+(${MONTH_WORD}))${ORDINAL_SUFFIX}?\.?$`,
  'u',
);

/** Returns the first unparsable date in front matter, a heading or the file name, for a 1:1 without another date. */
export function unparsableDate({ text, blocks }: ParsedMarkdown, header: NoteHeader): UnparsableDate | undefined {
  const inFrontMatter = unparsableHeaderDate(header);
  if (inFrontMatter !== undefined) {
    const before = text.slice(0, text.indexOf(inFrontMatter));
    return { line: splitLines(before).length - 1, written: inFrontMatter };
  }
  for (const { kind, parent, start, end, line } of blocks) {
    const written = kind === 'heading' && parent < 0 ? unreadIn(text.slice(start, end).trim()) : undefined;
    if (written !== undefined) return { line, written };
  }
  const inFileName = unreadIn(fileName(header.path));
  return inFileName === undefined ? undefined : { line: 0, written: inFileName };
}

/** Returns the first heading of a log that begins with an unparsable date, on the level of its dated headings. */
export function unparsableLogDate({ text, blocks }: ParsedMarkdown, level: number): UnparsableDate | undefined {
  for (const block of blocks) {
    if (block.kind !== 'heading' || block.parent >= 0 || block.level !== level) continue;
    const title = text.slice(block.start, block.end).trim();
    const written = findDate(title) ? undefined : unreadIn(title);
    if (written !== undefined && title.startsWith(written)) return { line: block.line, written };
  }
  return undefined;
}

/** Returns the first value of a date key that is neither empty nor a template placeholder, or `undefined`. */
function unparsableHeaderDate({ frontMatter }: NoteHeader): string | undefined {
  return DATE_KEYS.map((key) => textOf(lookUp(frontMatter, key))).find((date) => date !== '' && !isTemplate(date));
}

function unreadIn(title: string): string | undefined {
  const [, monthFirst, monthLast] = WITHOUT_YEAR.exec(title) ?? [];
  return monthNamed(monthFirst ?? monthLast ?? '') === undefined ? DAY_OR_MONTH.exec(title)?.[0] : title;
}
