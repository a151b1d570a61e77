import type { Inline } from './readInline';
import { inOrder } from './span';

const NO_TAGS: readonly string[] = [];
const TAG = /(?<![^\s([{,;])#([\p{L}\p{M}\p{N}_/-]*[\p{L}\p{M}_][\p{L}\p{M}\p{N}_/-]*)/gu;

/** The tags in the text of an item, without their `#`, each once; a number alone is none. */
export function tagsIn(text: string, { opaque, gaps }: Inline): readonly string[] {
  if (!text.includes('#')) return NO_TAGS;
  const tags = new Set<string>();
  const hidden = inOrder([...opaque, ...gaps]);
  let next = 0;
  for (const { 1: tag = '', index } of text.matchAll(TAG)) {
    while ((hidden[next]?.end ?? Infinity) <= index) next++;
    if (index < (hidden[next]?.start ?? Infinity)) tags.add(tag);
  }
  return [...tags];
}
