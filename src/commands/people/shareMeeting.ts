import { CancellationError, commands, env, l10n, Range, Uri, window, workspace } from 'vscode';
import { noteDiagnostics } from '../../core/assist/diagnostics';
import { problemsBeforeSharing } from '../../core/assist/readyToShare';
import type { DatedMeeting } from '../../core/index/listedFollowUp';
import type { Note } from '../../core/note/note';
import type { Person } from '../../core/people/person';
import { formatLeftOut, meetingToShare, shareable, type Sharing } from '../../core/sharing/share';
import { type ShareableSection, shareableSections } from '../../core/sharing/sections';
import type { ShareRefusal } from '../../core/sharing/redact';
import type { LineProblem } from '../../core/text/lines';
import { noNoteYet, noteInFront } from '../../editor/activeNote';
import { formatMessage, showInformationMessage, showWarningMessage } from '../../editor/messages';
import { targetMeeting } from '../../editor/targetMeeting';
import { showNote } from '../../editor/noteEditor';
import { nameOf, pathInFolder } from '../../editor/uris';
import { showQuickPickOfMany } from '../../editor/picks';
import { Advice } from '../../editor/errors';
import type { Services } from '../../services';
import { indexWithProgress } from '../shared/indexWithProgress';
import { isPersonRef, targetPerson } from '../shared/pickPerson';

type Needs = Pick<Services, 'notes' | 'clock' | 'rules' | 'frameworks'>;

interface SharedMeeting {
  readonly person: Person;
  readonly dated: DatedMeeting;
}

const COPY = l10n.t('Copy');
const OPEN_NOTE = l10n.t('Open Note');
const SHOW_PROBLEMS = l10n.t('Show Problems');

/** Shows the agenda of the active 1:1, or of the person's next one, and copies it after confirmation. */
export async function copyAgenda(needs: Needs, argument?: unknown): Promise<void> {
  await share(await meetingMeant('agenda', needs, argument), 'agenda', needs);
}

/** Shows the recap of the active 1:1, or of the person's last one, and copies it after confirmation. */
export async function copyRecap(needs: Needs, argument?: unknown): Promise<void> {
  await share(await meetingMeant('recap', needs, argument), 'recap', needs);
}

/** Shows the pre-read for the active 1:1, or for the next one with the person, and copies it after confirmation. */
export async function copyPreRead(needs: Needs, argument?: unknown): Promise<void> {
  await share(await meetingMeant('pre-read', needs, argument), 'pre-read', needs);
}

/** The titles of the commands. */
const TITLES: Readonly<Record<Sharing, string>> = {
  agenda: l10n.t('Copy Shareable Agenda'),
  'pre-read': l10n.t('Copy Shareable Pre-Read'),
  recap: l10n.t('Copy Shareable Recap'),
};

async function meetingMeant(sharing: Sharing, needs: Needs, argument: unknown): Promise<SharedMeeting> {
  const inFront = isPersonRef(argument) ? undefined : await meetingInFront(needs);
  if (inFront) {
    return inFront;
  }
  const person = await targetPerson(argument, needs, TITLES[sharing]);
  const dated = meetingToShare(needs.notes.index.meetingsWith(person.key), sharing, needs.clock.today());
  if (!dated) {
    throw noNoteYet(person);
  }
  return { person, dated };
}

/** Returns the meeting of the active note, with its person. */
async function meetingInFront(needs: Needs): Promise<SharedMeeting | undefined> {
  const uri = await noteInFront();
  await indexWithProgress(needs.notes);
  const { person, meeting } = (uri && (await targetMeeting(uri, needs.notes))) ?? {};
  return person && meeting && { person, dated: meeting };
}

async function share(
  { person, dated }: SharedMeeting,
  sharing: Sharing,
  { notes, rules, frameworks }: Needs,
): Promise<void> {
  const uri = Uri.parse(dated.note.uri);
  const request = {
    file: { uri: dated.note.uri, path: pathInFolder(uri), text: await notes.textOf(uri) },
    rules: rules(),
    meeting: dated.index,
    person,
    people: notes.index.people,
    writer: notes.index.writerOf(dated.note),
    frameworks: frameworks.frameworks,
  };
  const sections = shareableSections(request.file, dated.index, request.rules, frameworks.frameworks);
  const shared =
    'refused' in sections ? sections : shareable({ ...request, without: await sectionsToLeaveOut(sections) }, sharing);
  if ('refused' in shared) {
    void refuse(uri, shared);
    return;
  }
  const document = await workspace.openTextDocument({ language: 'markdown', content: shared.text });
  await window.showTextDocument(document, { preview: false });
  const { problems } = await checkNote(uri, notes);
  // Do not await the message: the command is complete, and the user may take any time to read.
  const ready = l10n.t('{0} Check the text, then copy.', formatMessage(formatLeftOut(shared)));
  const toFix =
    problems.length === 1
      ? l10n.t('One line of the note itself is not ready to share.')
      : l10n.t('{0} lines of the note itself are not ready to share.', problems.length);
  const [message, ...more] = problems.length === 0 ? [ready] : [`${ready} ${toFix}`, SHOW_PROBLEMS];
  void showInformationMessage(message, COPY, ...more).then((choice) => {
    if (choice === COPY) {
      void env.clipboard.writeText(document.getText());
    } else if (choice === SHOW_PROBLEMS) {
      void showProblems(uri, problems);
    }
  });
}

