import { type Statuses, isCarriedOften } from '../followUp/followUp';
import { carryCount } from '../index/carriedCopy';
import type { DatedMeeting } from '../index/listedFollowUp';
import { type EditableNotes, addToMeeting, type ExistingMeeting } from '../noteEdit/existingMeeting';
import { meetingHeading } from '../noteEdit/logHeading';
import {
  addToPrivateHalf,
  openPrivateHalf,
  type PrivateHalf,
  privateHalfOf,
  type PrivateHalfPlace,
} from '../noteEdit/privateHalf';
import type { CarriedLines, PlannedNote } from '../noteEdit/noteBody';
import type { Person } from '../people/person';
import { type NoteEdits, type Plan, type Refusal, sortEdits } from '../text/edit';
import { carryFromNote } from './carryFromNote';
import { type ParkingSource, takeParkedLines } from './parkingLot';
import { type CarryPlan, type CarryRequest, carryRequest, type LeftFollowUp, type CarryTarget } from './request';
import { message, wordMessage } from '../text/message';

/**
 * Plans carrying follow-ups into a new or existing note. Each gets a copy with its origin, and its source is marked as
 * moved. If a copy already exists after an interrupted carry, only the source is marked. Items that cannot be located
 * in their note are left and reported.
 */
export function planCarryOver(request: CarryRequest): CarryPlan {
  const carried = request.sources.map((source) => carryFromNote(source, request));
  const trees = carried.flatMap((source) => source.trees);
  return {
    lines: trees.filter(({ isPrivate }) => !isPrivate).flatMap(({ lines }) => lines),
    privateLines: trees.filter(({ isPrivate }) => isPrivate).flatMap(({ lines }) => lines),
    changes: carried.flatMap(({ change }) => (change ? [change] : [])),
    left: [...(request.unreachable ?? []), ...carried.flatMap(({ left }) => left)],
    carriedOften: trees
      .flatMap(({ followUps, isPrivate }) =>
        followUps.map((followUp) => ({ text: followUp.text, times: carryCount(followUp) + 1, isPrivate })),
      )
      .filter(({ times }) => isCarriedOften(times)),
  };
}

const CHANGED: Refusal = { refused: message('carry.noteChanged') };

/**
 * Joins the edits of each note into one sorted list and keeps the order of the notes. Refuses if the edits of a note
 * were planned on different texts, because another program changed the note in the meantime.
 */
function mergeNoteEdits(changes: readonly NoteEdits[]): NoteEdits[] | Refusal {
  const byUri = new Map<string, NoteEdits>();
  for (const change of changes) {
    const known = byUri.get(change.uri);
    if (known && known.before !== change.before) {
      return CHANGED;
    }
    byUri.set(change.uri, known ? { ...known, edits: [...known.edits, ...change.edits] } : change);
  }
  return [...byUri.values()]
    .filter(({ edits }) => edits.length > 0)
    .map((change) => ({ ...change, edits: sortEdits(change.edits) }));
}

/**
 * Adds changes to the plan of a new note, after the note's own change. Both may be in the same log; the cursor is
 * adjusted.
 */
export function addNoteEdits(planned: PlannedNote, changes: readonly NoteEdits[]): PlannedNote | Refusal {
  const joined = mergeNoteEdits([...planned.plan.changes, ...changes]);
  if ('refused' in joined) {
    return joined;
  }
  const own = planned.plan.changes.find(({ uri }) => uri === planned.uri)?.edits ?? [];
  const edits = joined.find(({ uri }) => uri === planned.uri)?.edits ?? [];
  const entry = own.at(-1);
  // The cursor takes the note's own edits into account already.
  const before = entry ? edits.slice(0, edits.indexOf(entry)).filter((edit) => !own.includes(edit)) : [];
  const shift = before.reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0);
  return { ...planned, plan: { ...planned.plan, changes: joined }, cursor: planned.cursor + shift };
}

/** Content that can be moved into a new note. */
interface CarryInput {
  /** If omitted, no follow-ups are carried over. */
  readonly carry?: CarryRequest | undefined;
  /** The person's logs and page. */
  readonly parked: readonly ParkingSource[];
}

/** The content for a new note, and the changes to its source notes. The changes belong to the plan of the new note. */
interface CarryResult {
  readonly brought: CarriedLines;
  readonly changes: readonly NoteEdits[];
  readonly left: readonly LeftFollowUp[];
}

