import type { Block } from '../markdown/block';
import { htmlComments } from '../markdown/htmlComments';
import { withoutMarkers } from '../markdown/listItem';
import type { ParsedMarkdown } from '../markdown/parsedMarkdown';
import { addToGroup } from '../text/collections';
import { END_OF_NOTE, inOrder, type LineRange, type TextRange, touchesRange } from '../text/range';
import { isPrivateField } from './privateProperties';
import {
  END_WORDS,
  hasLock,
  isPrivateLabel,
  isPrivateLead,
  isPrivateName,
  isPrivateTitle,
  mayNamePrivate,
  saysPrivate,
} from './privateWords';

/** The effect of the private markers in a note. */
interface MarkedLines {
  /** The lines between paired markers, and those after an unpaired one that opens a private part. */
  readonly ranges: readonly LineRange[];
  /** The first and last lines of these parts, which are not labels. */
  readonly markers: ReadonlySet<number>;
  /** Lines of unpaired markers. */
  readonly unpaired: readonly number[];
  /** Lines of comments that are similar to a private marker. */
  readonly similar: readonly number[];
}

/** The way a marker is written. Only markers of one family make a pair. */
type Family = 'comment' | 'container' | 'region' | 'bracket' | 'element';

/** The beginning or end of a part of the note, in order of the text. */
interface Marker extends TextRange {
  readonly family: Family;
  readonly opens: boolean;
  /** Whether the marker names something private. An end may have no name. */
  readonly isPrivate: boolean;
  /** The element of an HTML tag, or `''`. */
  readonly element: string;
}

/** The markers of blocks, and the lines of comments that are similar to a private marker. */
interface FoundMarkers extends Pick<MarkedLines, 'similar'> {
  readonly markers: readonly Marker[];
}

