import { CancellationError, InputBoxValidationSeverity, Uri, workspace } from 'vscode';
import { shortDate, type CivilDate } from '../../core/civilDate';
import { readDateWords } from '../../core/dateWords';
import type { Refusal } from '../../core/edit';
import { newFollowUpLine } from '../../core/followUp/newFollowUpLine';
import { parseQuickAdd, type QuickAdd } from '../../core/followUp/quickAdd';
import type { NoteIndex } from '../../core/index/noteIndex';
import type { Person } from '../../core/people/person';
import { addToMeeting } from '../../core/writing/standingMeeting';
import { activeNoteUri } from '../../editor/activeNote';
import { setStatusBarMessage } from '../../editor/messages';
import { applyPlan } from '../../editor/noteEditor';
import { nameOf } from '../../editor/noteName';
import { textToEdit } from '../../editor/noteToEdit';
import { peopleNow } from '../../editor/peopleNow';
import { showInputBox } from '../../editor/picks';
import { setting } from '../../editor/settings';
import { UserError } from '../../editor/userError';
import type { Services } from '../../services';
import { indexInHand } from '../shared/indexInHand';
import { pickPerson } from '../shared/pickPerson';

const TITLE = 'Add Follow-Up';

/** Adds a follow-up, typed in one line, to the newest note of the person it is about. Returns the note's URI. */
export async function addFollowUp({ notes, clock }: Pick<Services, 'notes' | 'clock'>): Promise<Uri> {
  const index = await indexInHand(notes);
  const today = clock.today();
  const typed = await askForLine(index, today);
  const person = personMeant(typed, index) ?? (await askForPerson(index, today));
  const newest = index.meetingsWith(person.key).findLast(({ meeting }) => meeting.date <= today);
  if (!newest) {
    throw new UserError(
      `There is no 1:1 note with ${person.name} yet. Write one with New 1:1 Note, then add this to it.`,
    );
  }
  const uri = Uri.parse(newest.note.uri);
  const text = await textToEdit(uri);
  await notes.refresh(uri);
  const note = index.note(uri.toString()) ?? newest.note;
  const item = newFollowUpLine({ ...typed, dialect: setting('dialect') });
  const edits = addToMeeting({ note, text, meeting: newest.index }, [{ heading: 'followUps', items: [item] }]);
  if ('refused' in edits) {
    throw new UserError(edits.refused);
  }
  await applyPlan({ changes: [{ uri: uri.toString(), before: text, edits }] });
  await notes.refresh(uri);
  setStatusBarMessage(`Added to ${nameOf(uri)}`);
  return uri;
}

async function askForLine(index: NoteIndex, today: CivilDate): Promise<QuickAdd> {
  const parse = (value: string): Promise<QuickAdd | Refusal> =>
    parseQuickAdd(value, {
      readDate: (words) => readDateWords(words, today),
      isPerson: (name) => index.people.knows(name),
    });
  const value = await showInputBox({
    title: TITLE,
    prompt: 'One line, such as “@jane send the draft due:next friday”',
    placeHolder: '@jane send the draft due:next friday',
    validateInput: async (typed) => {
      if (typed.trim() === '') {
        return undefined;
      }
      const read = await parse(typed);
      return 'refused' in read
        ? read.refused
        : { message: shownBack(read, index, today), severity: InputBoxValidationSeverity.Info };
    },
  });
  if (value === undefined || value.trim() === '') {
    throw new CancellationError();
  }
  const read = await parse(value);
  if ('refused' in read) {
    throw new UserError(read.refused);
  }
  return read;
}

/** What will be written, in words, before it is. */
function shownBack(read: QuickAdd, index: NoteIndex, today: CivilDate): string {
  const person = personMeant(read, index);
  const owners = read.owners.map((owner) => (index.people.isMe(owner) ? 'you' : nameMeant(owner, index)));
  return [
    read.text,
    owners.length > 0 ? `owed by ${owners.join(' and ')}` : 'owed by nobody yet',
    read.due ? `due ${shortDate(read.due, today)}` : 'no due date',
    person ? `in the notes with ${person.name}` : 'you will be asked in whose notes',
  ].join(' · ');
}

function nameMeant(name: string, index: NoteIndex): string {
  const meant = index.people.find(name);
  return typeof meant === 'object' ? meant.person.name : name;
}

/** Whose 1:1 it belongs to: the person named, else the one whose note is in front. */
function personMeant({ person }: QuickAdd, index: NoteIndex): Person | undefined {
  if (person !== undefined) {
    const meant = index.people.find(person);
    return typeof meant === 'object' ? meant.person : undefined;
  }
  const uri = activeNoteUri();
  const note = uri && workspace.getWorkspaceFolder(uri) && index.note(uri.toString());
  return note && index.personOf(note);
}

async function askForPerson(index: NoteIndex, today: CivilDate): Promise<Person> {
  const people = await peopleNow(index, today);
  const name = await pickPerson(people, { title: `${TITLE}: in whose notes?`, today, canBeNew: false });
  const meant = name === undefined ? undefined : index.people.find(name);
  if (typeof meant !== 'object') {
    throw new CancellationError();
  }
  return meant.person;
}
