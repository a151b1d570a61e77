import { shortDate } from '../dates/civilDate';
import { readFollowUp } from '../followUp/parse';
import { taskItemAt } from '../followUp/taskItem';
import type { QuestionTopic } from '../frameworks/framework';
import type { QuestionBank } from '../frameworks/questionBank';
import type { DatedMeeting } from '../index/listedFollowUp';
import { type Block, paragraphAt, paragraphLines } from '../markdown/block';
import { readLineStart } from '../markdown/listItem';
import { plainText, shorten } from '../markdown/plainText';
import type { Note, Section } from '../note/note';
import { type RecordedAnswer, recordedAnswers } from '../questions/history';
import { ParsedNote } from '../note/parsedNote';
import { joinLines, withoutTableBars } from '../text/lines';
import { touchesRange } from '../text/range';
import type { ReportEntry, Report, ReportSection } from './report';
import type { Text } from '../text/message';
import type { HeldMeeting } from '../topics/heldMeetings';
import { answersAbout, type NoteReader, type StatementOptions } from '../topics/statements';

/** Maximum number of characters of one quotation. */
const MAX_CHARACTERS = 240;

/**
 * Returns an entry that `quote` replaces once the text of the note is available. Until then it is empty and counts as
 * private.
 */
export function quotedFrom({ uri }: Note, quote: (read: ParsedNote) => readonly ReportEntry[]): ReportEntry {
  return { text: '', details: [], source: { uri, line: 0 }, private: true, quote };
}

/** Returns an entry that is completed once the text of its note is available. */
export function completedFrom(
  entry: ReportEntry,
  complete: (read: ParsedNote) => Partial<ReportEntry> | undefined,
): ReportEntry {
  return { ...entry, quote: (read) => [{ ...entry, ...complete(read) }] };
}

/**
 * Returns the words of a line of a note, of a follow-up without owners, fields and origin. Headings and front-matter
 * fences give `''`.
 */
