import type { DatedMeeting } from '../index/listedFollowUp';
import { addDays, type CivilDate } from '../dates/civilDate';
import type { Refusal, SkippedItem } from '../text/edit';
import type { Statuses } from '../followUp/followUp';
import type { Framework } from '../frameworks/framework';
import type { NoteIndex } from '../index/noteIndex';
import { personSlug } from '../people/names';
import { UNNAMED } from '../people/person';
import { message } from '../text/message';
import { carryRequest, parkingSources } from '../carryOver/request';
import type { EditableNotes } from '../noteEdit/editableNotes';
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
export function sessionPlace(
  { person, date }: Pick<Session, 'person' | 'date'>,
  folder: NotesFolder,
  index: NoteIndex,
): NotePath | Refusal {
  const meetings = sharedMeetings(person, index);
  const newest = meetings.at(-1);
  const previous = meetings.findLast(({ note }) => note !== newest?.note);
  return notePath({
    person: person.name,
    aliases: index.people.get(person.key)?.aliases ?? [],
    isMe: (word) => index.people.find(word) === 'me',
    date,
    setting: folder.pathSetting,
    newest: newest && {
      path: folder.pathOf(newest.note.uri),
      kind: newest.note.kind === 'log' ? 'log' : 'meeting',
      date: newest.meeting.date,
    },
    previous: previous && folder.pathOf(previous.note.uri),
    ...pathsOfOthers(person, folder, index),
  });
}

/** Returns the path of the private half of a session's note in a folder, according to the setting `notes.privatePath`. */
export function privateHalfPath(
  { person, date }: Pick<Session, 'person' | 'date'>,
  folder: Pick<NotesFolder, 'uriOf'> & { readonly setting: string },
  index: NoteIndex,
): NotePath | Refusal {
  const { setting } = folder;
  return privateNotePath({ person: person.name, date, setting, ...pathsOfOthers(person, folder, index) });
}

function pathsOfOthers(
  person: Session['person'],
  { uriOf }: Pick<NotesFolder, 'uriOf'>,
  index: NoteIndex,
): Pick<NotePathRequest, 'otherSlugs' | 'isForeign'> {
  return {
    otherSlugs: new Set(index.people.all.filter(({ key }) => key !== person.key).map(({ name }) => personSlug(name))),
    isForeign: (path) => {
      const note = index.note(uriOf(path));
      return note !== undefined && index.personOf(note)?.key !== person.key;
    },
  };
}

/** Returns the URI of the last note with that person on that day, or `undefined`. */
export function noteOfThatDay(
  { person, date }: Pick<Session, 'person' | 'date'>,
  index: NoteIndex,
): string | undefined {
  return sharedMeetings(person, index).findLast(({ meeting }) => meeting.date === date)?.note.uri;
}

/** Number of days in which a note dated ahead is that of the next 1:1. */
const DAYS_AHEAD = 6;

/** Returns the URI of the note that either side prepared for the next days, or `undefined`. */
export function noteAhead({ person, date }: Pick<Session, 'person' | 'date'>, index: NoteIndex): string | undefined {
  const last = addDays(date, DAYS_AHEAD);
  return sharedMeetings(person, index).find(({ meeting }) => meeting.date > date && meeting.date <= last)?.note.uri;
}

/** Returns the meetings with a person without private halves whose other half is missing. */
function sharedMeetings({ key }: Session['person'], index: NoteIndex): readonly DatedMeeting[] {
  return index.meetingsWith(key).filter(({ note }) => !note.isPrivateHalf);
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
  const { person, date, place, settings, followUps = [] } = session;
  const { uri, root } = place;
  if (person.name === UNNAMED) {
    return { refused: message('person.unnamed') };
  }
  const meetings = notes.index.meetingsWith(person.key);
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
  const half = place.privateHalf && (await openPrivateHalf(place.privateHalf, { person: person.name, date }, notes));
  if (half && 'refused' in half) {
    return half;
  }
  const parked = await parkingSources(person.key, notes);
  const { brought, changes, left } = carryIntoNewNote({
    carry: settings.carriesOver
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
    isUpward: notes.index.people.get(person.key)?.relation === 'manager',
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

async function openLog(uri: string, notes: EditableNotes): Promise<Log | Refusal> {
  const text = await notes.textToEdit(uri);
  if (typeof text === 'object') {
    return text;
  }
  await notes.refresh(uri);
  return { text, meetings: notes.index.note(uri)?.meetings ?? [] };
}
