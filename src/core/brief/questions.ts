import { addDays, formatRelative } from '../dates/civilDate';
import type { DatedMeeting } from '../index/listedFollowUp';
import type { Note, Prompt, Section } from '../note/note';
import { parkedSections } from '../note/meetingOutline';
import { questionText } from '../questions/recordedAnswers';
import { type BriefBasis, type BriefEntry, briefSection, type BriefSection } from '../reports/entries';
import { isInRange } from '../text/range';
import { parsedText, saidEntries, topicsIn } from './words';

/** An unanswered question of an older meeting than these is left to the rotation. */
const MEETINGS_LOOKED_AT = 2;
/** After so many days nobody means to come back to it. */
const REVISIT_DAYS = 90;

/** A question that stands in a meeting. */
interface StandingPrompt {
  readonly dated: DatedMeeting;
  readonly section: Section;
  readonly prompt: Prompt;
}

/** The questions that stood in one of the last meetings and were not answered since, the latest first. */
export function unansweredSection({ past, bank, today }: BriefBasis): BriefSection {
  const seen = new Set<number>();
  const entries: BriefEntry[] = [];
  for (const dated of past.slice(-MEETINGS_LOOKED_AT).toReversed()) {
    const prompts = promptsIn(dated);
    const answered = new Set(prompts.filter(({ prompt }) => prompt.answered).map(({ prompt }) => prompt.question));
    for (const { section, prompt } of prompts) {
      if (!seen.has(prompt.question) && !answered.has(prompt.question)) {
        entries.push({
          words: questionText(prompt.question, bank),
          details: [`offered ${formatRelative(dated.meeting.date, today)}`],
          at: { uri: dated.note.uri, line: prompt.line },
          private: section.private,
        });
      }
      seen.add(prompt.question);
    }
  }
  return briefSection('Offered, not answered', entries);
}

/** What was answered last to the questions about what to come back to. */
export function revisitSection(basis: BriefBasis): BriefSection {
  const { past, bank, today } = basis;
  const since = addDays(today, -REVISIT_DAYS);
  const latest = new Map<number, StandingPrompt>();
  for (const standing of past.filter(({ meeting }) => meeting.date >= since).flatMap(promptsIn)) {
    const { prompt } = standing;
    if (prompt.answered && bank.topicOf(prompt.question) === 'revisit') {
      latest.set(prompt.question, standing);
    }
  }
  const entries = [...latest.values()].toReversed().map((standing) => revisitEntry(standing, basis));
  return briefSection('To be revisited', entries);
}

function revisitEntry({ dated, section, prompt }: StandingPrompt, basis: BriefBasis): BriefEntry {
  const question = questionText(prompt.question, basis.bank);
  const [said] = saidEntries(dated, basis, ({ line }) => line === prompt.answerLine);
  const unread = { words: question, at: { uri: dated.note.uri, line: prompt.answerLine }, private: section.private };
  return { ...(said ?? unread), details: [formatRelative(dated.meeting.date, basis.today)] };
}

function promptsIn(dated: DatedMeeting): StandingPrompt[] {
  return dated.meeting.sections.flatMap((section) => section.prompts.map((prompt) => ({ dated, section, prompt })));
}

/** What waits for this meeting: on the agenda of a note that is there for it, and under *Next 1:1* of a log or a page. */
export function waitingSection(basis: BriefBasis): BriefSection {
  return briefSection('Waiting for this 1:1', [...onAgenda(basis), ...parked(basis)]);
}

function onAgenda(basis: BriefBasis): readonly BriefEntry[] {
  const { summary, today } = basis;
  const next = summary.meetings.find(({ meeting }) => meeting.date >= today);
  const agendas = next?.meeting.sections.filter(({ kind }) => kind === 'agenda') ?? [];
  const read = next && agendas.length > 0 ? parsedText(next.note, basis) : undefined;
  if (!next || !read) {
    return [];
  }
  const isOnAgenda = (at: number): boolean => agendas.some(({ line, endLine }) => at > line && at <= endLine);
  const details = [`in the note for ${formatRelative(next.meeting.date, today)}`];
  return topicsIn(next.note, read, isOnAgenda).map((entry) => ({ ...entry, details }));
}

function parked(basis: BriefBasis): readonly BriefEntry[] {
  const { index, person, summary } = basis;
  const page = person.page === undefined ? undefined : index.note(person.page);
  const logs = summary.meetings.filter(({ note }) => note.kind === 'log').map(({ note }) => note);
  return [...new Set([...logs, ...(page ? [page] : [])])].flatMap((note) => parkedIn(note, basis));
}

function parkedIn(note: Note, basis: BriefBasis): readonly BriefEntry[] {
  const read = parsedText(note, basis);
  const sections = read ? parkedSections(read, note.meetings) : [];
  return read ? topicsIn(note, read, (line) => isInRange(sections, line)) : [];
}
