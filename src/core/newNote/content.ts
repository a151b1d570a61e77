import type { CivilDate } from '../dates/civilDate';
import type { Framework } from '../frameworks/framework';
import type { DatedMeeting } from '../index/listedFollowUp';
import { ParsedNote } from '../note/parsedNote';
import { AUTHOR_KEYS, namedParticipants } from '../note/identity';
import { lookUp, readFrontMatter } from '../markdown/frontMatter';
import { editFrontMatter } from '../noteEdit/yamlEdit';
import { refuseIfMisread } from '../noteEdit/existingMeeting';
import { insertLines } from '../noteEdit/insertUnder';
import { type Log, logHeading } from '../noteEdit/logHeading';
import {
  type CarriedLines,
  type ComposedNote,
  composeNote,
  namedPeople,
  noteBody,
  type NoteContent,
  type NoteSection,
  type PlannedNote,
} from '../noteEdit/noteBody';
import { historyBefore, recordedAnswers } from '../questions/history';
import { rotate } from '../questions/rotation';
import type { Refusal, TextEdit } from '../text/edit';
import { TextLines } from '../text/lines';
import { createBank, questionKey } from '../frameworks/questionBank';
import { plainText, shorten } from '../markdown/plainText';
import { escapeMarkdown } from '../noteEdit/escape';

/** A new entry of a log. */
interface LogEntry {
  readonly edits: readonly TextEdit[];
  /** Offset of the cursor after the edits. */
  readonly cursor: number;
}

/**
 * Adds an entry with a dated heading, in the order and heading style of the log. Existing lines remain unchanged. A log
 * with one entry grows downwards. If its front matter names only the other person, it gets the name of its author.
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
  const signature = signatureOf(log.text, content.reader);
  const shift = signature.reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0);
  const cursor = insertion.ends[body.cursorLine + 2] ?? insertion.edit.start;
  return { edits: [...signature, insertion.edit], cursor: cursor + shift };
}

/** Returns the edits that name the author in front matter that names one other person and no author. */
function signatureOf(text: string, reader: string | undefined): readonly TextEdit[] {
  const frontMatter = readFrontMatter(text);
  const isOfOther = namedParticipants(frontMatter).length === 1 && lookUp(frontMatter, ...AUTHOR_KEYS) === undefined;
  if (reader === undefined || !isOfOther) return [];
  const edits = editFrontMatter(text, { keys: AUTHOR_KEYS, value: reader });
  return 'refused' in edits ? [] : edits;
}

/** Creates the text of a new log with its first entry. */
export function composeLog(content: NoteContent, lineEnd: '\n' | '\r\n' = '\n'): ComposedNote {
  const { property, title } = namedPeople(content);
  const head = ['---', 'type: 1on1', property, '---', '', `# ${title}`, ''];
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
interface NextNote {
  readonly person: { readonly key: string; readonly name: string };
  /** The reader's name, if it is known. */
  readonly reader?: string | undefined;
  /** The third participant of a meeting with two others. */
  readonly third?: { readonly name: string } | undefined;
  /** Whether the person is the reader's manager. */
  readonly isUpward?: boolean;
  readonly framework: Framework;
  readonly date: CivilDate;
  /** The 1:1s with the person. Those after `date` are ignored. */
  readonly meetings: readonly DatedMeeting[];
  readonly hasPrivateSection: boolean;
  /** The lines carried over from earlier notes. */
  readonly brought: CarriedLines;
  /** The last story of the person, with which the note begins. */
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
  third,
  reader,
  isUpward = false,
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
    third: third?.name,
    reader,
    isUpward,
    date,
    framework: framework.id,
    sections: framework.sections.map((section): NoteSection => {
      const questions = rotate({ section, history, person: person.key, exclude: chosen });
      questions.forEach(({ key }) => chosen.add(key));
      const about = story && section.questions.find(({ key }) => key === ABOUT_LAST_STORY);
      return {
        title: section.title,
        purpose: section.purpose,
        followUps: section.followUps,
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

/** The question about the last story. It is asked only if there is one. */
const ABOUT_LAST_STORY = questionKey('What of the story you told last time has happened?');

const LONGEST_STORY = 600;

/** A story of the future from an earlier meeting. */
interface LastStory {
  /** The day and the words, as Markdown. */
  readonly quote: string;
}

/**
 * Returns the latest story, for a framework that asks for one, or `undefined` if no meeting has one. Private
 * stories are left out. `textOf` returns the text of a note.
 */
export async function lastStory(
  { framework, date }: { readonly framework: Framework; readonly date: CivilDate },
  meetings: readonly DatedMeeting[],
  textOf: (uri: string) => Promise<string>,
): Promise<LastStory | undefined> {
  const questions = framework.sections.flatMap((section) => section.questions);
  const stories = new Set(questions.filter(({ about }) => about === 'story').map(({ key }) => key));
  if (!questions.some(({ key }) => key === ABOUT_LAST_STORY)) return undefined;
  const bank = createBank([framework]);
  for (const dated of meetings.filter(({ meeting }) => meeting.date <= date).toReversed()) {
    const storyPrompts = dated.meeting.sections
      .flatMap(({ prompts }) => prompts)
      .filter(({ answered, question }) => answered && stories.has(question));
    if (storyPrompts.length === 0) continue;
    const text = await textOf(dated.note.uri).catch(() => '');
    const lines = new Set(storyPrompts.map(({ answerLine }) => answerLine));
    const [story] = recordedAnswers(dated, new ParsedNote(text), bank).filter(
      ({ line, private: isPrivate }) => lines.has(line) && !isPrivate,
    );
    if (story) {
      return { quote: `${dated.meeting.date}: ${escapeMarkdown(shorten(plainText(story.words), LONGEST_STORY))}` };
    }
  }
  return undefined;
}
