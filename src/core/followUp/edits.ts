import type { CivilDate } from '../dates/civilDate';
import { type DateField, writeField } from '../taskText/dialects';
import { dateFieldSpan, readFields } from '../taskText/fields';
import type { OwnerSpan } from '../taskText/mentions';
import { readOwners, type ReadOwners, writeOwner } from '../taskText/owners';
import { includeEnclosing } from '../taskText/sentence';
import type { DialectId } from '../taskText/taskFields';
import { skipWhiteSpace } from '../text/characters';
import type { NoteEdits, Plan, Refusal, TextEdit, SkippedItem } from '../text/edit';
import type { TextRange } from '../text/range';
import { appending, editableItem, type EditableItem, removing, replacing } from './editableItem';
import { type FollowUpStatus, isOpen, statusOf } from './followUp';
import type { LineAnchor } from './locate';
import { type Message, message } from '../text/message';

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
    ...(recurrence !== undefined && { notice: message('followUp.repeats', recurrence) }),
  };
}

/** Drops the item: sets the state to `[-]` and writes the date if the dialect has a field for it. */
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

/** Reopens the item and removes the dates written by `tick` or `drop`. */
export function reopen(request: EditRequest): ItemEdits | Refusal {
  const item = editableItem(request.noteNow, request.followUp);
  if ('refused' in item) return item;
  const mark = isOpen(statusOf(item.box.mark, request.statuses)) ? [] : marking(item, ' ');
  return {
    line: item.line,
    edits: [...mark, ...withoutField(item, 'done'), ...withoutField(item, 'cancelled')],
  };
}

/** Sets the due date in its field, or appends one. Without a date, all due dates are removed. */
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

/** Replaces the effective date of a field, or appends the field. Returns no edits if the dialect has no such field. */
function withField(item: EditableItem, request: EditRequest, { field, date }: DateToWrite): readonly TextEdit[] {
  const existing = dateFieldSpan(item.inline.fields, field);
  if (existing?.value.date === date) return [];
  const dialect = existing?.form.dialect ?? readFields(item.text, item.inline).fields.dialect ?? request.dialect;
  const written = writeField(dialect, field, date);
  if (written === undefined) return [];
  if (!existing) return [appending(item, written)];
  // A field such as `@done` has no place for a date, so the whole field is replaced.
  return [existing.form.value === 'date' ? replacing(item, existing.value, date) : replacing(item, existing, written)];
}

function withoutField(item: EditableItem, field: DateField): readonly TextEdit[] {
  return removing(
    item,
    item.inline.fields.filter(({ form }) => form.field === field),
  );
}

/** The new owner of a follow-up. */
export interface OwnerWish {
  /** The name to write, or `undefined` to remove all owners. */
  readonly owner: string | undefined;
  /** Whether a bare name or a wiki-link is a person. Only then it is an owner and is replaced. */
  readonly isPerson: (name: string) => boolean;
}

const SEPARATOR = /(?:\s*[,&+/]\s*|\s+and\s+|\s+)$/;
const MAY_FOLLOW_SEPARATED = /^[\s:,.;)]?$/;
const LONGEST_SEPARATOR = 12;

/** Replaces the owner in the same form, or adds one after the checkbox. Without an owner, all owners are removed. */
export function planSetOwner(request: EditRequest, wish: OwnerWish): ItemEdits | Refusal {
  const item = editableItem(request.noteNow, request.followUp);
  if ('refused' in item) return item;
  const owners = readOwners(item.text, item.inline);
  const named = namedOwners(owners, wish);
  if (wish.owner !== undefined) return { line: item.line, edits: writing(item, named, wish) };
  return { line: item.line, edits: removing(item, [...owners.beside, ...named.map((span) => span.around ?? span)]) };
}

/** Returns the mentions of owners, one for each position. */
function namedOwners({ spans }: ReadOwners, { isPerson }: OwnerWish): readonly OwnerSpan[] {
  const named = spans.filter(({ mention: { form, name } }) => form === 'at' || form === 'field' || isPerson(name));
  return named.filter(({ start }, index) => start !== named[index - 1]?.start);
}

