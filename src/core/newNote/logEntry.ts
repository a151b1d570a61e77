import type { CivilDate } from '../dates/civilDate';
import type { Refusal, TextEdit } from '../text/edit';
import { TextLines } from '../text/lines';
import { escapeMarkdown, oneLine } from '../noteEdit/escapeMarkdown';
import { refuseIfHidden } from '../noteEdit/existingMeeting';
import { insertLines } from '../noteEdit/insertUnder';
import { type Log, logHeading } from '../noteEdit/logHeading';
import { type ComposedNote, noteBody, type NoteContent } from '../noteEdit/noteBody';
import { yamlScalar } from '../noteEdit/yamlScalar';

/** A new entry of a log. */
export interface LogEntry {
  readonly edits: readonly TextEdit[];
  /** Offset of the cursor after the edits. */
  readonly cursor: number;
}

/**
 * Adds an entry with a dated heading, in the order and heading style of the log. Existing lines remain unchanged. A log
 * with one entry grows downwards.
 */
export function planLogEntry(log: Log, content: NoteContent): LogEntry | Refusal {
  const { title, level } = logHeading(log, content.date);
  const body = noteBody(content, Math.min(level + 1, 6));
  const lines = [`${'#'.repeat(level)} ${title}`, '', ...body.lines];
  const note = new TextLines(log.text);
  const insertion = insertLines(note, entryOffset(log, note, content.date), { lines });
  const refusal = refuseIfHidden(log.text, insertion, lines);
  if (refusal) {
    return refusal;
  }
  return { edits: [insertion.edit], cursor: insertion.ends[body.cursorLine + 2] ?? insertion.edit.start };
}

/** Creates the text of a new log with its first entry. */
export function composeLog(content: NoteContent, lineEnd: '\n' | '\r\n' = '\n'): ComposedNote {
  const person = oneLine(content.person);
  const head = ['---', 'type: 1on1', `person: ${yamlScalar(person)}`, '---', '', `# ${escapeMarkdown(person)}`, ''];
  const body = noteBody(content, 3);
  const lines = [...head, `## ${content.date}`, '', ...body.lines, ''];
  const cursorLine = head.length + 2 + body.cursorLine;
  return { text: lines.join(lineEnd), cursor: lines.slice(0, cursorLine + 1).join(lineEnd).length };
}

/**
 * Returns the line before which a meeting of `date` belongs. Other entries may be dated later. On the same day the new
 * entry comes second, so that links to the other heading still work.
 */
function entryOffset({ meetings }: Log, note: TextLines, date: CivilDate): number {
  const [first, last] = [meetings[0], meetings.at(-1)];
  if (!first || !last) {
    return note.count;
  }
  const isNewestFirst = first.date > last.date;
  const neighbour = isNewestFirst
    ? meetings.find((meeting) => meeting.date < date)
    : meetings.findLast((meeting) => meeting.date <= date);
  if (isNewestFirst) {
    return neighbour ? neighbour.line : note.nextWritten(last.endLine + 1);
  }
  return neighbour ? note.nextWritten(neighbour.endLine + 1) : first.line;
}
