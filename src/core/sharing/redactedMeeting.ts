import type { FollowUp } from '../followUp/followUp';
import type { Meeting } from '../note/note';
import { ParsedNote } from '../note/parsedNote';
import { readParsedNote } from '../note/readNote';
import type { NoteFile, ReadingRules } from '../note/readingRules';
import { redact } from './redact';
import { checkShareable, type ShareRefusal } from './checkShareable';

/** A meeting as everybody may read it: all of it was read from the note's `redact`. */
export interface RedactedMeeting {
  readonly note: ParsedNote;
  readonly meeting: Meeting;
  /** By the line of their box. */
  readonly followUps: ReadonlyMap<number, FollowUp>;
  /** How many private parts of the meeting were left out. */
  readonly leftOut: number;
}

/** The public part of the meeting with index `which`; refused where it is in doubt what is private, or nothing else is there. */
export function redactedMeeting(file: NoteFile, which: number, rules: ReadingRules): RedactedMeeting | ShareRefusal {
  const parsed = new ParsedNote(file.text);
  const note = redact(parsed);
  const doubt = checkShareable(file.path, parsed, note);
  if (doubt) {
    return doubt;
  }
  const whole = readParsedNote(file, parsed, rules).meetings[which];
  if (!whole) {
    return { refused: 'This note is no 1:1, so there is nothing to share.' };
  }
  const { meetings, followUps } = readParsedNote(file, note, rules);
  const index = meetings.findIndex(({ line, date }) => line === whole.line && date === whole.date);
  const meeting = meetings[index];
  if (!meeting) {
    return { refused: `The 1:1 of ${whole.date} is private as a whole. Nothing of it is shared.` };
  }
  const listed = followUps.filter((each) => each.meeting === index && each.status !== 'none');
  return {
    note,
    meeting,
    followUps: new Map(listed.map((each) => [each.line, each])),
    leftOut: parsed.privateLines.filter(({ line, endLine }) => line <= whole.endLine && endLine >= whole.line).length,
  };
}
