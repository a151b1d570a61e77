import { l10n, Uri, workspace } from 'vscode';
import { wholeOf } from '../core/index/listedFollowUp';
import { newFilesOf } from '../core/text/edit';
import { privateHalfPlace } from '../editor/privateHalves';
import { bringIntoMeeting } from '../core/carryOver/plan';
import { activeNoteEditor, NEW_NOTE } from '../editor/activeNote';
import { editableNotes } from '../editor/editableNote';
import { formatMessage, showInformationMessage, warnAboutSkipped } from '../editor/messages';
import { applyPlan } from '../editor/noteEditor';
import { setting } from '../editor/settings';
import { Advice, UserError } from '../editor/errors';
import type { Services } from '../services';
import { indexWithProgress } from './shared/indexWithProgress';
import { noteAtCursor, targetLine } from '../editor/targetMeeting';

/**
 * Carries the open follow-ups of a person's earlier meetings into the active 1:1, for example a note created in
 * advance, and completes an interrupted carry. `argument` may give the lines of a meeting: `{ line, endLine }`.
 */
export async function bringFollowUps(services: Pick<Services, 'notes' | 'clock'>, argument?: unknown): Promise<void> {
  const { notes } = services;
  const editor = await activeNoteEditor();
  await indexWithProgress(services.notes);
  const { uri } = editor.document;
  const line = targetLine(argument, editor.selection.active.line);
  const { person, meeting: dated } = await noteAtCursor(editor.document, line, services);
  if (!person || !dated) {
    throw new Advice(l10n.t('Open a 1:1 note with one person, then run this command again.'), NEW_NOTE);
  }
  const folder = workspace.getWorkspaceFolder(uri)?.uri;
  const whole = wholeOf(dated, notes.fullIndex.meetingsWith(person.key));
  const session = { person, date: whole.meeting.date };
  const privateHalf = folder && (await privateHalfPlace(folder, session, notes.fullIndex));
  const root = folder?.toString() ?? '';
  const into = { person, dated: whole, root, statuses: setting('statuses'), privateHalf };
  const brought = await bringIntoMeeting(into, editableNotes(notes));
  if ('refused' in brought) {
    throw new UserError(formatMessage(brought.refused));
  }
  const changed = [...newFilesOf(brought.plan), ...brought.plan.changes];
  if (changed.length === 0) {
    void showInformationMessage(l10n.t('No open follow-ups from earlier 1:1s with {0}.', person.name));
  }
  await applyPlan(brought.plan);
  await notes.refresh(...changed.map((change) => Uri.parse(change.uri)));
  warnAboutSkipped(brought.left, { carried: true });
}
