import { CancellationError, l10n, Range, Selection } from 'vscode';
import type { Section } from '../core/note/note';
import { frameworkSectionOf, sectionAt } from '../core/questions/sections';
import { planAnotherQuestion as planAnother } from '../core/noteEdit/anotherQuestion';
import { activeNoteEditor } from '../editor/activeNote';
import { showQuickPick } from '../editor/picks';
import { assertEditable } from '../editor/editableNote';
import { Advice, UserError } from '../editor/errors';
import type { Services } from '../services';
import { indexWithProgress } from './shared/indexWithProgress';
import { noteAtCursor, targetLine } from '../editor/targetMeeting';
import { formatMessage } from '../editor/messages';

/**
 * Asks another question in the active 1:1 note: in place of an unanswered question at the cursor, or else below it.
 * `argument` may give the lines of a meeting: `{ line, endLine }`.
 */
export async function askAnother(
  services: Pick<Services, 'notes' | 'frameworks' | 'clock'>,
  argument?: unknown,
): Promise<void> {
  const { frameworks } = services;
  const editor = await activeNoteEditor();
  await indexWithProgress(services.notes);
  const { document } = editor;
  const {
    place,
    history,
    person,
    meeting: dated,
  } = await noteAtCursor(document, targetLine(argument, editor.selection.active.line), services);
  if (!dated || !person) {
    throw new Advice(l10n.t('Swap Question works in 1:1 notes. In other Markdown files, use Insert Question Set.'), {
      command: 'oneOnOne.insertQuestions',
      title: l10n.t('Insert Question Set'),
    });
  }
  const { meeting } = dated;
  const { line, text } = place;
  const asked = frameworks.askedOf(person.key);
  const choices = meeting.sections.flatMap((section) => {
    const asks = frameworkSectionOf(section, asked, { bank: frameworks.bank, own: meeting.framework });
    return asks ? [{ section, asks }] : [];
  });
  const here = sectionAt(meeting, line);
  const chosen = choices.find(({ section }) => section === here) ?? (await chooseSection(choices));
  const planned = planAnother({
    ...chosen,
    text,
    meeting,
    line,
    history,
    person: person.key,
  });
  if ('refused' in planned) {
    throw new UserError(formatMessage(planned.refused));
  }
  const { edit, cursor } = planned;
  await assertEditable(document, edit);
  const range = new Range(document.positionAt(edit.start), document.positionAt(edit.end));
  if (!(await editor.edit((builder) => builder.replace(range, edit.text)))) {
    throw new UserError(l10n.t('The note changed in the meantime, so no question was written. Try again.'));
  }
  const position = document.positionAt(cursor);
  editor.selections = [new Selection(position, position)];
  editor.revealRange(new Range(position, position));
}

async function chooseSection<Choice extends { readonly section: Section }>(
  choices: readonly Choice[],
): Promise<Choice> {
  if (choices.length === 0) {
    throw new Advice(l10n.t('No section of this note has questions.'), {
      command: 'oneOnOne.insertSection',
      title: l10n.t('Insert Framework Section'),
    });
  }
  const items = choices.map((choice) => ({ label: choice.section.title, choice }));
  const picked = await showQuickPick(items, {
    title: l10n.t('Swap Question'),
    placeHolder: l10n.t('In which section?'),
  });
  if (!picked) {
    throw new CancellationError();
  }
  return picked.choice;
}
