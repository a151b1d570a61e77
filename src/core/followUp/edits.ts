import type { CivilDate } from '../dates/civilDate';
import { type DateField, writeField } from '../taskText/dialects';
import { dateFieldSpan, readFields } from '../taskText/fields';
import type { OwnerSpan } from '../taskText/mentions';
import { readOwners, type ReadOwners, writeOwner } from '../taskText/owners';
import { includeEnclosing } from '../taskText/sentence';
import type { DialectId } from '../taskText/taskFields';
import { skipWhiteSpace } from '../text/characters';
import type { NoteEdits, Plan, Refusal, TextEdit } from '../text/edit';
import type { Span } from '../text/range';
import { appending, editableItem, type EditableItem, removing, replacing } from './editableItem';
import { type FollowUpStatus, isOpen, statusOf } from './followUp';
import type { LineAnchor } from './locate';
import { type Message, message } from '../text/message';

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
  readonly notice?: Message;
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
    ...(recurrence !== undefined && { notice: message('followUp.repeats', recurrence) }),
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

/** Who is to owe a follow-up. */
export interface OwnerWish {
  /** The name to write, or `undefined` for nobody. */
  readonly owner: string | undefined;
  /** Whether a bare name or a wiki-link means somebody: only then it is an owner, and is replaced. */
  readonly isPerson: (name: string) => boolean;
}

const SEPARATOR = /(?:\s*[,&+/]\s*|\s+and\s+|\s+)$/;
const MAY_FOLLOW_SEPARATED = /^[\s:,.;)]?$/;
const LONGEST_SEPARATOR = 12;

/** Writes the owner where one is named, in the same form, else behind the box; without an owner takes all of them out. */
export function planSetOwner(request: EditRequest, wish: OwnerWish): ItemEdits | Refusal {
  const item = editableItem(request.noteNow, request.followUp);
  if ('refused' in item) return item;
  const owners = readOwners(item.text, item.inline);
  const named = namedOwners(owners, wish);
  if (wish.owner !== undefined) return { line: item.line, edits: writing(item, named, wish) };
  return { line: item.line, edits: removing(item, [...owners.beside, ...named.map((span) => span.around ?? span)]) };
}

/** The mentions that count, one for each place where names stand. */
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

/** Adds bare names that become owners once the mentions beside them are removed, such as `(Jane)` in `@bob (Jane) @zoe`. */
function withExposed(text: string, removed: readonly OwnerSpan[], wish: OwnerWish): readonly OwnerSpan[] {
  const blanked = removed.reduce((rest, span) => {
    const { start, end } = includeEnclosing(rest, span);
    return rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  }, text);
  const before = namedOwners(readOwners(text), wish).map(({ start }) => start);
  const exposed = namedOwners(readOwners(blanked), wish).filter(({ start }) => !before.includes(start));
  return exposed.length === 0 ? removed : [...removed, ...withExposed(blanked, exposed, wish)];
}

/** Behind the box, and behind a priority that has to come first. */
function behindBox({ text, inline }: EditableItem): Span {
  const first = inline.fields[0];
  const isAfter = first?.form.isOnlyFirst && first.start === skipWhiteSpace(text, 0);
  const at = isAfter ? first.end : 0;
  return { start: at, end: at };
}

/** The owner as it is written in place of a mention: in its form, where that would be read as the owner. */
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

function withSeparator(text: string, { start, end, around, mention }: OwnerSpan): Span {
  const span = mention.form === 'field' && around ? around : { start, end };
  const isBeforeWord = !MAY_FOLLOW_SEPARATED.test(text.charAt(span.end));
  const before = isBeforeWord ? '' : text.slice(Math.max(0, span.start - LONGEST_SEPARATOR), span.start);
  return { start: span.start - (SEPARATOR.exec(before)?.[0].length ?? 0), end: span.end };
}

/** Follow-ups of one note that are to be changed, and the note's text as it is now. */
export interface NoteToChange {
  readonly uri: string;
  readonly textNow: string;
  readonly items: readonly { readonly text: string; readonly proof: LineAnchor }[];
}

/** A follow-up that is left as it is, and why. */
export interface RefusedChange {
  readonly uri: string;
  readonly text: string;
  readonly reason: Message;
}

/** One change of many follow-ups: all that can be proved in one plan, the others named. */
export interface PlannedChanges {
  readonly plan: Plan;
  readonly refused: readonly RefusedChange[];
  /** What a person has to be told, each thing once. */
  readonly notices: readonly Message[];
}

/** What is done to each of the follow-ups. */
export interface Change extends Pick<EditRequest, 'dialect' | 'statuses'> {
  readonly make: (request: EditRequest) => ItemEdits | Refusal;
}

/** Plans the same change for follow-ups of several notes. */
export function planChanges(notes: readonly NoteToChange[], { make, ...rules }: Change): PlannedChanges {
  const changes: NoteEdits[] = [];
  const refused: RefusedChange[] = [];
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
