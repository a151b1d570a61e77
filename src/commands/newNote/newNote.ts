import { commands, l10n, Uri, workspace } from 'vscode';
import { noteOfThatDay, type PlannedSession, planSession, type Session } from '../../core/newNote/planSession';
import { editableNotes } from '../../editor/editableNote';
import { formatMessage, showInformationMessage } from '../../editor/messages';
import { applyPlan, exists, showNote } from '../../editor/noteEditor';
import { setting } from '../../editor/settings';
import { UserError } from '../../editor/errors';
import type { Services } from '../../services';
import { indexWithProgress } from '../shared/indexWithProgress';
import { noteRoot } from '../shared/noteRoot';
import { refreshNotes, warnAboutSkipped } from '../shared/reportResult';
import { nextFreePlace, type Place, resolveNotePath } from './resolveNotePath';
import { chooseSession } from './chooseSession';

const CREATE_ANOTHER = l10n.t('Create Another');
const OPEN_FOLDER = l10n.t('Open Folder');

/**
 * Writes the next 1:1 note and opens it, the cursor in the agenda. `argument` may settle `{ person, framework, date }`
 * and add `followUps`, as lines. Returns the note's URI, also when a note of that day was there and was opened instead.
 */
export async function newNote(
  services: Pick<Services, 'notes' | 'frameworks' | 'clock'>,
  argument?: unknown,
): Promise<Uri> {
  const { notes } = services;
  const index = await indexWithProgress(notes);
  const session = await chooseSession(argument, index, services);
  const root = await noteRoot(index, session.person.key);
  const place = await resolveNotePath(root, index, session);
  const there = (await noteThere(notes, session)) ?? (place.isThere && place.kind === 'file' ? place.uri : undefined);
  if (there) {
    await showNote(there);
    void offerSecond(session.person.name, async () => write(session, await nextFreePlace(place), notes));
    return there;
  }
  await write(session, place, notes);
  offerToOpen(root);
  return place.uri;
}

/** The newest note of that day with that person. One that was just deleted is forgotten: what it asked was not asked. */
async function noteThere(notes: Services['notes'], session: Session): Promise<Uri | undefined> {
  const known = noteOfThatDay(session, notes.index);
  const uri = known === undefined ? undefined : Uri.parse(known);
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
  await refreshNotes([uri, ...planned.plan.changes.map((change) => Uri.parse(change.uri))], notes);
  await showNote(uri, planned.cursor);
  warnAboutSkipped(left);
}

async function planAt(
  session: Session,
  { uri, root, kind, isThere }: Place,
  notes: Services['notes'],
): Promise<PlannedSession> {
  const planned = await planSession(
    {
      ...session,
      place: { uri: uri.toString(), root: root.toString(), kind, isThere },
      settings: {
        carriesOver: setting('carryOver', uri) === 'migrate',
        hasPrivateSection: setting('notes.privateSection', uri),
        statuses: setting('statuses'),
      },
    },
    editableNotes(notes),
  );
  if ('refused' in planned) {
    throw new UserError(formatMessage(planned.refused));
  }
  return planned;
}

async function offerSecond(name: string, writeSecond: () => Promise<void>): Promise<void> {
  const message = l10n.t('You already have a note with {0} for this day, so it was opened.', name);
  if ((await showInformationMessage(message, CREATE_ANOTHER)) === CREATE_ANOTHER) {
    await writeSecond();
  }
}

/** A note written where no folder is open is seen again only once its folder is. */
function offerToOpen(root: Uri): void {
  if (workspace.workspaceFolders === undefined) {
    void showInformationMessage(l10n.t('Your 1:1 notes are in this folder now.'), OPEN_FOLDER).then((choice) => {
      if (choice === OPEN_FOLDER) {
        void commands.executeCommand('vscode.openFolder', root);
      }
    });
  }
}
