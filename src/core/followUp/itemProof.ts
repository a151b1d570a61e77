import type { FieldName } from '../taskText/dialects';
import { readOwners } from '../taskText/owners';
import { sentenceText } from '../taskText/sentence';
import { applyEdits, type Refusal, sortEdits, type TextEdit } from '../text/edit';
import { message } from '../text/message';
import { type EditableItem, editableItemAt } from './editableItem';

/** The part of an item that an edit is meant to change. */
export interface AskedChange {
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
export function proved(
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

/** What may change in an item. */
interface Changing extends AskedChange {
  readonly sentence: boolean;
}

/** Everything that is read in an item, apart from what may change, as comparable texts. */
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
