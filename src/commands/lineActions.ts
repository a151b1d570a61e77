import { CancellationError, commands, l10n, Range, Uri, window } from 'vscode';
import { newFollowUpLine } from '../core/followUp/quickAdd';
import type { NoteIndex } from '../core/index/noteIndex';
import { nameCandidates } from '../core/note/nameCandidates';
import { ParsedNote } from '../core/note/parsedNote';
import { planOutcome, planSameAs, planStatusUpdate } from '../core/noteEdit/statementEdits';
import type { Person } from '../core/people/person';
import { composeHistory } from '../core/themes/history';
import { type Refusal, type TextEdit } from '../core/text/edit';
import { wordMessage } from '../core/text/message';
import { NamedPeople } from '../core/topics/namedPeople';
import { connectWords, thankWords } from '../core/topics/blockersAndThanks';
import { activeNoteEditor, NEW_NOTE } from '../editor/activeNote';
import { editableText } from '../editor/editableNote';
import { Advice, UserError } from '../editor/errors';
import { loadQuotations } from '../editor/loadReport';
import { formatMessage, setStatusBarMessage } from '../editor/messages';
import { applyPlan } from '../editor/noteEditor';
import { showInputBox, showQuickPick } from '../editor/picks';
import { setting } from '../editor/settings';
import { targetLine, targetMeeting } from '../editor/targetMeeting';
import { nameOf } from '../editor/uris';
import type { Services } from '../services';
import { addToMeetingNote, parkFor } from './shared/addToMeeting';
import { isEntryRow, type SourceLine, sourceLine } from './shared/sourceLine';

/** Opens the note of a line with the cursor on it. */
export async function goToLine({ notes }: Pick<Services, 'notes'>, argument?: unknown): Promise<void> {
  const { uri, line } = await sourceLine(argument, notes);
  await window.showTextDocument(Uri.parse(uri), { selection: new Range(line, 0, line, 0) });
}

/** Makes a follow-up of a line, in the notes of the person who said it. The user may edit its words first. */
export async function makeFollowUp({ notes }: Pick<Services, 'notes'>, argument?: unknown): Promise<unknown> {
  const line = await sourceLine(argument, notes);
  return commands.executeCommand('oneOnOne.addFollowUp', {
    text: line.words,
    person: personOf(line).key,
    isPrivate: line.private,
  });
}

/**
 * Makes a follow-up to thank the person of a row, in the note of the 1:1 where the thanks were said. If that person
 * has another manager, the user chooses who says it.
 */
export async function passItOn({ notes }: Pick<Services, 'notes'>, argument?: unknown): Promise<Uri> {
  const line = await sourceLine(argument, notes);
  const { index } = notes;
  const thanked = isEntryRow(argument)
    ? index.people.get((argument.above ?? argument.shows).key ?? '')
    : peopleNamed(line, index)[0];
  if (!thanked || !line.meeting) {
    throw new Advice(l10n.t('This line thanks no known person. Add the person to a note or the roster first.'));
  }
  const owner = await sayerOf(thanked, index);
  const item = newFollowUpLine({
    text: thankWords(thanked.name),
    owners: [owner],
    dialect: setting('dialect', Uri.parse(line.uri)),
  });
  const uri = await addToMeetingNote(line.meeting, { item, isPrivate: line.private }, notes);
  setStatusBarMessage(l10n.t('Added to {0}', nameOf(uri)));
  return uri;
}

/** Parks a topic for both people of an answer: the one who gave it, and those named in it. */
export async function parkForBoth(
  { notes, clock }: Pick<Services, 'notes' | 'clock'>,
  argument?: unknown,
): Promise<readonly Uri[]> {
  const line = await sourceLine(argument, notes);
  const person = personOf(line);
  const others = peopleNamed(line, notes.index);
  if (others.length === 0) {
    throw new Advice(l10n.t('This line names no known person. Add the person to a note or the roster first.'));
  }
  const topics = others.flatMap((other) => [
    { person, words: connectWords(other.name) },
    { person: other, words: connectWords(person.name) },
  ]);
  const uris = await parkFor(topics.slice(0, 2), { notes, today: clock.today() });
  setStatusBarMessage(l10n.t('Saved for both'));
  return uris;
}

