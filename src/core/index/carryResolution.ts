import { ISO_DATE } from '../dates/findDate';
import { type FollowUp, type FollowUpStatus, isOpen } from '../followUp/followUp';
import { type Link, linkBaseName, linkKey, noteKeys, pointsTo, targetBaseName } from '../note/links';
import type { Note } from '../note/note';
import { normalizedText, searchWords } from '../taskText/normalizedText';
import { addToGroup, groupBy, MultiMap } from '../text/collections';
import { dateOf, isCarriedCopy, isFromMeetingOf, type PlacedFollowUp } from './carriedCopy';
import { copiesFrom, followUpsSaying, isFrom, matchCopies, MAX_LINEAR_SCAN, maySay } from './copyMatching';
import type { CarriedTo, DatedMeeting } from './listedFollowUp';
import type { NoteLookup } from './noteLookup';

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
   * Returns the carries of one note. `meetings` returns the meetings with its person, oldest first; it is only called
   * for moved follow-ups whose target is not found. Notes that `isIgnored` hold no copies.
   */
  of(note: Note, meetings: () => readonly DatedMeeting[], isIgnored: (holder: Note) => boolean): CarriesOfNote {
    const linking = new Set([...this.#notesLinkingTo(note)].filter((holder) => !isIgnored(holder)));
    const copies = [...linking].flatMap((holder) => copiesFrom(note, holder));
    return new CarriesOfNote(note, { notes: this.#notes, copies, meetings });
  }

  *#notesLinkingTo(note: Note): Generator<Note> {
    for (const place of noteKeys(note.uri)) {
      yield* this.#notes.at(this.#linkedFrom.get(place));
    }
  }
}

/** The notes around a note. */
interface Surroundings {
  readonly notes: NoteLookup;
  /** The follow-ups that were carried from the note, whatever their words. */
  readonly copies: readonly PlacedFollowUp[];
  readonly meetings: () => readonly DatedMeeting[];
}

/**
 * Resolves the follow-ups of one note. Each copy in another note accounts for one of them, so a follow-up is not hidden
 * by the copy of another one with the same text.
 */
class CarriesOfNote {
  readonly #note: Note;
  readonly #around: Surroundings;
  /** The copies by their normalized words. */
  readonly #copiesSaying: ReadonlyMap<string, readonly PlacedFollowUp[]>;
  /** The words of each copy, if there are few. Follow-ups without them need not be read. */
  readonly #copiedWords: readonly (readonly string[])[] | undefined;
  readonly #matched = new Map<string, ReadonlyMap<FollowUp, PlacedFollowUp>>();
  /** The notes to which the targets of the follow-ups lead. */
  readonly #targets = new Map<string, Note | undefined>();
  readonly #strayed = new Map<Note, readonly FollowUp[]>();

  constructor(note: Note, around: Surroundings) {
    this.#note = note;
    this.#around = around;
    this.#copiesSaying = groupBy(around.copies, ({ followUp }) => normalizedText(followUp.words));
    const few = around.copies.length <= MAX_LINEAR_SCAN ? around.copies : undefined;
    this.#copiedWords = few?.map(({ followUp }) => searchWords(followUp.words));
  }

  resolve(followUp: FollowUp): Resolution {
    const { status: written } = followUp;
    const status = written === 'moved' && !this.#isGone(followUp) ? 'open' : written;
    return { status, carriedTo: isOpen(status) ? this.#carriedTo(followUp) : undefined };
  }

  /** Returns the later meeting with the carried copy of an open item, if there is one. */
  #carriedTo(followUp: FollowUp): CarriedTo | undefined {
    const copy = this.#copyOf(followUp);
    return copy && { uri: copy.note.uri, meeting: copy.followUp.meeting };
  }

  #copyOf(followUp: FollowUp): PlacedFollowUp | undefined {
    return this.#copies(followUp).get(followUp);
  }

  /** Returns the copies of all follow-ups with the words of this one. */
  #copies(followUp: FollowUp): ReadonlyMap<FollowUp, PlacedFollowUp> {
    if (this.#copiedWords?.some((words) => maySay(followUp, words)) === false) return NO_COPIES;
    const { words } = followUp;
    const known = this.#matched.get(words);
    if (known) return known;
    const note = this.#note;
    const copies = this.#copiesSaying.get(normalizedText(words)) ?? [];
    const sources = copies.length === 0 ? [] : followUpsSaying(note, words);
    const matched = matchCopies({ note, sources, copies, targetOf: (source) => this.#targetOf(source) });
    this.#matched.set(words, matched);
    return matched;
  }

  /** Tests whether a moved item has a known new place, or a date in its text. */
  #isGone(followUp: FollowUp): boolean {
    return (
      PLAIN_DATE.test(followUp.text.replace(INLINE_CODE, '')) ||
      this.#isAtItsTarget(followUp) ||
      this.#recursLater(followUp)
    );
  }

  #targetOf({ target }: FollowUp): Note | undefined {
    if (target === undefined) return undefined;
    const known = this.#targets.get(target);
    if (known || this.#targets.has(target)) return known;
    const note = this.#around.notes.linked({ from: this.#note.uri, link: target });
    this.#targets.set(target, note);
    return note;
  }

  #isAtItsTarget(followUp: FollowUp): boolean {
    const target = this.#targetOf(followUp);
    return target !== undefined && (this.#hasTextAt(target, followUp) || this.#isRewordedAt(target, followUp));
  }

  /** Tests whether the target has the copy of a moved item, or an item with the same text for each of its twins. */
  #hasTextAt(target: Note, followUp: FollowUp): boolean {
    if (this.#copyOf(followUp)?.note === target) return true;
    const left = this.#twinsOf(followUp).filter(
      (twin) => this.#targetOf(twin) === target && this.#copyOf(twin)?.note !== target,
    );
    const found = followUpsSaying(target, followUp.words).filter((other) =>
      this.#mayBe({ note: target, followUp: other }, followUp),
    );
    return left.indexOf(followUp) < found.length;
  }

  /** Tests whether the target has a reworded item from this note for each moved item that is not found by its text. */
  #isRewordedAt(target: Note, followUp: FollowUp): boolean {
    const source = { note: this.#note, followUp };
    const reworded = target.followUps.filter(
      (other) =>
        isFrom({ note: target, followUp: other }, this.#note) &&
        isFromMeetingOf(other, source) &&
        !this.#isTextOfOurs(target, other),
    );
    const moved = this.#movedAndNotAt(target).filter(
      (each) => this.#note.kind !== 'log' || each.meeting === followUp.meeting,
    );
    return moved.indexOf(followUp) < reworded.length;
  }

  #movedAndNotAt(target: Note): readonly FollowUp[] {
    const known = this.#strayed.get(target);
    if (known) return known;
    const strayed = this.#note.followUps.filter(
      (each) => each.status === 'moved' && this.#targetOf(each) === target && !this.#hasTextAt(target, each),
    );
    this.#strayed.set(target, strayed);
    return strayed;
  }

  /** Tests whether an item from this note has the text of one of its items, and is not one copy too many. */
  #isTextOfOurs(note: Note, copy: FollowUp): boolean {
    const isFromMeeting = (followUp: FollowUp) => isFromMeetingOf(copy, { note: this.#note, followUp });
    const ours = followUpsSaying(this.#note, copy.words).filter(
      (each) => each !== copy && (each.status === 'moved' || isOpen(each.status)) && isFromMeeting(each),
    );
    if (ours.length === 0) return false;
    const matched = [...this.#copies(copy).values()];
    const copies = followUpsSaying(note, copy.words).filter(
      (each) => isFrom({ note, followUp: each }, this.#note) && each.origin?.from === copy.origin?.from,
    );
    return matched.some(({ followUp }) => followUp === copy) || copies.length <= ours.length;
  }

  /** Returns the moved items of the same meeting with the same text, including the item itself. */
  #twinsOf({ words, meeting }: FollowUp): readonly FollowUp[] {
    return followUpsSaying(this.#note, words).filter((each) => each.status === 'moved' && each.meeting === meeting);
  }

  /** Tests whether meetings on later days have an item with the same text for each of the moved twins. */
  #recursLater(followUp: FollowUp): boolean {
    const date = dateOf({ note: this.#note, followUp });
    if (date === undefined) {
      return false;
    }
    const laterNotes = new Set(
      this.#around.meetings().flatMap(({ note: other, meeting }) => (meeting.date > date ? other : [])),
    );
    const sought = searchWords(followUp.words);
    let [found, rank] = [0, undefined as number | undefined];
    for (const note of laterNotes) {
      // A log contains many meetings, so each item's own date counts.
      found += followUpsSaying(note, followUp.words, sought).filter(
        (other) =>
          (dateOf({ note, followUp: other }) ?? date) > date && this.#mayBe({ note, followUp: other }, followUp),
      ).length;
      if (found > 0 && found > (rank ??= this.#rankAmongTwins(followUp))) return true;
    }
    return false;
  }

  /** Returns the number of twins without a copy that come before a moved item. */
  #rankAmongTwins(followUp: FollowUp): number {
    const left = this.#twinsOf(followUp).filter((twin) => !this.#copyOf(twin));
    return Math.max(left.indexOf(followUp), 0);
  }

  /** Tests whether an item elsewhere may be what became of a moved one. The copy of another item is not. */
  #mayBe(other: PlacedFollowUp, followUp: FollowUp): boolean {
    if (other.note === this.#note && other.followUp.meeting === followUp.meeting) {
      return false;
    }
    const [date, otherDate] = [dateOf({ note: this.#note, followUp }), dateOf(other)];
    const isEarlier = date !== undefined && otherDate !== undefined && otherDate < date;
    return !isEarlier && !this.#isCopyOfAnother(other, followUp);
  }

  #isCopyOfAnother(copy: PlacedFollowUp, followUp: FollowUp): boolean {
    const { origin } = copy.followUp;
    if (!origin) return false;
    const matched = [...this.#copies(followUp)].find(([, each]) => each.followUp === copy.followUp);
    if (matched) return matched[0] !== followUp;
    const from = this.#around.notes.linked({ from: copy.note.uri, link: origin.link });
    return (
      from !== undefined &&
      from !== this.#note &&
      followUpsSaying(from, followUp.words).some((source) => isCarriedCopy(copy, { note: from, followUp: source }))
    );
  }
}

function placesLinked(note: Note): ReadonlySet<string> {
  return new Set([...linksByName(note).values()].flat().map(linkKey));
}

const NO_COPIES: ReadonlyMap<FollowUp, PlacedFollowUp> = new Map();

const NO_LINKS: ReadonlyMap<string, readonly Link[]> = new Map();

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
