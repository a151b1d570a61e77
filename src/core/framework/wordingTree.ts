import { COMPLEX, DROPPED, foldCharacter, SPACE } from './foldCharacter';
import { normalizeQuestion } from './questionKey';

/** How much longer than the longest wording a text may be in characters that count for nothing. */
const DRESS = 4;

/** Wordings that begin alike share a branch, so that a text is left at the first character that no wording has. */
interface Branch<T> {
  label: string;
  readonly next: Map<number, Branch<T>>;
  value?: T;
}

/** Finds what a text means among many wordings, in the time it takes to read those characters that fit one of them. */
export class WordingTree<T> {
  readonly #root: Branch<T> = { label: '', next: new Map() };
  #longest = 0;

  /** Adds a wording unless it has no letter, or is there already: the first one stays. */
  add(wording: string, value: T): void {
    const normalized = normalizeQuestion(wording);
    if (normalized === '') {
      return;
    }
    this.#longest = Math.max(this.#longest, normalized.length);
    let branch = this.#root;
    for (let at = 0; at < normalized.length; at += branch.label.length) {
      branch = stepInto(branch, normalized.slice(at));
    }
    branch.value ??= value;
  }

  /** The value of the wording that `text` from `start` to `end` is, letter by letter, or `undefined`. */
  find(text: string, start = 0, end = text.length): T | undefined {
    let branch = this.#root;
    let inLabel = 0;
    let spacePending = false;
    for (let at = start; at < end; at++) {
      let code = foldCharacter(text.charCodeAt(at));
      if (code === COMPLEX) {
        return this.#findNormalized(text, start, end);
      }
      if (code === DROPPED) {
        continue;
      }
      if (code === SPACE) {
        spacePending = branch !== this.#root;
        continue;
      }
      if (spacePending) {
        // The space counts only now that a word follows; this character's turn comes again.
        spacePending = false;
        code = SPACE;
        at--;
      }
      const next = inLabel === branch.label.length ? branch.next.get(code) : undefined;
      if (next) {
        branch = next;
        inLabel = 1;
      } else if (branch.label.charCodeAt(inLabel) === code) {
        inLabel++;
      } else {
        // A letter that fits nothing may still become one that does, with the mark that follows it.
        const isCombined = at + 1 < end && foldCharacter(text.charCodeAt(at + 1)) === COMPLEX;
        return isCombined ? this.#findNormalized(text, start, end) : undefined;
      }
    }
    return inLabel === branch.label.length ? branch.value : undefined;
  }

  #findNormalized(text: string, start: number, end: number): T | undefined {
    if (end - start > DRESS * this.#longest) {
      return undefined;
    }
    const normalized = normalizeQuestion(text.slice(start, end));
    let branch = this.#root;
    for (let at = 0; at < normalized.length; at += branch.label.length) {
      const next = branch.next.get(normalized.charCodeAt(at));
      if (!next || !normalized.startsWith(next.label, at)) {
        return undefined;
      }
      branch = next;
    }
    return branch.value;
  }
}

/** The branch below `parent` whose label begins `rest`; made, or cut to the beginning they share, where there is none. */
function stepInto<T>(parent: Branch<T>, rest: string): Branch<T> {
  const first = rest.charCodeAt(0);
  const branch = parent.next.get(first);
  if (!branch) {
    const leaf: Branch<T> = { label: rest, next: new Map() };
    parent.next.set(first, leaf);
    return leaf;
  }
  const shared = sharedLength(branch.label, rest);
  if (shared === branch.label.length) {
    return branch;
  }
  const fork: Branch<T> = { label: rest.slice(0, shared), next: new Map() };
  branch.label = branch.label.slice(shared);
  fork.next.set(branch.label.charCodeAt(0), branch);
  parent.next.set(first, fork);
  return fork;
}

function sharedLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && length < other.length && one.charCodeAt(length) === other.charCodeAt(length)) {
    length++;
  }
  return length;
}
