import type { CivilDate } from '../dates/civilDate';
import type { Framework } from '../frameworks/framework';
import type { DatedMeeting } from '../index/listedFollowUp';
import { escapeMarkdown, oneLine, yamlScalar } from '../noteEdit/escape';
import { ParsedNote } from '../note/parsedNote';
import { refuseIfMisread } from '../noteEdit/existingMeeting';
import { insertLines } from '../noteEdit/insertUnder';
import { type Log, logHeading } from '../noteEdit/logHeading';
import {
  type CarriedLines,
  type ComposedNote,
  composeNote,
  noteBody,
  type NoteContent,
  type NoteSection,
  type PlannedNote,
} from '../noteEdit/noteBody';
import { historyBefore } from '../questions/history';
import { rotate } from '../questions/rotation';
import { ABOUT_LAST_STORY, type LastStory } from './lastStory';
import type { Refusal, TextEdit } from '../text/edit';
import { TextLines } from '../text/lines';

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
  const refusal = refuseIfMisread(new ParsedNote(log.text), { ...insertion, lines });
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
    return neighbour ? neighbour.line : lineAfter(note, last.endLine);
  }
  return neighbour ? lineAfter(note, neighbour.endLine) : first.line;
}

/** Returns the line after a meeting and the blank lines below it, in a block quote too: `>`. */
function lineAfter(note: TextLines, endLine: number): number {
  let line = endLine + 1;
  while (line < note.count && /^[ \t>]*$/.test(note.get(line))) line++;
  return line;
}

/** The next note to create. */
export interface NextNote {
  readonly person: { readonly key: string; readonly name: string };
  readonly framework: Framework;
  readonly date: CivilDate;
  /** The 1:1s with the person. Those after `date` are ignored. */
  readonly meetings: readonly DatedMeeting[];
  readonly hasPrivateSection: boolean;
  /** The lines carried over from earlier notes. */
  readonly brought: CarriedLines;
  /** The story that was told last, with which the note begins. */
  readonly story?: LastStory | undefined;
}

/** The destination of a note: a separate file, or a log. `log` is set if the log already exists. */
export interface NotePlaceNow {
  readonly uri: string;
  readonly kind: 'file' | 'log';
  readonly log?: Log;
}

/** Returns the content of the new note: the next questions for each section of the framework. */
export function nextNoteContent({
  person,
  framework,
  date,
  meetings,
  brought,
  hasPrivateSection,
  story,
}: NextNote): NoteContent {
  const history = historyBefore(meetings, date);
  // A question may belong to two sections of a framework, but a note asks it only once.
  const chosen = new Set([ABOUT_LAST_STORY]);
  return {
    person: person.name,
    date,
    framework: framework.id,
    sections: framework.sections.map((section): NoteSection => {
      const questions = rotate({ section, history, person: person.key, exclude: chosen });
      questions.forEach(({ key }) => chosen.add(key));
      const about = story && section.questions.find(({ key }) => key === ABOUT_LAST_STORY);
      return {
        title: section.title,
        purpose: section.purpose,
        ...(about && { quote: story.quote }),
        questions: [...(about ? [about] : []), ...questions].map(({ text }) => text),
      };
    }),
    hasPrivateSection,
    ...brought,
  };
}

/** Plans the creation of the note at its destination. */
export function planNextNote(content: NoteContent, place: NotePlaceNow): PlannedNote | Refusal {
  const { uri, kind, log } = place;
  if (log) {
    const entry = planLogEntry(log, content);
    if ('refused' in entry) {
      return entry;
    }
    return { plan: { changes: [{ uri, before: log.text, edits: entry.edits }] }, uri, cursor: entry.cursor };
  }
  const { text, cursor } = kind === 'log' ? composeLog(content) : composeNote(content);
  return { plan: { create: { uri, text }, changes: [] }, uri, cursor };
}
