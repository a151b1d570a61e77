import { decodeUriPart } from '../text/decodeUriPart';
/** How the links of a person's notes are written. */
export type LinkStyle = 'markdown' | 'wiki';

/** A place to link to, seen from a note. Places are URIs as text. */
export interface LinkRequest {
  readonly from: string;
  readonly to: string;
  /** The anchor of a heading there, without `#`. */
  readonly anchor?: string | undefined;
  /** What the link shows. */
  readonly label: string;
  readonly style: LinkStyle;
  /** The folder that the paths of wiki-links start from. Where it does not help, the link is a Markdown one. */
  readonly root?: string | undefined;
}

interface UriParts {
  /** Scheme, authority and drive: what two files must share for a relative link between them. */
  readonly origin: string;
  readonly query: string;
  /** Decoded; the last one is the file. */
  readonly segments: readonly string[];
}

/** The link to a note, whole: `[label](path)` or `[[path|label]]`; an absolute one where no relative one exists. */
export function linkTo({ from, to, anchor, label, style, root }: LinkRequest): string {
  const isHere = from === to && anchor !== undefined;
  const hash = anchor === undefined ? '' : `#${anchor}`;
  const path = style === 'wiki' ? (isHere ? '' : pathBelow(root, to)) : undefined;
  return path === undefined
    ? `[${label}](${isHere ? '' : (relativeLink(from, to) ?? to)}${hash})`
    : `[[${path}${hash}|${label}]]`;
}

/**
 * The path from one file to another as a Markdown link holds it: Unicode as it is, what would end or change the link
 * percent-encoded. `undefined` when no path leads there: another scheme, authority or drive.
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
  while (shared < Math.min(folders.length, end.segments.length - 1) && folders[shared] === end.segments[shared]) {
    shared++;
  }
  return [...folders.slice(shared).map(() => '..'), ...end.segments.slice(shared)];
}

/** The path from the folder `root`, without `.md`; `undefined` for a file outside, or one that no wiki-link can name. */
function pathBelow(root: string | undefined, uri: string): string | undefined {
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
