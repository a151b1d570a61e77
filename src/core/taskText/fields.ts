import { parseCivilDate } from '../dates/civilDate';
import { type DateField, type FieldName, futureDateFields, dateSyntaxes, type FieldSyntax } from './dialects';
import { type FieldSpan, openedAt } from './fieldValue';
import { readInline, type Inline, isLiteral } from './inline';
import type { TextRange } from '../text/range';
import type { Fields, TaskProblem, Priority, DialectId } from './taskFields';
import { message } from '../text/message';
import { HASH, startOfWord, trimWhiteSpace, unitAt, isWhiteSpace, skipWhiteSpace } from '../text/characters';
import { blockIdSpan } from './origin';
import { ISO_DATE, ISO_DATE_LENGTH, isIsoDateAt } from '../dates/findDate';

/** A problem with a field in the text of an item. */
export interface LocatedProblem extends TaskProblem {
  /** The date in question. If a field has two values, it is the field that is ignored. */
  readonly span: TextRange;
  /** The field of the date, or `undefined` for a bare date. */
  readonly field?: FieldSpan;
}

/** The fields of an item and their positions in its text. */
interface ReadFields {
  readonly fields: Fields;
  /** All fields in the order of the text. They are not part of the sentence. */
  readonly spans: readonly FieldSpan[];
  readonly problems: readonly LocatedProblem[];
}

type MutableFields = { -readonly [Name in keyof Fields]: Fields[Name] };

const NO_FIELDS: ReadFields = { fields: {}, spans: [], problems: [] };
const PRIORITIES: ReadonlyMap<string, Priority> = new Map<string, Priority>([
  ...(['highest', 'high', 'medium', 'low', 'lowest'] as const).map((level) => [level, level] as const),
  ['🔺', 'highest'],
  ['⏫', 'high'],
  ['🔼', 'medium'],
  ['🔽', 'low'],
  ['⏬', 'lowest'],
  ['a', 'highest'],
  ['b', 'high'],
  ['c', 'medium'],
  ['d', 'low'],
]);

/** Reads the fields in the text of an item, in all dialects. Unclear values are reported as problems, not guessed. */
export function readFields(text: string, inline: Inline = readInline(text)): ReadFields {
  const spans = inline.fields;
  if (spans.length === 0 && inline.bareDates.length === 0) return NO_FIELDS;
  const due = spanThatCounts(spans, 'due');
  const fields: MutableFields = {};
  const problems: LocatedProblem[] = [];
  for (const span of spans) {
    const { field } = span.form;
    if (field === 'recurrence') {
      fields.recurrence ??= valueIn(text, span);
    } else if (field === 'priority') {
      const priority = PRIORITIES.get(valueIn(text, span).toLowerCase());
      if (priority) fields.priority ??= priority;
    } else if (isDateField(field)) {
      const { date } = span.value;
      if (date && (field !== 'due' || span === due)) fields[field] ??= date;
      if (!date && span === due) fields.invalidDue = valueIn(text, span);
      const counting = field === 'due' ? due && valueIn(text, due) : fields[field];
      if (!date || date !== counting) addProblem(problems, text, { span, counting });
    }
  }
  const dialect = (due ?? spans[0])?.form.dialect;
  if (dialect) fields.dialect = dialect;
  if (!due) {
    for (const span of inline.bareDates) problems.push(bareDateProblem(text, span));
  }
  return { fields, spans, problems };
}

/** Returns the effective field with this name, or one without a valid value, or `undefined`. */
export function dateFieldSpan(spans: readonly FieldSpan[], field: DateField): FieldSpan | undefined {
  return spanThatCounts(spans, field) ?? spans.find(({ form }) => form.field === field);
}

/** Returns the effective field of several: the leftmost labelled one, or else the leftmost. */
function spanThatCounts(spans: readonly FieldSpan[], field: DateField): FieldSpan | undefined {
  let best: FieldSpan | undefined;
  for (const span of spans) {
    const isValue = span.form.field === field && (span.value.date !== undefined || span.value.problem === 'noSuchDay');
    if (isValue && (!best || (span.form.isLabelled && !best.form.isLabelled))) best = span;
  }
  return best;
}

function valueIn(text: string, { value }: FieldSpan): string {
  return text.slice(value.start, value.end);
}

function isDateField(field: FieldName): field is DateField {
  return field !== 'priority' && field !== 'recurrence' && field !== 'owner' && field !== 'hidden';
}

interface Doubtful {
  readonly span: FieldSpan;
  /** The value of the effective field. */
  readonly counting: string | undefined;
}

function addProblem(problems: LocatedProblem[], text: string, { span: field, counting }: Doubtful): void {
  const written = valueIn(text, field);
  const { field: name } = field.form;
  const value = { start: field.value.start, end: field.value.end };
  if (field.value.problem === 'noDate') {
    problems.push({ kind: 'unreadableDate', message: message('date.notRead', written), span: value, field });
  } else if (field.value.problem === 'noSuchDay') {
    problems.push({ kind: 'invalidDate', message: message('date.noSuchDay', written, name), span: value, field });
  } else if (field.value.date) {
    const span = { start: field.start, end: field.end };
    problems.push({ kind: 'twoValues', message: message('date.two', name, counting ?? '', written), span, field });
  }
}

function bareDateProblem(text: string, span: TextRange): LocatedProblem {
  const written = text.slice(span.start, span.end);
  const id = parseCivilDate(written) ? 'date.unlabeled' : 'date.unlabeledUnreadable';
  return { kind: 'unreadableDate', message: message(id, written), span };
}

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

/** A partly typed date in a field. The span is the text to replace. */
export interface TypedDate extends TextRange {
  /** The missing text before and after the date. */
  readonly before: string;
  readonly after: string;
}

const AHEAD: ReadonlySet<FieldName> = new Set(futureDateFields);
/** The forms of future dates. `(@` is excluded, because a name is more likely to follow it. */
const forms = dateSyntaxes.filter(({ field, open }) => AHEAD.has(field) && !open.endsWith('@'));

/** Matches a partly typed date, or words for a date. */
const TYPED = new RegExp(String.raw`^(?!${ISO_DATE}\s)(?:[\p{L}\p{N}-]+(?: [\p{L}\p{N}]+){0,2} ?)?$`, 'u');
/** Maximum length of a field opening and the words after it. */
const MAX_TYPED_LENGTH = 40;

/**
 * Returns the date being typed at `cursor` in the text of an item, in any dialect. Returns `undefined` in code and if
 * no date is being typed.
 */
export function typedDateAt(text: string, cursor: number): TypedDate | undefined {
  const before = text.slice(0, cursor);
  for (let at = Math.max(0, cursor - MAX_TYPED_LENGTH); at < cursor; at++) {
    for (const form of forms) {
      const start = openedAt(before, at, form);
      if (start > at && TYPED.test(before.slice(start))) {
        return isLiteral(text, at) ? undefined : typedDate(text, form, { start, end: cursor });
      }
    }
  }
  return undefined;
}

function typedDate(text: string, { open, close }: FieldSyntax, typed: TextRange): TypedDate {
  const written = isIsoDateAt(text, typed.start) ? ISO_DATE_LENGTH : 0;
  const end = Math.max(typed.end, typed.start + written);
  const isApart = isWhiteSpace(unitAt(text, typed.start - 1));
  const isClosed = close === '' || text.startsWith(close, skipWhiteSpace(text, end));
  return {
    start: typed.start,
    end,
    before: open.endsWith(' ') && !isApart ? ' ' : '',
    after: isClosed ? '' : close,
  };
}
