import { CancellationError, l10n } from 'vscode';
import { formatOwners, titleOf } from '../../core/followUpList/format';
import { compareFollowUps } from '../../core/followUpList/groups';
import { groupBy } from '../../core/text/collections';
import { anchorOf, type LineAnchor } from '../../core/followUp/locate';
import {
  type FollowUpRef,
  followUpRefsIn,
  isClosed,
  isFollowUpRef,
  type ListedFollowUp,
} from '../../core/index/listedFollowUp';
import { activeNoteUri, cursorLine } from '../../editor/activeNote';
import { Advice, UserError } from '../../editor/errors';
import { formatMessage, showWarningMessage } from '../../editor/messages';
import { showQuickPick } from '../../editor/picks';
import type { Services } from '../../services';
import { indexWithProgress } from '../shared/indexWithProgress';

/** A follow-up to change, with an anchor to locate its line. */
export interface Target {
  readonly item: ListedFollowUp;
  readonly anchor: LineAnchor;
  /** Whether it was chosen in a view or a list instead of by the cursor. */
  readonly isRow: boolean;
}

/** Which follow-ups a list offers if the call of a command gives none. */
type Offered = 'open' | 'closed';

/**
 * Returns the follow-ups of a command call: the selected rows of a tree, the clicked row, or the line at the cursor. If
 * the cursor is elsewhere, the user chooses one.
 * @throws Advice if there is no follow-up.
 * @throws CancellationError if the user cancels.
 */
export async function targetsOf(
  args: readonly unknown[],
  notes: Services['notes'],
  offered: Offered = 'open',
): Promise<readonly Target[]> {
  await indexWithProgress(notes);
  const [clicked, selected] = args;
  const refs = Array.isArray(selected) ? selected.filter(isFollowUpRef) : [];
  if (isFollowUpRef(clicked)) {
    const all = refs.some(({ id }) => id === clicked.id) ? refs : [clicked];
    return targetsOfRows(all, notes);
  }
  return [(await targetAtCursor(notes)) ?? (await pickTarget(notes, offered))];
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
  const targets = refs.flatMap(({ uri, id, anchor }) => {
    const item = index.followUp(uri, id);
    return item ? { item, anchor: anchor ?? anchorOf(item.followUp, item.note.followUps), isRow: true } : [];
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

async function targetAtCursor(notes: Services['notes']): Promise<Target | undefined> {
  const uri = activeNoteUri();
  const line = uri && cursorLine(uri);
  if (!uri || line === undefined) {
    return undefined;
  }
  await notes.refresh(uri);
  const item = notes.fullIndex.followUpAt(uri.toString(), line);
  return item && { item, anchor: anchorOf(item.followUp, item.note.followUps), isRow: false };
}

/** Lets the user choose one of all follow-ups, in the order of the Follow-ups view. */
async function pickTarget({ index }: Services['notes'], offered: Offered): Promise<Target> {
  const all = index.groups().flatMap((group) => index.followUpsOf(group));
  const items = all
    .filter((item) => (offered === 'open' ? item.isOpen : isClosed(item)))
    .sort(compareFollowUps)
    .map((item) => ({
      label: titleOf(item),
      description: [formatMessage(formatOwners(item)), item.followUp.fields.due ?? '']
        .filter((part) => part !== '')
        .join(' · '),
      item,
    }));
  if (items.length === 0) {
    throw offered === 'open'
      ? new Advice(l10n.t('There are no open follow-ups. Add one, or write it in a note as - [ ] send the draft.'), {
          command: 'oneOnOne.addFollowUp',
          title: l10n.t('Add Follow-Up'),
        })
      : new Advice(l10n.t('There are no closed follow-ups to reopen.'));
  }
  const picked = await showQuickPick(items, { title: l10n.t('Which follow-up?'), matchOnDescription: true });
  if (!picked) {
    throw new CancellationError();
  }
  const { item } = picked;
  // A change of a line out of sight can be undone like one of a row.
  return { item, anchor: anchorOf(item.followUp, item.note.followUps), isRow: true };
}

/** Returns the targets grouped by note URI. */
export function byNote(targets: readonly Target[]): ReadonlyMap<string, readonly Target[]> {
  return groupBy(targets, ({ item }) => item.note.uri);
}

/**
 * Returns the first target.
 * @throws Advice if no follow-up was chosen.
 */
export function needOne(targets: readonly Target[]): Target {
  const [first] = targets;
  if (!first) {
    throw new Advice(l10n.t('Choose a follow-up first.'));
  }
  return first;
}
