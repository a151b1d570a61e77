import type { FollowUp } from '../followUp/followUp';
import type { Meeting } from '../note/note';
import { ParsedNote } from '../note/parsedNote';
import { readParsedNote } from '../note/readNote';
import type { NoteFile, ReadingRules } from '../note/readingRules';
import type { LineRange } from '../text/range';
import { redact } from './redact';
import { checkShareable, type ShareRefusal } from './checkShareable';
import { message } from '../text/message';

/** A meeting without its private parts, read from the redacted note. */
export interface RedactedMeeting {
  readonly note: ParsedNote;
  readonly meeting: Meeting;
  /** Follow-ups by the line of their checkbox. */
  readonly followUps: ReadonlyMap<number, FollowUp>;
  /** Number of private parts of the meeting left out. */
  readonly leftOut: number;
}

/**
 * Returns the public part of the meeting with index `which`. Refuses if privacy is uncertain or the meeting is private.
 * The lines in `without` are left out like private ones.
 */
export function redactedMeeting(
  file: NoteFile,
  which: number,
  rules: ReadingRules,
  without: readonly LineRange[] = [],
): RedactedMeeting | ShareRefusal {
  const parsed = new ParsedNote(file.text);
  const doubt = checkShareable(file.path, parsed);
  if (doubt) {
    return doubt;
  }
  const read = readParsedNote(file, parsed, rules);
  if (read.private) {
    return { refused: message('share.privateNote') };
  }
  const note = redact(parsed, without);
  const whole = read.meetings[which];
  if (!whole) {
    return { refused: message('share.noMeeting') };
  }
  const { meetings, followUps } = readParsedNote(file, note, rules);
  const index = meetings.findIndex(({ line, date }) => line === whole.line && date === whole.date);
  const meeting = meetings[index];
  if (!meeting) {
    return { refused: message('share.privateMeeting', whole.date) };
  }
  const listed = followUps.filter((each) => each.meeting === index && each.status !== 'none');
  return {
    note,
    meeting,
    followUps: new Map(listed.map((each) => [each.line, each])),
    leftOut: parsed.privateLines.filter(({ line, endLine }) => line <= whole.endLine && endLine >= whole.line).length,
  };
}