/** Carries follow-ups and moves topics into a new note. `brought` goes into its content, `changes` into its plan. */
export function carryIntoNewNote({ carry, parked }: CarryInput): CarryResult {
  const taken = takeParkedLines(parked);
  const carried = carry && planCarryOver(carry);
  return {
    brought: {
      agenda: taken.items,
      followUps: carried?.lines ?? [],
      privateFollowUps: [...taken.privateItems, ...(carried?.privateLines ?? [])],
      followUpsHint: hintFor(carried?.carriedOften ?? []),
    },
    changes: [...(carried?.changes ?? []), ...taken.changes],
    left: carried?.left ?? [],
  };
}

/** Returns a line for the note about follow-ups carried often. It may be shared, so it omits private ones. */
function hintFor(often: CarryPlan['carriedOften']): string | undefined {
  const named = often
    .filter(({ isPrivate }) => !isPrivate)
    .map(({ text, times }) => `${text}: ${wordMessage(message('followUp.carriedOften', times))}`);
  return named.length === 0 ? undefined : named.join('; ');
}

/** Follow-ups carried into an existing meeting. */
interface BroughtFollowUps extends Pick<CarryPlan, 'left' | 'carriedOften'> {
  readonly plan: Plan;
}

/**
 * Plans carrying follow-ups into an existing meeting, including one left incomplete by an interrupted carry. It is safe
 * to repeat.
 */
export function planBringFollowUps(
  into: ExistingMeeting,
  request: CarryRequest,
  half?: PrivateHalf,
): BroughtFollowUps | Refusal {
  const carry = planCarryOver({ ...request, target: { ...request.target, existing: into } });
  // A note that is private as a whole needs no private heading.
  const additions = into.note.private
    ? [{ heading: 'followUps', items: [...carry.lines, ...carry.privateLines] } as const]
    : [
        { heading: 'followUps', items: carry.lines } as const,
        { heading: 'private', items: half ? [] : carry.privateLines } as const,
      ];
  const edits = addToMeeting(into, additions);
  if ('refused' in edits) {
    return edits;
  }
  const inHalf = half && carry.privateLines.length > 0 ? addToPrivateHalf(half, carry.privateLines) : { changes: [] };
  if ('refused' in inHalf) {
    return inHalf;
  }
  const own = { uri: into.note.uri, before: into.text, edits };
  const changes = mergeNoteEdits([own, ...inHalf.changes, ...carry.changes]);
  return 'refused' in changes
    ? changes
    : { plan: { ...inHalf, changes }, left: carry.left, carriedOften: carry.carriedOften };
}

/** The meeting to bring a person's follow-ups into. */
interface BringTarget {
  readonly person: Person;
  readonly dated: DatedMeeting;
  /** URI of the root folder for wiki-link paths. */
  readonly root: string;
  readonly statuses: Statuses;
  /** The place for a private half, if private follow-ups do not go into the note. */
  readonly privateHalf?: PrivateHalfPlace | undefined;
}

/** Plans carrying a person's open follow-ups from earlier meetings into an existing one. */
export async function bringIntoMeeting(
  { person, dated, root, statuses, privateHalf }: BringTarget,
  notes: EditableNotes,
): Promise<BroughtFollowUps | Refusal> {
  const { note, meeting, index } = dated;
  const target: CarryTarget = {
    uri: note.uri,
    date: meeting.date,
    heading: meetingHeading(note, index),
    wikiLinks: note.wikiLinks,
    existing: { meeting: index },
  };
  const place = privateHalfOf(dated, privateHalf);
  const half = place && (await openPrivateHalf(place, { person: person.name, date: meeting.date }, notes));
  if (half && 'refused' in half) {
    return half;
  }
  const request = await carryRequest({ person, target, privateTarget: targetIn(half, target), root, statuses }, notes);
  const text = await notes.textToEdit(note.uri);
  return typeof text === 'object' ? text : planBringFollowUps({ note, text, meeting: index }, request, half);
}

/** Returns a private half as the target of private follow-ups. */
export function targetIn(half: PrivateHalf | undefined, { date, wikiLinks }: CarryTarget): CarryTarget | undefined {
  const { existing } = half ?? {};
  return half && { uri: half.uri, date, wikiLinks, ...(existing && { existing: { meeting: existing.meeting } }) };
}