export function quoteLine({ lines }: ParsedNote, line: number): string {
  const source = lines.get(line);
  const { checkbox, end } = readLineStart(source);
  const written = (checkbox && readFollowUp({ source, continuation: '' })?.text) ?? source.slice(end);
  const words = plainText(withoutTableBars(written)).trim();
  return /^(?:\uFEFF?---|#{1,6}\s)/.test(written) ? '' : shorten(words, MAX_CHARACTERS);
}

/** Returns the selected answers of a meeting: the question with its answer, or the words below a heading. */
export function quoteAnswers(
  dated: DatedMeeting,
  { note, bank }: { readonly note: ParsedNote; readonly bank: QuestionBank },
  isWanted: (answer: RecordedAnswer) => boolean,
): readonly ReportEntry[] {
  return recordedAnswers(dated, note, bank)
    .filter(isWanted)
    .map(({ about, words, uri, line, private: isPrivate }) => ({
      text: shorten(about.endsWith('?') ? `${about} ${plainText(words)}` : plainText(words), MAX_CHARACTERS),
      details: [],
      source: { uri, line },
      private: isPrivate,
    }));
}

/** Returns an entry for each answer about a topic in a meeting, labeled with the person and the day. */
export function answerEntries(
  held: HeldMeeting,
  topic: QuestionTopic,
  options: StatementOptions,
): readonly ReportEntry[] {
  return seenSections(held, options).flatMap((section) =>
    answersAbout(section, topic, options.bank).map(({ line }) => answerEntry(held, { line, section }, options)),
  );
}

/** Returns the sections of a meeting, without the private ones unless they are wanted. */
export function seenSections({ note, meeting }: DatedMeeting, { withPrivate }: StatementOptions): readonly Section[] {
  return withPrivate ? meeting.sections : meeting.sections.filter((section) => !section.private && !note.private);
}

/** Returns the entry of the answer that begins on a line, labeled with the person and the day. */
export function answerEntry(
  held: HeldMeeting,
  { line, section }: { readonly line: number; readonly section: Section },
  { bank, today, withPrivate }: StatementOptions,
): ReportEntry {
  const { person, note, meeting } = held;
  const label = [person.name, shortDate(meeting.date, today)];
  const isWanted = (answer: RecordedAnswer): boolean => answer.line === line && (withPrivate || !answer.private);
  return {
    label,
    text: '',
    details: [],
    source: { uri: note.uri, line },
    private: note.private || section.private,
    quote: (read) => quoteAnswers(held, { note: read, bank }, isWanted).map((entry) => ({ ...entry, label })),
  };
}

/** Returns the first words of each item and paragraph in the selected lines of a note, without follow-ups. */
export function quoteTopics(
  { uri, private: isPrivate }: Note,
  read: ParsedNote,
  isWanted: (line: number) => boolean,
): readonly ReportEntry[] {
  const { text, blocks, privateLines } = read;
  return blocks.flatMap((block, index): ReportEntry[] => {
    const { kind, line, parent } = block;
    const isTopic = parent === -1 && (kind === 'item' || kind === 'paragraph');
    if (!isTopic || !isWanted(line) || taskItemAt(read, index)) {
      return [];
    }
    const paragraph = paragraphAt(blocks, index);
    const words = paragraph ? wordsOf(text, paragraph) : '';
    const lines = { line, endLine: paragraph?.endLine ?? block.endLine };
    const entry = { text: shorten(words, MAX_CHARACTERS), details: [], source: { uri, line } };
    return words === '' ? [] : [{ ...entry, private: isPrivate || touchesRange(privateLines, lines) }];
  });
}

function wordsOf(text: string, paragraph: Block): string {
  const lines = paragraphLines(text, paragraph).map(({ start, end }) => text.slice(start, end));
  const words = plainText(joinLines(lines));
  return /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(words) ? words : '';
}

/** Returns the URIs of the notes quoted in a document of the report. */
export function notesToRead(report: Report): ReadonlySet<string> {
  const uris = report.sections.flatMap(({ entries, limits }) => urisToRead(entries, limits));
  return new Set(uris);
}

/**
 * Returns the report for a document: with quotations, and within the limits of its sections. `textOf` returns the text
 * of a note in `notesToRead`, or `undefined` if it could not be read.
 */
export function withQuotations(report: Report, textOf: (uri: string) => string | undefined): Report {
  const notes = new Map<string, ParsedNote>();
  const noteText: NoteReader = (uri) => {
    const known = notes.get(uri);
    if (known) return known;
    const text = textOf(uri);
    if (text === undefined) return undefined;
    const note = new ParsedNote(text);
    notes.set(uri, note);
    return note;
  };
  const sections = report.sections.map((section): ReportSection => {
    const { limits, more = 0 } = section;
    const listed = listEntries(section.entries, limits, noteText);
    return { ...section, entries: listed.entries, more: more + listed.more };
  });
  return { ...report, sections: sections.filter(({ entries }) => entries.length > 0) };
}

/** Returns the text of one entry, given the text of its note. */
export function quotationOf(entry: ReportEntry, text: string): Text {
  const [quoted = entry] = entry.quote?.(new ParsedNote(text)) ?? [];
  return quoted.text;
}

function urisToRead(entries: readonly ReportEntry[], [limit, ...deeper]: readonly number[]): readonly string[] {
  return withinLimit(entries, limit).flatMap((entry) => [
    ...(entry.quote && entry.source ? [entry.source.uri] : []),
    ...(entry.composed?.uris ?? []),
    ...urisToRead(entry.entries ?? [], deeper),
  ]);
}

type ListedEntries = Required<Pick<ReportSection, 'entries' | 'more'>>;

function listEntries(entries: readonly ReportEntry[], limits: readonly number[], noteText: NoteReader): ListedEntries {
  const [limit = Infinity, ...deeper] = limits;
  const listed = withinLimit(entries, limit);
  const quoted = listed.flatMap((entry) => quotedEntries(entry, noteText)).filter(saysSomething);
  const shown = quoted.slice(0, limit).map((entry): ReportEntry => {
    return entry.entries ? { ...entry, ...listEntries(entry.entries, deeper, noteText) } : entry;
  });
  return { entries: shown, more: entries.length - listed.length + quoted.length - shown.length };
}

function quotedEntries(entry: ReportEntry, noteText: NoteReader): readonly ReportEntry[] {
  if (entry.composed) return entry.composed.entries(noteText);
  const note = entry.quote && entry.source ? noteText(entry.source.uri) : undefined;
  return (note && entry.quote?.(note)) ?? [entry];
}

/**
 * Returns the first `limit` entries, and all entries still without text, as the number of entries from them is unknown.
 */
function withinLimit(entries: readonly ReportEntry[], limit = Infinity): readonly ReportEntry[] {
  let count = 0;
  return entries.filter((entry) => !saysSomething(entry) || count++ < limit);
}

function saysSomething({ label = [], text }: ReportEntry): boolean {
  return label.length > 0 || text !== '';
}