function writing(item: EditableItem, [first, ...others]: readonly OwnerSpan[], wish: OwnerWish): readonly TextEdit[] {
  const owner = wish.owner ?? '';
  if (!first) {
    return [replacing(item, behindBox(item), ` ${writeOwner(owner)}`)];
  }
  return [
    replacing(item, first, inFormOf(first, owner, wish.isPerson)),
    ...removing(
      item,
      withExposed(item.text, others, wish).map((other) => withSeparator(item.text, other)),
    ),
  ];
}

/**
 * Adds bare names that become owners once the adjacent mentions are removed, such as `(Jane)` in `@bob (Jane) @zoe`.
 */
function withExposed(text: string, removed: readonly OwnerSpan[], wish: OwnerWish): readonly OwnerSpan[] {
  const blanked = withBlanks(text, removed);
  const before = new Set(namedOwners(readOwners(text), wish).map(({ start }) => start));
  const exposed = namedOwners(readOwners(blanked), wish).filter(({ start }) => !before.has(start));
  return exposed.length === 0 ? removed : [...removed, ...withExposed(blanked, exposed, wish)];
}

/** The text with spaces in place of the spans and their brackets, so that all else keeps its offset. */
function withBlanks(text: string, spans: readonly TextRange[]): string {
  let blanked = '';
  for (const span of spans) {
    const { start, end } = includeEnclosing(text, span);
    const from = Math.max(start, blanked.length);
    blanked += text.slice(blanked.length, from) + ' '.repeat(Math.max(end - from, 0));
  }
  return blanked + text.slice(blanked.length);
}

/** Behind the box, and behind a priority that has to come first. */
function behindBox({ text, inline }: EditableItem): TextRange {
  const first = inline.fields[0];
  const isAfter = first?.form.isOnlyFirst && first.start === skipWhiteSpace(text, 0);
  const at = isAfter ? first.end : 0;
  return { start: at, end: at };
}

/** Writes the owner in the form of an existing mention, provided that it would be read as the owner. */
export function inFormOf({ mention }: OwnerSpan, owner: string, isPerson: OwnerWish['isPerson']): string {
  switch (mention.form) {
    case 'field':
      return owner;
    case 'wiki':
      return isPerson(owner) ? `[[${owner}]]` : writeOwner(owner);
    case 'bare':
      return isPerson(owner) ? owner : writeOwner(owner);
    default:
      return writeOwner(owner);
  }
}

function withSeparator(text: string, { start, end, around, mention }: OwnerSpan): TextRange {
  const span = mention.form === 'field' && around ? around : { start, end };
  const isBeforeWord = !MAY_FOLLOW_SEPARATED.test(text.charAt(span.end));
  const before = isBeforeWord ? '' : text.slice(Math.max(0, span.start - LONGEST_SEPARATOR), span.start);
  return { start: span.start - (SEPARATOR.exec(before)?.[0].length ?? 0), end: span.end };
}

/** The follow-ups of one note to change, and its current text. */
export interface NoteToChange {
  readonly uri: string;
  readonly textNow: string;
  readonly items: readonly { readonly text: string; readonly proof: LineAnchor }[];
}

/** One change of many follow-ups: all that can be proved in one plan, the others named. */
export interface PlannedChanges {
  readonly plan: Plan;
  readonly refused: readonly SkippedItem[];
  /** What a person has to be told, each thing once. */
  readonly notices: readonly Message[];
}

/** A change to apply to each follow-up. */
export interface Change extends Pick<EditRequest, 'dialect' | 'statuses'> {
  readonly make: (request: EditRequest) => ItemEdits | Refusal;
}

/** Plans the same change for follow-ups of several notes. */
export function planChanges(notes: readonly NoteToChange[], { make, ...rules }: Change): PlannedChanges {
  const changes: NoteEdits[] = [];
  const refused: SkippedItem[] = [];
  const notices = new Map<string, Message>();
  for (const { uri, textNow, items } of notes) {
    const edits = items.flatMap(({ text, proof }) => {
      const result = make({ noteNow: textNow, followUp: proof, ...rules });
      if ('refused' in result) {
        refused.push({ uri, text, reason: result.refused });
        return [];
      }
      if (result.notice !== undefined) {
        notices.set(JSON.stringify(result.notice), result.notice);
      }
      return result.edits;
    });
    if (edits.length > 0) {
      changes.push({ uri, before: textNow, edits });
    }
  }
  return { plan: { changes }, refused, notices: [...notices.values()] };
}
