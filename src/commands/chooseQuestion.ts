import { CancellationError, l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type { Question } from '../core/frameworks/framework';
import { type Frequency, frequencyOf } from '../core/frameworks/questionChoices';
import { writeQuestionChoice, type ChoiceToWrite } from '../core/noteEdit/questionEdits';
import type { Meeting } from '../core/note/note';
import { questionChoicesIn } from '../editor/frameworkStore';
import { setStatusBarMessage } from '../editor/messages';
import { changeOrCreate } from '../editor/noteEditor';
import { showQuickPick } from '../editor/picks';
import { noteAtCursor, targetLine } from '../editor/targetMeeting';
import type { Services } from '../services';
import { indexWithProgress } from './shared/indexWithProgress';
import { noteRoot } from './shared/noteRoot';
import { askForPerson } from './shared/pickPerson';

type Needs = Pick<Services, 'notes' | 'frameworks' | 'clock'>;
type Someone = NonNullable<ChoiceToWrite['person']>;

/** Asks a question in every note, with one person or with everyone. See `chooseQuestion`. */
export function askEveryTime(needs: Needs, argument?: unknown): Promise<void> {
  return chooseQuestion(needs, argument, 'every time');
}

/** Never asks a question again, with one person or with everyone. See `chooseQuestion`. */
export function neverAskAgain(needs: Needs, argument?: unknown): Promise<void> {
  return chooseQuestion(needs, argument, 'never');
}

/**
 * Writes how often a question is asked into `.one-on-one/questions.yaml`. The question is the one at the cursor, or else
 * the user picks it. `argument` may give the lines of a meeting, `{ line, endLine }`, or a question and a person by key:
 * `{ question, person }`.
 */
async function chooseQuestion(needs: Needs, argument: unknown, ask: Frequency): Promise<void> {
  const { notes, frameworks } = needs;
  await indexWithProgress(notes);
  const { question, person } = (await fromHover(needs, argument)) ?? (await fromNote(needs, argument, ask));
  const choice = await pickChoice(needs, { question, ask, person });
  const uri = questionChoicesIn(await noteRoot(notes.fullIndex, choice.person?.key ?? person?.key ?? ''));
  await changeOrCreate(uri, (text) => writeQuestionChoice(text, choice));
  await frameworks.reloadChoices();
  setStatusBarMessage(l10n.t('{0}: “{1}”', labelOf(choice.ask, choice.person), question.text));
}

interface Chosen {
  readonly question: Question;
  readonly person: Someone | undefined;
}

async function fromHover({ notes, frameworks }: Needs, argument: unknown): Promise<Chosen | undefined> {
  const { question, person } =
    typeof argument === 'object' && argument !== null ? (argument as Readonly<Record<string, unknown>>) : {};
  const place = typeof question === 'number' ? frameworks.bank.placesOf(question)[0] : undefined;
  const { people } = await notes.ready();
  return place && { question: place.question, person: typeof person === 'string' ? people.get(person) : undefined };
}

/** Takes the question at the cursor, or asks for one of the meeting, or of all frameworks outside 1:1 notes. */
async function fromNote(needs: Needs, argument: unknown, ask: Frequency): Promise<Chosen> {
  const { frameworks } = needs;
  const editor = window.activeTextEditor;
  const inNote =
    editor?.document.languageId === 'markdown'
      ? await noteAtCursor(editor.document, targetLine(argument, editor.selection.active.line), needs)
      : undefined;
  const meeting = inNote?.meeting?.meeting;
  const asked = meeting ? questionsIn(meeting, frameworks) : [];
  const atCursor = asked.find(({ line }) => line === editor?.selection.active.line);
  const all = frameworks.frameworks.flatMap(({ sections }) => sections.flatMap(({ questions }) => questions));
  const question =
    atCursor?.question ?? (await pickQuestion(asked.length > 0 ? asked.map((each) => each.question) : all, ask));
  return { question, person: inNote?.person };
}

function questionsIn(
  { sections }: Meeting,
  { bank }: Needs['frameworks'],
): readonly { readonly line: number; readonly question: Question }[] {
  return sections
    .flatMap(({ prompts }) => prompts)
    .flatMap(({ line, question }) => {
      const place = bank.placesOf(question)[0];
      return place ? [{ line, question: place.question }] : [];
    });
}

async function pickQuestion(questions: readonly Question[], ask: Frequency): Promise<Question> {
  const unique = [...new Map(questions.map((question) => [question.key, question])).values()];
  const picked = await showQuickPick(
    unique.map((question) => ({ label: question.text, question })),
    { title: titleOf(ask), placeHolder: l10n.t('Which question?') },
  );
  if (!picked) {
    throw new CancellationError();
  }
  return picked.question;
}

type ChoiceItem = QuickPickItem & { readonly ask?: Frequency; readonly person?: Someone | 'ask' | undefined };

/**
 * Asks with whom a question is asked every time or never again. The wanted choice is first. Where one is made already,
 * the item takes it back.
 */
async function pickChoice(needs: Needs, { question, ask, person }: ChoiceToWrite): Promise<ChoiceToWrite> {
  const { frameworks, notes, clock } = needs;
  const itemFor = (wanted: Frequency, someone: Someone | undefined): ChoiceItem => {
    const isMade = frequencyOf(question, frameworks.choices, someone?.key) === wanted;
    const chosen = isMade ? 'in turn' : wanted;
    return { label: labelOf(chosen, someone), ask: chosen, person: someone };
  };
  const itemsFor = (wanted: Frequency): ChoiceItem[] => [
    { label: titleOf(wanted), kind: QuickPickItemKind.Separator },
    ...(person ? [itemFor(wanted, person)] : []),
    itemFor(wanted, undefined),
    { label: l10n.t('Choose a Person…'), ask: wanted, person: 'ask' },
  ];
  const items = [...itemsFor(ask), ...itemsFor(ask === 'never' ? 'every time' : 'never')];
  const picked = await showQuickPick(items, { title: question.text, placeHolder: l10n.t('How often, and with whom?') });
  if (!picked?.ask) {
    throw new CancellationError();
  }
  if (picked.person !== 'ask') {
    return { question, ask: picked.ask, person: picked.person };
  }
  const { people } = notes.index;
  const name = await askForPerson(notes.index, { title: titleOf(picked.ask), today: clock.today(), canBeNew: false });
  const someone = people.personOrUndefined(name);
  if (!someone) {
    throw new CancellationError();
  }
  return { question, ask: picked.ask, person: someone };
}

function titleOf(ask: Frequency): string {
  return ask === 'never' ? l10n.t('Never Ask Again') : l10n.t('Ask Every Time');
}

function labelOf(ask: Frequency, person: Someone | undefined): string {
  switch (ask) {
    case 'every time':
      return person ? l10n.t('Every Time With {0}', person.name) : l10n.t('Every Time With Everyone');
    case 'never':
      return person ? l10n.t('Never Again With {0}', person.name) : l10n.t('Never Again With Anyone');
    case 'in turn':
      return person ? l10n.t('In Turn Again With {0}', person.name) : l10n.t('In Turn Again With Everyone');
  }
}
