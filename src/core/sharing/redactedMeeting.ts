import type { FollowUp } from '../followUp/followUp';
import type { Block } from '../markdown/block';
import { readFrontMatter } from '../markdown/frontMatter';
import { scan } from '../markdown/scan';
import type { Meeting } from '../note/note';
import { readNote } from '../note/readNote';
import type { NoteFile, ReadingRules } from '../note/readingRules';
import { NoteLines } from '../noteEdit/noteLines';
import { redact } from './redact';
import { checkShareable, type ShareRefusal } from './checkShareable';
import { message } from '../text/message';

/** A meeting as everybody may read it: all of it was read from the note's `redact`. */
export interface RedactedMeeting {
  readonly lines: NoteLines;
  readonly blocks: readonly Block[];
  /** Line after the front matter. */
  readonly bodyLine: number;
  readonly meeting: Meeting;
  /** By the line of their box. */
  readonly followUps: ReadonlyMap<number, FollowUp>;
  /** How many private parts of the meeting were left out. */
  readonly leftOut: number;
}

/** The public part of the meeting with index `which`; refused where it is in doubt what is private, or nothing else is there. */
export function redactedMeeting(file: NoteFile, which: number, rules: ReadingRules): RedactedMeeting | ShareRefusal {
  const doubt = checkShareable(file.path, file.text);
  if (doubt) {
    return doubt;
  }
  const whole = readNote(file, rules).meetings[which];
  if (!whole) {
    return { refused: message('share.noMeeting') };
  }
  const { text, privateLines } = redact(file.text);
  const { meetings, followUps } = readNote({ ...file, text }, rules);
  const index = meetings.findIndex(({ line, date }) => line === whole.line && date === whole.date);
  const meeting = meetings[index];
  if (!meeting) {
    return { refused: message('share.privateMeeting', whole.date) };
  }
  const frontMatter = readFrontMatter(text);
  const listed = followUps.filter((each) => each.meeting === index && each.status !== 'none');
  return {
    lines: new NoteLines(text),
    blocks: scan(text, frontMatter),
    bodyLine: frontMatter.bodyLine,
    meeting,
    followUps: new Map(listed.map((each) => [each.line, each])),
    leftOut: privateLines.filter(({ line, endLine }) => line <= whole.endLine && endLine >= whole.line).length,
  };
}
