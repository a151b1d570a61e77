import type { CivilDate } from '../dates/civilDate';
import type { DatedMeeting } from '../index/listedFollowUp';
import type { Meeting } from '../note/note';
import type { PeopleDirectory } from '../people/directory';
import { countedMessage, joinTexts, message, type Text } from '../text/message';

/** Numbers of points on agendas with a list for each side: the person's and all. */
export interface AgendaPoints {
  /** On the agenda of the next 1:1. */
  readonly waiting: { readonly theirs: number; readonly all: number };
  /** On the agendas of the last 1:1s. */
  readonly lately: { readonly theirs: number; readonly all: number };
}

/** Number of past 1:1s whose points are counted. */
const MEETINGS_COUNTED = 3;

/** Counts the points on the agendas of a person's 1:1s, oldest first. */
export function agendaPoints(
  meetings: readonly DatedMeeting[],
  people: PeopleDirectory,
  today: CivilDate,
): AgendaPoints {
  const next = meetings.find(({ meeting }) => meeting.date >= today);
  const past = meetings.filter(({ meeting }) => meeting.date < today && hasSides(meeting)).slice(-MEETINGS_COUNTED);
  return { waiting: pointsIn(next ? [next] : [], people), lately: pointsIn(past, people) };
}

function hasSides({ sections }: Meeting): boolean {
  return sections.some(({ sides }) => sides !== undefined);
}

function pointsIn(meetings: readonly DatedMeeting[], people: PeopleDirectory): AgendaPoints['waiting'] {
  const sides = meetings.flatMap(({ meeting }) => meeting.sections.flatMap(({ sides = [] }) => sides));
  const sum = (counted: typeof sides): number => counted.reduce((total, { points }) => total + points, 0);
  return { theirs: sum(sides.filter(({ label }) => !people.isMe(label))), all: sum(sides) };
}

/** Formats the points in words: `2 points wait, 1 of them Jane’s; 2 of the last 9 points are Jane’s`. */
export function formatAgendaPoints({ waiting, lately }: AgendaPoints, name: string): Text {
  return joinTexts('list.dot', [
    waiting.all > 0 ? countedMessage('agenda.waiting', waiting.all, waiting.theirs, name) : '',
    lately.all > 0 ? message('agenda.lately', lately.theirs, lately.all, name) : '',
  ]);
}
