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
  const doubtful = new Set(read.note.hints.map(({ line }) => line));
  const doneDates = new Map(
    read.note.hints.filter(({ kind }) => kind === 'doneDateOnOpen').map(({ line, message }) => [line, message]),
  );
  return blocks.flatMap((block, index) => {
    const followUp = isTextOfItem(blocks, index) ? followUps.get(block.line) : undefined;
    if (!followUp || !isOpen(followUp.status)) return [];
    const isDoubtful = doubtful.has(block.line);
    if (!isDoubtful && !namesSomebody(followUp)) return [];
    const item = openItemAt(read.text, { line: block.line, paragraph: block });
    if (!item) return [];
    return [
      ...(isDoubtful ? [...dateHints(item), ...doneDateHints(item, doneDates.get(item.line))] : []),
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

function doneDateHints(item: OpenItem, message: string | undefined): DoneDateHint[] {
  const field = dateFieldSpan(item.inline.fields, 'done');
  return message !== undefined && field ? [{ kind: 'doneDates', message, ...placeOf(item, field), item }] : [];
}
