import { formatRelative } from '../civilDate';
import type { Note } from '../note/note';
import { headedSections } from '../note/headedSections';
import { briefSection, type BriefBasis, type BriefEntry, type BriefSection } from './briefEntry';
import { readText, topicsIn } from './briefWords';

/** What waits for this meeting: on the agenda of a note that is there for it, and under *Next 1:1* of a log or a page. */
export function waitingSection(basis: BriefBasis): BriefSection {
  return briefSection('Waiting for this 1:1', [...onAgenda(basis), ...parked(basis)]);
}

function onAgenda(basis: BriefBasis): readonly BriefEntry[] {
  const { summary, today } = basis;
  const next = summary.meetings.find(({ meeting }) => meeting.date >= today);
  const agendas = next?.meeting.sections.filter(({ kind }) => kind === 'agenda') ?? [];
  const read = next && agendas.length > 0 ? readText(next.note, basis) : undefined;
  if (!next || !read) {
    return [];
  }
  const isOnAgenda = (at: number): boolean => agendas.some(({ line, endLine }) => at > line && at <= endLine);
  const details = [`in the note for ${formatRelative(next.meeting.date, today)}`];
  return topicsIn(read, isOnAgenda).map((entry) => ({ ...entry, details }));
}

function parked(basis: BriefBasis): readonly BriefEntry[] {
  const { index, person, summary } = basis;
  const page = person.page === undefined ? undefined : index.note(person.page);
  const logs = summary.meetings.filter(({ note }) => note.kind === 'log').map(({ note }) => note);
  return [...new Set([...logs, ...(page ? [page] : [])])].flatMap((note) => parkedIn(note, basis));
}

/** A heading of that name within a meeting is about that meeting. */
function parkedIn(note: Note, basis: BriefBasis): readonly BriefEntry[] {
  const read = readText(note, basis);
  if (!read) {
    return [];
  }
  const sections = headedSections(read.text, read.blocks).filter(
    ({ kind, line }) =>
      kind === 'next' && !note.meetings.some((meeting) => line >= meeting.line && line <= meeting.endLine),
  );
  return topicsIn(read, (at) => sections.some(({ headingEndLine, endLine }) => at > headingEndLine && at <= endLine));
}
