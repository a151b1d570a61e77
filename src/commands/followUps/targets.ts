import { l10n } from 'vscode';
import { groupBy } from '../../core/text/collections';
import { anchorOf, type LineAnchor } from '../../core/followUp/locate';
import { type FollowUpRef, followUpRefsIn, isFollowUpRef, type ListedFollowUp } from '../../core/index/listedFollowUp';
import { activeNoteUri, cursorLine } from '../../editor/activeNote';
import { showWarningMessage } from '../../editor/messages';
import { UserError } from '../../editor/errors';
import type { Services } from '../../services';
import { indexWithProgress } from '../shared/indexWithProgress';

/** A follow-up to change, with an anchor to locate its line. */
export interface Target {
  readonly item: ListedFollowUp;
  readonly proof: LineAnchor;
  /** Whether it was chosen in a view instead of by the cursor. */
  readonly isRow: boolean;
}

/**
 * Returns the follow-ups of a command call: the selected rows of a tree, the clicked row, or the line at the cursor.
 * @throws UserError if there is no follow-up.
 */
export async function targetsOf(args: readonly unknown[], notes: Services['notes']): Promise<readonly Target[]> {
  await indexWithProgress(notes);
  const [clicked, selected] = args;
  const refs = Array.isArray(selected) ? selected.filter(isFollowUpRef) : [];
  if (isFollowUpRef(clicked)) {
    const all = refs.some(({ id }) => id === clicked.id) ? refs : [clicked];
    return targetsOfRows(all, notes);
  }
  return [await targetAtCursor(notes)];
}

/**
 * Returns the follow-ups of a command call, with groups replaced by all their follow-ups. Each follow-up is included
 * once.
 */
export async function targetsInGroups(args: readonly unknown[], notes: Services['notes']): Promise<readonly Target[]> {
  const [clicked, selected] = args;
  const rows: readonly unknown[] = Array.isArray(selected) && selected.includes(clicked) ? selected : [clicked];
  const refs = new Map(rows.flatMap(followUpRefsIn).map((ref) => [ref.id, ref]));
  return targetsOf(refs.size > 0 ? [[...refs.values()][0], [...refs.values()]] : [clicked], notes);
}

/** Returns the targets of rows. Follow-ups that no longer exist are reported and skipped. */
function targetsOfRows(refs: readonly FollowUpRef[], { index }: Services['notes']): readonly Target[] {
  const targets = refs.flatMap(({ uri, id, proof }) => {
    const item = index.followUp(uri, id);
    return item ? { item, proof: proof ?? anchorOf(item.followUp, item.note.followUps), isRow: true } : [];
  });
  const gone = refs.length - targets.length;
  if (targets.length === 0) {
    throw new UserError(l10n.t('This follow-up is no longer in its note. Refresh the view to see the current ones.'));
  }
  if (gone > 0) {
    void showWarningMessage(
      gone === 1
        ? l10n.t('One follow-up is no longer in its note, so it was skipped. Refresh the view.')
        : l10n.t('{0} follow-ups are no longer in their notes, so they were skipped. Refresh the view.', gone),
    );
  }
  return targets;
}

async function targetAtCursor(notes: Services['notes']): Promise<Target> {
  const uri = activeNoteUri();
  const line = uri && cursorLine(uri);
  if (!uri || line === undefined) {
    throw new UserError(l10n.t('Put the cursor on a follow-up in a note, or choose one in the Follow-ups view.'));
  }
  await notes.refresh(uri);
  const item = notes.index.followUpAt(uri.toString(), line);
  if (!item) {
    throw new UserError(l10n.t('There is no follow-up on this line. Write one as - [ ] send the draft.'));
  }
  return { item, proof: anchorOf(item.followUp, item.note.followUps), isRow: false };
}

/** Returns the targets grouped by note URI. */
export function byNote(targets: readonly Target[]): ReadonlyMap<string, readonly Target[]> {
  return groupBy(targets, ({ item }) => item.note.uri);
}

/**
 * Returns the first target.
 * @throws UserError if no follow-up was chosen.
 */
export function needOne(targets: readonly Target[]): Target {
  const [first] = targets;
  if (!first) {
    throw new UserError(l10n.t('Choose a follow-up first.'));
  }
  return first;
}
