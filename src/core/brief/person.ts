import { type CivilDate, formatRelative } from '../dates/civilDate';
import type { FrameworkSection } from '../frameworks/framework';
import type { DatedMeeting } from '../index/listedFollowUp';
import { type MeetingRatings, ratingsLines } from '../note/ratings';
import { parkedSections } from '../note/meetingOutline';
import { type PersonDetail, personDetails } from '../peopleView/format';
import { formatDrift } from '../peopleView/sectionBalance';
import { sectionName, sectionNames } from '../questions/sections';
import { type BriefBasis, type BriefEntry, briefSection, type BriefSection, type NoteLine } from '../reports/entries';
import { sessionHistory } from '../sessions/sessionHistory';
import { careerGap } from '../sessions/suggestion';
import { splitLines } from '../text/lines';
import { hasLine, isInRange } from '../text/range';
import { parsedText, saidEntries, topicsIn } from './words';

/** The section that keeps what is known of a manager's habits. */
const HABITS = 'anticipate';

/** For the reader's own manager: what was said last under each heading of managing up, and the manager's habits. */
export function upwardSections(basis: BriefBasis): readonly BriefSection[] {
  const framework = basis.frameworks.find(({ kind }) => kind === 'upward');
  if (basis.person.relation !== 'manager' || !framework) {
    return [];
  }
  const { sections } = framework;
  const habitsAt = sections.find(({ id }) => id === HABITS) ?? sections.at(-1);
  return sections.map((section) => {
    const habits = section === habitsAt ? habitsOnPage(basis) : [];
    return briefSection(section.title, [...habits, ...saidLast(section, basis)]);
  });
}

/** What was said the last time that anything was written in the section. */
function saidLast(section: FrameworkSection, basis: BriefBasis): readonly BriefEntry[] {
  const { past, today } = basis;
  const names = sectionNames(section);
  const isIt = ({ title }: { readonly title: string }): boolean => names.includes(sectionName(title));
  const last = past.findLast(({ meeting }) => meeting.sections.some((each) => each.words > 0 && isIt(each)));
  const standing = last?.meeting.sections.filter(isIt) ?? [];
  const isInside = (at: number): boolean => standing.some(({ line, endLine }) => at >= line && at <= endLine);
  return last
    ? saidEntries(last, basis, ({ line }) => isInside(line)).map((entry) => ({
        ...entry,
        details: [formatRelative(last.meeting.date, today)],
      }))
    : [];
}

/** What the manager's page says, what is parked there aside. */
function habitsOnPage(basis: BriefBasis): readonly BriefEntry[] {
  const { index, person } = basis;
  const page = person.page === undefined ? undefined : index.note(person.page);
  const read = page && parsedText(page, basis);
  if (!read) {
    return [];
  }
  const parked = parkedSections(read, []);
  return topicsIn(page, read, (at) => !isInRange(parked, at));
}

/** Of all that is known of how it stands with a person, what a brief begins with. */
const SHOWN: ReadonlySet<PersonDetail['kind']> = new Set(['lastMet', 'due', 'cadence', 'career']);

/** When the two met and will meet, how long ago career was the subject, and how the work was rated last. */
export function briefHeader(basis: BriefBasis): readonly BriefEntry[] {
  const { summary, frameworks, today } = basis;
  const drifts = formatDrift(summary.balance) !== '';
  const isShown = (kind: PersonDetail['kind']): boolean => SHOWN.has(kind) || (kind === 'balance' && drifts);
  const details = personDetails(summary, frameworks, today).filter(({ kind }) => isShown(kind));
  return [
    ...details.map(({ kind, label, description }) => ({
      words: `${label}: ${description}`,
      details: [],
      at: detailSource(kind, basis),
      private: false,
    })),
    ...lastRatings(basis),
  ];
}

function detailSource(kind: PersonDetail['kind'], basis: BriefBasis): NoteLine | undefined {
  const { summary, person, frameworks, today } = basis;
  const { state, meetings } = summary;
  switch (kind) {
    case 'lastMet':
    case 'balance':
      return meetingOn(state.lastMet, meetings);
    case 'due':
      return meetingOn(state.scheduled, meetings);
    case 'cadence':
      return person.page !== undefined && person.cadenceIn === 'page' ? cadenceLine(person.page, basis) : undefined;
    case 'career':
      return meetingOn(
        careerGap({ sessions: sessionHistory(meetings, frameworks), relation: person.relation, frameworks, on: today })
          ?.last,
        meetings,
      );
    default:
      return undefined;
  }
}

function cadenceLine(page: string, { textOf }: BriefBasis): NoteLine {
  const line = splitLines(textOf(page) ?? '').findIndex((each) => /^(?:cadence|frequency)\s*:/i.test(each));
  return { uri: page, line: Math.max(0, line) };
}

function meetingOn(date: CivilDate | undefined, meetings: readonly DatedMeeting[]): NoteLine | undefined {
  const dated = meetings.findLast(({ meeting }) => meeting.date === date);
  return dated && { uri: dated.note.uri, line: dated.meeting.line };
}

/** The ratings said last, and those before them. */
function lastRatings(basis: BriefBasis): BriefEntry[] {
  const { summary, today } = basis;
  const rated = summary.meetings.flatMap(({ meeting, note }) =>
    meeting.ratings && meeting.date <= today ? [{ meeting, note, ratings: meeting.ratings }] : [],
  );
  const [before, last] = [rated.at(-2), rated.at(-1)];
  if (!last) {
    return [];
  }
  const read = parsedText(last.note, basis);
  const { line } = last.meeting;
  const said = read
    ? ratingsLines(read).findLast((each) => each.ratings && hasLine(last.meeting, each.line))
    : undefined;
  return [
    {
      words: `Challenge and skill: ${inNumbers(last.ratings)}`,
      details: [
        formatRelative(last.meeting.date, today),
        ...(before ? [`before that ${inNumbers(before.ratings)}, ${formatRelative(before.meeting.date, today)}`] : []),
      ],
      at: { uri: last.note.uri, line: said?.line ?? line },
      private: last.ratings.private || (before?.ratings.private ?? false),
    },
  ];
}

function inNumbers({ challenge, skill }: MeetingRatings): string {
  return `${challenge} and ${skill}`;
}
