import { type CivilDate, shortDate } from '../dates/civilDate';
import type { Framework, FrameworkSection } from '../frameworks/framework';
import type { QuestionBank } from '../frameworks/questionBank';
import type { DatedMeeting } from '../index/listedFollowUp';
import type { Section } from '../note/note';
import type { Person } from '../people/person';
import { sectionName, sectionNames } from '../questions/sections';
import { quoteAnswers, quotedFrom } from '../reports/quotations';
import { type Report, type ReportEntry, reportSection, type ReportSection } from '../reports/report';
import { message } from '../text/message';

/** ID of the framework with the zones as its sections. */
const ZONE_OF_GENIUS = 'zone-of-genius';

/** What the history of the zones is composed from. */
interface ZonesRequest {
  readonly person: Person;
  /** The 1:1s with the person from the oldest. */
  readonly meetings: readonly DatedMeeting[];
  readonly frameworks: readonly Framework[];
  readonly bank: QuestionBank;
  readonly today: CivilDate;
}

interface ZonedMeeting {
  readonly dated: DatedMeeting;
  /** The sections of each zone, in the order of the zones. */
  readonly zones: readonly (readonly Section[])[];
}

/** Returns a person's zones of genius over time: how many words went into each zone, and what was said, the latest first. */
export function composeZones({ person, meetings, frameworks, bank, today }: ZonesRequest): Report {
  const zones = frameworks.find(({ id }) => id === ZONE_OF_GENIUS)?.sections ?? [];
  const held = meetings
    .filter(({ meeting }) => meeting.date <= today)
    .map((dated): ZonedMeeting => ({ dated, zones: zones.map((zone) => sectionsOf(zone, dated)) }))
    .filter((each) => each.zones.flat().some(({ words }) => words > 0));
  const quotations = zones.map((zone, at) =>
    reportSection({
      id: zone.id,
      title: zone.title,
      entries: held.toReversed().map((each) => quotesFrom(each, at, { bank, today })),
    }),
  );
  return {
    title: message('zones.title', person.name),
    introduction: held.length === 0 ? [message('zones.nothing')] : [],
    // What gives strength comes first.
    sections: [...wordsSection(zones, held, today), ...quotations.toReversed().flat()],
  };
}

function sectionsOf(zone: FrameworkSection, { meeting }: DatedMeeting): readonly Section[] {
  const names = new Set(sectionNames(zone));
  return meeting.sections.filter(({ title }) => names.has(sectionName(title)));
}

function wordsSection(
  zones: readonly FrameworkSection[],
  held: readonly ZonedMeeting[],
  today: CivilDate,
): readonly ReportSection[] {
  const rows = held.map(({ dated, zones: sections }) => ({
    dated,
    label: shortDate(dated.meeting.date, today),
    values: sections.map((each) => each.reduce((sum, { words }) => sum + words, 0)),
    isPrivate: dated.note.private || sections.flat().some((section) => section.private),
  }));
  const series = zones.map(({ title }) => title);
  return reportSection({
    id: 'words',
    title: message('zones.words'),
    entries: rows.map(({ dated, label, values, isPrivate }) => ({
      text: label,
      details: values.map(String),
      source: { uri: dated.note.uri, line: dated.meeting.line },
      private: isPrivate,
    })),
    table: { columns: [message('pulse.days'), ...series], picture: { kind: 'bars', series, rows } },
  });
}

/** Returns the words under the headings of a zone, with the day. */
function quotesFrom(
  { dated, zones }: ZonedMeeting,
  zone: number,
  { bank, today }: Pick<ZonesRequest, 'bank' | 'today'>,
): ReportEntry {
  const sections = zones[zone] ?? [];
  const isInside = (at: number): boolean => sections.some(({ line, endLine }) => at >= line && at <= endLine);
  const details = [shortDate(dated.meeting.date, today)];
  return quotedFrom(dated.note, (note) =>
    quoteAnswers(dated, { note, bank }, ({ line }) => isInside(line)).map((entry) => ({ ...entry, details })),
  );
}
