import { type CivilDate, daysBetween, formatDuration, formatRelative, shortDate } from '../dates/civilDate';
import type { Framework } from '../frameworks/framework';
import type { ListedFollowUp } from '../index/listedFollowUp';
import { careerGapOf, sessionHistory } from '../sessions/sessionHistory';
import { formatAgendaPoints, openCount, type PersonSummary, dateSoon } from './summary';
import { meetingStatus } from './cadence';
import { formatDrift, formatShares, isStatusHeavy } from './sectionBalance';
import { joinTexts, type Message, message, type Text } from '../text/message';

/** One detail about a person. */
export interface PersonDetail {
  readonly kind:
    'lastMet' | 'due' | 'dates' | 'cadence' | 'open' | 'oldest' | 'career' | 'sessions' | 'balance' | 'agenda';
  readonly label: Message;
  readonly description: Text;
}

const SHOWN_SESSIONS = 3;
const SHOWN_DATES = 3;

/** Formats a person's summary in one line: `overdue by 5 days · 4 open · status-heavy`. */
export function formatPerson(summary: PersonSummary, today: CivilDate): Text {
  const { state, balance, dates } = summary;
  const open = openCount(summary);
  return joinTexts('list.dot', [
    formatMeeting(state, today),
    open === 0 ? '' : message('person.open', open),
    isStatusHeavy(balance) ? message('person.statusHeavy') : '',
    dateSoon(dates, today)?.text ?? '',
  ]);
}

/** Formats the state of a person's meetings: `overdue by 5 days`. */
export function formatMeeting(state: PersonSummary['state'], today: CivilDate): Text {
  const { scheduled, lastMet, nextDue } = state;
  switch (meetingStatus(state)) {
    case 'away':
      return message('person.away');
    case 'scheduled':
      return scheduled ? message('person.nextNote', formatRelative(scheduled, today)) : '';
    case 'notMetLately':
      return lastMet ? message('person.lastMet', formatRelative(lastMet, today)) : '';
    case 'overdue':
      return message('person.overdueBy', formatDuration(state.overdueDays));
    case 'due':
    case 'fine':
      return nextDue ? message('person.due', formatRelative(nextDue, today)) : '';
    case 'never':
      return message('person.notMet');
  }
}

/** Returns all details about a person, one per line. Empty details are left out. */
export function personDetails(
  summary: PersonSummary,
  frameworks: readonly Framework[],
  today: CivilDate,
): readonly PersonDetail[] {
  const { person, state, cadence, timeline, oldest, balance, agenda } = summary;
  const { lastMet } = state;
  const details: readonly PersonDetail[] = [
    {
      kind: 'lastMet',
      label: message('label.lastMet'),
      description: lastMet ? message('list.comma', formatRelative(lastMet, today), shortDate(lastMet, today)) : '',
    },
    {
      kind: 'due',
      label: message('label.next'),
      description:
        person.awayUntil && state.away
          ? message('person.awayUntil', shortDate(person.awayUntil, today))
          : dueOn(summary, today),
    },
    { kind: 'dates', label: message('label.dates'), description: formatDates(summary) },
    { kind: 'cadence', label: message('label.cadence'), description: cadence.reason },
    {
      kind: 'open',
      label: message('label.open'),
      description: formatOpen(summary),
    },
    {
      kind: 'oldest',
      label: message('label.oldest'),
      description: oldest?.since ? formatOldest(oldest, daysBetween(oldest.since, today)) : '',
    },
    { kind: 'career', label: message('label.career'), description: formatCareer(summary, frameworks, today) },
    { kind: 'sessions', label: message('label.sessions'), description: formatSessions(timeline, frameworks) },
    { kind: 'agenda', label: message('label.agenda'), description: formatAgendaPoints(agenda, person.name) },
    { kind: 'balance', label: message('label.balance'), description: formatDrift(balance) || formatShares(balance) },
  ];
  return details.filter(({ description }) => description !== '');
}

function formatOpen(summary: PersonSummary): Text {
  const { openMine, openTheirs, openUnassigned } = summary;
  if (openCount(summary) === 0) return '';
  const owed = message('person.owed', openMine, openTheirs);
  return openUnassigned === 0 ? owed : message('list.comma', owed, message('person.unassigned', openUnassigned));
}

function formatDates({ dates }: PersonSummary): Text {
  const shown = dates.filter(({ private: isPrivate }) => !isPrivate).slice(0, SHOWN_DATES);
  return joinTexts(
    'list.dot',
    shown.map(({ text }) => text),
  );
}

function formatOldest({ followUp, note, text }: ListedFollowUp, days: number): Message {
  const words = message('list.comma', text, formatDuration(days));
  return followUp.private || note.private ? message('list.comma', words, message('followUp.private')) : words;
}

function dueOn({ state }: PersonSummary, today: CivilDate): Text {
  const day = state.scheduled ?? state.nextDue;
  if (!day || state.notMetLately) {
    return '';
  }
  const isPast = state.isDue && day < today;
  const id = state.scheduled ? 'person.noteFor' : isPast ? 'person.wasDue' : 'person.dueOn';
  return message(id, shortDate(day, today), formatRelative(day, today));
}

function formatCareer({ person, meetings }: PersonSummary, frameworks: readonly Framework[], today: CivilDate): Text {
  const { relation } = person;
  const gap = careerGapOf(meetings, { relation, frameworks, on: today });
  if (!gap) {
    return '';
  }
  const when = gap.last
    ? formatRelative(gap.last, today)
    : gap.days > 0
      ? message('person.noCareerIn', formatDuration(gap.days))
      : message('person.noCareer');
  return gap.isDue ? message('person.careerDue', when) : when;
}

/** Formats the frameworks used, the most common first. */
function formatSessions(timeline: PersonSummary['timeline'], frameworks: readonly Framework[]): Text {
  const counts = new Map<string | undefined, number>();
  for (const { framework } of sessionHistory(timeline, frameworks)) {
    const title = frameworks.find(({ id }) => id === framework)?.title;
    counts.set(title, (counts.get(title) ?? 0) + 1);
  }
  const common = [...counts].sort(([, a], [, b]) => b - a).slice(0, SHOWN_SESSIONS);
  return joinTexts(
    'list.comma',
    common.map(([title, count]) => message('person.session', count, title ?? message('person.noFramework'))),
  );
}

/**
 * Formats the status of a note's person in one line: `Jane Doe · met 3 days ago · 5 open`. Today's meeting is in
 * progress and does not count as met.
 */
export function formatPersonStatus(summary: PersonSummary, today: CivilDate): Text {
  const { person, timeline, dates } = summary;
  const met = timeline.findLast(({ meeting }) => meeting.date < today)?.meeting.date;
  const open = openCount(summary);
  return joinTexts('list.dot', [
    person.name,
    met ? message('person.met', formatRelative(met, today)) : message('person.first'),
    open === 0 ? message('person.nothingOpen') : message('person.open', open),
    dateSoon(dates, today)?.text ?? '',
  ]);
}
