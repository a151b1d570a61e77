import { wikiLinkHeading } from '../note/links';
import { decodeUriPart } from '../text/strings';

/** The style of links in a person's notes. */
type LinkStyle = 'markdown' | 'wiki';

/** A heading as the target of a link. */
export interface HeadingTarget {
  readonly title: string;
  /** The anchor for Markdown links, without `#`. */
  readonly anchor: string;
}

/** The source and target of a link, as URIs, and its format. */
export interface LinkRequest {
  readonly from: string;
  readonly to: string;
  /** The heading in the target that the link leads to. */
  readonly heading?: HeadingTarget | undefined;
  /** The visible text of the link. */
  readonly label: string;
  readonly style: LinkStyle;
  /** The root folder for the paths of wiki-links. If no such path exists, a Markdown link is written. */
  readonly root?: string | undefined;
}

interface UriParts {
  /** Scheme, authority and drive. Relative links are only possible between files of the same origin. */
  readonly origin: string;
  readonly query: string;
  /** Decoded path segments; the last one is the file name. */
  readonly segments: readonly string[];
}

/** Returns a complete link: `[label](path)` or `[[path|label]]`. It is absolute if no relative path exists. */
export function linkTo({ from, to, heading, label, style, root }: LinkRequest): string {
  const isHere = from === to && heading !== undefined;
  const path = style === 'wiki' ? (isHere ? '' : pathBelow(root, to)) : undefined;
  if (path === undefined) {
    const hash = heading === undefined ? '' : `#${heading.anchor}`;
    return `[${label}](${isHere ? '' : (relativeLink(from, to) ?? to)}${hash})`;
  }
  return `[[${path}${heading === undefined ? '' : `#${wikiLinkHeading(heading.title)}`}|${label}]]`;
}

/**
 * Returns the path from one file to another for a Markdown link. Unicode is kept; characters that would break the link
 * are percent-encoded. `undefined` if the scheme, authority or drive differs.
 */
export function relativeLink(from: string, to: string): string | undefined {
  const path = relativePath(from, to);
  return path?.map(encodedForMarkdown).join('/');
}

function relativePath(from: string, to: string): readonly string[] | undefined {
  const start = partsOf(from);
  const end = partsOf(to);
  if (start.origin !== end.origin || start.query !== end.query) {
    return undefined;
  }
  const folders = start.segments.slice(0, -1);
  let shared = 0;
  while (
    shared < Math.min(folders.length, end.segments.length - 1) &&
    isSameName(folders[shared], end.segments[shared])
  ) {
    shared++;
  }
  return [...folders.slice(shared).map(() => '..'), ...end.segments.slice(shared)];
}

/** Compares names as file systems do: a composed letter is equal to a decomposed one. */
function isSameName(one = '', other = ''): boolean {
  return one.normalize('NFC') === other.normalize('NFC');
}

/**
 * Returns the path from the folder `root` without `.md`, or `undefined` for a file outside or a path that a wiki-link
 * cannot contain.
 */
export function pathBelow(root: string | undefined, uri: string): string | undefined {
  const path = root === undefined ? undefined : relativePath(`${root.replace(/\/$/, '')}/-`, uri)?.join('/');
  return path === undefined || path.startsWith('../') || /[[\]|#^]/.test(path) ? undefined : path.replace(/\.md$/i, '');
}

function partsOf(uri: string): UriParts {
  const match = /^([a-z][a-z\d+.-]*:(?:\/\/[^/?#]*)?)([^?#]*)(\?[^#]*)?/i.exec(uri);
  const segments = (match?.[2] ?? uri).split('/').map(decodeUriPart);
  const drive = /^[a-z]:$/i.test(segments[1] ?? '') ? segments.splice(1, 1).join('').toLowerCase() : '';
  return { origin: `${match?.[1]?.toLowerCase() ?? ''}${drive}`, query: match?.[3] ?? '', segments };
}

function encodedForMarkdown(segment: string): string {
  return segment.replace(/[\s\p{Cc}%()<>#?[\]\\"`:|]/gu, (sign) =>
    sign === '(' ? '%28' : sign === ')' ? '%29' : encodeURIComponent(sign),
  );
}
