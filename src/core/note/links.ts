import { decodeUriPart } from '../text/strings';
import type { Block } from '../markdown/block';
import type { ParsedMarkdown } from '../markdown/parsedMarkdown';
import { type Inline, readInline } from '../taskText/inline';
import { inOrder, type TextRange } from '../text/range';

/** A link as written, and the URI of the note that contains it. */
export interface Link {
  readonly from: string;
  /** A relative path (`../jane/2026-11-23.md#top`), or a wiki-link's target without brackets (`jane/2026-11-23`). */
  readonly link: string;
}

const NOTE_ENDING = /\.(?:md|markdown)$/i;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** Returns the file name in a link or URI: decoded, in lower case, without anchor and `.md`. */
export function linkBaseName(link: string): string {
  const path = withoutAnchor(link);
  return comparablePath(path.slice(path.lastIndexOf('/') + 1))
    .replace(NOTE_ENDING, '')
    .toLowerCase();
}

/**
 * Returns a path decoded and in the composed form of Unicode. File names written by macOS are decomposed, while typed
 * links are not.
 */
function comparablePath(path: string): string {
  return decodeUriPart(path).normalize('NFC');
}

/** Returns the `linkBaseName` of the linked note. A link with only an anchor leads to its own note. */
export function targetBaseName({ from, link }: Link): string {
  return linkBaseName(withoutAnchor(link) === '' ? from : link);
}

/**
 * Returns the key of a link, which matches one of the `noteKeys` of the linked note. A link to a file path includes the
 * folder, because notes of different people often have the same date as their name. Other links have only the base
 * name.
 */
export function linkKey(link: Link): string {
  const path = withoutAnchor(link.link);
  const resolved = SCHEME.test(path) ? path : resolveLink(link);
  return resolved !== undefined && NOTE_ENDING.test(resolved) ? inFolder(resolved) : targetBaseName(link);
}

/** Returns the possible values of `linkKey` for links to the note at `uri`. */
export function noteKeys(uri: string): readonly string[] {
  const baseName = linkBaseName(uri);
  return [baseName, inFolder(uri, baseName)];
}

function inFolder(uri: string, baseName = linkBaseName(uri)): string {
  const end = uri.lastIndexOf('/');
  return `${comparablePath(uri.slice(uri.lastIndexOf('/', end - 1) + 1, end)).toLowerCase()}/${baseName}`;
}

/**
 * Tests whether a link leads to the note at `uri`. Relative and absolute links are compared by path, wiki-links by the
 * end of the path.
 */
export function pointsTo(link: Link, uri: string): boolean {
  const resolved = linkedUri(link);
  if (resolved === uri) return true;
  if (targetBaseName(link) !== linkBaseName(uri)) return false;
  if (resolved !== undefined && comparablePath(resolved) === comparablePath(uri)) return true;
  const path = comparablePath(withoutAnchor(link.link)).replace(NOTE_ENDING, '');
  return (
    !path.startsWith('.') &&
    !NOTE_ENDING.test(withoutAnchor(link.link)) &&
    `/${withoutExtension(uri)}`.endsWith(`/${path}`)
  );
}

/**
 * Returns the URI to which a link leads if its path is complete, or `undefined` without one. A note may have another
 * spelling of it: see `pointsTo`.
 */
export function linkedUri(link: Link): string | undefined {
  return SCHEME.test(link.link) ? withoutAnchor(link.link) : resolveLink(link);
}

/**
 * Returns the URI of a relative link without its anchor, or `undefined` if the link leaves its root or has a scheme.
 */
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
 * Returns the anchor of a heading: in lower case, with hyphens for white space, and otherwise only letters, combining
 * marks, digits, `-` and `_`. GitHub and VS Code create the same anchors, except for unusual punctuation.
 */
export function headingAnchor(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/\s+/gu, '-')
    .replace(/[^\p{L}\p{M}\p{N}_-]/gu, '')
    .replace(/^-+|(?<!-)-+$/g, '');
}

/** Returns the anchors of a note's headings in order. Repeated anchors get a number: `-1`, `-2`. */
export function headingAnchors(headings: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  return headings.map((heading) => {
    const anchor = headingAnchor(heading);
    const before = counts.get(anchor) ?? 0;
    counts.set(anchor, before + 1);
    return before === 0 ? anchor : `${anchor}-${before}`;
  });
}

/**
 * Returns the words of a heading for a wiki-link. Obsidian finds headings by their words, and compares them without the
 * characters that have a meaning in a link.
 */
export function wikiLinkHeading(title: string): string {
  return title
    .replace(/[:#|^\\]|%%|\[\[|\]\]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function withoutAnchor(link: string): string {
  const hash = link.indexOf('#');
  return hash < 0 ? link : link.slice(0, hash);
}

function withoutExtension(uri: string): string {
  return comparablePath(uri).replace(NOTE_ENDING, '');
}

/** A wiki-link in the text of a note. The offsets include the brackets. */
export interface WikiLink {
  readonly start: number;
  readonly end: number;
  /** The link as written, including brackets: `[[people/jane|Jane]]`. */
  readonly written: string;
  /** The part before the `|`: a path or name, possibly with an anchor. */
  readonly target: string;
}

const LINK = /\[\[([^[\]|\n]{1,300})(?:\|[^\]\n]{0,300})?\]\]/g;

/** Returns the wiki-links of a note in order, except those in front matter, code, comments and date fields. */
export function wikiLinksIn(note: ParsedMarkdown): readonly WikiLink[] {
  const { text } = note;
  return text.includes('[[') ? note.blocks.flatMap((block) => linksInBlock(text, block)) : [];
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

/**
 * Returns the spans that cannot contain links. Fields other than the origin and the target of a carried item belong to
 * them.
 */
function spansWithoutLinks({ opaque, gaps, origin, target }: Inline): readonly TextRange[] {
  return inOrder([...opaque, ...gaps.filter((gap) => gap !== origin && gap !== target)]);
}
