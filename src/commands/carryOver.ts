import { CancellationError, l10n, Uri, window, workspace } from 'vscode';
import { UserError, Advice } from '../editor/errors';
import { formatMessage, setStatusBarMessage, showInformationMessage, warnAboutSkipped } from '../editor/messages';
import { showInputBox } from '../editor/picks';
import { nameOf } from '../editor/uris';
import type { Services } from '../services';
import { indexWithProgress } from './shared/indexWithProgress';
import { isEntryRow, sourceLine } from './shared/sourceLine';
import { parkFor } from './shared/addToMeeting';
import { askForPerson, isPersonRef } from './shared/pickPerson';
import { wholeOf } from '../core/index/listedFollowUp';
import { newFilesOf } from '../core/text/edit';
import { privateHalfPlace } from '../editor/privateHalves';
import { bringIntoMeeting } from '../core/carryOver/plan';
import { activeNoteEditor, NEW_NOTE } from '../editor/activeNote';
import { editableNotes } from '../editor/editableNote';
import { applyPlan } from '../editor/noteEditor';
import { setting } from '../editor/settings';
import { noteAtCursor, targetLine } from '../editor/targetMeeting';

const TITLE = l10n.t('Save for Next 1:1…');

/**
 * Adds the selection, the words of a row or a typed line to the topics of the next 1:1 with a person. Words that another
 * person said, and private words, are not taken over: the user types what to say of them. `argument` may also be
 * a `PersonRef`. Returns the URI of the changed note.
 */
export async function addToNext({ notes, clock }: Pick<Services, 'notes' | 'clock'>, argument?: unknown): Promise<Uri> {
  const index = await indexWithProgress(notes);
  const line = isEntryRow(argument) ? await sourceLine(argument, notes) : undefined;
  const selected = line ? undefined : selectedText();
  const today = clock.today();
  const known = isPersonRef(argument) ? index.people.get(argument.person)?.name : undefined;
  const likely = line?.person ? [line.person.name] : [];
  const name = known ?? (await askForPerson(index, { title: TITLE, today, canBeNew: true, likely }));
  const person = index.people.personNamed(name);
  if ('refused' in person) {
    throw new UserError(formatMessage(person.refused));
  }
  const isTheirs = line?.person?.key === person.key && !line.private;
  const words = selected ?? (isTheirs ? line.words : await askForWords(person.name));
  const [uri] = await parkFor([{ person, words }], { notes, today });
  if (!uri) {
    throw new Error('Parking planned no change');
  }
  setStatusBarMessage(l10n.t('Added to {0}', nameOf(uri)));
  return uri;
}

function selectedText(): string | undefined {
  const editor = window.activeTextEditor;
  const text = editor && !editor.selection.isEmpty ? editor.document.getText(editor.selection).trim() : '';
  return text === '' ? undefined : text;
}

async function askForWords(name: string): Promise<string> {
  const words = await showInputBox({ title: TITLE, prompt: l10n.t('What do you want to talk about with {0}?', name) });
  if (words === undefined) {
    throw new CancellationError();
  }
  return words;
}

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
