import { readInline, type Inline } from '../followUp/readInline';
import { inOrder, type Span } from '../followUp/span';
import type { Block } from '../markdown/block';
import { readFrontMatter } from '../markdown/frontMatter';
import { scan } from '../markdown/scan';

/** A wiki-link in the text of a note. Offsets of the whole of it, brackets included. */
export interface WikiLink {
  readonly start: number;
  readonly end: number;
  /** As written, brackets included: `[[people/jane|Jane]]`. */
  readonly written: string;
  /** What stands before its `|`: a path or a name, and perhaps an anchor. */
  readonly target: string;
}

const LINK = /\[\[([^[\]|\n]{1,300})(?:\|[^\]\n]{0,300})?\]\]/g;

/** The wiki-links of a note, in order: not those in front matter, code and comments, nor dates in fields. */
export function wikiLinksIn(text: string): readonly WikiLink[] {
  return text.includes('[[') ? scan(text, readFrontMatter(text)).flatMap((block) => linksInBlock(text, block)) : [];
}

function linksInBlock(text: string, { kind, start, end }: Block): readonly WikiLink[] {
  if (kind !== 'paragraph' && kind !== 'heading') return [];
  const content = text.slice(start, end);
  if (!content.includes('[[')) return [];
  const without = spansWithoutLinks(readInline(content));
  const links: WikiLink[] = [];
  let passed = 0;
  for (const { 0: written, 1: target = '', index } of content.matchAll(LINK)) {
    while ((without[passed]?.end ?? Infinity) <= index) passed++;
    if ((without[passed]?.start ?? Infinity) > index) {
      links.push({ start: start + index, end: start + index + written.length, written, target });
    }
  }
  return links;
}

/** Where an item comes from and went is said by links; in all else that is no part of the sentence there are none. */
function spansWithoutLinks({ opaque, gaps, origin, target }: Inline): readonly Span[] {
  return inOrder([...opaque, ...gaps.filter((gap) => gap !== origin && gap !== target)]);
}
