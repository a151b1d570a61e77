import type { FollowUp, FollowUpStatus } from '../followUp/followUp';
import { saySame } from '../followUp/textKey';
import { linkBaseName, pointsTo, targetBaseName, type Link } from '../note/links';
import type { Note } from '../note/note';
import { dateOf, isCarriedCopy } from './carriedCopy';
import type { CarriedTo, DatedMeeting } from './listedFollowUp';
import { MultiMap } from './multiMap';

/** What settling asks of the index. */
export interface NoteLookup {
  note(uri: string): Note | undefined;
  /** The note that a link leads to. */
  noteAt(link: Link): Note | undefined;
  /** The notes whose file name is `baseName`, as `linkBaseName` gives it. */
  notesNamed(baseName: string): Iterable<Note>;
  /** The meetings of the note's person, oldest first; empty when the note is no 1:1. */
  meetingsBeside(note: Note): readonly DatedMeeting[];
}

const INLINE_CODE = /(`+)[^`]*\1/g;
const PLAIN_DATE = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/;

/**
 * What became of carried follow-ups. Two files are never saved in one instant, so neither a mark at the source nor a copy
 * is believed alone: an open line whose copy stands in a later note is not listed again, and a `[>]` that went nowhere is
 * open still.
 */
export class Settlement {
  readonly #lookup: NoteLookup;
  /** By the base name that a link ends in, the notes with items carried from there or gone there. */
  readonly #linkedFrom = new MultiMap<string, string>();

  constructor(lookup: NoteLookup) {
    this.#lookup = lookup;
  }

  add(note: Note): void {
    for (const name of linkedNames(note)) {
      this.#linkedFrom.add(name, note.uri);
    }
  }

  remove(note: Note): void {
    for (const name of linkedNames(note)) {
      this.#linkedFrom.delete(name, note.uri);
    }
  }

  /** The other notes whose follow-ups can change their state when this note changes. */
  *touchedBy(note: Note): Generator<Note> {
    for (const holder of this.#notesLinkingTo(note)) {
      if (leadsTo(holder, note)) {
        yield holder;
      }
    }
    for (const name of linkedNames(note)) {
      for (const target of this.#lookup.notesNamed(name)) {
        if (leadsTo(note, target)) {
          yield target;
        }
      }
    }
  }

  /** Where the open item stands on as a carried copy, in a later meeting: then the copy is the one that counts. */
  carriedTo(note: Note, followUp: FollowUp): CarriedTo | undefined {
    for (const holder of this.#notesLinkingTo(note)) {
      const copy = holder.followUps.find((each) => isCarriedCopy({ note: holder, followUp: each }, { note, followUp }));
      if (copy) {
        return { uri: holder.uri, meeting: copy.meeting };
      }
    }
    return undefined;
  }

  /** `moved` when it is known where the item went, or when a date stands in its place; else `open`. */
  settleMoved(note: Note, followUp: FollowUp): FollowUpStatus {
    const isGone =
      PLAIN_DATE.test(followUp.text.replace(INLINE_CODE, '')) ||
      this.#isAtItsTarget(note, followUp) ||
      this.#standsLater(note, followUp);
    return isGone ? 'moved' : 'open';
  }

  #isAtItsTarget(note: Note, followUp: FollowUp): boolean {
    if (followUp.target === undefined) {
      return false;
    }
    const target = this.#lookup.noteAt({ from: note.uri, link: followUp.target });
    return (
      target?.followUps.some(
        (other) =>
          other !== followUp &&
          (saySame(other.text, followUp.text) ||
            (other.origin !== undefined && pointsTo({ from: target.uri, link: other.origin.link }, note.uri))),
      ) ?? false
    );
  }

  #standsLater(note: Note, followUp: FollowUp): boolean {
    const date = dateOf({ note, followUp });
    return this.#lookup
      .meetingsBeside(note)
      .some(
        ({ note: later, meeting, index }) =>
          date !== undefined &&
          meeting.date > date &&
          later.followUps.some((other) => other.meeting === index && saySame(other.text, followUp.text)),
      );
  }

  *#notesLinkingTo(note: Note): Generator<Note> {
    for (const uri of this.#linkedFrom.get(linkBaseName(note.uri))) {
      const holder = this.#lookup.note(uri);
      if (holder) {
        yield holder;
      }
    }
  }
}

const NO_NAMES: ReadonlySet<string> = new Set();

/** Whether an item of a note was carried from another one or went there: most notes of that name are somebody else's. */
function leadsTo({ uri, followUps }: Note, other: Note): boolean {
  return followUps.some(({ origin, target }) =>
    [origin?.link, target].some((link) => link !== undefined && pointsTo({ from: uri, link }, other.uri)),
  );
}

function linkedNames(note: Note): ReadonlySet<string> {
  let names: Set<string> | undefined;
  for (const { origin, target } of note.followUps) {
    for (const link of [origin?.link, target]) {
      if (link !== undefined) {
        (names ??= new Set()).add(targetBaseName({ from: note.uri, link }));
      }
    }
  }
  return names ?? NO_NAMES;
}
