import { decodeUriPart } from '../text/decodeUriPart';
import type { Block } from '../markdown/block';
import { ParsedMarkdown } from '../markdown/parsedMarkdown';
import { type Inline, readInline } from '../taskText/inline';
import { inOrder, type TextRange } from '../text/range';

/** A link as written, and the URI of the note that it stands in. */
export interface Link {
  readonly from: string;
  /** Relative (`../jane/2026-11-23.md#top`), or a wiki-link's target (`jane/2026-11-23`), without the brackets. */
  readonly link: string;
}

const NOTE_ENDING = /\.(?:md|markdown)$/i;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** The file name that a link or a URI ends in: decoded, lower case, without anchor and `.md`. */
export function linkBaseName(link: string): string {
  const path = withoutAnchor(link);
  return decodeUriPart(path.slice(path.lastIndexOf('/') + 1))
    .replace(/\.(?:md|markdown)$/i, '')
    .toLowerCase();
}

/** `linkBaseName` of the note that a link leads to: a link that is an anchor only stays in its note. */
export function targetBaseName({ from, link }: Link): string {
  return linkBaseName(withoutAnchor(link) === '' ? from : link);
}

/**
 * What a link is found by, among those of `noteKeys` the note that it leads to: where it names a file by its path, the
 * name with the folder, as the notes of one day have the same name in the folders of many people; else the name alone.
 */
export function linkKey(link: Link): string {
  const path = withoutAnchor(link.link);
  const resolved = SCHEME.test(path) ? path : resolveLink(link);
  return resolved !== undefined && NOTE_ENDING.test(resolved) ? inFolder(resolved) : targetBaseName(link);
}

/** Under what links to the note at `uri` are found. */
export function noteKeys(uri: string): readonly string[] {
  return [linkBaseName(uri), inFolder(uri)];
}

function inFolder(uri: string): string {
  const folder = uri.slice(0, uri.lastIndexOf('/'));
  return `${decodeUriPart(folder.slice(folder.lastIndexOf('/') + 1)).toLowerCase()}/${linkBaseName(uri)}`;
}

/** Whether a link leads to the note at `uri`: a relative one by its path, an absolute one, a wiki-link by the end of the path. */
export function pointsTo(link: Link, uri: string): boolean {
  if (targetBaseName(link) !== linkBaseName(uri)) {
    return false;
  }
  const resolved = SCHEME.test(link.link) ? withoutAnchor(link.link) : resolveLink(link);
  if (resolved !== undefined && decodeUriPart(resolved) === decodeUriPart(uri)) {
    return true;
  }
  const path = decodeUriPart(withoutAnchor(link.link)).replace(/\.(?:md|markdown)$/i, '');
  return (
    !path.startsWith('.') &&
    !/\.(?:md|markdown)$/i.test(withoutAnchor(link.link)) &&
    `/${withoutExtension(uri)}`.endsWith(`/${path}`)
  );
}

/** The URI that a relative link leads to, without its anchor, or `undefined` when it leaves its root or has a scheme. */
export function resolveLink({ from, link }: Link): string | undefined {
  const path = withoutAnchor(link);
  if (path === '') {
    return from;
  }
  if (SCHEME.test(path) || path.startsWith('/')) {
    return undefined;
  }
  const root = /^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?/i.exec(from)?.[0] ?? '';
  const segments = from.slice(root.length).split('/').slice(1, -1);
  for (const segment of path.split('/')) {
    if (segment === '..') {
      if (segments.pop() === undefined) {
        return undefined;
      }
    } else if (segment !== '.') {
      segments.push(encodeURIComponent(decodeUriPart(segment)));
    }
  }
  return `${root}/${segments.join('/')}`;
}

/**
 * The anchor of a heading: lower case, white space as hyphens, and of all else only letters, marks, digits, `-` and `_`.
 * That is how GitHub and VS Code name headings, up to punctuation that the headings of notes seldom hold.
 */
export function headingAnchor(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/\s+/gu, '-')
    .replace(/[^\p{L}\p{M}\p{N}_-]/gu, '')
    .replace(/^-+|-+$/g, '');
}

/** The anchors of the headings of a note, in their order. Those of later equal headings end in a number: `-1`, `-2`. */
export function headingAnchors(headings: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  return headings.map((heading) => {
    const anchor = headingAnchor(heading);
    const before = counts.get(anchor) ?? 0;
    counts.set(anchor, before + 1);
    return before === 0 ? anchor : `${anchor}-${before}`;
  });
}

function withoutAnchor(link: string): string {
  const hash = link.indexOf('#');
  return hash < 0 ? link : link.slice(0, hash);
}

function withoutExtension(uri: string): string {
  return decodeUriPart(uri).replace(/\.(?:md|markdown)$/i, '');
}

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
  return text.includes('[[') ? new ParsedMarkdown(text).blocks.flatMap((block) => linksInBlock(text, block)) : [];
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
function spansWithoutLinks({ opaque, gaps, origin, target }: Inline): readonly TextRange[] {
  return inOrder([...opaque, ...gaps.filter((gap) => gap !== origin && gap !== target)]);
}
