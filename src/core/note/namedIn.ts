import { compact } from '../compact';
import { readInline } from '../followUp/readInline';
import { inOrder, type Span } from '../followUp/span';
import { Memo } from '../memo';
import { personKey } from '../people/names';
import { isCommonWord, saysNobody } from './commonWords';
import type { Named, NamedForm } from './note';
import { bareWord, beginsLikeName, endOfWord, isOnePhrase, nextWord } from './writtenWords';

/** What an answer opens with is a name up to so many words; of a longer phrase it is the first word that tells. */
const LONGEST_OPENING = 4;
/** Nobody names more in a line, and a line may be as long as a note. */
const MOST_NAMED = 40;

const NAMED: Readonly<Record<NamedForm, Memo<Named>>> = {
  mention: named('mention'),
  link: named('link'),
  tag: named('tag'),
  opening: named('opening'),
  word: named('word'),
};

/** The tags of a line. Each is shared by all lines that have it. */
export function tagsIn(line: string): readonly Named[] {
  return tagged(readInline(line).tags);
}

/** Tags as what they name. */
export function tagged(tags: readonly string[]): readonly Named[] {
  return tags.map((tag) => NAMED.tag.of(tag));
}

/**
 * What a line names: tags, mentions and links first, then in their order the words that are written like names, and if
 * the line `opens` an answer those with which it does.
 */
export function namedIn(line: string, opens: boolean): readonly Named[] {
  const { mentions, tags, opaque, gaps } = readInline(line);
  const found = [...tagged(tags)];
  for (const { mention } of mentions) {
    found.push(NAMED[mention.form === 'wiki' ? 'link' : 'mention'].of(mention.name));
  }
  const text =
    mentions.length + opaque.length + gaps.length > 0 ? blanked(line, [...mentions, ...opaque, ...gaps]) : line;
  const openingEnd = opens ? endOfOpening(text) : 0;
  for (let start = nextWord(text, 0); start < text.length && found.length < MOST_NAMED;) {
    const end = endOfWord(text, start);
    const form = start < openingEnd ? 'opening' : 'word';
    if (form === 'opening' || beginsLikeName(text, start)) {
      const word = bareWord(text.slice(start, end));
      if (!isCommonWord(word.toLowerCase()) && !tags.includes(word) && !line.startsWith('://', end)) {
        found.push(NAMED[form].of(word));
      }
    }
    start = nextWord(text, end);
  }
  return compact(found);
}

/** Offset after what the line opens with, or 0 when it says that there is nothing to name. */
function endOfOpening(text: string): number {
  const first = nextWord(text, 0);
  const firstEnd = endOfWord(text, first);
  if (saysNobody(text.slice(first, firstEnd).toLowerCase())) {
    return 0;
  }
  let end = firstEnd;
  let telling = isCommonWord(text.slice(first, firstEnd).toLowerCase()) ? 0 : firstEnd;
  for (let words = 1; end < text.length; words++) {
    const start = nextWord(text, end);
    if (start === text.length || !isOnePhrase(text, end, start)) {
      return end;
    }
    if (words >= LONGEST_OPENING && telling > 0) {
      return telling;
    }
    end = endOfWord(text, start);
    telling ||= isCommonWord(text.slice(start, end).toLowerCase()) ? 0 : end;
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

function named(form: NamedForm): Memo<Named> {
  return new Memo((name) => ({ name, key: personKey(name), form }));
}
