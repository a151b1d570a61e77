import type { CivilDate } from '../civilDate';
import type { Refusal, TextEdit } from '../edit';
import { writeField, type DateField } from './dialects';
import { dateFieldSpan, readFields } from './fields';
import type { DialectId, FollowUpStatus } from './followUp';
import type { LineAnchor } from './locate';
import { appending, editableItem, removing, replacing, type EditableItem } from './openItem';
import { isOpen, statusOf } from './status';

/** Which follow-up of which note is to be changed. */
export interface EditRequest {
  /** The note's text as it is now: the buffer, where there is one. */
  readonly noteNow: string;
  readonly followUp: LineAnchor;
  /** The dialect of the settings, for a line without fields. */
  readonly dialect: DialectId;
  readonly statuses?: Readonly<Record<string, FollowUpStatus>>;
}

/** What changes one item and nothing else: no edits when it is already as wished. */
export interface ItemEdits {
  /** Line of the box in the note as it is now. */
  readonly line: number;
  readonly edits: readonly TextEdit[];
  /** What a person has to be told. */
  readonly notice?: string;
}

/** Ticks the item: one character, and the done date in its dialect. A recurrence is not run, and the notice says so. */
export function tick(request: EditRequest, today: CivilDate): ItemEdits | Refusal {
  const item = editableItem(request.noteNow, request.followUp);
  if ('refused' in item) return item;
  if (statusOf(item.box.mark, request.statuses) === 'done') return { line: item.line, edits: [] };
  const { recurrence } = readFields(item.text, item.inline).fields;
  return {
    line: item.line,
    edits: [
      ...marking(item, 'x'),
      ...withoutField(item, 'cancelled'),
      ...withField(item, request, { field: 'done', date: today }),
    ],
    ...(recurrence !== undefined && { notice: `It repeats (${recurrence}), but no next one was made.` }),
  };
}

/** Drops the item: `[-]`, and the date where its dialect has a field for that. */
export function drop(request: EditRequest, today: CivilDate): ItemEdits | Refusal {
  const item = editableItem(request.noteNow, request.followUp);
  if ('refused' in item) return item;
  if (statusOf(item.box.mark, request.statuses) === 'dropped') return { line: item.line, edits: [] };
  const date = { field: 'cancelled', date: today } as const;
  return {
    line: item.line,
    edits: [...marking(item, '-'), ...withoutField(item, 'done'), ...withField(item, request, date)],
  };
}

/** Opens the item again, and takes back the dates that ticking or dropping wrote. */
export function reopen(request: EditRequest): ItemEdits | Refusal {
  const item = editableItem(request.noteNow, request.followUp);
  if ('refused' in item) return item;
  const mark = isOpen(statusOf(item.box.mark, request.statuses)) ? [] : marking(item, ' ');
  return {
    line: item.line,
    edits: [...mark, ...withoutField(item, 'done'), ...withoutField(item, 'cancelled')],
  };
}

/** Sets the due date where it stands, else behind the text; without a date takes every due date out. */
export function planSetDue(request: EditRequest, date: CivilDate | undefined): ItemEdits | Refusal {
  const item = editableItem(request.noteNow, request.followUp);
  if ('refused' in item) return item;
  const edits = date ? withField(item, request, { field: 'due', date }) : withoutField(item, 'due');
  return { line: item.line, edits };
}

function marking({ box }: EditableItem, mark: string): readonly TextEdit[] {
  return [{ start: box.markStart, end: box.markEnd, text: mark }];
}

interface DateToWrite {
  readonly field: DateField;
  readonly date: CivilDate;
}

/** Writes the date in place of the one that counts, else behind the text; nothing where the dialect has no such field. */
function withField(item: EditableItem, request: EditRequest, { field, date }: DateToWrite): readonly TextEdit[] {
  const standing = dateFieldSpan(item.inline.fields, field);
  if (standing?.value.date === date) return [];
  const dialect = standing?.form.dialect ?? readFields(item.text, item.inline).fields.dialect ?? request.dialect;
  const written = writeField(dialect, field, date);
  if (written === undefined) return [];
  if (!standing) return [appending(item, written)];
  // `@done` without a date has no place for one.
  return [standing.form.value === 'date' ? replacing(item, standing.value, date) : replacing(item, standing, written)];
}

function withoutField(item: EditableItem, field: DateField): readonly TextEdit[] {
  return removing(
    item,
    item.inline.fields.filter(({ form }) => form.field === field),
  );
}
