import { CancellationError, l10n, type QuickPickItem, QuickPickItemKind } from 'vscode';
import { type CivilDate, formatRelative } from '../core/dates/civilDate';
import type { FrameworkSection, Question } from '../core/frameworks/framework';
import { questionParts, sectionParts } from '../core/noteEdit/sectionParts';
import type { QuestionHistory } from '../core/questions/history';
import { rotate, rotationOrder } from '../core/questions/rotation';
import { activeNoteEditor } from '../editor/activeNote';
import { insertParts } from '../editor/noteEditor';
import { showQuickPick, showQuickPickOfMany } from '../editor/picks';
import { noteAtCursor } from '../editor/targetMeeting';
import type { Services } from '../services';
import { indexWithProgress } from './shared/indexWithProgress';
import { formatMessage } from '../editor/messages';

/** Inserts a section of a framework at the cursor, with its due questions. */
export async function insertSection(services: Pick<Services, 'notes' | 'frameworks' | 'clock'>): Promise<void> {
  const editor = await activeNoteEditor();
  await indexWithProgress(services.notes);
  const { place, history, person } = await noteAtCursor(editor.document, editor.selection.active.line, services);
  const section = await pickSection(services.frameworks.askedOf(person?.key));
  const questions = rotate({ section, history, person: person?.key ?? '' }).map(({ text }) => text);
  await insertParts(editor, sectionParts({ ...section, questions }, place, person?.name ?? l10n.t('You')));
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
  await insertParts(editor, questionParts(chosen, place));
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
  const stood = history.stood.get(key);
  if (asked) {
    return l10n.t('asked {0}', formatMessage(formatRelative(asked, today)));
  }
  return stood ? l10n.t('offered {0}, no answer', formatMessage(formatRelative(stood, today))) : '';
}
