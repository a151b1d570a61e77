import { daysBetween, type CivilDate } from '../dates/civilDate';
import type { Framework, FrameworkKind } from '../frameworks/framework';
import type { Relation } from '../people/person';
import { type Message, message } from '../text/message';

/** What a meeting says of the session it was. */
export interface HeldSession {
  readonly date: CivilDate;
  /** The framework's id; `undefined` where the note names none. */
  readonly framework?: string;
  /** Whether anything was written in it. */
  readonly hasContent: boolean;
}

/** The session offered first for the next note, and why. */
export interface SuggestedSession {
  readonly framework: Framework;
  /** For the reader, as the end of a line: `41 days since the last one`. */
  readonly reason: Message;
}

/** What the suggestion rests on. */
export interface SuggestionRequest {
  /** All meetings with the person; those after `on` do not count. */
  readonly sessions: readonly HeldSession[];
  readonly relation?: Relation | undefined;
  /** In the order in which they are offered; the first regular one is the usual one of a new person. */
  readonly frameworks: readonly Framework[];
  readonly on: CivilDate;
}

/** From one session about career and well-being to the next. */
const CAREER_DAYS = 30;
/** The usual framework is the commonest of so many last sessions. */
const USUAL_OF = 6;
/** After so many usual sessions an exercise brings variety. */
const EXERCISE_AFTER = 4;

/** What can be the usual framework: the others have a day of their own, and would drive themselves. */
const USUAL_KINDS: readonly FrameworkKind[] = ['regular', 'visual', 'questions'];

/** Whether career is a subject to raise with somebody: with reports only, and not while the relation is unknown. */
function hasCareerSessions(relation: Relation | undefined): boolean {
  return relation === 'report';
}

/** How long ago the last session about career and well-being was. */
export interface CareerGap {
  readonly framework: Framework;
  /** The day of the last one in which anything was written; `undefined` when there was none. */
  readonly last?: CivilDate;
  /** Days since then, else since the first meeting. */
  readonly days: number;
  readonly isDue: boolean;
}

/** The career gap of a report on a day. `undefined` before the first meeting, and for everybody else. */
export function careerGap({ sessions, relation, frameworks, on }: SuggestionRequest): CareerGap | undefined {
  const framework = frameworks.find(({ kind }) => kind === 'career');
  const held = sessions.filter(({ date }) => date <= on);
  const last = held.findLast((session) => session.hasContent && kindOf(session, frameworks) === 'career');
  const since = (last ?? held[0])?.date;
  if (!hasCareerSessions(relation) || !framework || since === undefined) {
    return undefined;
  }
  const days = daysBetween(since, on);
  return { framework, ...(last && { last: last.date }), days, isDue: days >= CAREER_DAYS };
}

/** The session to offer first, or `undefined` when there is no framework to offer. */
export function suggestSession(request: SuggestionRequest): SuggestedSession | undefined {
  const sessions = request.sessions
    .filter(({ date }) => date <= request.on)
    .sort((one, other) => compareDates(one.date, other.date));
  const held = { ...request, sessions };
  const usual = usualFramework(held);
  return (
    managingUp(held) ??
    careerWhenDue(held) ??
    (usual && exerciseWhenDue(held, usual)) ??
    (usual && { framework: usual, reason: message(sessions.length === 0 ? 'session.first' : 'session.usual') })
  );
}

function managingUp({ relation, frameworks }: SuggestionRequest): SuggestedSession | undefined {
  const framework = relation === 'manager' ? frameworks.find(({ kind }) => kind === 'upward') : undefined;
  return framework && { framework, reason: message('session.ownManager') };
}

function careerWhenDue(request: SuggestionRequest): SuggestedSession | undefined {
  const gap = careerGap(request);
  if (!gap?.isDue) {
    return undefined;
  }
  return { framework: gap.framework, reason: formatCareerGap(gap) };
}

/** Words a gap: `41 days since the last one`. */
export function formatCareerGap({ last, days }: CareerGap): Message {
  return message(last ? 'session.daysSinceLast' : 'session.noneInDays', days);
}

function exerciseWhenDue({ sessions, frameworks }: SuggestionRequest, usual: Framework): SuggestedSession | undefined {
  const lastExercise = sessions.findLastIndex((session) => kindOf(session, frameworks) === 'exercise');
  const usualSince = sessions.slice(lastExercise + 1).filter(({ framework }) => framework === usual.id).length;
  const lastUsed = ({ id }: Framework): string => sessions.findLast(({ framework }) => framework === id)?.date ?? '';
  const [framework] = frameworks
    .filter(({ kind }) => kind === 'exercise')
    .sort((one, other) => compareDates(lastUsed(one), lastUsed(other)));
  if (!framework || usualSince < EXERCISE_AFTER) {
    return undefined;
  }
  return { framework, reason: message('session.variety', usualSince, usual.title) };
}

/** The commonest framework of the last sessions, of equally common ones the later; at first the first regular one. */
function usualFramework({ sessions, frameworks }: SuggestionRequest): Framework | undefined {
  const candidates = sessions.slice(-USUAL_OF).flatMap(({ framework }) => {
    const known = frameworks.find(({ id }) => id === framework);
    return known && USUAL_KINDS.includes(known.kind) ? [known] : [];
  });
  const timesUsed = (framework: Framework): number => candidates.filter((each) => each === framework).length;
  const [commonest] = candidates.toReversed().sort((one, other) => timesUsed(other) - timesUsed(one));
  return commonest ?? frameworks.find(({ kind }) => kind === 'regular');
}

function kindOf({ framework }: HeldSession, frameworks: readonly Framework[]): FrameworkKind | undefined {
  return frameworks.find(({ id }) => id === framework)?.kind;
}

/** The earlier one first; what was never, an empty text, before all others. */
function compareDates(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
