import { dateFieldSpan, readFields } from '../../followUp/fields';
import type { FollowUp } from '../../followUp/followUp';
import { openItemAt, type OpenItem } from '../../followUp/openItem';
import { isOpen } from '../../followUp/status';
import { isTextOfItem } from '../../followUp/taskItem';
import type { Block } from '../../markdown/block';
import type { DateHint, DoneDateHint, NoteHint, NoteToHint } from './noteHint';
import { ownerHints } from './ownerHints';
import { placeOf } from './placeOf';

/** What of the open follow-ups could not be read for sure: dates, done dates, owners. */
export function itemHints(read: NoteToHint, blocks: readonly Block[]): readonly NoteHint[] {
  const followUps = new Map(read.note.followUps.map((followUp) => [followUp.line, followUp]));
  return blocks.flatMap((block, index) => {
    const followUp = isTextOfItem(blocks, index) ? followUps.get(block.line) : undefined;
    if (!followUp || !isOpen(followUp.status)) return [];
    if (followUp.hints.length === 0 && !namesSomebody(followUp)) return [];
    const item = openItemAt(read.text, { line: block.line, paragraph: block });
    if (!item) return [];
    return [
      ...(followUp.hints.length > 0 ? [...dateHints(item), ...doneDateHints(item, followUp)] : []),
      ...ownerHints(item, read),
    ];
  });
}

function namesSomebody({ owners }: FollowUp): boolean {
  return owners.some(({ form }) => form !== 'heading');
}

function dateHints(item: OpenItem): DateHint[] {
  const { hints, fields } = readFields(item.text, item.inline);
  return hints.map((found) => ({
    kind: 'dates',
    message: found.message,
    ...placeOf(item, found.span),
    item,
    found,
    dialect: fields.dialect,
  }));
}

function doneDateHints(item: OpenItem, { hints }: FollowUp): DoneDateHint[] {
  const found = hints.find(({ kind }) => kind === 'doneDateOnOpen');
  const field = dateFieldSpan(item.inline.fields, 'done');
  return found && field ? [{ kind: 'doneDates', message: found.message, ...placeOf(item, field), item }] : [];
}
