import { CancellationError, l10n, ThemeIcon } from 'vscode';
import { formatRelative, type CivilDate } from '../../core/dates/civilDate';
import type { NoteIndex } from '../../core/index/noteIndex';
import type { PersonSummary } from '../../core/peopleView/summary';
import { peopleSummaries } from '../../editor/peopleSummaries';
import { showInputBox } from '../../editor/picks';
import { pickByName, type NamedItem } from './pickByName';
import { formatMessage } from '../../editor/messages';

/** The title and options of a list of people. */
export interface PersonQuestion {
  readonly title: string;
  readonly today: CivilDate;
  /** Whether the user can add a person. */
  readonly canBeNew: boolean;
  /** Initial name in the input. */
  readonly typed?: string | undefined;
}

interface PersonItem extends NamedItem {
  readonly person: string;
}

/**
 * Asks for a person by name, the most urgent one first, or for a new person. Without any known people, an input box asks
 * for the name. Returns the name, or `undefined` if the user cancels.
 */
export async function pickPerson(index: NoteIndex, question: PersonQuestion): Promise<string | undefined> {
  const { title, today, canBeNew, typed } = question;
  const people = await peopleSummaries(index, today);
  if (people.length === 0 && canBeNew) {
    return askForFirst(question);
  }
  const picked = await pickByName(
    people.map((summary) => itemFor(summary, today)),
    {
      title,
      placeholder: canBeNew ? l10n.t('Choose a person, or type a new name') : l10n.t('Choose a person'),
      typed,
      ...(canBeNew && { lastItem: (value: string) => newPerson(value, index) }),
    },
  );
  return picked?.person;
}

/**
 * Asks for a person like `pickPerson` and returns the name.
 * @throws CancellationError if the user cancels.
 */
export async function askForPerson(index: NoteIndex, question: PersonQuestion): Promise<string> {
  const name = await pickPerson(index, question);
  if (name === undefined) {
    throw new CancellationError();
  }
  return name;
}

async function askForFirst({ title, typed = '' }: PersonQuestion): Promise<string | undefined> {
  const name = await showInputBox({
    title,
    prompt: l10n.t('Who is this 1:1 with?'),
    placeHolder: l10n.t('Jane Doe'),
    value: typed,
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === '' ? l10n.t('Type a name.') : undefined),
  });
  return name?.trim();
}

/**
 * Returns the item that adds a person, or `undefined` if the name, including a unique first name, belongs to a known
 * person.
 */
function newPerson(typed: string, index: NoteIndex): PersonItem | undefined {
  const person = typed.trim().replace(/\s+/g, ' ');
  if (!/[\p{L}\p{N}]/u.test(person) || index.people.knows(person)) {
    return undefined;
  }
  const description = l10n.t('Add “{0}” as a new person', person);
  return { label: '', iconPath: new ThemeIcon('person-add'), description, names: [], person };
}

function itemFor({ person, state, openMine, openTheirs }: PersonSummary, today: CivilDate): PersonItem {
  const met = state.lastMet
    ? l10n.t('last met {0}', formatMessage(formatRelative(state.lastMet, today)))
    : l10n.t('not met yet');
  const open = openMine + openTheirs;
  const parts = [met, formatNextDue(state, today), open > 0 ? l10n.t('{0} open', open) : ''];
  return {
    label: person.name,
    description: parts.filter((part) => part !== '').join(' · '),
    names: [person.name, ...person.aliases],
    person: person.name,
  };
}

function formatNextDue(state: PersonSummary['state'], today: CivilDate): string {
  if (state.away) return l10n.t('away');
  if (state.notMetLately) return l10n.t('not met lately');
  if (state.scheduled) return l10n.t('next note {0}', formatMessage(formatRelative(state.scheduled, today)));
  if (!state.nextDue) return '';
  return state.isOverdue
    ? l10n.t('overdue, was due {0}', formatMessage(formatRelative(state.nextDue, today)))
    : l10n.t('due {0}', formatMessage(formatRelative(state.nextDue, today)));
}
