import { commands, l10n, Uri, workspace, CancellationError, type QuickPickItem } from 'vscode';
import type { NoteIndex } from '../core/index/noteIndex';
import { nextFreePath } from '../core/newNote/notePath';
import {
  noteAhead,
  noteOfThatDay,
  type PlannedSession,
  planSession,
  type Session,
  sessionPlace,
} from '../core/newNote/planSession';
import type { PrivateHalfPlace } from '../core/noteEdit/privateHalf';
import { newFilesOf } from '../core/text/edit';
import { privateHalfPlace } from '../editor/privateHalves';
import { editableNotes } from '../editor/editableNote';
import { UserError } from '../editor/errors';
import { formatMessage, showInformationMessage, warnAboutSkipped } from '../editor/messages';
import { applyPlan, exists, showNote } from '../editor/noteEditor';
import { isSetByUser, setting } from '../editor/settings';
import { pathInFolder } from '../editor/uris';
import type { Services } from '../services';
import { indexWithProgress } from './shared/indexWithProgress';
import { noteRoot } from './shared/noteRoot';
import { type CivilDate, parseCivilDate } from '../core/dates/civilDate';
import type { Framework } from '../core/frameworks/framework';
import { frameworkNamed } from '../core/frameworks/parseFramework';
import { mayBeDueForCareer, suggestedSession } from '../core/sessions/sessionHistory';
import type { SuggestedSession } from '../core/sessions/suggestion';
import { showQuickPick } from '../editor/picks';
import { askForRelation, type FactWriters } from './shared/personFact';
import { askForPerson, peopleAt } from './shared/pickPerson';

/** The services that choose a session. The answer about a relation is written down. */
type SessionServices = Pick<Services, 'frameworks' | 'clock'> & FactWriters;

const CREATE_ANOTHER = l10n.t('Create Another');
const OPEN_FOLDER = l10n.t('Open Folder');

/**
 * Creates the next 1:1 note and opens it with the cursor in the agenda. `argument` may give `{ person, framework, date
 * }` and lines of `followUps`, or the URI of a file or folder with notes of the person. Returns the URI of the note, which
 * may be an existing note of that day.
 */
