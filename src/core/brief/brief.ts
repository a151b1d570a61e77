import { summarizePerson } from '../peopleView/summary';
import { type Report, reportSection, type ReportSection } from '../reports/report';
import type { BriefBasis, BriefRequest } from './basis';
import { closedSection, openSections } from './followUps';
import { personFacts, upwardSections } from './person';
import { revisitSection, unansweredSection, waitingSection } from './questions';

/** A part of a brief; sections without entries are left out. */
type BriefPart = (basis: BriefBasis) => readonly ReportSection[];

/** The parts in the order in which they are read. */
const PARTS: readonly BriefPart[] = [
  (basis) => reportSection({ id: 'facts', title: '', entries: personFacts(basis) }),
  openSections,
  closedSection,
  waitingSection,
  revisitSection,
  unansweredSection,
  upwardSections,
];

/** The report on what matters today before a meeting with a person. */
export function composeBrief(request: BriefRequest): Report {
  const { index, person, today } = request;
  const summary = summarizePerson(index, person, request);
  const past = summary.meetings.filter(({ meeting }) => meeting.date < today);
  const basis: BriefBasis = { ...request, summary, past };
  return { title: `Brief: ${person.name}`, introduction: [], sections: PARTS.flatMap((part) => part(basis)) };
}
