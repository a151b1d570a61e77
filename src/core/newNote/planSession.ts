import type { CivilDate } from '../dates/civilDate';
import type { Refusal, SkippedItem } from '../text/edit';
import type { Statuses } from '../followUp/followUp';
import type { Framework } from '../frameworks/framework';
import type { NoteIndex } from '../index/noteIndex';
import { personSlug } from '../people/names';
import { carryRequest, parkingSources } from '../carryOver/request';
import type { EditableNotes } from '../noteEdit/editableNotes';
import { addNoteEdits, carryIntoNewNote } from '../carryOver/plan';
import { type Log, newAnchor } from '../noteEdit/logHeading';
import { nextNoteContent, planNextNote } from './content';
import type { PlannedNote } from '../noteEdit/noteBody';
import { notePath, type NotePath, type NotePathRequest } from './notePath';

/** With whom, in which framework, and for which day a note is written. */
export interface Session {
  readonly person: { readonly key: string; readonly name: string };
  readonly framework: Framework;
  readonly date: CivilDate;
  /** Lines of new follow-ups. */
  readonly followUps?: readonly string[];
}

/** A folder of notes, and how the paths in it and URIs become each other. */
export interface NotesFolder {
  readonly uriOf: (path: string) => string;
  readonly pathOf: (uri: string) => string;
  readonly pathSetting: NotePathRequest['setting'];
}

/** The place of a session's note in a folder. */
export function sessionPlace(
  { person, date }: Pick<Session, 'person' | 'date'>,
  folder: NotesFolder,
  index: NoteIndex,
): NotePath | Refusal {
  const newest = index.meetingsWith(person.key).at(-1);
  return notePath({
    person: person.name,
    date,
    setting: folder.pathSetting,
    newest: newest && {
      path: folder.pathOf(newest.note.uri),
      kind: newest.note.kind === 'log' ? 'log' : 'meeting',
      date: newest.meeting.date,
    },
    otherSlugs: new Set(index.people.all.filter(({ key }) => key !== person.key).map(({ name }) => personSlug(name))),
    isForeign: (path) => {
      const note = index.note(folder.uriOf(path));
      return note !== undefined && index.personOf(note)?.key !== person.key;
    },
  });
}

/** URI of the newest note of that day with that person, or `undefined`. */
export function noteOfThatDay(
  { person, date }: Pick<Session, 'person' | 'date'>,
  index: NoteIndex,
): string | undefined {
  return index.meetingsWith(person.key).findLast(({ meeting }) => meeting.date === date)?.note.uri;
}

/** A session, and where its note is to be written. */
export interface SessionToPlan extends Session {
  readonly place: {
    readonly uri: string;
    /** URI of the folder that the paths of wiki-links start from. */
    readonly root: string;
    readonly kind: 'file' | 'log';
    /** Whether the log is there already. */
    readonly isThere: boolean;
  };
  readonly settings: {
    readonly carriesOver: boolean;
    readonly hasPrivateSection: boolean;
    readonly statuses: Statuses;
  };
}

/** The plan that writes a session's note, and what stays where it is. */
export interface PlannedSession {
  readonly planned: PlannedNote;
  readonly left: readonly SkippedItem[];
}

/** Plans the note of a session: its questions, what is carried into it, and what was parked for it. */
export async function planSession(session: SessionToPlan, notes: EditableNotes): Promise<PlannedSession | Refusal> {
  const { person, date, place, settings, followUps = [] } = session;
  const { uri, root } = place;
  const meetings = notes.index.meetingsWith(person.key);
  const log = place.kind === 'log' && place.isThere ? await openLog(uri, notes) : undefined;
  if (log && 'refused' in log) {
    return log;
  }
  const target = {
    uri,
    date,
    anchor: log && newAnchor(log, date),
    wikiLinks: meetings.at(-1)?.note.wikiLinks ?? false,
  };
  const parked = await parkingSources(person.key, notes);
  const { brought, changes, left } = carryIntoNewNote({
    carry: settings.carriesOver
      ? await carryRequest({ person, target, root, statuses: settings.statuses }, notes)
      : undefined,
    parked: parked.sources,
  });
  const { hasPrivateSection } = settings;
  const content = nextNoteContent({
    ...session,
    meetings,
    hasPrivateSection,
    brought: { ...brought, followUps: [...brought.followUps, ...followUps] },
  });
  const alone = planNextNote(content, { uri, kind: place.kind, ...(log && { log }) });
  const planned = 'refused' in alone ? alone : addNoteEdits(alone, changes);
  return 'refused' in planned ? planned : { planned, left: [...left, ...parked.left] };
}

async function openLog(uri: string, notes: EditableNotes): Promise<Log | Refusal> {
  const text = await notes.textToEdit(uri);
  if (typeof text === 'object') {
    return text;
  }
  await notes.refresh(uri);
  return { text, meetings: notes.index.note(uri)?.meetings ?? [] };
}
