import type { CivilDate } from '../dates/civilDate';
import { ISO_DATE } from '../dates/findDate';
import { type FollowUp, type FollowUpStatus, isOpen } from '../followUp/followUp';
import { type Link, linkBaseName, linkKey, noteKeys, pointsTo, targetBaseName } from '../note/links';
import type { Note } from '../note/note';
import { hasSameText, normalizedText } from '../taskText/normalizedText';
import { addToGroup, groupBy, MultiMap } from '../text/collections';
import type { CarriedTo, DatedMeeting } from './listedFollowUp';
import type { NoteLookup } from './noteLookup';

/** So many follow-ups of a note are looked through. */
const MAX_LINEAR_SCAN = 30;

/** Of a note with more, such as a log of years, what was worked out: as long as the note is kept, which nobody changes. */
const tables = new WeakMap<Note, ReadonlyMap<string, readonly FollowUp[]>>();

/** The follow-ups of a note that say the same as `text`. Of those that cannot be meant nobody asks what they say. */
export function followUpsWithText(
  note: Note,
  text: string,
  canBeMeant: (followUp: FollowUp) => boolean = () => true,
): readonly FollowUp[] {
  return note.followUps.length <= MAX_LINEAR_SCAN
    ? note.followUps.filter((each) => canBeMeant(each) && hasSameText(each.text, text))
    : (tableOf(note).get(normalizedText(text)) ?? []).filter(canBeMeant);
}

function tableOf(note: Note): ReadonlyMap<string, readonly FollowUp[]> {
  const known = tables.get(note);
  if (known) return known;
  const table = groupBy(note.followUps, ({ text }) => normalizedText(text));
  tables.set(note, table);
  return table;
}

/** A follow-up in the note that it stands in. */
export interface PlacedFollowUp {
  readonly note: Note;
  readonly followUp: FollowUp;
}

/**
 * Whether one follow-up is the carried copy of another: its origin names that one's note and day, it says the same, and it
 * was carried more often. So of two notes of one day, between which an item went back and forth, the last one counts.
 */
export function isCarriedCopy(copy: PlacedFollowUp, source: PlacedFollowUp): boolean {
  const { origin } = copy.followUp;
  if (!origin || carryCount(copy.followUp) <= carryCount(source.followUp)) {
    return false;
  }
  const sourceDate = dateOf(source);
  const copyDate = dateOf(copy);
  if (sourceDate !== undefined && copyDate !== undefined && copyDate < sourceDate) {
    return false;
  }
  // A log holds many meetings: the link's own date says which one the copy came from.
  const isFromThatMeeting = source.note.kind !== 'log' || origin.from === undefined || origin.from === sourceDate;
  return (
    isFromThatMeeting &&
    hasSameText(copy.followUp.text, source.followUp.text) &&
    pointsTo({ from: copy.note.uri, link: origin.link }, source.note.uri)
  );
}

/** How often a follow-up was carried; 0 also for a `(from [Anna](anna.md))` without a date, which is somebody's own words. */
export function carryCount({ origin }: FollowUp): number {
  return origin && (origin.from !== undefined || origin.since !== undefined) ? origin.times : 0;
}

/** The day of the meeting that a follow-up stands in; `undefined` outside meetings. */
export function dateOf({ note, followUp }: PlacedFollowUp): CivilDate | undefined {
  return note.meetings[followUp.meeting]?.date;
}

/** Since when a follow-up is open: created, else what its origin says, else its meeting's day; `undefined` outside meetings. */
export function openSince({ note, followUp }: PlacedFollowUp): CivilDate | undefined {
  const { fields, origin } = followUp;
  return fields.created ?? origin?.since ?? origin?.from ?? dateOf({ note, followUp });
}

/** The state of a follow-up according to all notes together. */
export interface Resolution {
  readonly status: FollowUpStatus;
  /** The meeting with the carried copy of an open item. */
  readonly carriedTo: CarriedTo | undefined;
}

const INLINE_CODE = /(`+)[^`]*\1/g;
const PLAIN_DATE = new RegExp(String.raw`(?<!\d)${ISO_DATE}(?!\d)`);

/**
 * What became of carried follow-ups. Two files are never saved in one instant, so neither a mark at the source nor a copy
 * is believed alone: an open line whose copy stands in a later note is not listed again, and a `[>]` that went nowhere is
 * open still.
 */
export class CarryResolution {
  readonly #notes: NoteLookup;
  /** By the place that a link leads to, as far as it tells, the notes with items carried from there or gone there. */
  readonly #linkedFrom = new MultiMap<string, string>();

  constructor(notes: NoteLookup) {
    this.#notes = notes;
  }

