import { parseCivilDate } from '../dates/civilDate';
import type { DateField, FieldName } from './dialects';
import type { FieldSpan } from './fieldValue';
import { readInline, type Inline } from './inline';
import type { TextRange } from '../text/range';
import type { Fields, Hint, Priority } from './taskFields';
import { message } from '../text/message';

/** A problem with a field in the text of an item. */
export interface ItemHint extends Hint {
  /** The date in question. If a field has two values, it is the field that is ignored. */
  readonly span: TextRange;
  /** The field of the date, or `undefined` for a bare date. */
  readonly field?: FieldSpan;
}

/** The fields of an item and their positions in its text. */
export interface ReadFields {
  readonly fields: Fields;
  /** All fields in the order of the text. They are not part of the sentence. */
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

/** Reads the fields in the text of an item, in all dialects. Unclear values are reported as hints, not guessed. */
export function readFields(text: string, inline: Inline = readInline(text)): ReadFields {
  const spans = inline.fields;
  if (spans.length === 0 && inline.bareDates.length === 0) return NO_FIELDS;
  const due = spanThatCounts(spans, 'due');
  const fields: MutableFields = {};
  const hints: ItemHint[] = [];
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
      if (!date || date !== counting) addHint(hints, text, { span, counting });
    }
  }
  const dialect = (due ?? spans[0])?.form.dialect;
  if (dialect) fields.dialect = dialect;
  if (!due) {
    for (const span of inline.bareDates) hints.push(bareDateHint(text, span));
  }
  return { fields, spans, hints };
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

function addHint(hints: ItemHint[], text: string, { span: field, counting }: Doubtful): void {
  const written = valueIn(text, field);
  const { field: name } = field.form;
  const value = { start: field.value.start, end: field.value.end };
  if (field.value.problem === 'noDate') {
    hints.push({ kind: 'unreadableDate', message: message('date.notRead', written), span: value, field });
  } else if (field.value.problem === 'noSuchDay') {
    hints.push({ kind: 'invalidDate', message: message('date.noSuchDay', written, name), span: value, field });
  } else if (field.value.date) {
    const span = { start: field.start, end: field.end };
    hints.push({ kind: 'twoValues', message: message('date.two', name, counting ?? '', written), span, field });
  }
}

function bareDateHint(text: string, span: TextRange): ItemHint {
  const written = text.slice(span.start, span.end);
  const id = parseCivilDate(written) ? 'date.unlabeled' : 'date.unlabeledUnreadable';
  return { kind: 'unreadableDate', message: message(id, written), span };
}
