import { CancellationError, l10n, type QuickPickItem, QuickPickItemKind, Range, Selection } from 'vscode';
import { type CivilDate, formatRelative } from '../core/dates/civilDate';
import type { FrameworkSection, Question } from '../core/frameworks/framework';
import { questionParts, sectionParts } from '../core/noteEdit/noteBody';
import type { QuestionHistory } from '../core/questions/history';
import { rotate, rotationOrder } from '../core/questions/rotation';
import { activeNoteEditor } from '../editor/activeNote';
import { insertParts } from '../editor/noteEditor';
import { showQuickPick, showQuickPickOfMany } from '../editor/picks';
import { noteAtCursor, targetLine } from '../editor/targetMeeting';
import type { Services } from '../services';
import { indexWithProgress } from './shared/indexWithProgress';
import { formatMessage } from '../editor/messages';
import type { Section } from '../core/note/note';
import { frameworkSectionOf, sectionAt } from '../core/questions/sections';
import { planAnotherQuestion as planAnother } from '../core/noteEdit/questionEdits';
import { assertEditable } from '../editor/editableNote';
import { Advice, UserError } from '../editor/errors';

/** Inserts a section of a framework at the cursor, with its due questions. */
export async function insertSection(services: Pick<Services, 'notes' | 'frameworks' | 'clock'>): Promise<void> {
  const editor = await activeNoteEditor();
  await indexWithProgress(services.notes);
  const { place, history, person } = await noteAtCursor(editor.document, editor.selection.active.line, services);
  const section = await pickSection(services.frameworks.askedOf(person?.key));
  const questions = rotate({ section, history, person: person?.key ?? '' }).map(({ text }) => text);
  await insertParts(editor, sectionParts({ ...section, questions }, place, person?.name ?? l10n.t('You')), place);
}

async function pickSection(frameworks: Services['frameworks']['frameworks']): Promise<FrameworkSection> {
  const items = frameworks.flatMap((framework): (QuickPickItem & { readonly section?: FrameworkSection })[] => [
    { label: framework.title, kind: QuickPickItemKind.Separator },
    ...framework.sections.map((section) => ({
      label: section.title,
      description: framework.title,
      detail: section.purpose ?? '',
      section,
    })),
  ]);
  const picked = await showQuickPick(items, {
    title: l10n.t('Insert Framework Section'),
    placeHolder: l10n.t('Choose a section'),
    matchOnDescription: true,
  });
  if (!picked?.section) {
    throw new CancellationError();
  }
  return picked.section;
}

const TITLE = l10n.t('Insert Question Set');

/** Inserts questions of a set at the cursor. The list is in rotation order, with the due questions preselected. */
export async function insertQuestions(services: Pick<Services, 'notes' | 'frameworks' | 'clock'>): Promise<void> {
  const editor = await activeNoteEditor();
  await indexWithProgress(services.notes);
  const { place, history, person } = await noteAtCursor(editor.document, editor.selection.active.line, services);
  const section = await pickSet(services.frameworks.askedOf(person?.key));
  const request = { section, history, person: person?.key ?? '' };
  const due = rotate({ ...request, count: Math.max(1, section.ask) });
  const chosen = await pickQuestions(rotationOrder(request), due, (question) =>
    formatAsked(question, history, services.clock.today()),
  );
  await insertParts(editor, questionParts(chosen, place), place);
}

async function pickSet(frameworks: Services['frameworks']['frameworks']): Promise<FrameworkSection> {
  const items = frameworks.flatMap(({ title, sections }) =>
    sections
      .filter(({ questions }) => questions.length > 0)
      .map((section) => ({
        label: section.title,
        description: title === section.title ? '' : title,
        detail: l10n.t('{0} questions', section.questions.length),
        section,
      })),
  );
  const picked = await showQuickPick(items, {
    title: TITLE,
    placeHolder: l10n.t('Choose a set'),
    matchOnDescription: true,
  });
  if (!picked) {
    throw new CancellationError();
  }
  return picked.section;
}

async function pickQuestions(
  questions: readonly Question[],
  due: readonly Question[],
  describe: (question: Question) => string,
): Promise<string[]> {
  const items = questions.map((question) => ({
    question: question.text,
    label: question.text,
    description: describe(question),
    picked: due.includes(question),
  }));
  const picked = await showQuickPickOfMany(items, {
    title: TITLE,
    placeHolder: l10n.t('Choose questions. The next ones in rotation are already selected.'),
  });
  if (!picked || picked.length === 0) {
    throw new CancellationError();
  }
  return picked.map(({ question }) => question);
}

function formatAsked({ key }: Question, history: QuestionHistory, today: CivilDate): string {
  const asked = history.asked.get(key);
  const offered = history.offered.get(key);
  if (asked) {
    return l10n.t('asked {0}', formatMessage(formatRelative(asked, today)));
  }
  return offered ? l10n.t('offered {0}, no answer', formatMessage(formatRelative(offered, today))) : '';
}

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
