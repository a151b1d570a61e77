import { trimToSize } from '../compact';
import { readInline } from '../followUp/readInline';
import { inOrder, type Span } from '../followUp/span';
import { Interner } from '../memo';
import { personKey } from '../people/names';
import { isStopWord, isEmptyAnswer } from './commonWords';
import type { NameCandidate, CandidateKind } from './note';
import { bareWord, beginsLikeName, endOfWord, isOnePhrase, nextWord } from './writtenWords';

/** What an answer opens with is a name up to so many words; of a longer phrase it is the first word that tells. */
const LONGEST_OPENING = 4;
/** Nobody names more in a line, and a line may be as long as a note. */
const MOST_NAMED = 40;

const NAMED: Readonly<Record<CandidateKind, Interner<NameCandidate>>> = {
  mention: named('mention'),
  link: named('link'),
  tag: named('tag'),
  opening: named('opening'),
  word: named('word'),
};

/** The tags of a line. Each is shared by all lines that have it. */
export function tagsIn(line: string): readonly NameCandidate[] {
  return tagCandidates(readInline(line).tags);
}

/** Tags as what they name. */
export function tagCandidates(tags: readonly string[]): readonly NameCandidate[] {
  return tags.map((tag) => NAMED.tag.get(tag));
}

/**
 * What a line names: tags, mentions and links first, then in their order the words that are written like names, and if
 * the line `opens` an answer those with which it does.
 */
export function nameCandidates(line: string, opens: boolean): readonly NameCandidate[] {
  const { mentions, tags, opaque, gaps } = readInline(line);
  const found = [...tagCandidates(tags)];
  for (const { mention } of mentions) {
    found.push(NAMED[mention.form === 'wiki' ? 'link' : 'mention'].get(mention.name));
  }
  const text =
    mentions.length + opaque.length + gaps.length > 0 ? blanked(line, [...mentions, ...opaque, ...gaps]) : line;
  const openingEnd = opens ? endOfOpening(text) : 0;
  for (let start = nextWord(text, 0); start < text.length && found.length < MOST_NAMED;) {
    const end = endOfWord(text, start);
    const form = start < openingEnd ? 'opening' : 'word';
    if (form === 'opening' || beginsLikeName(text, start)) {
      const word = bareWord(text.slice(start, end));
      if (!isStopWord(word.toLowerCase()) && !tags.includes(word) && !line.startsWith('://', end)) {
        found.push(NAMED[form].get(word));
      }
    }
    start = nextWord(text, end);
  }
  return trimToSize(found);
}

/** Offset after what the line opens with, or 0 when it says that there is nothing to name. */
function endOfOpening(text: string): number {
  const first = nextWord(text, 0);
  const firstEnd = endOfWord(text, first);
  if (isEmptyAnswer(text.slice(first, firstEnd).toLowerCase())) {
    return 0;
  }
  let end = firstEnd;
  let telling = isStopWord(text.slice(first, firstEnd).toLowerCase()) ? 0 : firstEnd;
  for (let words = 1; end < text.length; words++) {
    const start = nextWord(text, end);
    if (start === text.length || !isOnePhrase(text, end, start)) {
      return end;
    }
    if (words >= LONGEST_OPENING && telling > 0) {
      return telling;
    }
    end = endOfWord(text, start);
    telling ||= isStopWord(text.slice(start, end).toLowerCase()) ? 0 : end;
  }
  return end;
}

function blanked(line: string, spans: readonly Span[]): string {
  const parts: string[] = [];
  let copied = 0;
  for (const { start, end } of inOrder(spans)) {
    if (end <= copied) continue;
    parts.push(line.slice(copied, start), ' '.repeat(end - Math.max(copied, start)));
    copied = end;
  }
  return parts.join('') + line.slice(copied);
}

function named(form: CandidateKind): Interner<NameCandidate> {
  return new Interner((name) => ({ name, key: personKey(name), form }));
}
