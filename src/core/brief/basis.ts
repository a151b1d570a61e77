import type { CivilDate } from '../dates/civilDate';
import type { Framework } from '../frameworks/framework';
import type { QuestionBank } from '../frameworks/questionBank';
import type { DatedMeeting } from '../index/listedFollowUp';
import type { NoteIndex } from '../index/noteIndex';
import type { Person } from '../people/person';
import { type PersonSummary, summarizePerson, type SummaryDay } from '../peopleView/summary';
import { type ReportEntry, reportSection, type ReportSection } from '../reports/report';
import { careerGapOf } from '../sessions/sessionHistory';
import type { CareerGap } from '../sessions/suggestion';
import { type Text, wordMessage } from '../text/message';

/** The person of a brief and the data to compose it from. */
export interface BriefRequest {
  readonly index: NoteIndex;
  readonly person: Person;
  readonly frameworks: readonly Framework[];
  readonly bank: QuestionBank;
  readonly today: CivilDate;
  /** Number of days between meetings from the setting, for a person without a known cadence. */
  readonly fallbackDays: SummaryDay['fallbackDays'];
}

/** The data shared by all parts of a brief. */
export interface BriefBasis extends BriefRequest {
  readonly summary: PersonSummary;
  /** The meetings before today, oldest first. A meeting today is the one to prepare. */
  readonly past: readonly DatedMeeting[];
  /** The day of the last meeting before today, groups of three included. */
  readonly lastMet: CivilDate | undefined;
  /** The last career session and whether the next one is due, or `undefined` without such sessions. */
  readonly career: CareerGap | undefined;
}

/** Returns the data shared by all parts of a brief. */
export function briefBasis(request: BriefRequest): BriefBasis {
  const summary = summarizePerson(request.index, request.person, request);
  const { person, frameworks, today } = request;
  const isPast = ({ meeting }: DatedMeeting): boolean => meeting.date < today;
  return {
    ...request,
    summary,
    past: summary.meetings.filter(isPast),
    lastMet: summary.timeline.findLast(isPast)?.meeting.date,
    career: careerGapOf(summary.meetings, { relation: person.relation, frameworks, on: today }),
  };
}

/** Maximum number of entries in a section. The views list all. */
const MAX_ENTRIES = 20;

/** Returns a section of a brief, or nothing without entries. */
export function briefSection(title: Text, entries: readonly ReportEntry[]): readonly ReportSection[] {
  return reportSection({ id: wordMessage(title), title, entries }, [MAX_ENTRIES]);
}
