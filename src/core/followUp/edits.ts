import type { CivilDate } from '../dates/civilDate';
import { type DateField, writeField, type FieldName } from '../taskText/dialects';
import { dateFieldSpan, readFields } from '../taskText/fields';
import type { DialectId } from '../taskText/taskFields';
import { type Refusal, type TextEdit, applyEdits, sortEdits } from '../text/edit';
import type { TextRange } from '../text/range';
import { appending, editableItem, type EditableItem, removing, replacing, editableItemAt } from './editableItem';
import { type FollowUpStatus, isOpen, statusOf } from './followUp';
import type { LineAnchor } from './locate';
import { type Message, message } from '../text/message';
import { readOwners } from '../taskText/owners';
import { sentenceText } from '../taskText/sentence';

/** A request to change one follow-up of a note. */
export interface EditRequest {
  /** The current text of the note, including unsaved changes. */
  readonly noteNow: string;
  readonly followUp: LineAnchor;
  /** The dialect in the settings, for lines without fields. */
  readonly dialect: DialectId;
  readonly statuses?: Readonly<Record<string, FollowUpStatus>>;
}

/** The edits that change one item. There are none if the item is already in the requested state. */
export interface ItemEdits {
  /** Line number of the checkbox in the current text of the note. */
  readonly line: number;
  readonly edits: readonly TextEdit[];
  /** A message for the user. */
  readonly notice?: Message;
}

/**
 * Completes the item: sets the state character and writes the done date in the item's dialect. A recurring item gets no
 * successor; the notice says so.
 */
export function tick(request: EditRequest, today: CivilDate): ItemEdits | Refusal {
  return editItem(request, (item) => {
    if (statusOf(item.box.stateCharacter, request.statuses) === 'done') return NO_CHANGE;
    const { recurrence } = readFields(item.text, item.inline).fields;
    return {
      edits: [
        ...settingState(item, 'x'),
        ...withoutField(item, 'cancelled'),
        ...withField(item, request, { field: 'done', date: today }),
      ],
      fields: ['done', 'cancelled'],
      isMet: (after) => after.box.stateCharacter === 'x' && isDated(after, 'done', today) && !holds(after, 'cancelled'),
      ...(recurrence !== undefined && { notice: message('followUp.repeats', recurrence) }),
    };
  });
}

/** Drops the item: sets the state to `[-]` and writes the date if the dialect has a field for it. */
export function drop(request: EditRequest, today: CivilDate): ItemEdits | Refusal {
  return editItem(request, (item) => {
    if (statusOf(item.box.stateCharacter, request.statuses) === 'dropped') return NO_CHANGE;
    const date = { field: 'cancelled', date: today } as const;
    return {
      edits: [...settingState(item, '-'), ...withoutField(item, 'done'), ...withField(item, request, date)],
      fields: ['done', 'cancelled'],
      isMet: (after) => after.box.stateCharacter === '-' && !holds(after, 'done'),
    };
  });
}

/** Reopens the item and removes the dates written by `tick` or `drop`. */
export function reopen(request: EditRequest): ItemEdits | Refusal {
  return editItem(request, (item) => {
    const isClosed = !isOpen(statusOf(item.box.stateCharacter, request.statuses));
    return {
      edits: [
        ...(isClosed ? settingState(item, ' ') : []),
        ...withoutField(item, 'done'),
        ...withoutField(item, 'cancelled'),
      ],
      fields: ['done', 'cancelled'],
      isMet: (after) => !holds(after, 'done') && !holds(after, 'cancelled'),
    };
  });
}

/** Sets the due date in its field, or appends one. Without a date, all due dates are removed. */
export function planSetDue(request: EditRequest, date: CivilDate | undefined): ItemEdits | Refusal {
  return editItem(request, (item) => ({
    edits: date ? withField(item, request, { field: 'due', date }) : withoutField(item, 'due'),
    fields: ['due'],
    isMet: (after) => (date ? isDated(after, 'due', date) : !holds(after, 'due')),
  }));
}

/** The change of one item: its edits, and what they are meant to change. */
interface ItemChange extends AskedChange {
  readonly edits: readonly TextEdit[];
  readonly notice?: Message;
}

const NO_CHANGE: ItemChange = { edits: [], fields: [], isMet: () => true };

/** Plans the edits of one item in the current text of its note, and refuses what would change anything else. */
export function editItem(request: EditRequest, change: (item: EditableItem) => ItemChange): ItemEdits | Refusal {
  const item = editableItem(request.noteNow, request.followUp);
  if ('refused' in item) return item;
  const asked = change(item);
  const { notice } = asked;
  const edits = proved(request.noteNow, item, asked.edits, asked);
  return 'refused' in edits ? edits : { line: item.line, edits, ...(notice && { notice }) };
}

