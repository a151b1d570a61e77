import { compareText } from '../text/collections';
import { daysBetween, type CivilDate, addDays, formatRelative } from '../dates/civilDate';
import { type Framework, type FrameworkKind, isFor, isMadeFor } from '../frameworks/framework';
import type { Relation, Person } from '../people/person';
import { type Message, message } from '../text/message';

/** A past meeting and its framework. */
export interface HeldSession {
  readonly date: CivilDate;
  /** The framework's id, or `undefined` if it is not known. */
  readonly framework?: string;
  /** Whether the note has any content. */
  readonly hasContent: boolean;
}

/** The suggested session for the next note, and the reason. */
export interface SuggestedSession {
  readonly framework: Framework;
  /** The reason for the user, shown at the end of a line: `41 days since the last one`. */
  readonly reason: Message;
}

/** The input for a suggestion. */
export interface SuggestionRequest {
  /** All meetings with the person. Those after `on` are ignored. */
  readonly sessions: readonly HeldSession[];
  readonly relation?: Relation | undefined;
  /** The person's dates, if known. They call for sessions of their own. */
  readonly person?: StagePerson | undefined;
  /** The available frameworks in the order of the picker. The first regular one is the default for a new person. */
  readonly frameworks: readonly Framework[];
  readonly on: CivilDate;
}

/** Number of days between career sessions. */
const CAREER_DAYS = 30;
/** Number of most recent sessions considered for the usual framework. */
const USUAL_OF = 6;
/** Number of usual sessions before an exercise is suggested. */
const EXERCISE_AFTER = 4;

/** The kinds of the usual framework. Other kinds have their own schedule. */
const USUAL_KINDS: readonly FrameworkKind[] = ['regular', 'visual', 'questions'];

/** The time since the last career session. */
export interface CareerGap {
  readonly framework: Framework;
  /** The date of the last career session with content, or `undefined`. */
  readonly last?: CivilDate;
  /** Number of days since then, or else since the first meeting. */
  readonly days: number;
  readonly isDue: boolean;
}

/**
 * Returns the career gap of a person on a day. Returns `undefined` before the first meeting, and for people without a
 * career framework: it is meant for reports.
 */
export function careerGap({ sessions, relation, frameworks, on }: SuggestionRequest): CareerGap | undefined {
  const framework = frameworks.find((each) => each.kind === 'career' && isMadeFor(each, relation));
  const held = sessions.filter(({ date }) => date <= on);
  const last = held.findLast((session) => session.hasContent && kindOf(session, frameworks) === 'career');
  const since = (last ?? held[0])?.date;
  if (!framework || since === undefined) {
    return undefined;
  }
  const days = daysBetween(since, on);
  return { framework, ...(last && { last: last.date }), days, isDue: days >= CAREER_DAYS };
}

/** Returns the suggested session, or `undefined` if there are no frameworks. */
export function suggestSession(request: SuggestionRequest): SuggestedSession | undefined {
  const sessions = request.sessions
    .filter(({ date }) => date <= request.on)
    .sort((one, other) => compareText(one.date, other.date));
  const held = { ...request, sessions };
  const usual = usualFramework(held);
  return (
    byDates(held) ??
    managingUp(held) ??
    careerWhenDue(held) ??
    (usual && exerciseWhenDue(held, usual)) ??
    (usual && { framework: usual, reason: usualReason(held, usual) })
  );
}

function usualReason({ sessions, relation }: SuggestionRequest, usual: Framework): Message {
  if (sessions.every(({ framework }) => framework !== usual.id) && relation && isMadeFor(usual, relation)) {
    return message(`session.for.${relation}`);
  }
  return message(sessions.length === 0 ? 'session.first' : 'session.usual');
}

/** Returns the session for the stage of the relationship, unless one with content was already held. */
function byDates(request: SuggestionRequest): SuggestedSession | undefined {
  const { person, relation, sessions, frameworks, on } = request;
  const stages = person ? stagesOf(person, { on, lastMet: sessions.at(-1)?.date }) : [];
  const suggested = stages.flatMap(({ kind, since, reason }): SuggestedSession[] => {
    const isHeld = sessions.some(
      (session) => session.hasContent && session.date >= since && kindOf(session, frameworks) === kind,
    );
    const framework = frameworks.find((each) => each.kind === kind && isFor(each, relation));
    return framework && !isHeld ? [{ framework, reason }] : [];
  });
  return suggested[0];
}

function managingUp({ relation, frameworks }: SuggestionRequest): SuggestedSession | undefined {
  const framework = frameworks.find((each) => each.kind === 'upward' && isMadeFor(each, relation));
  return framework && { framework, reason: message('session.for.manager') };
}

function careerWhenDue(request: SuggestionRequest): SuggestedSession | undefined {
  const gap = careerGap(request);
  if (!gap?.isDue) {
    return undefined;
  }
  return { framework: gap.framework, reason: formatCareerGap(gap) };
}

/** Formats the career gap: `41 days since the last one`. */
export function formatCareerGap({ last, days }: CareerGap): Message {
  return message(last ? 'session.daysSinceLast' : 'session.noneInDays', days);
}

