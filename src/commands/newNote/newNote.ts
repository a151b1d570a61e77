import { commands, Uri, window, workspace } from 'vscode';
import type { NoteIndex } from '../../core/index/noteIndex';
import { nextNoteContent, planNextNote, type PlannedNote } from '../../core/writing/nextNote';
import { applyPlan, showNote } from '../../editor/noteEditor';
import { nameOf } from '../../editor/noteName';
import { setting } from '../../editor/settings';
import { UserError } from '../../editor/userError';
import type { Services } from '../../services';
import { indexInHand } from '../shared/indexInHand';
import { noteRoot } from '../shared/noteRoot';
import { placeNote, secondPlace, type Place } from './placeNote';
import { settleSession, type Session } from './settleSession';

const MAKE_A_SECOND = 'Make a Second';
const OPEN_FOLDER = 'Open Folder';

/**
 * Writes the next 1:1 note and opens it, the cursor in the agenda. `argument` may settle `{ person, framework, date }`.
 * Returns the note's URI, also when a note of that day was there and was opened instead.
 */
export async function newNote(
  services: Pick<Services, 'notes' | 'frameworks' | 'clock'>,
  argument?: unknown,
): Promise<Uri> {
  const { notes } = services;
  const index = await indexInHand(notes);
  const session = await settleSession(argument, index, services);
  const root = await noteRoot(index, session.person.key);
  const place = await placeNote(root, index, session);
  const there = noteOfThatDay(index, session) ?? (place.isThere && place.kind === 'file' ? place.uri : undefined);
  if (there) {
    await showNote(there);
    void offerSecond(there, async () => write(session, place.isThere ? await secondPlace(place) : place, notes));
    return there;
  }
  await write(session, place, notes);
  offerToOpen(root);
  return place.uri;
}

function noteOfThatDay(index: NoteIndex, { person, date }: Session): Uri | undefined {
  const there = index.meetingsWith(person.key).findLast(({ meeting }) => meeting.date === date);
  return there && Uri.parse(there.note.uri);
}

async function write(session: Session, place: Place, notes: Services['notes']): Promise<void> {
  const { plan, uri, cursor } = await planAt(session, place, notes);
  await applyPlan(plan);
  await notes.refresh(Uri.parse(uri));
  await showNote(Uri.parse(uri), cursor);
}

async function planAt(session: Session, { uri, kind, isThere }: Place, notes: Services['notes']): Promise<PlannedNote> {
  const content = nextNoteContent({
    ...session,
    meetings: notes.index.meetingsWith(session.person.key),
    hasPrivateSection: setting('notes.privateSection', uri),
    brought: { agenda: [], followUps: [], privateFollowUps: [] },
  });
  const isInLog = kind === 'log' && isThere;
  if (isInLog) {
    await notes.refresh(uri);
  }
  const log = isInLog
    ? { text: await notes.textOf(uri), meetings: notes.index.note(uri.toString())?.meetings ?? [] }
    : undefined;
  const planned = planNextNote(content, { uri: uri.toString(), kind, ...(log && { log }) });
  if ('refused' in planned) {
    throw new UserError(planned.refused);
  }
  return planned;
}

async function offerSecond(there: Uri, writeSecond: () => Promise<void>): Promise<void> {
  const message = `${nameOf(there)} is there already, so it was opened and nothing was written.`;
  if ((await window.showInformationMessage(message, MAKE_A_SECOND)) === MAKE_A_SECOND) {
    await writeSecond();
  }
}

/** A note written where no folder is open is seen again only once its folder is. */
function offerToOpen(root: Uri): void {
  if (workspace.workspaceFolders === undefined) {
    void window.showInformationMessage('Your 1:1 notes are in this folder now.', OPEN_FOLDER).then((choice) => {
      if (choice === OPEN_FOLDER) {
        void commands.executeCommand('vscode.openFolder', root);
      }
    });
  }
}
