import type { CivilDate } from '../dates/civilDate';
import { ISO_DATE } from '../dates/findDate';
import { type FollowUp, type FollowUpStatus, isOpen } from '../followUp/followUp';
import { type Link, linkBaseName, linkKey, noteKeys, pointsTo, targetBaseName } from '../note/links';
import type { Note } from '../note/note';
import { hasSameText, normalizedText } from '../taskText/normalizedText';
import { addToGroup, groupBy, MultiMap } from '../text/collections';
import type { CarriedTo, DatedMeeting } from './listedFollowUp';
import type { NoteLookup } from './noteLookup';

/** Maximum number of follow-ups of a note that are searched without a lookup table. */
const MAX_LINEAR_SCAN = 30;

/** Lookup tables for long notes, cached per note. Notes are immutable. */
const tables = new WeakMap<Note, ReadonlyMap<string, readonly FollowUp[]>>();

/**
 * Returns the follow-ups of a note with the same text. In short notes, `canBeMeant` excludes candidates before their
 * text is read.
 */
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

/** A follow-up with its note. */
export interface PlacedFollowUp {
  readonly note: Note;
  readonly followUp: FollowUp;
}

/**
 * Tests whether one follow-up is the carried copy of another: its origin is the other's note and date, its text is the
 * same, and it was carried more often. If an item was carried back and forth between two notes of one day, the last
 * copy counts.
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
  // A log contains many meetings, so the date of the link identifies the source.
  const isFromThatMeeting = source.note.kind !== 'log' || origin.from === undefined || origin.from === sourceDate;
  return (
    isFromThatMeeting &&
    hasSameText(copy.followUp.text, source.followUp.text) &&
    pointsTo({ from: copy.note.uri, link: origin.link }, source.note.uri)
  );
}

/**
 * Returns the number of times a follow-up was carried. A `(from [Anna](anna.md))` without a date is ordinary text and
 * returns 0.
 */
export function carryCount({ origin }: FollowUp): number {
  return origin && (origin.from !== undefined || origin.since !== undefined) ? origin.times : 0;
}

/** Returns the date of a follow-up's meeting, or `undefined` outside meetings. */
export function dateOf({ note, followUp }: PlacedFollowUp): CivilDate | undefined {
  return note.meetings[followUp.meeting]?.date;
}

/**
 * Returns the date since which a follow-up is open: its created date, else the date of its origin, else its meeting's
 * date. `undefined` if none of them exists.
 */
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
 * Resolves the state of carried follow-ups from both notes, because two files are never saved at the same instant. An
 * open item with a copy in a later note is not listed twice, and a `[>]` item without a copy is still open.
 */
export class CarryResolution {
  readonly #notes: NoteLookup;
  /** URIs of notes, by the `linkKey` of the origins and targets of their carried items. */
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

  /** Returns the other notes whose follow-ups may change their state when this note changes. */
  *touchedBy(note: Note): Generator<Note> {
    // Many notes share a base name, so links are filtered by it before their paths are compared.
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

  /** Returns the later meeting with the carried copy of an open item, if there is one. */
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

  /** Returns `moved` if the new place of the item is known, or if its text contains a date; otherwise `open`. */
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

/** Tests whether a meeting on a later day has a follow-up with the same text. */
function recursLater({ note, followUp }: PlacedFollowUp, meetings: () => readonly DatedMeeting[]): boolean {
  const date = dateOf({ note, followUp });
  if (date === undefined) {
    return false;
  }
  const laterNotes = new Set(meetings().flatMap(({ note: other, meeting }) => (meeting.date > date ? other : [])));
  return [...laterNotes].some((later) =>
    // A log contains many meetings, so each item's own date counts.
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

/** Returns the links to the origins and targets of a note's items, by `targetBaseName`. */
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
