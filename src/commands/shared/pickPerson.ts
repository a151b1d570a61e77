import { CancellationError, l10n, type QuickPickItem, ThemeIcon, Uri } from 'vscode';
import { type CivilDate, formatRelative } from '../../core/dates/civilDate';
import type { NoteIndex } from '../../core/index/noteIndex';
import { matchesName, matchNames } from '../../core/people/names';
import { openCount, type PersonSummary, summarizePeople } from '../../core/peopleView/summary';
import { runCooperatively } from '../../editor/scheduling';
import { fallbackCadence } from '../../editor/settings';
import { createQuickPick, plainItem, showInputBox } from '../../editor/picks';
import { formatMessage } from '../../editor/messages';
import { NEW_NOTE, noteInFront } from '../../editor/activeNote';
import { Advice } from '../../editor/errors';
import type { Person } from '../../core/people/person';
import { personOfBrief } from '../../editor/uris';
import type { Services } from '../../services';
import { indexWithProgress } from './indexWithProgress';

/** The title and options of a list of people. */
interface PersonQuestion {
  readonly title: string;
  readonly today: CivilDate;
  /** Whether the user can add a person. */
  readonly canBeNew: boolean;
  /** Names of the people who are probably meant, known or not. They come first. */
  readonly likely?: readonly string[];
  /** Initial name in the input. */
  readonly typed?: string | undefined;
}

interface PersonItem extends NamedItem {
  readonly person: string;
}

/**
 * Asks for a person by name, the most urgent one first, or for a new person. Without any known people, an input box asks
 * for the name. Returns the name, or `undefined` if the user cancels.
 * @throws Advice if there are no people to choose from.
 */
export async function pickPerson(index: NoteIndex, question: PersonQuestion): Promise<string | undefined> {
  const { title, today, canBeNew, typed, likely = [] } = question;
  const people = await runCooperatively(summarizePeople(index, { today, fallbackDays: fallbackCadence }));
  if (people.length === 0 && likely.length === 0) {
    if (canBeNew) {
      return askForFirst(question);
    }
    throw new Advice(l10n.t('There are no people yet, because no 1:1 note was found. Create the first one.'), NEW_NOTE);
  }
  const likelyKeys = likely.map((name) => index.people.personOrUndefined(name)?.key);
  const isLikely = ({ person }: PersonSummary): boolean => likelyKeys.includes(person.key);
  const newNames = likely.filter((_, at) => likelyKeys[at] === undefined);
  const picked = await pickByName(
    [
      ...people.filter(isLikely).map((summary) => itemFor(summary, today)),
      ...newNames.map(namedItem),
      ...people.filter((summary) => !isLikely(summary)).map((summary) => itemFor(summary, today)),
    ],
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

/** Returns the item of a name in a note that belongs to no known person. */
function namedItem(person: string): PersonItem {
  return { label: person, description: l10n.t('named in this note'), names: [person], person };
}

function itemFor(summary: PersonSummary, today: CivilDate): PersonItem {
  const { person, state } = summary;
  const met = state.lastMet
    ? l10n.t('last met {0}', formatMessage(formatRelative(state.lastMet, today)))
    : l10n.t('not met yet');
  const open = openCount(summary);
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

/** An item matched only by the names of a person. */
export interface NamedItem extends QuickPickItem {
  readonly names: readonly string[];
}

/**
 * Asks for an item by part of a name, ignoring case and accents. `typed` is the initial text of the input. `lastItem`
 * returns the last item for a typed text; its label must be empty, because VS Code moves matching labels to the top.
 * Returns the item, or `undefined` if the user cancels.
 */
export async function pickByName<Item extends NamedItem>(
  items: readonly Item[],
  {
    typed = '',
    lastItem,
    ...words
  }: {
    readonly title: string;
    readonly placeholder: string;
    readonly typed?: string | undefined;
    readonly lastItem?: (typed: string) => Item | undefined;
  },
): Promise<Item | undefined> {
  const picker = createQuickPick<Item>(words);
  // VS Code reports the chosen item by its index, so items keep their index while the user types.
  const list = (value: string): void => {
    const last = lastItem?.(value);
    picker.items = [
      ...items.map((item) => plainItem({ ...item, alwaysShow: matchesName(value, item.names) })),
      ...(last ? [plainItem({ ...last, alwaysShow: true })] : []),
    ];
  };
  // Enter may arrive before the list is updated. Then the selected item does not match the text.
  const chosen = (value: string, [selected]: readonly Item[]): Item | undefined => {
    const isStale = !selected || (selected.names.length > 0 && !matchesName(value, selected.names));
    return isStale ? (matchNames(value, items)[0] ?? selected ?? lastItem?.(value)) : selected;
  };
  try {
    picker.matchOnDescription = false;
    picker.value = typed;
    list(typed);
    picker.onDidChangeValue(list);
    return await new Promise<Item | undefined>((resolve) => {
      picker.onDidAccept(() => {
        const item = chosen(picker.value, picker.selectedItems);
        if (item) resolve(item);
      });
      picker.onDidHide(() => resolve(undefined));
      picker.show();
    });
  } finally {
    picker.dispose();
  }
}

/** Plain data that identifies a person, as used by rows of the People view and links in notes. */
interface PersonRef {
  /** The person's key. */
  readonly person: string;
}

/**
 * Returns the person for a command: from the clicked row or file, or else from the active note or brief, or else as
 * picked by the user.
 * @throws CancellationError if the user cancels.
 */
export async function targetPerson(
  argument: unknown,
  { notes, clock }: Pick<Services, 'notes' | 'clock'>,
  title: string,
): Promise<Person> {
  const index = await indexWithProgress(notes);
  const named = isPersonRef(argument) ? index.people.get(argument.person) : undefined;
  const person = named ?? (argument instanceof Uri ? personAt(argument, index) : await personInFront(index));
  if (person) {
    return person;
  }
  const name = await askForPerson(index, { title, today: clock.today(), canBeNew: false });
  const picked = index.people.personOrUndefined(name);
  if (!picked) {
    throw new CancellationError();
  }
  return picked;
}

/** Returns the person of the active note or brief, in any kind of editor. */
export async function personInFront(index: NoteIndex): Promise<Person | undefined> {
  const uri = await noteInFront();
  return uri && personAt(uri, index);
}

/** Returns the person of a note or brief. */
function personAt(uri: Uri, index: NoteIndex): Person | undefined {
  const note = index.note(uri.toString());
  return index.people.get(personOfBrief(uri) ?? '') ?? (note && index.personOf(note));
}

/** Returns the names of the people with 1:1 notes at a file or in a folder. */
export function peopleAt(uri: Uri, index: NoteIndex): readonly string[] {
  const place = uri.toString();
  const names = new Set<string>();
  for (const note of index.notes()) {
    const isThere = note.uri === place || note.uri.startsWith(`${place}/`);
    const person = isThere && note.meetings.length > 0 ? index.personOf(note) : undefined;
    if (person) names.add(person.name);
  }
  return [...names];
}

/** Checks whether an unknown value is a `PersonRef`. */
export function isPersonRef(value: unknown): value is PersonRef {
  return typeof value === 'object' && value !== null && 'person' in value && typeof value.person === 'string';
}
