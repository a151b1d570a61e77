import { type Report, reportSection, type ReportSection } from '../reports/report';
import { message, joinTexts, type Text } from '../text/message';
import { type BriefBasis, briefBasis, type BriefRequest, briefSection } from './basis';
import { blockersSection, quietFacts, thankedSection } from './blockersAndThanks';
import { careerSections, changesSection, groupSection, personFacts } from './person';
import { closedSection, openSections, openEntry } from './followUps';
import { revisitSection, unansweredSection, waitingSection } from './questions';
import { upwardSections } from './upward';
import { daysBetween, formatDuration } from '../dates/civilDate';
import { compareFollowUps } from '../followUpList/groups';
import { isOverdue, type ListedFollowUp } from '../index/listedFollowUp';
import { isMine } from '../index/ownership';
import { sectionName } from '../questions/sections';
import { quoteAnswers, quotedFrom } from '../reports/quotations';

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
  return reportOf(briefBasis(request));
}

function reportOf(basis: BriefBasis): Report {
  return {
    title: message('brief.title', basis.person.name),
    introduction: [],
    sections: PARTS.flatMap((part) => part(basis)),
  };
}

/** Maximum number of follow-ups to open with, and of quotations from last time. */
const MOST = 3;
/** The sections quoted from last time, by their normalized titles. */
const QUOTED: ReadonlySet<string> = new Set(['people', 'on my mind']);

/**
 * Returns the brief about a person as a page to glance at: a headline, what to open with, the words of last time, then
 * the brief with its facts at the end. It is for the owner of the notes only: the headline counts private entries.
 */
export function composeBriefPage(request: BriefRequest): Report {
  const basis = briefBasis(request);
  const { title, sections } = reportOf(basis);
  const facts = sections.filter((section) => section.title === '');
  return {
    title,
    introduction: [headline(basis)],
    sections: [
      ...openWith(basis),
      ...lastTime(basis),
      ...sections.filter((section) => section.title !== ''),
      ...facts.map((section) => ({ ...section, title: message('brief.facts') })),
    ],
  };
}

/** Returns the situation in one line: `13 days since you met · you owe 3, one open 6 weeks · they owe 2`. */
function headline({ summary, today, index, person, lastMet, career }: BriefBasis): Text {
  const { openMine, openTheirs } = summary;
  const mine = index.followUpsOf(person.key).filter((item) => item.isOpen && isMine(item));
  const oldest = mine.map(({ since }) => (since ? daysBetween(since, today) : 0)).reduce((a, b) => Math.max(a, b), 0);
  const owed = message('brief.youOweCount', openMine);
  return joinTexts('list.dot', [
    lastMet ? message('brief.sinceMet', formatDuration(daysBetween(lastMet, today))) : message('person.first'),
    openMine === 0 ? '' : oldest > 0 ? message('brief.oldestOf', owed, formatDuration(oldest)) : owed,
    openTheirs === 0 ? '' : message('brief.theyOweCount', openTheirs),
    career?.isDue ? message('brief.careerDue') : '',
  ]);
}

/** Returns the overdue follow-ups, what the reader owes first. */
function openWith({ index, person, today }: BriefBasis): readonly ReportSection[] {
  const overdue = index.followUpsOf(person.key).filter((item) => isOverdue(item, today));
  const first = overdue.toSorted((a, b) => Number(isMine(b)) - Number(isMine(a)) || compareFollowUps(a, b));
  const entries = first.slice(0, MOST).map((item: ListedFollowUp) => openEntry(item, { today, isOwnerNamed: true }));
  return briefSection(message('brief.openWith'), entries);
}

/** Returns the words of the last meeting about the person and about what was on their mind. */
function lastTime({ past, bank }: BriefBasis): readonly ReportSection[] {
  const last = past.at(-1);
  const sections = last?.meeting.sections.filter(({ title }) => QUOTED.has(sectionName(title))) ?? [];
  if (!last || !sections.some(({ words }) => words > 0)) return [];
  const isInside = (at: number): boolean => sections.some(({ line, endLine }) => at >= line && at <= endLine);
  const quotes = quotedFrom(last.note, (note) =>
    quoteAnswers(last, { note, bank }, ({ line }) => isInside(line)).slice(0, MOST),
  );
  return briefSection(message('brief.lastTime'), [quotes]);
}
