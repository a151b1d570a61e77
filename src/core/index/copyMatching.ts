import { type FollowUp, isOpen } from '../followUp/followUp';
import { linkKey, noteKeys, pointsTo } from '../note/links';
import type { Note } from '../note/note';
import { hasSameText, mayContain, normalizedText, searchWords } from '../taskText/normalizedText';
import { readTarget } from '../taskText/origin';
import { groupBy } from '../text/collections';
import { isCarriedCopy, openSince, carryCount, type PlacedFollowUp } from './carriedCopy';

/** Maximum number of follow-ups of a note that are searched without a lookup table. */
export const MAX_LINEAR_SCAN = 30;

/** Lookup tables of the follow-ups in long notes, cached per note. Notes are immutable. */
class LongNotes {
  readonly #tables = new WeakMap<Note, ReadonlyMap<string, readonly FollowUp[]>>();
  readonly #keyOf: (followUp: FollowUp, note: Note) => string;

  constructor(keyOf: (followUp: FollowUp, note: Note) => string) {
    this.#keyOf = keyOf;
  }

  /** Returns the follow-ups with a key in the order of their lines. */
  find(note: Note, key: string): readonly FollowUp[] {
    let table = this.#tables.get(note);
    if (!table) {
      table = groupBy(note.followUps, (followUp) => this.#keyOf(followUp, note));
      this.#tables.set(note, table);
    }
    return table.get(key) ?? [];
  }
}

const byWords = new LongNotes(({ words }) => normalizedText(words));
const byOrigin = new LongNotes(({ origin }, { uri }) => (origin ? linkKey({ from: uri, link: origin.link }) : ''));

/**
 * Returns the follow-ups of a note with the same words. In short notes, those without the `sought` words of the text
 * need not be read.
 */
export function followUpsSaying(note: Note, words: string, sought = searchWords(words)): readonly FollowUp[] {
  if (note.followUps.length > MAX_LINEAR_SCAN) return byWords.find(note, normalizedText(words));
  return note.followUps.filter((each) => maySay(each, sought) && hasSameText(each.words, words));
}

/** Fast path: whether a follow-up may have the text of some `searchWords`. */
export function maySay({ source, continuation }: FollowUp, words: readonly string[]): boolean {
  return mayContain(continuation === '' ? source : `${source} ${continuation}`, words);
}

/** Returns the follow-ups of `holder` that were carried from a note. */
export function copiesFrom(note: Note, holder: Note): readonly PlacedFollowUp[] {
  const { followUps } = holder;
  const mayBeCopies =
    followUps.length <= MAX_LINEAR_SCAN
      ? followUps
      : noteKeys(note.uri)
          .flatMap((key) => byOrigin.find(holder, key))
          .sort((a, b) => a.line - b.line);
  return mayBeCopies.map((followUp) => ({ note: holder, followUp })).filter((copy) => isFrom(copy, note));
}

/** Tests whether the origin of a follow-up leads to a note. */
export function isFrom({ note: { uri }, followUp: { origin } }: PlacedFollowUp, note: Note): boolean {
  return origin !== undefined && pointsTo({ from: uri, link: origin.link }, note.uri);
}

/** Follow-ups of one note with the same words, and the copies that may have been carried from them. */
interface Twins {
  readonly note: Note;
  readonly sources: readonly FollowUp[];
  readonly copies: readonly PlacedFollowUp[];
  /** Returns the note that the target of a moved follow-up leads to. */
  readonly targetOf: (source: FollowUp) => Note | undefined;
}

/**
 * Assigns each copy to one source. Follow-ups with the same words are promises of their own, so a copy never accounts
 * for two of them. Sources marked as moved come first: an interrupted carry leaves only unmarked ones.
 */
export function matchCopies({ note, sources, copies, targetOf }: Twins): ReadonlyMap<FollowUp, PlacedFollowUp> {
  const matched = new Map<FollowUp, PlacedFollowUp>();
  if (copies.length === 0) {
    return matched;
  }
  const free = new Set(copies);
  type Fit = (copy: PlacedFollowUp, source: PlacedFollowUp) => boolean;
  const assignEach = (some: readonly FollowUp[], fits: Fit): void => {
    for (const followUp of some) {
      if (matched.has(followUp)) continue;
      for (const copy of free) {
        if (isCopyOf(copy, { note, followUp }) && fits(copy, { note, followUp })) {
          matched.set(followUp, copy);
          free.delete(copy);
          break;
        }
      }
    }
  };
  // A copy may name another owner than its source.
  const assign = (some: readonly FollowUp[], fits: Fit): void => {
    assignEach(some, (copy, source) => copy.followUp.text === source.followUp.text && fits(copy, source));
    assignEach(some, fits);
  };
  const isAtTarget = (copy: PlacedFollowUp, { followUp }: PlacedFollowUp) => targetOf(followUp) === copy.note;
  const moved = sources.filter(({ status }) => status === 'moved');
  const open = sources.filter(({ status }) => isOpen(status));
  assign(moved, (copy, source) => isAtTarget(copy, source) && isNextCopy(copy, source));
  assign(moved, isAtTarget);
  for (const some of [moved, open.filter((each) => !isReopened(each)), open]) {
    assign(some, isNextCopy);
    assign(some, () => true);
  }
  return matched;
}

function isCopyOf(copy: PlacedFollowUp, source: PlacedFollowUp): boolean {
  return isCarriedCopy(copy, source) && !(isReopened(source.followUp) && isClosedCopy(copy));
}

/** Tests whether a copy has the count and the age that carrying the source once more would have given it. */
function isNextCopy(copy: PlacedFollowUp, source: PlacedFollowUp): boolean {
  return (
    carryCount(copy.followUp) === carryCount(source.followUp) + 1 && copy.followUp.origin?.since === openSince(source)
  );
}

/** Tests whether an open follow-up was marked as moved before. A closed copy then no longer accounts for it. */
function isReopened({ status, source, continuation }: FollowUp): boolean {
  return isOpen(status) && (readTarget(source) ?? readTarget(continuation)) !== undefined;
}

function isClosedCopy({ followUp: { status } }: PlacedFollowUp): boolean {
  return status === 'done' || status === 'dropped';
}
