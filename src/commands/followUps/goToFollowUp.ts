import { commands, l10n, Range, type TextDocumentShowOptions, Uri, window, workspace } from 'vscode';
import { anchorOf, locate } from '../../core/followUp/locate';
import { UserError } from '../../editor/errors';
import { formatMessage } from '../../editor/messages';
import type { Services } from '../../services';
import { needOne, type Target, targetsOf } from './targets';

/** Opens the note of a follow-up with the cursor on its current line. */
export async function goToFollowUp({ notes }: Pick<Services, 'notes'>, ...args: readonly unknown[]): Promise<void> {
  await open(needOne(await targetsOf(args, notes)), {});
}

/** Opens the note of a clicked row and leaves the focus in the view. After `toggleFocusedRow`, toggles the row instead. */
export async function openFollowUpRow(
  { notes, followUpsShown }: Pick<Services, 'notes' | 'followUpsShown'>,
  ...args: readonly unknown[]
): Promise<void> {
  const isToggle = followUpsShown.takeToggle();
  const target = needOne(await targetsOf(args, notes));
  if (isToggle) {
    await commands.executeCommand(target.item.isOpen ? 'oneOnOne.tickFollowUp' : 'oneOnOne.reopenFollowUp', ...args);
  } else {
    await open(target, { preserveFocus: true, preview: true });
  }
}

/**
 * Toggles the checkbox of the focused row. VS Code tells extensions the focused row only when it opens the row, so this
 * opens it.
 */
export async function toggleFocusedRow({ followUpsShown }: Pick<Services, 'followUpsShown'>): Promise<void> {
  followUpsShown.toggleNextRow();
  await commands.executeCommand('list.selectAndPreserveFocus');
}

async function open({ item, anchor }: Target, options: TextDocumentShowOptions): Promise<void> {
  const document = await workspace.openTextDocument(Uri.parse(item.note.uri));
  const text = document.getText();
  const asShown = locate(text, anchor);
  // The row may be outdated after a change of the line. Opening a line is harmless, so fall back to the index.
  const found = 'refused' in asShown ? locate(text, anchorOf(item.followUp, item.note.followUps)) : asShown;
  if ('refused' in found) {
    await window.showTextDocument(document, options);
    throw new UserError(l10n.t('{0} The note is open, so that you can look for it.', formatMessage(found.refused)));
  }
  const end = document.positionAt(found.end);
  await window.showTextDocument(document, { ...options, selection: new Range(end, end) });
}

/** Shows the follow-up at the cursor in the Follow-ups view. */
export async function revealFollowUp(
  { notes, followUpsShown }: Pick<Services, 'notes' | 'followUpsShown'>,
  ...args: readonly unknown[]
): Promise<void> {
  const { item } = needOne(await targetsOf(args, notes));
  followUpsShown.reveal({ uri: item.note.uri, id: item.id });
}