const NO_MARKERS: FoundMarkers = { markers: [], similar: [] };
const WITHOUT_MARKERS: ReadonlySet<Block['kind']> = new Set(['item', 'quote', 'break', 'code']);
const HIDDEN = /(?<!`)(`+)(?!`)[^]*?(?<!`)\1(?!`)|%%([^]*?)%%/g;
const COMMENT = /<!--[^]{0,200}?-->|%%[^%]{0,200}%%/g;
const COMMENT_SIGNS = /^(?:<!--|%%)|(?:-->|%%)$/g;
const END_WORD = new RegExp(
  String.raw`^[\s#]*[/\\]|[/\\]\s*$|(?:^|[^\p{L}])(?:${END_WORDS.join('|')})(?:region)?(?![\p{L}])`,
  'iu',
);
const REGION = /^[\s#]*(?:end)?region\b[\s:-]*/i;
const CONTAINER = /^(?::::+(?!:)|\/{3,}(?!\/))(.*)$/;
const REGION_LINE = /^(?:\/\/|--)?\s*#(?:(end)?region\b|\+(?:begin|(end))_)(.*)$/i;
/** A link definition without an address, which is used as a comment: `[//]: # (private)`, `[private]: <>`. */
const DEFINITION_COMMENT = /^\[([^\][]{1,60})\]:\s*(?:#|<>)(?:\s+[("']?([^()"']{0,60})[)"']?)?$/;
const BRACKETED_LINE = /^(?:\[|\{\{?[%<]?)\s{0,9}([/\\]?[^[\]{}<>]{1,60}?)\s{0,9}(?:\]|[%>]?\}\}?)$/;
const TAG = /<([/?]?)([a-z][\w-]*)(?![\w-])([^<>]*)>/gi;
const WITHOUT_CONTENT = /^(?:br|hr|img|input|wbr|meta|link|col|area|base|embed|source)$/i;
const SUMMARY = /^<details\b[^<>]*>\s*<summary\b[^<>]*>([^]*?)<\/summary/i;
/** The first words of an element that holds other blocks. */
const FIRST_WORDS = /^<(?:aside|article|blockquote|div|section)\b[^<>]*>\s*([^<>#\r\n][^<>\r\n]*)/i;
/** `private: true`, `share = no`: a comment like a property. */
const COMMENT_FIELD = /^[\s#@]*([\p{L}][\p{L}\p{N}_ -]{0,30})\s*[:=]\s*([^\s:=].{0,40})$/u;
/** Longest comment about privacy that may be meant as a marker, in characters. */
const LONGEST_REMARK = 60;
/** Longest comment that can be a marker, in characters. Longer ones are text. */
const LONGEST_MARKER = 200;
const QUOTED = /"[^"]*"|'[^']*'/g;
/** Attributes of HTML that is not displayed. */
const UNDISPLAYED = /(?:^|[\s"'])hidden(?:[\s"'=]|$)|display\s?:\s?none/i;
const ADDRESS = /\b(?:href|src)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"']+)/gi;

/** What a comment says about privacy: it opens or closes a private part, or it is similar to such a marker. */
type CommentRole = 'opens' | 'closes' | 'nearly';

/** Returns the role of a comment, from `<!--` to `-->` or from `%%` to `%%`, or `undefined` for any other comment. */
function commentRole(comment: string): CommentRole | undefined {
  if (!mayNamePrivate(comment)) return undefined;
  const inner = comment.replace(COMMENT_SIGNS, '').trim();
  const [, key = '', value] = COMMENT_FIELD.exec(inner) ?? [];
  if (value !== undefined && isPrivateField(key, value)) return 'opens';
  const words = inner.replace(REGION, '').replace(/^[\s>/\\!#]+|(?<![\s/\\])[\s/\\]+$/g, '');
  const withoutEnd = words.replace(END_WORD, ' ').trim();
  if (isPrivateLabel(withoutEnd)) {
    return END_WORD.test(inner) || /^#?endregion/i.test(inner) ? 'closes' : 'opens';
  }
  const [first = '', second = ''] = withoutEnd.split(/\s+/);
  const isNear = isPrivateLabel(first) || isPrivateLabel(`${first} ${second}`);
  const isRemark = inner.length <= LONGEST_REMARK && !inner.includes('<!--') && saysPrivate(inner);
  return isNear || isRemark ? 'nearly' : undefined;
}

/** Replaces every comment that is, or is similar to, a private marker, even in code. */
export function replacePrivateMarkers(text: string, replacement: string): string {
  return text.replace(COMMENT, (comment) => (commentRole(comment) ? replacement : comment));
}

/**
 * Finds private markers: comments (`<!-- private -->`, `%% private %%`), regions, containers (`::: private`) and HTML
 * elements. An unpaired marker that opens a private part makes the rest of the note private.
 */
export function markedLines(note: ParsedMarkdown, suspects: readonly LineRange[]): MarkedLines {
  const { blocks, lines } = note;
  const readable = blocks.filter(({ kind }) => !WITHOUT_MARKERS.has(kind));
  const suspected = markersIn(
    note,
    readable.filter((block) => touchesRange(suspects, block)),
  );
  // Without a private marker, it does not matter which of the others make a pair.
  const isMarked = suspected.similar.length > 0 || suspected.markers.some(({ isPrivate }) => isPrivate);
  const { markers, similar } = isMarked ? markersIn(note, readable) : NO_MARKERS;
  const { pairs, alone } = paired(inOrder(markers));
  const between = pairs.map(({ start, end }) => ({ line: lines.at(start), endLine: lines.at(end) }));
  const unended = alone.filter(({ opens }) => opens);
  return {
    ranges: [...between, ...unended.map(({ start }) => ({ line: lines.at(start), endLine: END_OF_NOTE }))],
    markers: new Set(between.flatMap(({ line, endLine }) => [line, endLine])),
    unpaired: alone.map(({ start }) => lines.at(start)),
    similar,
  };
}

function markersIn(note: ParsedMarkdown, blocks: readonly Block[]): FoundMarkers {
  const { text, lines } = note;
  const markers: Marker[] = [];
  const similar: number[] = [];
  for (const block of blocks) {
    for (const { start, end, role } of commentsIn(text, block)) {
      if (role === 'nearly') similar.push(lines.at(start));
      else markers.push({ family: 'comment', start, end, opens: role === 'opens', isPrivate: true, element: '' });
    }
    markers.push(...lineMarkers(note, block), ...tagsIn(text, block));
  }
  return { markers, similar };
}

interface RoledComment extends TextRange {
  readonly role: CommentRole;
}

/** Returns the comments of a block with a role, except those in inline code. */
function commentsIn(text: string, block: Block): RoledComment[] {
  const written = text.slice(block.start, block.end);
  const hidden =
    block.kind === 'html' ? [] : [...written.matchAll(HIDDEN)].filter(({ 2: inner }) => inner !== undefined);
  const comments = [
    ...htmlComments(text, block),
    ...hidden.map(({ index, 0: { length } }) => ({ start: block.start + index, end: block.start + index + length })),
  ];
  return inOrder(comments).flatMap(({ start, end }) => {
    const role = end - start <= LONGEST_MARKER ? commentRole(text.slice(start, end)) : undefined;
    return role ? [{ start, end: end - 1, role }] : [];
  });
}

/** Returns the markers that fill a line: `#region private`, `::: private`, `[private]`, and their ends. */
function lineMarkers({ lines }: ParsedMarkdown, block: Block): Marker[] {
  const found: Marker[] = [];
  for (let line = block.line; line <= block.endLine; line++) {
    const written = withoutMarkers(lines.get(line)).trim();
    const place = { start: lines.start(line), end: lines.start(line), element: '' };
    const container = CONTAINER.exec(written)?.[1];
    const [, label, remark = label] = DEFINITION_COMMENT.exec(written) ?? [];
    const role = remark === undefined ? undefined : (commentRole(remark) ?? commentRole(label ?? ''));
    const region = REGION_LINE.exec(written);
    const bracketed = BRACKETED_LINE.exec(written)?.[1];
    if (role !== undefined) {
      found.push({ ...place, family: 'comment', opens: role !== 'closes', isPrivate: true });
    } else if (container !== undefined) {
      const opens = container.trim() !== '';
      found.push({ ...place, family: 'container', opens, isPrivate: opens && isPrivateName(container) });
    } else if (region) {
      const [, end, orgEnd, name = ''] = region;
      const opens = (end ?? orgEnd) === undefined;
      found.push({ ...place, family: 'region', opens, isPrivate: isPrivateName(name) });
    } else if (bracketed !== undefined && mayNamePrivate(bracketed)) {
      const name = bracketed.replace(END_WORD, ' ');
      if (isPrivateLabel(name)) {
        found.push({ ...place, family: 'bracket', opens: !END_WORD.test(bracketed), isPrivate: true });
      }
    }
  }
  return found;
}

/** Returns the HTML tags of a block, except those in inline code. */
function tagsIn(text: string, { kind, start, end }: Block): Marker[] {
  if (kind === 'comment') return [];
  const written = text.slice(start, end).replace(HIDDEN, (hidden) => ' '.repeat(hidden.length));
  return [...written.matchAll(TAG)].flatMap(({ index, 0: tag, 1: slash, 2: element = '', 3: attributes = '' }) => {
    if (WITHOUT_CONTENT.test(element) || attributes.endsWith('/')) return [];
    const from = start + index;
    const opens = slash !== '/';
    const isPrivate =
      opens && (isPrivateName(element) || hasPrivateAttribute(attributes) || beginsPrivately(text, from));
    return [{ family: 'element', start: from, end: from + tag.length - 1, opens, isPrivate, element } as const];
  });
}

function hasPrivateAttribute(attributes: string): boolean {
  if (UNDISPLAYED.test(attributes)) return true;
  if (!mayNamePrivate(attributes)) return false;
  const written = attributes.replace(ADDRESS, '');
  const values = Array.from(written.matchAll(QUOTED), ([value]) => value.slice(1, -1));
  return values.some(isPrivateLabel) || written.split(/[\s"'=]+/).some((each) => isPrivateName(each));
}

/** Tests whether the element at an offset has a private summary, or a label for private as its first words. */
function beginsPrivately(text: string, start: number): boolean {
  const written = text.slice(start, start + LONGEST_MARKER);
  const title = SUMMARY.exec(written)?.[1];
  const words = FIRST_WORDS.exec(written)?.[1];
  return (
    (title !== undefined && isPrivateTitle(title)) || (words !== undefined && (isPrivateLead(words) || hasLock(words)))
  );
}

/** Joins each end with the last open beginning of its family. Only private pairs and unpaired private markers count. */
function paired(markers: readonly Marker[]): { pairs: readonly TextRange[]; alone: readonly Marker[] } {
  const open = new Map<string, Marker[]>();
  const pairs: TextRange[] = [];
  const ends: Marker[] = [];
  for (const marker of markers) {
    const family = marker.family + marker.element.toLowerCase();
    if (marker.opens) {
      addToGroup(open, family, marker);
      continue;
    }
    const opener = open.get(family)?.pop();
    if (opener?.isPrivate) pairs.push({ start: opener.start, end: marker.end });
    else if (!opener && marker.isPrivate) ends.push(marker);
  }
  const left = [...open.values()].flat().filter(({ isPrivate, family }) => isPrivate && family !== 'bracket');
  return { pairs, alone: inOrder([...ends, ...left]) };
}
