import { CancellationError, commands, InputBoxValidationSeverity, l10n, Uri } from 'vscode';
import { type CivilDate, shortDate } from '../../core/dates/civilDate';
import { readDateWords } from '../../core/dates/naturalDate';
import type { Refusal } from '../../core/text/edit';
import { newFollowUpLine, parseQuickAdd, type QuickAdd } from '../../core/followUp/quickAdd';
import type { DatedMeeting } from '../../core/index/listedFollowUp';
import type { NoteIndex } from '../../core/index/noteIndex';
import { nameFromFileName } from '../../core/people/names';
import type { Person } from '../../core/people/person';
import { formatMessage, setStatusBarMessage } from '../../editor/messages';
import { nameOf } from '../../editor/uris';
import { showInputBox } from '../../editor/picks';
import { setting } from '../../editor/settings';
import { UserError } from '../../editor/errors';
import type { Services } from '../../services';
import { addToMeetingNote } from '../shared/addToMeeting';
import { indexWithProgress } from '../shared/indexWithProgress';
import { askForPerson, personInFront } from '../shared/pickPerson';

const TITLE = l10n.t('Add Follow-Up');

/** The context for parsing a typed line. */
interface LineContext {
  readonly index: NoteIndex;
  readonly today: CivilDate;
  /** The person of the active note. */
  readonly inFront: Person | undefined;
  /** The person whose notes receive the follow-up in any case. */
  readonly given?: Person | undefined;
}

/** The last typed line until it is saved to a note. The next call shows it again. */
let unwritten = '';

/** What to begin with: words to edit, and the person whose notes receive the follow-up. */
interface Draft {
  readonly text: string;
  /** The person's key. */
  readonly person: string;
  readonly isPrivate: boolean;
}

/**
 * Adds a follow-up, typed as one line, to the newest note of its person, or to a first note with that person. A draft as
 * `argument` decides whose notes these are, regardless of the names in the line. Returns the note's URI.
 */
export async function addFollowUp(
  { notes, clock }: Pick<Services, 'notes' | 'clock'>,
  argument?: unknown,
): Promise<Uri> {
  const index = await indexWithProgress(notes);
  const today = clock.today();
  const draft = isDraft(argument) ? argument : undefined;
  const given = draft && notes.fullIndex.people.get(draft.person);
  const inFront = given ?? (await personInFront(index));
  const typed = await askForLine({ index, today, inFront, given }, draft?.text);
  const person = given ?? personMeant(typed, { index, inFront });
  const name = person?.name ?? (await askForName(typed.person, index, today));
  const newest = newestMeeting(name, notes.fullIndex, today);
  const own = notes.fullIndex.ownNameIn(newest?.note);
  const owners = typed.owners.map((owner) => (owner === 'me' ? own : owner));
  const dialect = setting('dialect', newest && Uri.parse(newest.note.uri));
  const item = newFollowUpLine({ ...typed, owners, dialect });
  const uri = newest
    ? await addToMeetingNote(newest, { item, isPrivate: draft?.isPrivate === true }, notes)
    : await addToFirstNote(name, item, notes);
  if (!draft) unwritten = '';
  setStatusBarMessage(l10n.t('Added to {0}', nameOf(uri)));
  return uri;
}

function isDraft(value: unknown): value is Draft {
  return (
    typeof value === 'object' &&
    value !== null &&
    'text' in value &&
    typeof value.text === 'string' &&
    'person' in value &&
    typeof value.person === 'string'
  );
}

function newestMeeting(name: string, index: NoteIndex, today: CivilDate): DatedMeeting | undefined {
  const person = index.people.personOrUndefined(name);
  return person && index.meetingsWith(person.key).findLast(({ meeting }) => meeting.date <= today);
}

/**
 * Creates a first note with the follow-up.
 * @throws CancellationError unless the new note contains the follow-up.
 */
async function addToFirstNote(person: string, item: string, notes: Services['notes']): Promise<Uri> {
  const uri = await commands.executeCommand<Uri | undefined>('oneOnOne.newNote', { person, followUps: [item] });
  // An existing file at that place is opened without changes.
  if (!uri || !(await notes.textOf(uri)).includes(item)) {
    throw new CancellationError();
  }
  return uri;
}

async function askForLine(context: LineContext, draft?: string): Promise<QuickAdd> {
  const { index, today } = context;
  const parse = (value: string): Promise<QuickAdd | Refusal> =>
    parseQuickAdd(value, {
      readDate: (words) => readDateWords(words, today),
      isPerson: (name) => index.people.knows(name),
    });
  const value = await showInputBox({
    title: TITLE,
    value: draft ?? unwritten,
    prompt: l10n.t('One line, such as “@jane send the draft due:friday”'),
    placeHolder: l10n.t('@jane send the draft due:friday'),
    validateInput: async (typed) => {
      if (draft === undefined) unwritten = typed;
      if (typed.trim() === '') {
        return undefined;
      }
      const read = await parse(typed);
      return 'refused' in read
        ? formatMessage(read.refused)
        : { message: shownBack(read, context), severity: InputBoxValidationSeverity.Info };
    },
  });
  if (draft === undefined) unwritten = value ?? unwritten;
  if (value === undefined || value.trim() === '') {
    throw new CancellationError();
  }
  const read = await parse(value);
  if ('refused' in read) {
    throw new UserError(formatMessage(read.refused));
  }
  return read;
}

/** Returns a preview of the new follow-up in words. */
function shownBack(read: QuickAdd, { index, today, inFront, given }: LineContext): string {
  const person = given ?? personMeant(read, { index, inFront });
  const owners = read.owners.map((owner) => (index.people.isMe(owner) ? l10n.t('you') : resolveName(owner, index)));
  return [
    read.text,
    owners.length > 0 ? l10n.t('owed by {0}', joinNames(owners)) : l10n.t('no owner'),
    read.due ? l10n.t('due {0}', formatMessage(shortDate(read.due, today))) : l10n.t('no due date'),
    person ? placeInWords(person, index, today) : l10n.t('you will be asked in whose notes'),
  ].join(' · ');
}

function joinNames([first = '', ...others]: readonly string[]): string {
  return others.reduce((names, name) => l10n.t('{0} and {1}', names, name), first);
}

function placeInWords({ name }: Person, index: NoteIndex, today: CivilDate): string {
  return newestMeeting(name, index, today)
    ? l10n.t('in the notes with {0}', name)
    : l10n.t('in a first note with {0}', name);
}

function resolveName(name: string, index: NoteIndex): string {
  return index.people.personOrUndefined(name)?.name ?? name;
}

/**
 * Returns the person whose notes receive the follow-up: the person named in the line, or else the person of the active
 * note.
 */
function personMeant(
  { person }: QuickAdd,
  { index, inFront }: Pick<LineContext, 'index' | 'inFront'>,
): Person | undefined {
  return person === undefined ? inFront : index.people.personOrUndefined(person);
}

async function askForName(named: string | undefined, index: NoteIndex, today: CivilDate): Promise<string> {
  const typed = named && nameFromFileName(named);
  return askForPerson(index, { title: l10n.t('Add Follow-Up: in whose notes?'), today, canBeNew: true, typed });
}
