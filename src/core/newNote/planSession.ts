import type { DatedMeeting } from '../index/listedFollowUp';
import { addDays, type CivilDate } from '../dates/civilDate';
import type { Refusal, SkippedItem } from '../text/edit';
import type { Statuses } from '../followUp/followUp';
import type { Framework } from '../frameworks/framework';
import type { NoteIndex } from '../index/noteIndex';
import type { Note } from '../note/note';
import { personSlug } from '../people/names';
import { UNNAMED } from '../people/person';
import { message } from '../text/message';
import { carryRequest, type ParkingLots, parkingSources } from '../carryOver/request';
import type { EditableNotes } from '../noteEdit/existingMeeting';
import { addNoteEdits, carryIntoNewNote, targetIn } from '../carryOver/plan';
import {
  addToPrivateHalf,
  openPrivateHalf,
  type PrivateHalfChange,
  type PrivateHalfPlace,
} from '../noteEdit/privateHalf';
import { type Log, newHeading } from '../noteEdit/logHeading';
import { lastStory, nextNoteContent, planNextNote } from './content';
import type { PlannedNote } from '../noteEdit/noteBody';
import { notePath, type NotePath, type NotePathRequest, privateNotePath } from './notePath';

/** A session to prepare: the person, the framework and the date. */
export interface Session {
  readonly person: { readonly key: string; readonly name: string };
  /** The third participant, for a meeting of the reader with two others. */
  readonly third?: { readonly key: string; readonly name: string } | undefined;
  readonly framework: Framework;
  readonly date: CivilDate;
  /** Whether the date was asked for. Otherwise a note prepared for the next days is used. */
  readonly isDateGiven?: boolean;
  /** Lines of new follow-ups. */
  readonly followUps?: readonly string[];
}

/** A folder of notes, with conversions between paths and URIs. */
interface NotesFolder {
  readonly uriOf: (path: string) => string;
  readonly pathOf: (uri: string) => string;
  readonly pathSetting: NotePathRequest['setting'];
}

/** Returns the path of a session's note in a folder. */
export function sessionPlace(session: SessionDay, folder: NotesFolder, index: NoteIndex): NotePath | Refusal {
  const { person, third, date } = session;
  const meetings = meetingsLike(session, index);
  const newest = meetings.at(-1);
  const previous = meetings.findLast(({ note }) => note !== newest?.note);
  return notePath({
    person: third ? `${person.name} and ${third.name}` : person.name,
    aliases: third ? [] : (index.people.get(person.key)?.aliases ?? []),
    isMe: (word) => index.people.find(word) === 'me',
    date,
    setting: folder.pathSetting,
    newest: newest && {
      path: folder.pathOf(newest.note.uri),
      kind: newest.note.kind === 'log' ? 'log' : 'meeting',
      date: newest.meeting.date,
    },
    previous: previous && folder.pathOf(previous.note.uri),
    ...pathsOfOthers(session, folder, index),
  });
}

/** Returns the path of the private half of a session's note in a folder, according to the setting `notes.privatePath`. */
export function privateHalfPath(
  { person, date }: Pick<Session, 'person' | 'date'>,
  folder: Pick<NotesFolder, 'uriOf'> & { readonly setting: string },
  index: NoteIndex,
): NotePath | Refusal {
  const { setting } = folder;
  return privateNotePath({ person: person.name, date, setting, ...pathsOfOthers({ person }, folder, index) });
}

function pathsOfOthers(
  { person, third }: Omit<SessionDay, 'date'>,
  { uriOf }: Pick<NotesFolder, 'uriOf'>,
  index: NoteIndex,
): Pick<NotePathRequest, 'otherSlugs' | 'isForeign'> {
  return {
    otherSlugs: new Set(index.people.all.filter(({ key }) => key !== person.key).map(({ name }) => personSlug(name))),
    isForeign: (path) => {
      const note = index.note(uriOf(path));
      if (!note) return false;
      return third ? !isOfThree(note, { person, third }, index) : index.personOf(note)?.key !== person.key;
    },
  };
}

/** The people and the day of a session. */
type SessionDay = Pick<Session, 'person' | 'third' | 'date'>;

/** Returns the earlier meetings of the same people: the 1:1s with the person, or the meetings of the three. */
function meetingsLike(session: Omit<SessionDay, 'date'>, index: NoteIndex): readonly DatedMeeting[] {
  const { person, third } = session;
  // A private half whose other half is missing is no example for the next note.
  if (!third) return index.meetingsWith(person.key).filter(({ note }) => !note.isPrivateHalf);
  return index.groupMeetingsWith(person.key).filter(({ note }) => isOfThree(note, session, index));
}

function isOfThree(note: Note, { person, third }: Omit<SessionDay, 'date'>, index: NoteIndex): boolean {
  const keys = index.groupOf(note).map(({ key }) => key);
  return third !== undefined && keys.includes(person.key) && keys.includes(third.key);
}

