import type { CivilDate } from '../dates/civilDate';
import type { Framework } from '../frameworks/framework';
import type { QuestionBank } from '../frameworks/questionBank';
import type { DatedMeeting } from '../index/listedFollowUp';
import type { NoteIndex } from '../index/noteIndex';
import type { Person } from '../people/person';
import type { PersonSummary } from '../peopleView/summary';
import { type ReportEntry, reportSection, type ReportSection } from '../reports/report';

/** The person that a brief is about, and the data that it is composed from. */
export interface BriefRequest {
  readonly index: NoteIndex;
  readonly person: Person;
  readonly frameworks: readonly Framework[];
  readonly bank: QuestionBank;
  readonly today: CivilDate;
  /** Days between two meetings by the setting, for a person without a rhythm yet. */
  readonly fallbackDays: number;
}

/** The data that every part of a brief is composed from. */
export interface BriefBasis extends BriefRequest {
  readonly summary: PersonSummary;
  /** The meetings before today, oldest first: a meeting of today is the one to prepare. */
  readonly past: readonly DatedMeeting[];
}

/** Maximum number of entries of a section. The views list all. */
const MAX_ENTRIES = 20;

/** A section of a brief. */
export function briefSection(title: string, entries: readonly ReportEntry[]): readonly ReportSection[] {
  return reportSection({ id: title, title, entries }, [MAX_ENTRIES]);
}
