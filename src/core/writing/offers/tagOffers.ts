import type { Span } from '../../followUp/span';
import type { NoteIndex } from '../../index/noteIndex';
import type { LineCompletion } from './offer';

/** A list is for choosing from: who has more tags types a letter. */
const MOST_TAGS = 200;

/** The tags of all follow-ups that can be put in place of `typed`, which begins with the `#`: the most used first. */
export function tagCompletions(index: NoteIndex, { start, end }: Span): readonly LineCompletion[] {
  const counts = new Map<string, number>();
  for (const { followUps } of index.notes()) {
    for (const { tags } of followUps) {
      for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort(([a, used], [b, usedToo]) => usedToo - used || (a < b ? -1 : 1))
    .slice(0, MOST_TAGS)
    .map(([tag, count]) => {
      const text = `#${tag}`;
      return { kind: 'tag', label: text, description: `${count}×`, text, start, end, filter: text };
    });
}
