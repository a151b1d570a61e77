import type { Plan, Refusal } from '../edit';
import type { Statuses } from '../followUp/status';
import type { DatedMeeting } from '../index/listedFollowUp';
import type { Person } from '../people/person';
import type { CarryPlan, CarryRequest } from './carry';
import { planCarryOver } from './carryOver';
import type { EditableNotes } from './editableNotes';
import { mergeNoteEdits } from './joinChanges';
import { meetingAnchor } from './logHeading';
import { carryRequest } from './luggage';
import { addToMeeting, type ExistingMeeting } from './standingMeeting';

/** Follow-ups carried into a meeting that is there already. */
export interface BroughtFollowUps extends Pick<CarryPlan, 'left' | 'carriedOften'> {
  readonly plan: Plan;
}

/**
 * Carries follow-ups into a meeting that is there already: made in advance, or left half-done when a carry was cut short.
 * Safe to run again: then nothing is left to change.
 */
export function planBringFollowUps(into: ExistingMeeting, request: CarryRequest): BroughtFollowUps | Refusal {
  const carry = planCarryOver({ ...request, target: { ...request.target, existing: into } });
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
  const changes = mergeNoteEdits([{ uri: into.note.uri, before: into.text, edits }, ...carry.changes]);
  return 'refused' in changes ? changes : { plan: { changes }, left: carry.left, carriedOften: carry.carriedOften };
}

/** The meeting that a person's follow-ups are brought into. */
export interface BringTarget {
  readonly person: Person;
  readonly dated: DatedMeeting;
  /** URI of the folder that the paths of wiki-links start from. */
  readonly root: string;
  readonly statuses: Statuses;
}

/** Plans the carrying of what is open in a person's earlier meetings into one that is there already. */
export async function bringIntoMeeting(
  { person, dated, root, statuses }: BringTarget,
  notes: EditableNotes,
): Promise<BroughtFollowUps | Refusal> {
  const { note, meeting, index } = dated;
  const target = {
    uri: note.uri,
    date: meeting.date,
    anchor: meetingAnchor(note, index),
    wikiLinks: note.wikiLinks,
    standing: { note, meeting: index },
  };
  const request = await carryRequest({ person, target, root, statuses }, notes);
  const text = await notes.textToEdit(note.uri);
  return typeof text === 'object' ? text : planBringFollowUps({ note, text, meeting: index }, request);
}