export async function newNote(services: SessionServices, argument?: unknown): Promise<Uri> {
  const { notes } = services;
  const index = await indexWithProgress(notes);
  const session = await chooseSession(argument, index, services);
  const root = await noteRoot(notes.fullIndex, session.person.key, argument instanceof Uri ? argument : undefined);
  const place = await resolveNotePath(root, notes.fullIndex, session);
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

/**
 * Returns the existing note with that person of that day, or one prepared for the next days. A deleted note is removed
 * from the index, so that its questions no longer count as asked.
 */
async function noteThere(notes: Services['notes'], session: Session): Promise<Uri | undefined> {
  const { fullIndex: index } = notes;
  const known = noteOfThatDay(session, index) ?? (session.isDateGiven ? undefined : noteAhead(session, index));
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
  const others = [...newFilesOf(planned.plan), ...planned.plan.changes].map((other) => Uri.parse(other.uri));
  await notes.refresh(uri, ...others);
  await showNote(uri, planned.cursor);
  warnAboutSkipped(left, { carried: true });
}

async function planAt(
  session: Session,
  { uri, root, kind, isThere, privateHalf }: Place,
  notes: Services['notes'],
): Promise<PlannedSession> {
  const planned = await planSession(
    {
      ...session,
      place: { uri: uri.toString(), root: root.toString(), kind, isThere, privateHalf },
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
  const message = l10n.t('You already have a note with {0} for this day or the next ones, so it was opened.', name);
  if ((await showInformationMessage(message, CREATE_ANOTHER)) === CREATE_ANOTHER) {
    await writeSecond();
  }
}

/** Offers to open the folder of a new note if no folder is open, because notes outside open folders are not indexed. */
function offerToOpen(root: Uri): void {
  if (workspace.workspaceFolders === undefined) {
    void showInformationMessage(l10n.t('Your 1:1 notes are in this folder now.'), OPEN_FOLDER).then((choice) => {
      if (choice === OPEN_FOLDER) {
        void commands.executeCommand('vscode.openFolder', root);
      }
    });
  }
}

/** The file for the note of a session. */
interface Place {
  readonly uri: Uri;
  /** The folder that contains it. */
  readonly root: Uri;
  readonly kind: 'file' | 'log';
  /** Whether the file exists. A log is extended; any other file is a conflict. */
  readonly isThere: boolean;
  readonly privateHalf: PrivateHalfPlace | undefined;
}

/**
 * Returns the place for the note of a session in a folder.
 * @throws UserError if the path setting leads outside the folder, or if the name cannot be used as a file name.
 */
async function resolveNotePath(root: Uri, index: NoteIndex, session: Session): Promise<Place> {
  const folder = {
    uriOf: (path: string) => Uri.joinPath(root, path).toString(),
    pathOf: (uri: string) => pathInFolder(Uri.parse(uri)),
    pathSetting: { value: setting('notes.path', root), isSetByUser: isSetByUser('notes.path', root) },
  };
  const place = sessionPlace(session, folder, index);
  if ('refused' in place) {
    throw new UserError(formatMessage(place.refused));
  }
  const uri = Uri.joinPath(root, place.path);
  const privateHalf = await privateHalfPlace(root, session, index);
  return { uri, root, kind: place.kind, isThere: await exists(uri), privateHalf };
}

/** Returns the place for a second note of a day: the next free file name (`2026-11-30-2.md`), or the same log. */
async function nextFreePlace(first: Place): Promise<Place> {
  if (first.kind === 'log' || !first.isThere) {
    return first;
  }
  const taken = new Set<string>();
  for (;;) {
    const uri = first.uri.with({ path: nextFreePath(first.uri.path, (path) => taken.has(path)) });
    if (!(await exists(uri))) {
      return { ...first, uri, isThere: false };
    }
    taken.add(uri.path);
  }
}

/**
 * Asks for the framework of the session. The suggested one is first, with its reason. Returns `undefined` if cancelled.
 */
async function pickSession(
  frameworks: readonly Framework[],
  { suggested, title }: { readonly suggested: SuggestedSession | undefined; readonly title: string },
): Promise<Framework | undefined> {
  const others = frameworks.filter(({ id, kind }) => id !== suggested?.framework.id && kind !== 'reflection');
  const items = [
    ...(suggested
      ? [{ ...itemFor(suggested.framework), description: l10n.t('Suggested: {0}', formatMessage(suggested.reason)) }]
      : []),
    ...others.map(itemFor),
  ];
  const picked = await showQuickPick(items, { title, placeHolder: l10n.t('Choose a session'), matchOnDetail: true });
  return picked?.framework;
}

function itemFor(framework: Framework): QuickPickItem & { readonly framework: Framework } {
  return { label: framework.title, detail: framework.sections.map(({ title }) => title).join(' · '), framework };
}

/** Options from the caller of the command. Missing ones are asked for. */
interface SessionOptions {
  readonly person?: string;
  readonly third?: string;
  readonly framework?: string;
  readonly date?: CivilDate;
  readonly followUps?: readonly string[];
}

const TITLE = l10n.t('New 1:1 Note');

/**
 * Returns the session described by `argument`: `{ person, third, framework, date, followUps }`, all optional, or the URI of a
 * file or folder with notes of the person. Asks for a missing person or framework; the date defaults to today.
 * @throws UserError if `argument` has an invalid value.
 * @throws CancellationError if the user cancels.
 */
async function chooseSession(argument: unknown, index: NoteIndex, services: SessionServices): Promise<Session> {
  const { frameworks, clock } = services;
  const options = parseOptions(argument);
  const { followUps = [] } = options;
  const today = clock.today();
  const date = options.date ?? today;
  const isDateGiven = options.date !== undefined;
  const likely = argument instanceof Uri ? peopleAt(argument, index) : [];
  const meant = options.person ?? (await choosePerson(index, { today, likely }));
  const person = index.people.personNamed(meant);
  if ('refused' in person) {
    throw new UserError(formatMessage(person.refused));
  }
  const asked = (framework: Framework): Framework => {
    const { relation } = index.people.get(person.key) ?? {};
    return frameworks.forSession(framework, { key: person.key, relation }, date) ?? framework;
  };
  if (options.framework !== undefined) {
    const framework = frameworkNamed(options.framework, frameworks.frameworks);
    if ('refused' in framework) {
      throw new UserError(formatMessage(framework.refused));
    }
    const third = await chooseThird(index, { person, framework, today, name: options.third });
    return { person, third, date, isDateGiven, followUps, framework: asked(framework) };
  }
  if (mayBeDueForCareer(index, person.key, { frameworks: frameworks.frameworks, on: date })) {
    await askForRelation(person, services);
  }
  const suggested = suggestedSession(index, person.key, { frameworks: frameworks.frameworks, on: date });
  const framework = await pickSession(frameworks.frameworks, {
    suggested,
    title: l10n.t('New 1:1 Note: {0}', person.name),
  });
  if (!framework) {
    throw new CancellationError();
  }
  if (framework.for.length > 0) await askForRelation(person, services);
  const third = await chooseThird(index, { person, framework, today, name: options.third });
  return { person, third, date, isDateGiven, followUps, framework: asked(framework) };
}

/**
 * Returns the third participant for a framework that needs one: `name`, or else the person chosen by the user. Returns
 * `undefined` if the reader is unknown, because the note could not name all three.
 */
async function chooseThird(
  index: NoteIndex,
  {
    person,
    framework,
    today,
    name,
  }: Pick<Session, 'person' | 'framework'> & { readonly today: CivilDate; readonly name: string | undefined },
): Promise<Session['third']> {
  if (framework.kind !== 'group' || index.people.readerName === undefined) return undefined;
  const title = l10n.t('New 1:1 Note: {0} and …', person.name);
  const third = index.people.personNamed(name ?? (await askForPerson(index, { title, today, canBeNew: true })));
  if ('refused' in third) {
    throw new UserError(formatMessage(third.refused));
  }
  if (third.key === person.key || index.people.isMe(third.name)) {
    throw new UserError(l10n.t('{0} is already in this meeting. Choose another person.', third.name));
  }
  return third;
}

/** Returns the only likely person, or else asks for one. */
async function choosePerson(
  index: NoteIndex,
  { today, likely }: { readonly today: CivilDate; readonly likely: readonly string[] },
): Promise<string> {
  const [only, ...others] = likely;
  return only !== undefined && others.length === 0
    ? only
    : askForPerson(index, { title: TITLE, today, canBeNew: true, likely });
}

function parseOptions(argument: unknown): SessionOptions {
  const fields = typeof argument === 'object' && argument !== null ? (argument as Record<string, unknown>) : {};
  const { person, third, framework, date, followUps } = fields;
  const day = typeof date === 'string' ? parseCivilDate(date) : undefined;
  if (date !== undefined && !day) {
    throw new UserError(
      l10n.t('“{0}” is not a date. Write it as YYYY-MM-DD.', typeof date === 'string' ? date : JSON.stringify(date)),
    );
  }
  return {
    ...(typeof person === 'string' && person.trim() !== '' && { person: person.trim() }),
    ...(typeof third === 'string' && third.trim() !== '' && { third: third.trim() }),
    ...(typeof framework === 'string' && { framework }),
    ...(day && { date: day }),
    ...(Array.isArray(followUps) && { followUps: followUps.filter((line) => typeof line === 'string') }),
  };
}
