import { type CivilDate, formatRelative } from '../dates/civilDate';
import { type DatedMeeting, partsOf } from '../index/listedFollowUp';
import { type MeetingRatings, ratingsLines } from '../note/ratings';
import { splitLines } from '../text/lines';
import { type PersonDetail, personDetails } from '../peopleView/format';
import { formatDrift } from '../peopleView/sectionBalance';
import { completedFrom } from '../reports/noteQuotes';
import type { ParsedNote } from '../note/parsedNote';
import type { NoteLine, ReportEntry } from '../reports/report';
import { sessionHistory } from '../sessions/sessionHistory';
import { careerGap } from '../sessions/suggestion';
import { type Message, message } from '../text/message';
import type { BriefBasis } from './basis';

/** The details of a person's summary shown in a brief. */
const SHOWN: ReadonlySet<PersonDetail['kind']> = new Set(['lastMet', 'due', 'cadence', 'career', 'agenda']);

/**
 * Returns the facts about a person: the last and next meeting, the cadence, the last career discussion and the latest
 * ratings.
 */
export function personFacts(basis: BriefBasis): readonly ReportEntry[] {
  const { summary, frameworks, today } = basis;
  const drifts = formatDrift(summary.balance) !== '';
  const isShown = (kind: PersonDetail['kind']): boolean => SHOWN.has(kind) || (kind === 'balance' && drifts);
  const details = personDetails(summary, frameworks, today).filter(({ kind }) => isShown(kind));
  return [
    ...details.map(({ kind, label, description }): ReportEntry => {
      const source = detailSource(kind, basis);
      const fact = { text: message('list.labeled', label, description), details: [], source, private: false };
      return kind === 'cadence' && source
        ? completedFrom(fact, (page) => ({ source: cadenceLine(page, source) }))
        : fact;
    }),
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
      return person.page !== undefined && person.cadenceIn === 'page' ? { uri: person.page, line: 0 } : undefined;
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

function cadenceLine({ text }: ParsedNote, { uri }: NoteLine): NoteLine {
  const line = splitLines(text).findIndex((each) => /^(?:cadence|frequency)\s*:/i.test(each));
  return { uri, line: Math.max(0, line) };
}

function meetingOn(date: CivilDate | undefined, meetings: readonly DatedMeeting[]): NoteLine | undefined {
  const dated = meetings.findLast(({ meeting }) => meeting.date === date);
  return dated && { uri: dated.note.uri, line: dated.meeting.line };
}

/** Returns the latest ratings, with the previous ones as a detail. */
function lastRatings({ summary, today }: BriefBasis): readonly ReportEntry[] {
  const rated = summary.meetings
    .flatMap(partsOf)
    .flatMap(({ meeting, note }) =>
      meeting.ratings && meeting.date <= today ? [{ meeting, note, ratings: meeting.ratings }] : [],
    );
  const [before, last] = [rated.at(-2), rated.at(-1)];
  if (!last) {
    return [];
  }
  const { uri } = last.note;
  const { line, endLine, date } = last.meeting;
  const fact = {
    text: message('brief.ratings', formatRatings(last.ratings)),
    details: [
      formatRelative(date, today),
      ...(before
        ? [message('brief.ratingsBefore', formatRatings(before.ratings), formatRelative(before.meeting.date, today))]
        : []),
    ],
    source: { uri, line },
    private: last.ratings.private || (before?.ratings.private ?? false),
  };
  return [
    completedFrom(fact, (read) => {
      const rating = ratingsLines(read).findLast((each) => each.ratings && each.line >= line && each.line <= endLine);
      return rating && { source: { uri, line: rating.line } };
    }),
  ];
}

function formatRatings({ challenge, skill }: MeetingRatings): Message {
  return message('list.and', challenge, skill);
}
