import { addDays, type CivilDate, daysBetween, formatRelative } from '../dates/civilDate';
import type { FrameworkKind } from '../frameworks/framework';
import type { Person } from '../people/person';
import { type Message, message } from '../text/message';

/** A time in a working relationship that calls for a session of its own. */
export interface Stage {
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
export function stagesOf(person: StagePerson, day: StageDay): readonly Stage[] {
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
