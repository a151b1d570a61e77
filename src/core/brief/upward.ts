import { partsOf } from '../index/listedFollowUp';
import { addDays, type CivilDate, formatRelative, shortDate } from '../dates/civilDate';
import type { FrameworkSection } from '../frameworks/framework';
import { MeetingOutline, parkedSections } from '../note/meetingOutline';
import { sectionName, sectionNames } from '../questions/sections';
import { quoteAnswers, quotedFrom, quoteTopics } from '../reports/quotations';
import { composedFrom, type ReportEntry, type ReportSection } from '../reports/report';
import {
  answersAbout,
  readStatements,
  urisOf,
  latestOf,
  type StatementSource,
  type Thread,
  threadsOf,
} from '../topics/statements';
import { message } from '../text/message';
import { heldWith } from '../topics/heldMeetings';
import { isInRange } from '../text/range';
import { type BriefBasis, briefSection } from './basis';

/** ID of the framework section about a manager's habits. */
const HABITS = 'anticipate';
/** Number of days after which an ask is no longer listed. */
const ASKED_DAYS = 180;

/**
 * Returns the sections for the reader's own manager: coming dates, what was asked, the latest notes under each heading
 * of managing up, and the manager's habits.
 */
export function upwardSections(basis: BriefBasis): readonly ReportSection[] {
  const framework = basis.frameworks.find(({ kind }) => kind === 'upward');
  if (basis.person.relation !== 'manager' || !framework) {
    return [];
  }
  const { sections } = framework;
  const habitsAt = sections.find(({ id }) => id === HABITS) ?? sections.at(-1);
  return [
    ...briefSection(message('brief.dates'), dateEntries(basis)),
    ...briefSection(message('brief.asked'), askEntries(basis)),
    ...sections.flatMap((section) => {
      const habits = section === habitsAt ? habitsOnPage(basis) : [];
      return briefSection(section.title, [...habits, ...saidLast(section, basis)]);
    }),
  ];
}

/** Returns the coming dates on the manager's page. */
function dateEntries({ summary }: BriefBasis): readonly ReportEntry[] {
  return summary.dates.map(({ text, uri, line, private: isPrivate }) => {
    return { text, details: [], source: { uri, line }, private: isPrivate };
  });
}

/** Returns what the reader asked of the manager, the latest first, with the answer below it. */
function askEntries({ past, person, bank, today }: BriefBasis): readonly ReportEntry[] {
  const since = addDays(today, -ASKED_DAYS);
  const recent = past.filter(({ meeting }) => meeting.date >= since);
  const sources = heldWith(person, recent)
    .map((held): StatementSource => {
      return { held, ranges: held.meeting.sections.flatMap((section) => answersAbout(section, 'ask', bank)) };
    })
    .filter(({ ranges }) => ranges.length > 0);
  if (sources.length === 0) return [];
  return [
    composedFrom(urisOf(sources), (noteOf) =>
      threadsOf(readStatements(sources, noteOf, { bank, today, withPrivate: true }))
        .toReversed()
        .map((thread) => askEntry(thread, today)),
    ),
  ];
}

function askEntry(thread: Thread, today: CivilDate): ReportEntry {
  const { words, uri, line } = latestOf(thread);
  const outcome = thread.findLast((each) => each.outcome !== '')?.outcome ?? '';
  return {
    text: words,
    details: [
      message('brief.since', shortDate(thread[0].date, today)),
      outcome === '' ? message('brief.notAnswered') : message('brief.answer', outcome),
    ],
    source: { uri, line },
    private: thread.some((each) => each.private),
  };
}

/** Returns the answers from the latest meeting with text in this section. */
function saidLast(section: FrameworkSection, { past, today, bank }: BriefBasis): readonly ReportEntry[] {
  const names = sectionNames(section);
  const isIt = ({ title }: { readonly title: string }): boolean => names.includes(sectionName(title));
  const parts = past.flatMap(partsOf);
  const last = parts.findLast(({ meeting }) => meeting.sections.some((each) => each.words > 0 && isIt(each)));
  if (!last) {
    return [];
  }
  const sections = last.meeting.sections.filter(isIt);
  const isInside = (at: number): boolean => sections.some(({ line, endLine }) => at >= line && at <= endLine);
  const details = [formatRelative(last.meeting.date, today)];
  return [
    quotedFrom(last.note, (note) =>
      quoteAnswers(last, { note, bank }, ({ line }) => isInside(line)).map((entry) => ({ ...entry, details })),
    ),
  ];
}

/**
 * Returns the topics in the sections of the manager's page, except *Next 1:1*. The text before the first section
 * introduces the person, unless the page has no sections.
 */
function habitsOnPage({ index, person }: BriefBasis): readonly ReportEntry[] {
  const page = person.page === undefined ? undefined : index.note(person.page);
  if (!page) {
    return [];
  }
  return [
    quotedFrom(page, (read) => {
      const parked = parkedSections(read, []);
      const first = MeetingOutline.inText(read).sections[0]?.line ?? 0;
      return quoteTopics(page, read, (at) => at >= first && !isInRange(parked, at));
    }),
  ];
}
