import { CancellationError, l10n } from 'vscode';
import type { Question } from '../core/frameworks/framework';
import { MINUTE_AFTER_LINES, minuteAfterLine } from '../core/noteEdit/existingMeeting';
import { rotate } from '../core/questions/rotation';
import { activeNoteEditor } from '../editor/activeNote';
import { UserError } from '../editor/errors';
import { setStatusBarMessage } from '../editor/messages';
import { showInputBox } from '../editor/picks';
import { type NoteAtCursor, noteAtCursor, targetLine } from '../editor/targetMeeting';
import type { Services } from '../services';
import { nameOf } from '../editor/uris';
import { addPrivately } from './shared/addToMeeting';
import { indexWithProgress } from './shared/indexWithProgress';

type Needs = Pick<Services, 'notes' | 'frameworks' | 'clock' | 'reflectionOffers'>;

/**
 * Asks up to three questions about the 1:1 just held, and writes the answers into the private section of its note.
 * `argument` may give the lines of a meeting: `{ line, endLine }`.
 */
export async function minuteAfter(needs: Needs, argument?: unknown): Promise<void> {
  const { notes, reflectionOffers } = needs;
  const editor = await activeNoteEditor();
  await indexWithProgress(notes);
  const { document } = editor;
  const line = targetLine(argument, editor.selection.active.line);
  reflectionOffers.settle(document.uri);
  const items = await askFor(questionsFor(await noteAtCursor(document, line, needs), needs));
  if (items.length === 0) {
    throw new CancellationError();
  }
  const { meeting } = await noteAtCursor(document, line, needs);
  if (!meeting) {
    throw new UserError(l10n.t('The note changed in the meantime, so nothing was written. Try again.'));
  }
  const uri = await addPrivately(meeting, items, notes);
  const isInNote = uri.toString() === document.uri.toString();
  setStatusBarMessage(
    isInNote ? l10n.t('Written under Private') : l10n.t('Written to the private half, {0}', nameOf(uri)),
  );
}

function questionsFor({ meeting, person, history }: NoteAtCursor, { frameworks }: Needs): readonly Question[] {
  if (!meeting || !person) {
    throw new UserError(l10n.t('Open the note of a 1:1 with one person, then run this command again.'));
  }
  const sets = frameworks.askedOf(person.key).filter(({ kind }) => kind === 'reflection');
  const exclude = new Set(meeting.meeting.sections.flatMap(({ prompts }) => prompts.map(({ question }) => question)));
  const questions = sets.flatMap(({ sections }) =>
    sections.flatMap((section) => rotate({ section, history, person: person.key, exclude })),
  );
  if (questions.length === 0) {
    throw new UserError(l10n.t('This note already has an answer to every question of A Minute After.'));
  }
  return questions.slice(0, MINUTE_AFTER_LINES);
}

/** Asks the questions in turn. An empty answer leaves a question out, and Escape ends the questions. */
async function askFor(questions: readonly Question[]): Promise<readonly string[]> {
  const items: string[] = [];
  for (const [index, { text }] of questions.entries()) {
    const answer = await showInputBox({
      title: l10n.t('A Minute After ({0}/{1})', index + 1, questions.length),
      prompt: text,
      placeHolder: l10n.t('One private line. Leave empty to skip.'),
      ignoreFocusOut: true,
    });
    if (answer === undefined) {
      break;
    }
    if (answer.trim() !== '') {
      items.push(minuteAfterLine(text, answer));
    }
  }
  return items;
}
