import type { Framework } from '../frameworks/framework';
import { type DatedMeeting, partsOf } from '../index/listedFollowUp';
import type { NoteIndex } from '../index/noteIndex';
import type { Meeting } from '../note/note';
import { sectionName, sectionNames } from '../questions/sections';
import {
  type CareerGap,
  careerGap,
  suggestSession,
  type HeldSession,
  type SuggestedSession,
  type SuggestionRequest,
} from './suggestion';

/**
 * Minimum share of a framework's sections in a note without a named framework, for the note to count as a session of
 * it.
 */
const LEAST_SHARE = 0.5;
const FEWEST_SECTIONS = 2;

/** Returns the sessions of meetings, each with the framework that the note names or that its headings match. */
export function sessionHistory(
  meetings: readonly DatedMeeting[],
  frameworks: readonly Framework[],
): readonly HeldSession[] {
  return meetings.map((dated) => {
    const { meeting } = dated;
    const framework = frameworkOf(meeting, frameworks)?.id ?? meeting.framework;
    const hasContent = partsOf(dated).some((part) => part.meeting.sections.some(({ words }) => words > 0));
    return { date: meeting.date, hasContent, ...(framework !== undefined && { framework }) };
  });
}

/** Returns the career gap of a person by the meetings with that person: see `careerGap`. */
export function careerGapOf(
  meetings: readonly DatedMeeting[],
  request: Pick<SuggestionRequest, 'relation' | 'frameworks' | 'on'>,
): CareerGap | undefined {
  return careerGap({ ...request, sessions: sessionHistory(meetings, request.frameworks) });
}

/** Returns the suggested session for the next meeting with the person `key`, or `undefined` without frameworks. */
export function suggestedSession(
  index: NoteIndex,
  key: string,
  { frameworks, on }: Pick<SuggestionRequest, 'frameworks' | 'on'>,
): SuggestedSession | undefined {
  const sessions = sessionHistory(index.meetingsWith(key), frameworks);
  const person = index.people.get(key);
  return suggestSession({ sessions, relation: person?.relation, person, frameworks, on });
}

/** Tests whether a career session with the person `key` would be due if the person, whose relation is unknown, were a report. */
export function mayBeDueForCareer(
  index: NoteIndex,
  key: string,
  { frameworks, on }: Pick<SuggestionRequest, 'frameworks' | 'on'>,
): boolean {
  const person = index.people.get(key);
  if (!person || person.relation) return false;
  return careerGapOf(index.meetingsWith(key), { relation: 'report', frameworks, on })?.isDue === true;
}

/** Returns the framework of a meeting by its name or headings, or `undefined`. */
function frameworkOf(meeting: Meeting, frameworks: readonly Framework[]): Framework | undefined {
  if (meeting.framework !== undefined) {
    return frameworks.find(({ id }) => id === meeting.framework);
  }
  const titles = new Set(meeting.sections.map(({ title }) => sectionName(title)));
  let best: Framework | undefined;
  let bestShare = 0;
  for (const framework of frameworks) {
    const found = framework.sections.filter((section) => sectionNames(section).some((name) => titles.has(name))).length;
    const share = found / framework.sections.length;
    if (found >= FEWEST_SECTIONS && share >= LEAST_SHARE && share > bestShare) {
      best = framework;
      bestShare = share;
    }
  }
  return best;
}