/** Maximum number of problems that the summary names. */
const NAMED_PROBLEMS = 3;

/** Says whether the note in front can be given to others as a file, and what to fix first. */
export async function readyToShare({ notes }: Pick<Services, 'notes'>): Promise<void> {
  const uri = await noteInFront();
  await indexWithProgress(notes);
  const { note, problems } = uri ? await checkNote(uri, notes) : {};
  if (!uri || !note || !problems) {
    throw new Advice(l10n.t('Open a 1:1 note first.'));
  }
  const name = nameOf(uri);
  if (note.private) {
    void showInformationMessage(l10n.t('{0} is private as a whole. Do not share the file.', name));
    return;
  }
  if (problems.length === 0) {
    void showInformationMessage(l10n.t('{0} is ready to share.', name));
    return;
  }
  const named = problems.slice(0, NAMED_PROBLEMS).map(({ line, message }) => {
    return l10n.t('Line {0}: {1}', line + 1, formatMessage(message));
  });
  const more = problems.length > named.length ? [l10n.t('and {0} more.', problems.length - named.length)] : [];
  const summary = l10n.t('{0} is not ready to share. {1}', name, [...named, ...more].join(' '));
  if ((await showWarningMessage(summary, SHOW_PROBLEMS)) === SHOW_PROBLEMS) {
    await showProblems(uri, problems);
  }
}

interface CheckedNote {
  readonly note?: Note | undefined;
  readonly problems: readonly LineProblem[];
}

async function checkNote(uri: Uri, notes: Services['notes']): Promise<CheckedNote> {
  await notes.refresh(uri);
  const { fullIndex: index } = notes;
  const note = index.note(uri.toString());
  if (!note) return { problems: [] };
  const text = await notes.textOf(uri);
  const found = noteDiagnostics({
    note,
    text,
    people: index.people,
    person: index.personOf(note),
    writer: index.writerOf(note),
    problem: index.problemOf(note),
  });
  return { note, problems: problemsBeforeSharing(found) };
}

/** Opens a note at its first problem, and the Problems panel. */
async function showProblems(uri: Uri, [first]: readonly LineProblem[]): Promise<void> {
  const { line } = first ?? { line: 0 };
  await window.showTextDocument(uri, { selection: new Range(line, 0, line, 0), preview: false });
  await commands.executeCommand('workbench.actions.view.problems');
}

/**
 * Lets the user choose what to share, section by section. Sections without a known heading are not selected, as they
 * may be private in words that cannot be recognized, nor are ratings of the other person.
 */
async function sectionsToLeaveOut(sections: readonly ShareableSection[]): Promise<readonly ShareableSection[]> {
  if (sections.length === 0) return [];
  const items = sections.map((section) => ({
    label: section.title || l10n.t('Before the first section'),
    description: describeSection(section),
    detail: section.words,
    picked: section.heldBack === undefined,
    section,
  }));
  const picked = await showQuickPickOfMany(items, {
    title: l10n.t('Sections to Share'),
    placeHolder: l10n.t('Choose what the other person may see'),
  });
  if (!picked) {
    throw new CancellationError();
  }
  return sections.filter((section) => !picked.some((item) => item.section === section));
}

/** Returns the length of a section, and why it is not selected. */
function describeSection({ count, heldBack }: ShareableSection): string {
  const lines = count === 1 ? l10n.t('1 line') : l10n.t('{0} lines', count);
  if (heldBack === undefined) return lines;
  return heldBack === 'rated'
    ? l10n.t('{0}, not selected: ratings', lines)
    : l10n.t('{0}, not selected: not a section of a framework', lines);
}

async function refuse(uri: Uri, { refused, line }: ShareRefusal): Promise<void> {
  const message = l10n.t('Nothing was shared. {0}: {1}', nameOf(uri), formatMessage(refused));
  if ((await showWarningMessage(message, OPEN_NOTE)) === OPEN_NOTE) {
    const { document } = await showNote(uri);
    const offset =
      line === undefined ? 0 : document.offsetAt(document.lineAt(Math.min(line, document.lineCount - 1)).range.start);
    await showNote(uri, offset);
  }
}
