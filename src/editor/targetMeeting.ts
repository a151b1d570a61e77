import type { TextDocument } from 'vscode';
import type { DatedMeeting } from '../core/index/listedFollowUp';
import type { Person } from '../core/people/person';
import { type QuestionHistory, historyBefore } from '../core/questions/history';
import type { CursorPlace } from '../core/noteEdit/sectionParts';
import type { Clock } from './clock';
import type { NoteService } from './notes/noteService';

/** What is known of the place of the cursor: in a 1:1 note with whom, and what that person was asked before. */
export interface NoteAtCursor {
  readonly place: CursorPlace;
  readonly history: QuestionHistory;
  /** `undefined` outside a person's notes. */
  readonly person?: Person;
  /** The meeting that the cursor is in, or the note's only one. */
  readonly meeting?: DatedMeeting;
}

/** Reads the note in a document as it is now, whether it is a 1:1 or not. `line` is that of the cursor, from 0. */
export async function noteAtCursor(
  document: TextDocument,
  line: number,
  { notes, clock }: { readonly notes: NoteService; readonly clock: Clock },
): Promise<NoteAtCursor> {
  const index = await notes.ready();
  await notes.refresh(document.uri);
  const note = index.note(document.uri.toString());
  const person = note && index.personOf(note);
  const meetings = person ? index.meetingsWith(person.key).filter((each) => each.note === note) : [];
  // They come by date; a log may have the newest first.
  const inOrder = meetings.toSorted((a, b) => a.meeting.line - b.meeting.line);
  const meeting = inOrder.findLast((each) => each.meeting.line <= line) ?? meetings[0];
  const history = historyBefore(
    person ? index.meetingsWith(person.key) : [],
    meeting?.meeting.date ?? clock.today(),
    meeting?.meeting,
  );
  const holders = note?.kind === 'log' ? note.meetings.map((each) => each.line) : [];
  return {
    place: { text: document.getText(), line, holders },
    history,
    ...(person && { person }),
    ...(meeting && { meeting }),
  };
}
