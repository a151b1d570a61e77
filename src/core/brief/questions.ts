import { addDays, formatRelative } from '../dates/civilDate';
import { type DatedMeeting, partsOf } from '../index/listedFollowUp';
import type { Note, Prompt, Section } from '../note/note';
import { parkedSections, sideLabel } from '../note/meetingOutline';
import { isInRange } from '../text/range';
import { questionText } from '../questions/history';
import { completedFrom, quoteAnswers, quotedFrom, quoteTopics } from '../reports/quotations';
import type { ParsedNote } from '../note/parsedNote';
import type { ReportEntry, ReportSection } from '../reports/report';
import { message } from '../text/message';
import { type BriefBasis, briefSection } from './basis';

/** Number of most recent meetings searched for unanswered questions. Older questions return through the rotation. */
const MEETINGS_LOOKED_AT = 2;
/** Number of days after which an answer is no longer revisited. */
const REVISIT_DAYS = 90;

/** A question in a meeting. */
interface AskedPrompt {
  readonly dated: DatedMeeting;
  readonly section: Section;
  readonly prompt: Prompt;
}

/** Returns the questions of the most recent meetings that are still unanswered, newest meeting first. */
export function unansweredSection({ past, bank, today }: BriefBasis): readonly ReportSection[] {
  const seen = new Set<number>();
  const entries: ReportEntry[] = [];
  for (const dated of past.slice(-MEETINGS_LOOKED_AT).toReversed()) {
    const prompts = promptsIn(dated);
    const answered = new Set(prompts.filter(({ prompt }) => prompt.answered).map(({ prompt }) => prompt.question));
    for (const { section, prompt } of prompts) {
      if (!seen.has(prompt.question) && !answered.has(prompt.question)) {
        entries.push({
          text: questionText(prompt.question, bank),
          details: [message('brief.offered', formatRelative(dated.meeting.date, today))],
          source: { uri: dated.note.uri, line: prompt.line },
          private: section.private,
        });
      }
      seen.add(prompt.question);
    }
  }
  return briefSection(message('brief.unanswered'), entries);
}

/** Returns the latest answers to questions about topics to revisit. */
export function revisitSection(basis: BriefBasis): readonly ReportSection[] {
  const { past, bank, today } = basis;
  const since = addDays(today, -REVISIT_DAYS);
  const latest = new Map<number, AskedPrompt>();
  for (const asked of past.filter(({ meeting }) => meeting.date >= since).flatMap(promptsIn)) {
    const { prompt } = asked;
    if (prompt.answered && bank.topicOf(prompt.question) === 'revisit') {
      latest.set(prompt.question, asked);
    }
  }
  const entries = [...latest.values()].toReversed().map((asked) => revisitEntry(asked, basis));
  return briefSection(message('brief.revisit'), entries);
}

function revisitEntry({ dated, section, prompt }: AskedPrompt, { bank, today }: BriefBasis): ReportEntry {
  const { answerLine: line } = prompt;
  const details = [formatRelative(dated.meeting.date, today)];
  const source = { uri: dated.note.uri, line };
  const question = { text: questionText(prompt.question, bank), details, source, private: section.private };
  return completedFrom(question, (note) => {
    const [answer] = quoteAnswers(dated, { note, bank }, (each) => each.line === line);
    return answer && { ...answer, details };
  });
}

function promptsIn(dated: DatedMeeting): AskedPrompt[] {
  return partsOf(dated).flatMap((part) =>
    part.meeting.sections.flatMap((section) => section.prompts.map((prompt) => ({ dated: part, section, prompt }))),
  );
}

/** Returns the topics for this meeting: on the agenda of its note, and under *Next 1:1* in logs and on the page. */
export function waitingSection(basis: BriefBasis): readonly ReportSection[] {
  return briefSection(message('brief.waiting'), [...onAgenda(basis), ...parked(basis)]);
}

function onAgenda({ summary, today }: BriefBasis): readonly ReportEntry[] {
  const next = summary.meetings.find(({ meeting }) => meeting.date >= today);
  const agendas = next?.meeting.sections.filter(({ kind }) => kind === 'agenda') ?? [];
  if (!next || agendas.length === 0) {
    return [];
  }
  const isOnAgenda = (at: number): boolean => agendas.some(({ line, endLine }) => at > line && at <= endLine);
  const details = [message('brief.inNote', formatRelative(next.meeting.date, today))];
  return [
    quotedFrom(next.note, (read) => {
      const labels = labelLines(read).filter(({ line }) => isOnAgenda(line));
      const sideAt = (at: number): string => labels.findLast(({ line }) => line < at)?.label ?? '';
      const isTopic = (at: number): boolean => isOnAgenda(at) && !labels.some(({ line }) => line === at);
      return quoteTopics(next.note, read, isTopic).map((entry) => ({
        ...entry,
        details: [entry.source ? sideAt(entry.source.line) : '', ...details].filter((detail) => detail !== ''),
      }));
    }),
  ];
}

function labelLines({ text, blocks }: ParsedNote): readonly { readonly line: number; readonly label: string }[] {
  return blocks.flatMap((block) => {
    const label = sideLabel(text, block);
    return label === undefined ? [] : [{ line: block.line, label }];
  });
}

function parked({ index, person, summary }: BriefBasis): readonly ReportEntry[] {
  const page = person.page === undefined ? undefined : index.note(person.page);
  const logs = summary.meetings.flatMap(partsOf).flatMap(({ note }) => (note.kind === 'log' ? [note] : []));
  const notes = new Set([...logs, ...(page ? [page] : [])]);
  return [...notes].map((note) => quotedFrom(note, (read) => parkedIn(note, read)));
}

/** A heading with this name inside a meeting belongs to that meeting. */
function parkedIn(note: Note, read: ParsedNote): readonly ReportEntry[] {
  const sections = parkedSections(read, note.meetings);
  return quoteTopics(note, read, (line) => isInRange(sections, line));
}
