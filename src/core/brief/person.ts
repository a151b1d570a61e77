import { type CivilDate, formatRelative } from '../dates/civilDate';
import { type DatedMeeting, partsOf } from '../index/listedFollowUp';
import { type MeetingRatings, ratingsLines } from '../note/ratings';
import { splitLines } from '../text/lines';
import { type PersonDetail, personDetails } from '../peopleView/format';
import { formatDrift, isMostlyStatus, sectionTopics } from '../peopleView/sectionBalance';
import { completedFrom, quoteAnswers, quotedFrom } from '../reports/quotations';
import type { ParsedNote } from '../note/parsedNote';
import type { NoteLine, ReportEntry, ReportSection } from '../reports/report';
import { type Message, message } from '../text/message';
import { type BriefBasis, briefSection } from './basis';
import type { Meeting } from '../note/note';
import { sectionAt } from '../questions/sections';
import { goalEntries, outcomeEntries } from '../reports/goalsAndChanges';
import { heldWith } from '../topics/heldMeetings';

/** Maximum number of answers from a meeting with one other person. */
const MOST_QUOTED = 5;
/** The middle of the scale of ratings. */
const MIDDLE = 5;
/** The details of a person's summary shown in a brief. */
const SHOWN: ReadonlySet<PersonDetail['kind']> = new Set(['lastMet', 'due', 'cadence', 'career', 'agenda']);

/**
 * Returns the facts about a person: the last and next meeting, the cadence, the last career discussion and the latest
 * ratings.
 */
export function personFacts(basis: BriefBasis): readonly ReportEntry[] {
  const { frameworks, today, lastMet } = basis;
  const { state } = basis.summary;
  const summary = { ...basis.summary, state: { ...state, ...(lastMet && { lastMet }) } };
  const drifts = formatDrift(summary.balance) !== '';
  const isShown = (kind: PersonDetail['kind']): boolean =>
    kind === 'lastMet' ? lastMet !== undefined : SHOWN.has(kind) || (kind === 'balance' && drifts);
  const details = personDetails(summary, frameworks, today).filter(({ kind }) => isShown(kind));
  return [
    ...intent(basis),
    ...details.map(({ kind, label, description }): ReportEntry => {
      const source = detailSource(kind, basis);
      const fact = { text: message('list.labeled', label, description), details: [], source, private: false };
      return kind === 'cadence' && source
        ? completedFrom(fact, (page) => ({ source: cadenceLine(page, source) }))
        : fact;
    }),
    ...careerStatus(basis),
    ...lastRatings(basis),
  ];
}

/** Returns what the reader wants to shape with the person, which the brief repeats until it is changed. */
function intent({ person: { shape, page } }: BriefBasis): readonly ReportEntry[] {
  if (shape === undefined) return [];
  const source = page === undefined ? undefined : { uri: page, line: 0 };
  return [{ text: message('brief.shape', shape), details: [], source, private: true }];
}

/** Returns the fact that the last career session was mostly status, however the other notes are. */
function careerStatus({ summary, career }: BriefBasis): readonly ReportEntry[] {
  const dated = summary.meetings.findLast(({ meeting }) => meeting.date === career?.last);
  if (!dated || !isMostlyStatus(sectionTopics(dated.meeting))) return [];
  const source = { uri: dated.note.uri, line: dated.meeting.line };
  return [{ text: message('brief.careerStatus'), details: [], source, private: false }];
}

function detailSource(kind: PersonDetail['kind'], basis: BriefBasis): NoteLine | undefined {
  const { summary, person, lastMet, career } = basis;
  const { state, meetings, timeline } = summary;
  switch (kind) {
    case 'lastMet':
    case 'balance':
      return meetingOn(lastMet, timeline);
    case 'due':
      return meetingOn(state.scheduled, timeline);
    case 'cadence':
      return person.page !== undefined && person.cadenceIn === 'page' ? { uri: person.page, line: 0 } : undefined;
    case 'career':
      return meetingOn(career?.last, meetings);
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

/**
 * Returns what was said in the last meeting with the person and one other, if it was held after the last 1:1. Private
 * lines are left out, as they may be about the other one.
 */
export function groupSection({ index, person, summary, past, bank, today }: BriefBasis): readonly ReportSection[] {
  const last = summary.timeline.findLast(({ meeting }) => meeting.date < today);
  const other = last && index.groupOf(last.note).find(({ key }) => key !== person.key);
  if (!last || !other || last.meeting.date === past.at(-1)?.meeting.date) return [];
  const said = quotedFrom(last.note, (note) =>
    quoteAnswers(last, { note, bank }, (answer) => !answer.private).slice(0, MOST_QUOTED),
  );
  return briefSection(message('brief.group', other.name, formatRelative(last.meeting.date, today)), [said]);
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
      ...(before && isStretched(before.ratings) && isStretched(last.ratings) ? [message('brief.stretched')] : []),
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

/** Tests whether ratings lie in the quarter of the chart with much challenge and little skill. */
function isStretched({ challenge, skill }: MeetingRatings): boolean {
  return challenge > MIDDLE && skill < MIDDLE;
}

function formatRatings({ challenge, skill }: MeetingRatings): Message {
  return message('list.and', challenge, skill);
}

/** Returns, when a career session is due, what was said in the last one, and the goals not mentioned for two months. */
export function careerSections(basis: BriefBasis): readonly ReportSection[] {
  const { person, past, career, bank, today } = basis;
  if (career?.isDue !== true) return [];
  const last = past.findLast(({ meeting }) => meeting.date === career.last);
  const details = [formatRelative(career.last ?? today, today)];
  const said = last
    ? [
        quotedFrom(last.note, (note) =>
          quoteAnswers(last, { note, bank }, ({ line }) => isTalk(last.meeting, line)).map((entry) => ({
            ...entry,
            details,
          })),
        ),
      ]
    : [];
  return [
    ...briefSection(message('brief.lastCareer'), said),
    ...briefSection(
      message('brief.forgottenGoals'),
      goalEntries(heldWith(person, past), { bank, today, withPrivate: true, onlyForgotten: true }),
    ),
  ];
}

/** Tests whether a line is part of the talk, not of the agenda or the follow-ups. */
function isTalk(meeting: Meeting, line: number): boolean {
  const kind = sectionAt(meeting, line)?.kind;
  return kind !== 'agenda' && kind !== 'followUps' && kind !== 'mine' && kind !== 'theirs';
}

/** Returns the small changes that were done: what came of them, or the question about it. */
export function changesSection({ person, past, bank, today }: BriefBasis): readonly ReportSection[] {
  return briefSection(
    message('brief.changes'),
    outcomeEntries(heldWith(person, past), { bank, today, withPrivate: true }),
  );
}