/** Returns the next session for variety: an exercise, or a regular framework made for people with this relation. */
function exerciseWhenDue(
  { sessions, relation, frameworks }: SuggestionRequest,
  usual: Framework,
): SuggestedSession | undefined {
  const isMade = (each: Framework): boolean => each.kind === 'regular' && isMadeFor(each, relation);
  const choices = frameworks.filter(
    (each) => each !== usual && (isMade(each) || (each.kind === 'exercise' && isFor(each, relation))),
  );
  const lastExercise = sessions.findLastIndex((session) => choices.some(({ id }) => id === session.framework));
  const usualSince = sessions.slice(lastExercise + 1).filter(({ framework }) => framework === usual.id).length;
  const lastUsed = ({ id }: Framework): string => sessions.findLast(({ framework }) => framework === id)?.date ?? '';
  const [framework] = choices.sort(
    (one, other) => compareText(lastUsed(one), lastUsed(other)) || Number(isMade(other)) - Number(isMade(one)),
  );
  if (!framework || usualSince < EXERCISE_AFTER) {
    return undefined;
  }
  return { framework, reason: message('session.variety', usualSince, usual.title) };
}

/**
 * Returns the most common framework of the last sessions, preferring the later one if equal. Initially it is the first
 * regular one, preferably one made for people with this relation.
 */
function usualFramework({ sessions, relation, frameworks }: SuggestionRequest): Framework | undefined {
  const candidates = sessions.slice(-USUAL_OF).flatMap(({ framework }) => {
    const known = frameworks.find(({ id }) => id === framework);
    return known && USUAL_KINDS.includes(known.kind) ? [known] : [];
  });
  const timesUsed = (framework: Framework): number => candidates.filter((each) => each === framework).length;
  const [commonest] = candidates.toReversed().sort((one, other) => timesUsed(other) - timesUsed(one));
  const regular = frameworks.filter((each) => each.kind === 'regular' && isFor(each, relation));
  return commonest ?? regular.find((each) => isMadeFor(each, relation)) ?? regular[0];
}

function kindOf({ framework }: HeldSession, frameworks: readonly Framework[]): FrameworkKind | undefined {
  return frameworks.find(({ id }) => id === framework)?.kind;
}

/** A time in a working relationship that calls for a session of its own. */
interface Stage {
  /** The kind of framework for it. */
  readonly kind: FrameworkKind;
  /** A session of this kind on or after this day settles it. */
  readonly since: CivilDate;
  /** The reason for the user: `Sofia started 5 weeks ago`. */
  readonly reason: Message;
}

/** A person with the dates that stages depend on. */
export type StagePerson = Pick<Person, 'name' | 'started' | 'leaving' | 'awayUntil'>;

/** The day for which stages are computed, and the last day with a 1:1 up to it. */
interface StageDay {
  readonly on: CivilDate;
  readonly lastMet: CivilDate | undefined;
}

/** Number of days before the last day in the job from which a farewell is suggested. */
const FAREWELL_DAYS = 14;
/** Number of days after a start or a return during which the first session still makes sense. */
const FRESH_DAYS = 30;
/** Minimum number of days without a 1:1 after which a return is more than the end of a holiday. */
const LONG_ABSENCE_DAYS = 28;
/** The milestones after the start, in days, the last one first. */
const MILESTONES = [90, 60, 30];
/** Number of days before a milestone from which its session is suggested. */
const AHEAD_DAYS = 3;

/** Returns the stages that a person is in, the most important one first. */
function stagesOf(person: StagePerson, day: StageDay): readonly Stage[] {
  return [farewell(person, day), first(person, day), comingBack(person, day), onboarding(person, day)].flatMap(
    (stage) => stage ?? [],
  );
}

function farewell({ name, leaving }: StagePerson, { on }: StageDay): Stage | undefined {
  if (!leaving || leaving < on || daysBetween(on, leaving) > FAREWELL_DAYS) {
    return undefined;
  }
  const reason = message('session.leaving', name, formatRelative(leaving, on));
  return { kind: 'farewell', since: addDays(leaving, -FAREWELL_DAYS), reason };
}

function first({ name, started }: StagePerson, { on, lastMet }: StageDay): Stage | undefined {
  if (!started || (lastMet && lastMet >= started) || daysBetween(started, on) > FRESH_DAYS) {
    return undefined;
  }
  const id = started > on ? 'session.starts' : 'session.started';
  return {
    kind: 'first',
    since: addDays(started, -FRESH_DAYS),
    reason: message(id, name, formatRelative(started, on)),
  };
}

function comingBack({ name, awayUntil }: StagePerson, { on, lastMet }: StageDay): Stage | undefined {
  const isBack = awayUntil !== undefined && awayUntil < on && daysBetween(awayUntil, on) <= FRESH_DAYS;
  if (!isBack || !lastMet || lastMet > awayUntil || daysBetween(lastMet, on) < LONG_ABSENCE_DAYS) {
    return undefined;
  }
  const reason = message('session.back', name, formatRelative(lastMet, on));
  return { kind: 'return', since: addDays(awayUntil, 1), reason };
}

function onboarding({ name, started }: StagePerson, { on }: StageDay): Stage | undefined {
  const day = started ? daysBetween(started, on) : 0;
  const milestone = MILESTONES.find((each) => day >= each - AHEAD_DAYS);
  if (!started || milestone === undefined || day >= milestone + FRESH_DAYS - AHEAD_DAYS) {
    return undefined;
  }
  const reason = message('session.started', name, formatRelative(started, on));
  return { kind: 'onboarding', since: addDays(started, milestone - AHEAD_DAYS), reason };
}
