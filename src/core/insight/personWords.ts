import { inWords, shortDate, span, daysBetween, type CivilDate } from '../civilDate';
import type { Framework } from '../framework/framework';
import { isStatusHeavy } from './balance';
import { driftInWords, sharesInWords } from './balanceWords';
import { standingOf } from './cadence';
import { heldSessions } from './heldSessions';
import type { PersonSummary } from './personSummary';
import { careerGap } from './suggestedSession';

/** One thing to know about a person, in words. */
export interface PersonDetail {
  readonly kind: 'lastMet' | 'due' | 'cadence' | 'open' | 'oldest' | 'career' | 'sessions' | 'balance';
  readonly label: string;
  readonly description: string;
}

const SHOWN_SESSIONS = 3;

/** How it stands with a person in one line: `overdue by 5 days · 4 open · status-heavy`. */
export function personInWords({ state, openMine, openTheirs, balance }: PersonSummary, today: CivilDate): string {
  const open = openMine + openTheirs;
  return [meetingInWords(state, today), open === 0 ? '' : `${open} open`, isStatusHeavy(balance) ? 'status-heavy' : '']
    .filter((part) => part !== '')
    .join(' · ');
}

function meetingInWords(state: PersonSummary['state'], today: CivilDate): string {
  const { scheduled, lastMet, nextDue } = state;
  switch (standingOf(state)) {
    case 'away':
      return 'away';
    case 'scheduled':
      return scheduled ? `next note ${inWords(scheduled, today)}` : '';
    case 'notMetLately':
      return lastMet ? `last met ${inWords(lastMet, today)}` : '';
    case 'overdue':
      return `overdue by ${span(state.overdueDays)}`;
    case 'due':
    case 'fine':
      return nextDue ? `due ${inWords(nextDue, today)}` : '';
    case 'never':
      return 'not met yet';
  }
}

/** All that is to be known about a person, one thing a line; what there is nothing to say about is left out. */
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
      state.lastMet ? `${inWords(state.lastMet, today)}, ${shortDate(state.lastMet, today)}` : '',
    ),
    ...detail('due', 'Next', due),
    ...detail('cadence', 'Cadence', cadence.reason),
    ...detail('open', 'Open', openMine + openTheirs === 0 ? '' : `${openMine} owed by you, ${openTheirs} by others`),
    ...detail(
      'oldest',
      'Oldest',
      oldest?.since ? `${oldest.followUp.text}, ${span(daysBetween(oldest.since, today))}` : '',
    ),
    ...detail('career', 'Career & well-being', careerInWords(summary, frameworks, today)),
    ...detail('sessions', 'Sessions', sessionsInWords(meetings, frameworks)),
    ...detail('balance', 'Balance', driftInWords(balance) || sharesInWords(balance)),
  ];
}

function dueOn({ state }: PersonSummary, today: CivilDate): string {
  const day = state.scheduled ?? state.nextDue;
  if (!day || state.notMetLately) {
    return '';
  }
  const verb = state.scheduled ? 'a note is there for' : state.isDue && day < today ? 'was due' : 'due';
  return `${verb} ${shortDate(day, today)}, ${inWords(day, today)}`;
}

function careerInWords(
  { person, meetings }: PersonSummary,
  frameworks: readonly Framework[],
  today: CivilDate,
): string {
  const { relation } = person;
  const gap = careerGap({ sessions: heldSessions(meetings, frameworks), relation, frameworks, on: today });
  if (!gap) {
    return '';
  }
  const when = gap.last ? inWords(gap.last, today) : gap.days > 0 ? `none in ${span(gap.days)}` : 'none yet';
  return gap.isDue ? `${when}, due` : when;
}

/** The frameworks used, the commonest first. */
function sessionsInWords(meetings: PersonSummary['meetings'], frameworks: readonly Framework[]): string {
  const counts = new Map<string, number>();
  for (const { framework } of heldSessions(meetings, frameworks)) {
    const title = frameworks.find(({ id }) => id === framework)?.title ?? 'without a framework';
    counts.set(title, (counts.get(title) ?? 0) + 1);
  }
  const common = [...counts].sort(([, a], [, b]) => b - a);
  return common
    .slice(0, SHOWN_SESSIONS)
    .map(([title, count]) => `${count}× ${title}`)
    .join(', ');
}
