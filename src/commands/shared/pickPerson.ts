import { ThemeIcon, type QuickPickItem } from 'vscode';
import { inWords, type CivilDate } from '../../core/civilDate';
import type { PersonSummary } from '../../core/insight/personSummary';
import { personKey } from '../../core/people/names';
import { createQuickPick, plainItem, showInputBox, type PlainItem } from '../../editor/picks';

/** What the list of people is for. */
export interface PersonQuestion {
  readonly title: string;
  readonly today: CivilDate;
  /** Whether somebody who is not known yet can be typed. */
  readonly canBeNew: boolean;
}

interface PersonItem extends QuickPickItem {
  readonly name: string;
}

const ASK_FOR_FIRST = 'Who do you meet?';

/**
 * Lets the reader choose one of the people, in the order given, or type a new name. Where nobody is known yet, a plain
 * input asks for the name. `undefined` when cancelled.
 */
export async function pickPerson(
  people: readonly PersonSummary[],
  question: PersonQuestion,
): Promise<string | undefined> {
  if (people.length === 0 && question.canBeNew) {
    const name = await showInputBox({
      title: question.title,
      prompt: ASK_FOR_FIRST,
      placeHolder: 'Jane Doe',
      ignoreFocusOut: true,
      validateInput: (value) => (value.trim() === '' ? 'Type a name.' : undefined),
    });
    return name?.trim();
  }
  const known = people.map((summary) => itemFor(summary, question.today));
  const picker = createQuickPick<PersonItem>({
    title: question.title,
    placeholder: question.canBeNew ? 'Choose a person, or type a new name' : 'Choose a person',
  });
  try {
    picker.matchOnDescription = true;
    picker.items = known;
    if (question.canBeNew) {
      picker.onDidChangeValue((value) => {
        picker.items = [...known, ...newPerson(value, known)];
      });
    }
    return await new Promise<string | undefined>((resolve) => {
      picker.onDidAccept(() => resolve(picker.selectedItems[0]?.name));
      picker.onDidHide(() => resolve(undefined));
      picker.show();
    });
  } finally {
    picker.dispose();
  }
}

function newPerson(value: string, known: readonly PersonItem[]): PlainItem<PersonItem>[] {
  const name = value.trim().replace(/\s+/g, ' ');
  const isKnown = name === '' || known.some((item) => personKey(item.name) === personKey(name));
  return isKnown
    ? []
    : [
        plainItem({
          label: name,
          iconPath: new ThemeIcon('person-add'),
          description: 'New person',
          name,
          alwaysShow: true,
        }),
      ];
}

function itemFor({ person, state, openMine, openTheirs }: PersonSummary, today: CivilDate): PlainItem<PersonItem> {
  const met = state.lastMet ? `last met ${inWords(state.lastMet, today)}` : 'not met yet';
  const open = openMine + openTheirs;
  const parts = [met, dueInWords(state, today), open > 0 ? `${open} open` : ''];
  return plainItem({
    label: person.name,
    description: parts.filter((part) => part !== '').join(' · '),
    name: person.name,
  });
}

function dueInWords(state: PersonSummary['state'], today: CivilDate): string {
  if (state.away) return 'away';
  if (state.notMetLately) return 'not met lately';
  if (state.scheduled) return `next note ${inWords(state.scheduled, today)}`;
  if (!state.nextDue) return '';
  return state.isOverdue ? `overdue, was due ${inWords(state.nextDue, today)}` : `due ${inWords(state.nextDue, today)}`;
}