function holds({ inline }: EditableItem, field: DateField): boolean {
  return inline.fields.some(({ form }) => form.field === field);
}

function isDated({ text, inline }: EditableItem, field: DateField, date: CivilDate): boolean {
  return readFields(text, inline).fields[field] === date;
}

function settingState({ box }: EditableItem, character: string): readonly TextEdit[] {
  return [{ start: box.stateStart, end: box.stateEnd, text: character }];
}

interface DateToWrite {
  readonly field: DateField;
  readonly date: CivilDate;
}

/** Replaces the effective date of a field, or appends the field. Returns no edits if the dialect has no such field. */
function withField(item: EditableItem, request: EditRequest, { field, date }: DateToWrite): readonly TextEdit[] {
  const existing = dateFieldSpan(item.inline.fields, field);
  if (existing?.value.date === date) return [];
  const dialect = existing?.form.dialect ?? readFields(item.text, item.inline).fields.dialect ?? request.dialect;
  const written = writeField(dialect, field, date);
  if (written === undefined) return [];
  if (!existing) return [appending(item, written, dialect)];
  // A field such as `@done` has no place for a date, and a malformed one is not read, so the whole field is replaced.
  const isWhole = existing.form.value !== 'date' || existing.value.isMalformed === true;
  return [isWhole ? replacing(item, existing, written) : replacing(item, withAlias(item.text, existing.value), date)];
}

/** Extends the date in a link to its alias, which may be the name of another day: `[[2026-11-30|Monday]]`. */
function withAlias(text: string, { start, end }: TextRange): TextRange {
  return text.charAt(end) === '|' ? { start, end: text.indexOf(']]', end) } : { start, end };
}

function withoutField(item: EditableItem, field: DateField): readonly TextEdit[] {
  return removing(
    item,
    item.inline.fields.filter(({ form }) => form.field === field),
  );
}

/** The part of an item that an edit is meant to change. */
interface AskedChange {
  readonly fields: readonly FieldName[];
  /** Whether the owners change, and with them perhaps the beginning and the end of the sentence. */
  readonly owners?: boolean;
  /** Tests the item after the edit for the state that was asked for. */
  readonly isMet: (after: EditableItem) => boolean;
}

/**
 * Returns the edits of an item if, read back, they change what was asked and nothing else: all other fields, the owners,
 * the tags, the origin and the sentence stay. Otherwise it refuses.
 */
function proved(
  noteNow: string,
  item: EditableItem,
  edits: readonly TextEdit[],
  asked: AskedChange,
): readonly TextEdit[] | Refusal {
  const after = itemAfter(noteNow, item, edits);
  // An unread date is a part of the sentence until it is replaced.
  const isUnread = item.inline.fields.some(
    ({ form, value }) => value.problem === 'noDate' && asked.fields.includes(form.field),
  );
  const rest = { ...asked, sentence: isUnread || asked.owners === true };
  const isKept = after && asked.isMet(after) && isSame(restOf(item, rest), restOf(after, rest));
  return isKept ? edits : { refused: message('followUp.otherChange') };
}

function itemAfter(noteNow: string, item: EditableItem, edits: readonly TextEdit[]): EditableItem | undefined {
  const { start, end } = item.paragraph;
  if (sortEdits(edits).some((edit, nth, all) => edit.start < (all[nth - 1]?.end ?? start))) return undefined;
  const written = applyEdits(noteNow, edits);
  const paragraph = { start, end: end + written.length - noteNow.length };
  return editableItemAt(written, { line: item.line, paragraph });
}

/** Blanks, and the dashes that separate a sentence from the fields behind it. */
const SEPARATORS = /[\s–—|·-]/g;

/** The parts of an item that may change. */
interface Changing extends AskedChange {
  readonly sentence: boolean;
}

/** The parsed content of an item as comparable texts, apart from the parts that may change. */
function restOf({ text, inline }: EditableItem, changing: Changing): readonly string[] {
  const { owners, sentence, beside } = readOwners(text, inline);
  const kept = inline.fields.filter(({ form }) => !changing.fields.includes(form.field));
  return [
    ...kept.map((field) => `${field.form.dialect} ${text.slice(field.start, field.end)}`).sort(),
    ...[...inline.tags].sort(),
    ...[inline.origin, inline.target].map((span) => (span ? text.slice(span.start, span.end) : '')),
    changing.owners ? '' : owners.map(({ form, name }) => `${form} ${name}`).join(),
    changing.sentence ? '' : sentenceText(text, inline, { sentence, beside }).replace(SEPARATORS, ''),
  ];
}

function isSame(before: readonly string[], after: readonly string[]): boolean {
  return before.length === after.length && before.every((text, nth) => text === after[nth]);
}
