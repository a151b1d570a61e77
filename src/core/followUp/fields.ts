import { parseCivilDate } from '../civilDate';
import type { DateField, FieldName } from './dialects';
import type { Fields, Hint, Priority } from './followUp';
import type { FieldSpan } from './matchForm';
import { readInline, type Inline } from './readInline';

/** Something in the text of one item that could not be read for sure. */
export type ItemHint = Omit<Hint, 'line'>;

/** The fields of an item, and where they stand in its text. */
export interface ReadFields {
  readonly fields: Fields;
  /** All fields that were read, in the order of the text: not part of the sentence. */
  readonly spans: readonly FieldSpan[];
  readonly hints: readonly ItemHint[];
}

type MutableFields = { -readonly [Name in keyof Fields]: Fields[Name] };

const NO_FIELDS: ReadFields = { fields: {}, spans: [], hints: [] };
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

/** What the fields in the text of an item say, in every dialect. Nothing is guessed: what is not sure becomes a hint. */
export function readFields(text: string, inline: Inline = readInline(text)): ReadFields {
  const spans = inline.fields;
  if (spans.length === 0 && inline.bareDates.length === 0) return NO_FIELDS;
  const fields: MutableFields = {};
  const hints: ItemHint[] = [];
  const counting = countingDates(spans);
  for (const span of spans) {
    const value = valueIn(text, span);
    const { field } = span.form;
    if (field === 'recurrence') {
      fields.recurrence ??= value;
    } else if (field === 'priority') {
      const priority = PRIORITIES.get(value.toLowerCase());
      if (priority) fields.priority ??= priority;
    } else if (isDateField(field)) {
      const counts = counting[field];
      if (counts === span) setDate(fields, span, value);
      const hint = hintOn(span, value, counts && valueIn(text, counts));
      if (hint) hints.push(hint);
    }
  }
  const dialect = (counting.due ?? spans[0])?.form.dialect;
  if (dialect) fields.dialect = dialect;
  if (!counting.due) {
    for (const { start, end } of inline.bareDates) hints.push(bareDateHint(text.slice(start, end)));
  }
  return { fields, spans, hints };
}

/** The field of several with this name whose value counts, else one without a value; `undefined` when there is none. */
export function dateFieldSpan(spans: readonly FieldSpan[], field: DateField): FieldSpan | undefined {
  return countingDates(spans)[field] ?? spans.find(({ form }) => form.field === field);
}

function valueIn(text: string, { value }: FieldSpan): string {
  return text.slice(value.start, value.end);
}

/** Of two values the leftmost counts, but a due date with a label counts more than one without. */
function countingDates(spans: readonly FieldSpan[]): Partial<Record<DateField, FieldSpan>> {
  const counting: Partial<Record<DateField, FieldSpan>> = {};
  for (const span of spans) {
    const { field, isLabelled } = span.form;
    if (isDateField(field) && isWritten(span)) {
      const before = counting[field];
      if (!before || (isLabelled && !before.form.isLabelled)) counting[field] = span;
    }
  }
  return counting;
}

function isDateField(field: FieldName): field is DateField {
  return field !== 'priority' && field !== 'recurrence' && field !== 'owner' && field !== 'hidden';
}

/** Whether a date stands in the field, though the calendar may not have it. */
function isWritten({ value }: FieldSpan): boolean {
  return value.date !== undefined || value.problem === 'noSuchDay';
}

function setDate(fields: MutableFields, { form, value }: FieldSpan, written: string): void {
  if (value.date) fields[form.field as DateField] = value.date;
  else if (form.field === 'due') fields.invalidDue = written;
}

function hintOn(span: FieldSpan, value: string, counting: string | undefined): ItemHint | undefined {
  const { problem } = span.value;
  const { field } = span.form;
  if (problem === 'noDate') {
    return { kind: 'unreadableDate', message: `“${value}” is not read as a date: write it like 2026-11-30.` };
  }
  if (problem === 'noSuchDay') {
    return { kind: 'invalidDate', message: `The calendar has no ${value}: correct the ${field} date.` };
  }
  if (isWritten(span) && value !== counting) {
    return { kind: 'twoValues', message: `Two ${field} dates: ${counting} counts, ${value} does not. Remove one.` };
  }
  return undefined;
}

function bareDateHint(written: string): ItemHint {
  const message = parseCivilDate(written)
    ? `${written} has no word for what it is: write due:${written} if it is due then.`
    : `“${written}” is not read as a date: write due: and the date like 2026-11-30.`;
  return { kind: 'unreadableDate', message };
}
