import { ParsedNote, unclosedBlocks } from '../note/parsedNote';
import { isPrivateNote } from '../note/privacy';
import { type Refusal, applyEdits } from '../text/edit';
import { type LineProblem, TextLines } from '../text/lines';
import { message } from '../text/message';
import type { Block } from '../markdown/block';
import { htmlComments } from '../markdown/htmlComments';
import { hasLine, type LineRange } from '../text/range';
import type { FollowUp } from '../followUp/followUp';
import type { Meeting } from '../note/note';
import { readParsedNote } from '../note/readNote';
import type { NoteFile, ReadingRules } from '../note/readingRules';

/** The reason why nothing can be shared, with the line of the problem if there is one. */
export interface ShareRefusal extends Refusal {
  readonly line?: number;
}

/**
 * Returns the reason why a note cannot be shared, or `undefined` if it can. A note is refused if it is private or if
 * its private parts are uncertain, for example because of a misspelt marker or a malformed heading.
 */
export function checkShareable(path: string, note: ParsedNote): ShareRefusal | undefined {
  const { frontMatter } = note;
  if (frontMatter.problem) {
    return refusal({
      line: frontMatter.problem.line,
      message: message('share.frontMatter', frontMatter.problem.message),
    });
  }
  if (isPrivateNote(path, note)) {
    return { refused: message('share.privateNote') };
  }
  const [first] = [...unclosedBlocks(note), ...note.privacy.doubts].sort((a, b) => a.line - b.line);
  return first && refusal(first);
}

function refusal({ line, message: problem }: LineProblem): ShareRefusal {
  return { refused: message('share.atLine', line + 1, problem), line };
}

const UNSEEN_HTML = /^<(?:script|style|\?|!\[|![a-z])/i;
const CODE_OR_HIDDEN = /(?<!`)(`+)(?!`)[^]*?(?<!`)\1(?!`)|%%[^]*?%%/g;

/**
 * Returns a note without private lines, the lines `without`, and comments. All other lines keep their numbers, and each line ends in `\n`.
 * Does not check whether the whole note is private or its markers are uncertain; see `checkShareable`.
 */
export function redact(note: ParsedNote, without: readonly LineRange[] = []): ParsedNote {
  const lines = new TextLines(withoutUnseen(note));
  const isHidden = (line: number): boolean => note.isPrivateLine(line) || without.some((range) => hasLine(range, line));
  const left = Array.from({ length: lines.count }, (_, line) => (isHidden(line) ? '' : lines.get(line)));
  return new ParsedNote(left.join('\n'));
}

/** Returns the text of a file as others may see it on the screen. Lines keep their numbers. */
export function publicText(path: string, text: string): string {
  const note = new ParsedNote(text);
  return isPrivateNote(path, note) ? '' : redact(note).text;
}

function withoutUnseen({ text, blocks }: ParsedNote): string {
  return applyEdits(
    text,
    blocks
      .filter(({ kind }) => kind !== 'item' && kind !== 'quote')
      .map((block) => ({ start: block.start, end: block.end, text: seenIn(text, block) })),
  );
}

function seenIn(text: string, block: Block): string {
  const written = text.slice(block.start, block.end);
  const comments = htmlComments(text, block).map(({ start, end }) => {
    return { start: start - block.start, end: end - block.start, text: emptied(text.slice(start, end)) };
  });
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return applyEdits(written, comments).replace(CODE_OR_HIDDEN, (match: string, ticks?: string) =>
        ticks === undefined ? emptied(match) : match,
      );
    case 'html':
      return UNSEEN_HTML.test(written) ? emptied(written) : applyEdits(written, comments);
    case 'comment':
      return emptied(written);
    default:
      return written;
  }
}

/** Returns only the line ends of a text, so that later lines keep their numbers. */
function emptied(text: string): string {
  return text.replace(/[^\r\n]+/g, '');
}

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
