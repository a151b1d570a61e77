import { type CivilDate, daysBetween, formatDuration, formatRelative, shortDate } from '../dates/civilDate';
import type { Framework } from '../frameworks/framework';
import { sessionHistory } from '../sessions/sessionHistory';
import { careerGap } from '../sessions/suggestion';
import { standingOf } from './cadence';
import { formatDrift, formatShares, isStatusHeavy } from './sectionBalance';
import type { PersonSummary } from './summary';

/** One detail about a person. */
export interface PersonDetail {
  readonly kind: 'lastMet' | 'due' | 'cadence' | 'open' | 'oldest' | 'career' | 'sessions' | 'balance';
  readonly label: string;
  readonly description: string;
}

const SHOWN_SESSIONS = 3;

/** Formats a person's summary in one line: `overdue by 5 days · 4 open · status-heavy`. */
export function formatPerson({ state, openMine, openTheirs, balance }: PersonSummary, today: CivilDate): string {
  const open = openMine + openTheirs;
  return [formatMeeting(state, today), open === 0 ? '' : `${open} open`, isStatusHeavy(balance) ? 'status-heavy' : '']
    .filter((part) => part !== '')
    .join(' · ');
}

function formatMeeting(state: PersonSummary['state'], today: CivilDate): string {
  const { scheduled, lastMet, nextDue } = state;
  switch (standingOf(state)) {
    case 'away':
      return 'away';
    case 'scheduled':
      return scheduled ? `next note ${formatRelative(scheduled, today)}` : '';
    case 'notMetLately':
      return lastMet ? `last met ${formatRelative(lastMet, today)}` : '';
    case 'overdue':
      return `overdue by ${formatDuration(state.overdueDays)}`;
    case 'due':
    case 'fine':
      return nextDue ? `due ${formatRelative(nextDue, today)}` : '';
    case 'never':
      return 'not met yet';
  }
}

/** Returns all details about a person, one per line. Empty details are left out. */
export function personDetails(
  summary: PersonSummary,
  frameworks: readonly Framework[],
  today: CivilDate,
): readonly PersonDetail[] {
  const { person, state, cadence, meetings, openMine, openTheirs, oldest, balance } = summary;
  const detail = (kind: PersonDetail['kind'], label: string, description: string): PersonDetail[] =>
    description === '' ? [] : [{ kind, label, description }];
  const due =
    person.awayUntil && state.away ? `away until ${shortDate(person.awayUntil, today)}` : dueOn(summary, today);
  return [
    ...detail(
      'lastMet',
      'Last met',
      state.lastMet ? `${formatRelative(state.lastMet, today)}, ${shortDate(state.lastMet, today)}` : '',
    ),
    ...detail('due', 'Next', due),
    ...detail('cadence', 'Cadence', cadence.reason),
    ...detail('open', 'Open', openMine + openTheirs === 0 ? '' : `${openMine} owed by you, ${openTheirs} by others`),
    ...detail(
      'oldest',
      'Oldest',
      oldest?.since ? `${oldest.followUp.text}, ${formatDuration(daysBetween(oldest.since, today))}` : '',
    ),
    ...detail('career', 'Career & well-being', formatCareer(summary, frameworks, today)),
    ...detail('sessions', 'Sessions', formatSessions(meetings, frameworks)),
    ...detail('balance', 'Balance', formatDrift(balance) || formatShares(balance)),
  ];
}

function dueOn({ state }: PersonSummary, today: CivilDate): string {
  const day = state.scheduled ?? state.nextDue;
  if (!day || state.notMetLately) {
    return '';
  }
  const verb = state.scheduled ? 'a note is there for' : state.isDue && day < today ? 'was due' : 'due';
  return `${verb} ${shortDate(day, today)}, ${formatRelative(day, today)}`;
}

function formatCareer({ person, meetings }: PersonSummary, frameworks: readonly Framework[], today: CivilDate): string {
  const { relation } = person;
  const gap = careerGap({ sessions: sessionHistory(meetings, frameworks), relation, frameworks, on: today });
  if (!gap) {
    return '';
  }
  const when = gap.last
    ? formatRelative(gap.last, today)
    : gap.days > 0
      ? `none in ${formatDuration(gap.days)}`
      : 'none yet';
  return gap.isDue ? `${when}, due` : when;
}

/** Formats the frameworks used, the most common first. */
function formatSessions(meetings: PersonSummary['meetings'], frameworks: readonly Framework[]): string {
  const counts = new Map<string, number>();
  for (const { framework } of sessionHistory(meetings, frameworks)) {
    const title = frameworks.find(({ id }) => id === framework)?.title ?? 'without a framework';
    counts.set(title, (counts.get(title) ?? 0) + 1);
  }
  const common = [...counts].sort(([, a], [, b]) => b - a);
  return common
    .slice(0, SHOWN_SESSIONS)
    .map(([title, count]) => `${count}× ${title}`)
    .join(', ');
}

/**
 * Formats the status of a note's person in one line: `Jane Doe · met 3 days ago · 5 open`. Today's meeting is in
 * progress and does not count as met.
 */
export function formatPersonStatus(
  { person, meetings, openMine, openTheirs }: PersonSummary,
  today: CivilDate,
): string {
  const met = meetings.findLast(({ meeting }) => meeting.date < today)?.meeting.date;
  const open = openMine + openTheirs;
  return [
    person.name,
    met ? `met ${formatRelative(met, today)}` : 'first 1:1',
    open === 0 ? 'nothing open' : `${open} open`,
  ].join(' · ');
}
