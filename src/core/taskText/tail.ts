import { HASH, startOfWord, trimWhiteSpace, unitAt } from '../text/characters';
import type { FieldSpan } from './fieldValue';
import { readInline } from './inline';
import { blockIdSpan } from './origin';
import type { DialectId } from './taskFields';

/**
 * The fields at the end of a line that Obsidian Tasks reads. It reads from the end and stops at the first word that is
 * neither a tag nor a field of its format, so that text behind the fields hides them.
 */
interface Tail {
  /** Offset of the end of the text: before the block id and the white space around it. */
  readonly end: number;
  /** Offset of the end of the text before the first of the fields. It equals `end` if there are none. */
  readonly start: number;
  /** The format of the fields, or `undefined` if there are none. */
  readonly format: DialectId | undefined;
}

function readTail(text: string): Tail {
  const end = trimWhiteSpace(text, 0, blockIdSpan(text)?.start ?? text.length);
  const { fields } = readInline(text);
  let start = end;
  let format: DialectId | undefined;
  let last = fields.length - 1;
  for (let at = end; at > 0;) {
    const field = fields[last];
    if (field?.end === at) {
      if (!isRead(field) || (format && format !== field.form.dialect)) break;
      format = field.form.dialect;
      at = trimWhiteSpace(text, 0, field.start);
      start = at;
      last--;
    } else {
      const word = startOfWord(text, at);
      if (unitAt(text, word) !== HASH) break;
      at = trimWhiteSpace(text, 0, word);
    }
  }
  return { end, start, format };
}

function isRead({ form: { dialect, field } }: FieldSpan): boolean {
  return dialect === 'emoji' || (dialect === 'dataview' && field !== 'owner');
}

/** Returns where a field of a dialect is added to a line, so that Obsidian Tasks reads it and all that it read before. */
export function placeOfField(text: string, dialect: DialectId): number {
  const { end, start, format } = readTail(text);
  const isLast = format === undefined || format === dialect;
  const place = isLast ? end : start;
  if (dialect === 'emoji' || dialect === 'dataview') return place;
  // Before the origin or target, which is easier to read.
  const { origin, target } = readInline(text);
  const carried = [origin, target].find((span) => span?.end === place);
  return carried ? trimWhiteSpace(text, 0, carried.start) : place;
}

/** Returns where words, such as the origin of a copy, are added to a line: before the fields at its end. */
export function placeOfWords(text: string): number {
  return readTail(text).start;
}
