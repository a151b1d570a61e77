import { l10n, Uri } from 'vscode';
import { type NoteEdits, undoChange } from '../../core/text/edit';
import { applyPlan } from '../../editor/noteEditor';
import { editableText, NoteNotEditableError } from '../../editor/editableNote';
import { nameOf } from '../../editor/uris';
import { UserError } from '../../editor/errors';
import type { Services } from '../../services';
import { refreshNotes } from '../shared/reportResult';

/** Undoes the last change from a view, as far as the changed lines are still the same. */
export async function undoFollowUpChange({
  notes,
  viewChanges,
}: Pick<Services, 'notes' | 'viewChanges'>): Promise<void> {
  await viewChanges.inTurn(async () => {
    const undos: NoteEdits[] = [];
    const refused: Uri[] = [];
    for (const change of viewChanges.take().toReversed()) {
      const uri = Uri.parse(change.uri);
      const undo = await planUndo(change, uri);
      if (undo) {
        undos.push(undo);
      } else {
        refused.push(uri);
      }
    }
    await applyPlan({ changes: undos });
    await refreshNotes(
      undos.map(({ uri }) => Uri.parse(uri)),
      notes,
    );
    if (refused.length > 0) {
      throw new UserError(
        l10n.t('Nothing was undone in {0}: the note has changed since.', refused.map(nameOf).join(', ')),
      );
    }
  });
}

async function planUndo(change: NoteEdits, uri: Uri): Promise<NoteEdits | undefined> {
  try {
    return undoChange(change, await editableText(uri));
  } catch (error) {
    if (error instanceof NoteNotEditableError) {
      return undefined;
    }
    throw error;
  }
}
