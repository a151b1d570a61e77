import { type Report, reportSection, type ReportSection } from '../reports/report';
import { message } from '../text/message';
import { type BriefBasis, briefBasis, type BriefRequest } from './basis';
import { blockersSection, quietFacts, thankedSection } from './blockersAndThanks';
import { careerSections, changesSection } from './development';
import { closedSection, openSections } from './followUps';
import { groupSection, personFacts } from './person';
import { revisitSection, unansweredSection, waitingSection } from './questions';
import { upwardSections } from './upward';

/** A part of a brief. Sections without entries are omitted. */
type BriefPart = (basis: BriefBasis) => readonly ReportSection[];

/** The parts of a brief in reading order. */
const PARTS: readonly BriefPart[] = [
  (basis) => reportSection({ id: 'facts', title: '', entries: [...personFacts(basis), ...quietFacts(basis)] }),
  careerSections,
  groupSection,
  openSections,
  closedSection,
  waitingSection,
  revisitSection,
  blockersSection,
  thankedSection,
  changesSection,
  unansweredSection,
  upwardSections,
];

/** Returns the brief about a person: a report that prepares the next meeting. */
export function composeBrief(request: BriefRequest): Report {
  const basis = briefBasis(request);
  return {
    title: message('brief.title', request.person.name),
    introduction: [],
    sections: PARTS.flatMap((part) => part(basis)),
  };
}
