import type { TextDocument, Uri } from 'vscode';
import type { DatedMeeting } from '../core/index/listedFollowUp';
import { readFrontMatter } from '../core/markdown/frontMatter';
import { meetingIndexAt } from '../core/note/meetingSpans';
import type { Note } from '../core/note/note';
import type { CursorPlace } from '../core/noteEdit/noteBody';
import type { Person } from '../core/people/person';
import { historyBefore, type QuestionHistory } from '../core/questions/history';
import type { LineRange } from '../core/text/range';
import { cursorLine } from './activeNote';
import type { Clock } from './clock';
import type { NoteService } from './notes/noteService';

/** The note and the meeting that a command is about. */
interface TargetMeeting {
  readonly note: Note;
  /** `undefined` outside the notes of one person. */
  readonly person: Person | undefined;
  /** The meeting at the cursor, else the newest of the note; `undefined` in a note without meetings. */
  readonly meeting: DatedMeeting | undefined;
  /** All meetings with the person, oldest first. Without a known person: the meetings of the note. */
  readonly meetings: readonly DatedMeeting[];
}

/**
 * Reads a note as it is now, and finds the meeting at `line`, by default the line of the cursor. Returns `undefined` for a
 * file that is not among the notes.
 */
export async function targetMeeting(
  uri: Uri,
  notes: NoteService,
  line = cursorLine(uri),
): Promise<TargetMeeting | undefined> {
  await notes.ready();
  await notes.refresh(uri);
  const index = notes.fullIndex;
  const note = index.note(uri.toString());
  if (!note) {
    return undefined;
  }
  const person = index.personOf(note);
  const inNote = note.meetings.map((meeting, at) => ({ note, meeting, index: at }));
  return {
    note,
    person,
    meeting: inNote[meetingIndexAt(note.meetings, line)],
    meetings: person ? index.meetingsWith(person.key) : inNote,
  };
}

/** The place of the cursor in a Markdown file, with the person of the note and the questions that were asked before. */
export interface NoteAtCursor {
  readonly place: CursorPlace;
  readonly history: QuestionHistory;
  /** `undefined` outside the notes of one person. */
  readonly person?: Person;
  /** The meeting at the cursor, else the newest of the person's note. */
  readonly meeting?: DatedMeeting;
}

/** Reads the note in a document as it is now; other Markdown files have a place only. `line` counts from 0. */
export async function noteAtCursor(
  document: TextDocument,
  line: number,
  { notes, clock }: { readonly notes: NoteService; readonly clock: Clock },
): Promise<NoteAtCursor> {
  const { note, person, meeting, meetings } = (await targetMeeting(document.uri, notes, line)) ?? {};
  const text = document.getText();
  const place = {
    text,
    // Nothing is inserted into the front matter.
    line: Math.max(line, readFrontMatter(text).bodyLine - 1),
    holders: note?.kind === 'log' ? note.meetings.map((each) => each.line) : [],
  };
  if (!person) {
    return { place, history: historyBefore([], clock.today()) };
  }
  const history = historyBefore(meetings ?? [], meeting?.meeting.date ?? clock.today(), meeting?.meeting);
  return { place, history, person, ...(meeting && { meeting }) };
}

/**
 * Returns the target line of a command: the line of the cursor, unless `argument` gives the lines of a meeting, `{
 * line, endLine }`, that the cursor is not in. A caller can thus select a meeting of a log.
 */
export function targetLine(argument: unknown, cursor: number): number {
  const { line, endLine } =
    typeof argument === 'object' && argument !== null ? (argument as Partial<Record<keyof LineRange, unknown>>) : {};
  const isMeant = typeof line === 'number' && typeof endLine === 'number' && (cursor < line || cursor > endLine);
  return isMeant ? line : cursor;
}
