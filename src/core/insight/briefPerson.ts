import { formatRelative, type CivilDate } from '../civilDate';
import type { DatedMeeting } from '../index/listedFollowUp';
import type { MeetingRatings } from '../note/ratings';
import { ratingsLines } from '../note/ratings';
import { formatDrift } from './balanceWords';
import type { BriefBasis, BriefEntry, NoteLine } from './briefEntry';
import { readText } from './briefWords';
import { sessionHistory } from './heldSessions';
import { personDetails, type PersonDetail } from './personWords';
import { careerGap } from './suggestedSession';

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
  const line = (textOf(page) ?? '').split(/\r\n|\n|\r/).findIndex((each) => /^(?:cadence|frequency)\s*:/i.test(each));
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
  const read = readText(last.note, basis);
  const { line, endLine } = last.meeting;
  const said = read
    ? ratingsLines(read.text, read.blocks).findLast((each) => each.ratings && each.line >= line && each.line <= endLine)
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