/** Returns the URI of the last note of a session's people on that day, or `undefined`. */
export function noteOfThatDay(session: SessionDay, index: NoteIndex): string | undefined {
  return meetingsLike(session, index).findLast(({ meeting }) => meeting.date === session.date)?.note.uri;
}

/** Number of days in which a note dated ahead is that of the next 1:1. */
const DAYS_AHEAD = 6;

/** Returns the URI of the note that one of a session's people prepared for the next days, or `undefined`. */
export function noteAhead(session: SessionDay, index: NoteIndex): string | undefined {
  const { date } = session;
  const last = addDays(date, DAYS_AHEAD);
  return meetingsLike(session, index).find(({ meeting }) => meeting.date > date && meeting.date <= last)?.note.uri;
}

/** A session with the destination of its note. */
interface SessionToPlan extends Session {
  readonly place: {
    readonly uri: string;
    /** URI of the folder to which wiki-link paths are relative. */
    readonly root: string;
    readonly kind: 'file' | 'log';
    /** Whether the log already exists. */
    readonly isThere: boolean;
    /** The place for the private half, if it does not belong into the note. */
    readonly privateHalf?: PrivateHalfPlace | undefined;
  };
  readonly settings: {
    readonly carriesOver: boolean;
    readonly hasPrivateSection: boolean;
    readonly statuses: Statuses;
  };
}

/** The plan of a session's note, and the items that are not carried over. */
export interface PlannedSession {
  readonly planned: PlannedNote;
  readonly left: readonly SkippedItem[];
}

/** Plans the note of a session, with its questions, carried follow-ups and parked topics. */
export async function planSession(session: SessionToPlan, notes: EditableNotes): Promise<PlannedSession | Refusal> {
  const { person, third, date, place, settings, followUps = [] } = session;
  const { uri, root } = place;
  if (person.name === UNNAMED) {
    return { refused: message('person.unnamed') };
  }
  const meetings = meetingsLike(session, notes.index);
  const log = place.kind === 'log' && place.isThere ? await openLog(uri, notes) : undefined;
  if (log && 'refused' in log) {
    return log;
  }
  const target = {
    uri,
    date,
    heading: log && newHeading(log, date),
    wikiLinks: meetings.at(-1)?.note.wikiLinks ?? false,
  };
  // What is private, open or waiting in a 1:1 may not be for the third person.
  const halfPlace = third ? undefined : place.privateHalf;
  const half = halfPlace && (await openPrivateHalf(halfPlace, { person: person.name, date }, notes));
  if (half && 'refused' in half) {
    return half;
  }
  const parked = third ? NOTHING_PARKED : await parkingSources(person.key, notes);
  const { brought, changes, left } = carryIntoNewNote({
    carry:
      settings.carriesOver && !third
        ? await carryRequest(
            { person, target, privateTarget: targetIn(half, target), root, statuses: settings.statuses },
            notes,
          )
        : undefined,
    parked: parked.sources,
  });
  const { hasPrivateSection } = settings;
  const { privateFollowUps } = brought;
  const isHalfNeeded = privateFollowUps.length > 0 || (hasPrivateSection && !half?.existing);
  const nothing: PrivateHalfChange = { changes: [] };
  const inHalf = half && isHalfNeeded ? addToPrivateHalf(half, privateFollowUps) : nothing;
  if ('refused' in inHalf) {
    return inHalf;
  }
  const content = nextNoteContent({
    ...session,
    reader: notes.index.people.readerName,
    isUpward: isReport(person, meetings, notes.index),
    meetings,
    story: await lastStory(session, meetings, (each) => notes.textOf(each)),
    hasPrivateSection: hasPrivateSection && !half,
    brought: {
      ...brought,
      followUps: [...brought.followUps, ...followUps],
      privateFollowUps: half ? [] : privateFollowUps,
    },
  });
  const alone = planNextNote(content, { uri, kind: place.kind, ...(log && { log }) });
  const planned = 'refused' in alone ? alone : addNoteEdits(alone, [...inHalf.changes, ...changes]);
  if ('refused' in planned) {
    return planned;
  }
  const { privateHalf } = inHalf;
  const plan = { ...planned.plan, ...(privateHalf && { privateHalf }) };
  return { planned: { ...planned, plan }, left: [...left, ...parked.left] };
}

/** Whether the reader's list comes first. If the relation is unknown, the lists keep the order of the last agenda. */
function isReport({ key }: Session['person'], meetings: readonly DatedMeeting[], { people }: NoteIndex): boolean {
  const relation = people.get(key)?.relation;
  if (relation !== undefined) return relation === 'manager';
  const sides = meetings.flatMap(({ meeting }) => meeting.sections.flatMap((section) => section.sides?.[0] ?? []));
  return people.isMe(sides.at(-1)?.label ?? '');
}

const NOTHING_PARKED: ParkingLots = { sources: [], left: [] };

async function openLog(uri: string, notes: EditableNotes): Promise<Log | Refusal> {
  const text = await notes.textToEdit(uri);
  if (typeof text === 'object') {
    return text;
  }
  await notes.refresh(uri);
  return { text, meetings: notes.index.note(uri)?.meetings ?? [] };
}
