import { commands, Uri, window, workspace } from 'vscode';
import type { LeftBehind } from '../../core/writing/carry';
import { withChanges } from '../../core/writing/joinChanges';
import { newAnchor, type Log } from '../../core/writing/logHeading';
import { nextNoteContent, planNextNote, type PlannedNote } from '../../core/writing/nextNote';
import { takeAlong } from '../../core/writing/takeAlong';
import { applyPlan, exists, showNote } from '../../editor/noteEditor';
import { nameOf } from '../../editor/noteName';
import { textToEdit } from '../../editor/noteToEdit';
import { setting } from '../../editor/settings';
import { UserError } from '../../editor/userError';
import type { Services } from '../../services';
import { indexInHand } from '../shared/indexInHand';
import { carryRequest, parkingSources } from '../shared/luggage';
import { noteRoot } from '../shared/noteRoot';
import { refreshAll, tellWhatWasLeft } from '../shared/afterwards';
import { placeNote, secondPlace, type Place } from './placeNote';
import { settleSession, type Session } from './settleSession';

const MAKE_A_SECOND = 'Make a Second';
const OPEN_FOLDER = 'Open Folder';

/**
 * Writes the next 1:1 note and opens it, the cursor in the agenda. `argument` may settle `{ person, framework, date }`
 * and add `followUps`, as lines. Returns the note's URI, also when a note of that day was there and was opened instead.
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
  const there =
    (await noteOfThatDay(notes, session)) ?? (place.isThere && place.kind === 'file' ? place.uri : undefined);
  if (there) {
    await showNote(there);
    void offerSecond(there, async () => write(session, await secondPlace(place), notes));
    return there;
  }
  await write(session, place, notes);
  offerToOpen(root);
  return place.uri;
}

/** The newest note of that day with that person. One that was just deleted is forgotten: what it asked was not asked. */
async function noteOfThatDay(notes: Services['notes'], { person, date }: Session): Promise<Uri | undefined> {
  const known = notes.index.meetingsWith(person.key).findLast(({ meeting }) => meeting.date === date);
  const uri = known && Uri.parse(known.note.uri);
  if (uri && !(await exists(uri))) {
    await notes.refresh(uri);
    return undefined;
  }
  return uri;
}

async function write(session: Session, place: Place, notes: Services['notes']): Promise<void> {
  const { planned, left } = await planAt(session, place, notes);
  await applyPlan(planned.plan);
  const uri = Uri.parse(planned.uri);
  await refreshAll([uri, ...planned.plan.changes.map((change) => Uri.parse(change.uri))], notes);
  await showNote(uri, planned.cursor);
  tellWhatWasLeft(left);
}

interface PlannedSession {
  readonly planned: PlannedNote;
  readonly left: readonly LeftBehind[];
}

async function planAt(session: Session, place: Place, notes: Services['notes']): Promise<PlannedSession> {
  const { person, date, followUps } = session;
  const { uri, root } = place;
  const meetings = notes.index.meetingsWith(person.key);
  const log = place.kind === 'log' && place.isThere ? await openLog(uri, notes) : undefined;
  const target = {
    uri: uri.toString(),
    date,
    anchor: log && newAnchor(log, date),
    wikiLinks: meetings.at(-1)?.note.wikiLinks ?? false,
  };
  const parked = await parkingSources(person.key, notes);
  const { brought, changes, left } = takeAlong({
    carry:
      setting('carryOver', uri) === 'migrate'
        ? await carryRequest({ person, target, root: root.toString() }, notes)
        : undefined,
    parked: parked.sources,
  });
  const hasPrivateSection = setting('notes.privateSection', uri);
  const content = nextNoteContent({
    ...session,
    meetings,
    hasPrivateSection,
    brought: { ...brought, followUps: [...brought.followUps, ...followUps] },
  });
  const alone = planNextNote(content, { uri: target.uri, kind: place.kind, ...(log && { log }) });
  const planned = 'refused' in alone ? alone : withChanges(alone, changes);
  if ('refused' in planned) {
    throw new UserError(planned.refused);
  }
  return { planned, left: [...left, ...parked.left] };
}

async function openLog(uri: Uri, notes: Services['notes']): Promise<Log> {
  const text = await textToEdit(uri);
  await notes.refresh(uri);
  return { text, meetings: notes.index.note(uri.toString())?.meetings ?? [] };
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