  add(note: Note): void {
    for (const place of placesLinked(note)) {
      this.#linkedFrom.add(place, note.uri);
    }
  }

  remove(note: Note): void {
    for (const place of placesLinked(note)) {
      this.#linkedFrom.delete(place, note.uri);
    }
  }

  /** The other notes whose follow-ups can change their state when this note changes. */
  *touchedBy(note: Note): Generator<Note> {
    // Most notes of a name are somebody else's: only what is linked by that name is looked at, not each item for each note.
    const baseName = linkBaseName(note.uri);
    for (const holder of this.#notesLinkingTo(note)) {
      const links = linksByName(holder).get(baseName) ?? [];
      if (links.some((link) => pointsTo(link, note.uri))) {
        yield holder;
      }
    }
    for (const [name, links] of linksByName(note)) {
      for (const target of this.#notes.named(name)) {
        if (links.some((link) => pointsTo(link, target.uri))) {
          yield target;
        }
      }
    }
  }

  /**
   * Resolves the state of a follow-up. `meetings` returns the meetings with the person of its note, oldest first; it is
   * only called for moved follow-ups whose target is not found.
   */
  resolve(placed: PlacedFollowUp, meetings: () => readonly DatedMeeting[]): Resolution {
    const { status: written } = placed.followUp;
    const status = written === 'moved' ? this.#resolveMoved(placed, meetings) : written;
    return { status, carriedTo: isOpen(status) ? this.#carriedTo(placed) : undefined };
  }

  /** The later meeting with the carried copy of an open item. The copy is the one that counts. */
  #carriedTo({ note, followUp }: PlacedFollowUp): CarriedTo | undefined {
    for (const holder of this.#notesLinkingTo(note)) {
      const copy = followUpsWithText(holder, followUp.text, isCarried).find((each) =>
        isCarriedCopy({ note: holder, followUp: each }, { note, followUp }),
      );
      if (copy) {
        return { uri: holder.uri, meeting: copy.meeting };
      }
    }
    return undefined;
  }

  /** `moved` if the new place of the item is known, or if its text holds a date; else `open`. */
  #resolveMoved({ note, followUp }: PlacedFollowUp, meetings: () => readonly DatedMeeting[]): FollowUpStatus {
    const isGone =
      PLAIN_DATE.test(followUp.text.replace(INLINE_CODE, '')) ||
      this.#isAtItsTarget(note, followUp) ||
      recursLater({ note, followUp }, meetings);
    return isGone ? 'moved' : 'open';
  }

  #isAtItsTarget(note: Note, followUp: FollowUp): boolean {
    if (followUp.target === undefined) {
      return false;
    }
    const target = this.#notes.linked({ from: note.uri, link: followUp.target });
    return (
      target !== undefined &&
      (followUpsWithText(target, followUp.text).some((other) => other !== followUp) ||
        target.followUps.some(
          (other) =>
            other !== followUp &&
            other.origin !== undefined &&
            pointsTo({ from: target.uri, link: other.origin.link }, note.uri),
        ))
    );
  }

  *#notesLinkingTo(note: Note): Generator<Note> {
    for (const place of noteKeys(note.uri)) {
      yield* this.#notes.at(this.#linkedFrom.get(place));
    }
  }
}

/** Whether a meeting on a later day has a follow-up with the same text. */
function recursLater({ note, followUp }: PlacedFollowUp, meetings: () => readonly DatedMeeting[]): boolean {
  const date = dateOf({ note, followUp });
  if (date === undefined) {
    return false;
  }
  const laterNotes = new Set(meetings().flatMap(({ note: other, meeting }) => (meeting.date > date ? other : [])));
  return [...laterNotes].some((later) =>
    // A log holds many meetings, so the day of each item counts.
    followUpsWithText(later, followUp.text).some((each) => (dateOf({ note: later, followUp: each }) ?? date) > date),
  );
}

function placesLinked(note: Note): ReadonlySet<string> {
  return new Set([...linksByName(note).values()].flat().map(linkKey));
}

const NO_LINKS: ReadonlyMap<string, readonly Link[]> = new Map();

function isCarried({ origin }: FollowUp): boolean {
  return origin !== undefined;
}

/** Where items of a note were carried from and went to, by `targetBaseName`. */
function linksByName(note: Note): ReadonlyMap<string, readonly Link[]> {
  let links: Map<string, Link[]> | undefined;
  for (const { origin, target } of note.followUps) {
    for (const link of [origin?.link, target]) {
      if (link !== undefined) {
        const leading = { from: note.uri, link };
        links ??= new Map();
        addToGroup(links, targetBaseName(leading), leading);
      }
    }
  }
  return links ?? NO_LINKS;
}
