import type { Plan, Refusal } from '../edit';
import type { CarryPlan, CarryRequest } from './carry';
import { planCarryOver } from './carryOver';
import { joinChanges } from './joinChanges';
import { addToMeeting, type StandingMeeting } from './standingMeeting';

/** Follow-ups carried into a meeting that is there already. */
export interface BroughtFollowUps extends Pick<CarryPlan, 'left' | 'carriedOften'> {
  readonly plan: Plan;
}

/**
 * Carries follow-ups into a meeting that is there already: made in advance, or left half-done when a carry was cut short.
 * Safe to run again: then nothing is left to change.
 */
export function bringFollowUps(into: StandingMeeting, request: CarryRequest): BroughtFollowUps | Refusal {
  const carry = planCarryOver({ ...request, target: { ...request.target, standing: into } });
  // A note that is private as a whole needs no heading that says so.
  const additions = into.note.private
    ? [{ heading: 'followUps', items: [...carry.lines, ...carry.privateLines] } as const]
    : [
        { heading: 'followUps', items: carry.lines } as const,
        { heading: 'private', items: carry.privateLines } as const,
      ];
  const edits = addToMeeting(into, additions);
  if ('refused' in edits) {
    return edits;
  }
  const changes = joinChanges([{ uri: into.note.uri, before: into.text, edits }, ...carry.changes]);
  return 'refused' in changes ? changes : { plan: { changes }, left: carry.left, carriedOften: carry.carriedOften };
}
