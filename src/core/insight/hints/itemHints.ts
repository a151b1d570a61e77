import { dateFieldSpan, readFields } from '../../followUp/fields';
import type { FollowUp } from '../../followUp/followUp';
import { editableItemAt, type EditableItem } from '../../followUp/openItem';
import { isOpen } from '../../followUp/status';
import { isFirstParagraphOfItem } from '../../followUp/taskItem';
import type { Block } from '../../markdown/block';
import type { DateDiagnostic, DoneDateDiagnostic, NoteDiagnostic, NoteToCheck } from './noteHint';
import { ownerDiagnostics } from './ownerHints';
import { diagnosticRange } from './placeOf';

/** What of the open follow-ups could not be read for sure: dates, done dates, owners. */
export function itemDiagnostics(read: NoteToCheck, blocks: readonly Block[]): readonly NoteDiagnostic[] {
  const followUps = new Map(read.note.followUps.map((followUp) => [followUp.line, followUp]));
  return blocks.flatMap((block, index) => {
    const followUp = isFirstParagraphOfItem(blocks, index) ? followUps.get(block.line) : undefined;
    if (!followUp || !isOpen(followUp.status)) return [];
    if (followUp.hints.length === 0 && !namesSomebody(followUp)) return [];
    const item = editableItemAt(read.text, { line: block.line, paragraph: block });
    if (!item) return [];
    return [
      ...(followUp.hints.length > 0 ? [...dateHints(item), ...doneDateHints(item, followUp)] : []),
      ...ownerDiagnostics(item, read),
    ];
  });
}

function namesSomebody({ owners }: FollowUp): boolean {
  return owners.some(({ form }) => form !== 'heading');
}

function dateHints(item: EditableItem): DateDiagnostic[] {
  const { hints, fields } = readFields(item.text, item.inline);
  return hints.map((found) => ({
    kind: 'dates',
    message: found.message,
    ...diagnosticRange(item, found.span),
    item,
    found,
    dialect: fields.dialect,
  }));
}

function doneDateHints(item: EditableItem, { hints }: FollowUp): DoneDateDiagnostic[] {
  const found = hints.find(({ kind }) => kind === 'doneDateOnOpen');
  const field = dateFieldSpan(item.inline.fields, 'done');
  return found && field ? [{ kind: 'doneDates', message: found.message, ...diagnosticRange(item, field), item }] : [];
}