/** Writes what came of a small change, or of something asked for, below its line. */
export async function noteOutcome({ notes }: Pick<Services, 'notes'>, argument?: unknown): Promise<void> {
  const line = await sourceLine(argument, notes);
  const words = await showInputBox({ title: l10n.t('Note Outcome'), prompt: line.words });
  if (words === undefined || words.trim() === '') {
    throw new CancellationError();
  }
  await edit(line, notes, (note) => planOutcome(note, line.line, words));
}

/** Joins the goal or small change at the cursor to an earlier one in other words. */
export async function sameGoalAs(
  { notes, clock, frameworks }: Pick<Services, 'notes' | 'clock' | 'frameworks'>,
  argument?: unknown,
): Promise<void> {
  const line = await sourceLine(argument, notes);
  const wish = { bank: frameworks.bank, today: clock.today(), withPrivate: line.private };
  const { sections } = await loadQuotations(composeHistory(notes.index, personOf(line), wish), notes);
  const earlier = sections
    .filter(({ id }) => id !== 'names')
    .flatMap(({ entries }) => entries)
    .filter(({ source }) => source?.uri !== line.uri || source.line !== line.line);
  if (earlier.length === 0) {
    throw new Advice(l10n.t('There is no other goal or small change of this person yet.'));
  }
  const items = earlier.map(({ text, details }) => {
    return {
      label: formatMessage(text),
      description: details.map(formatMessage).join(' · '),
      words: wordMessage(text),
    };
  });
  const picked = await showQuickPick(items, { title: l10n.t('Join with Earlier Goal'), placeHolder: line.words });
  if (!picked) {
    throw new CancellationError();
  }
  await edit(line, notes, (note) => planSameAs(note, line.line, picked.words));
}

/** Makes the status of the active 1:1 an update to read before the meeting, which counts as no talk. */
export async function moveStatus(services: Pick<Services, 'notes' | 'clock'>, argument?: unknown): Promise<void> {
  const editor = await activeNoteEditor();
  const { uri } = editor.document;
  const target = await targetMeeting(uri, services.notes, targetLine(argument, editor.selection.active.line));
  if (!target?.meeting) {
    throw new Advice(l10n.t('Open a 1:1 note, then run this command again.'), NEW_NOTE);
  }
  const before = await editableText(uri);
  const edits = planStatusUpdate(new ParsedNote(before), target.meeting.meeting);
  if ('refused' in edits) {
    throw new Advice(formatMessage(edits.refused));
  }
  await applyPlan({ changes: [{ uri: uri.toString(), before, edits }] });
  await services.notes.refresh(uri);
}

async function edit(
  { uri, words }: SourceLine,
  notes: Services['notes'],
  plan: (note: ParsedNote) => readonly TextEdit[] | Refusal,
): Promise<void> {
  const before = await editableText(Uri.parse(uri));
  const edits = plan(new ParsedNote(before));
  if ('refused' in edits) {
    throw new UserError(formatMessage(edits.refused));
  }
  await applyPlan({ changes: [{ uri, before, edits }] });
  await notes.refresh(Uri.parse(uri));
  setStatusBarMessage(words);
}

/** Returns who says the thanks: the reader, or a choice if the person has another manager. */
async function sayerOf(thanked: Person, { people }: NoteIndex): Promise<string> {
  const { reportsTo = '' } = thanked;
  if (reportsTo === '' || people.isMe(reportsTo)) return 'me';
  const own = people.all.find(({ relation, key }) => relation === 'manager' && key !== thanked.key);
  const direct = people.personOrUndefined(reportsTo)?.name ?? reportsTo;
  const items = [
    { label: l10n.t('You'), owner: 'me' },
    { label: direct, description: l10n.t('the manager of {0}', thanked.name), owner: direct },
    ...(own && own.name !== direct ? [{ label: own.name, description: l10n.t('your manager'), owner: own.name }] : []),
  ];
  const picked = await showQuickPick(items, {
    title: l10n.t('Pass On Thanks'),
    placeHolder: l10n.t('Who thanks {0}?', thanked.name),
  });
  if (!picked) {
    throw new CancellationError();
  }
  return picked.owner;
}

function peopleNamed({ words, person }: SourceLine, { people }: NoteIndex): readonly Person[] {
  const { people: named } = new NamedPeople(people).tell(nameCandidates(words, true));
  return named.flatMap(({ key }) => (key === person?.key ? [] : (people.get(key) ?? [])));
}

function personOf({ person }: SourceLine): Person {
  if (!person) {
    throw new Advice(l10n.t('This line is not in the notes of one person.'));
  }
  return person;
}
