import { addToGroup } from '../text/collections';
import type { Refusal } from '../text/edit';
import { isFirstParagraphOfItem } from '../markdown/block';
import { refusedConflict } from '../markdown/conflicts';
import { ParsedMarkdown } from '../markdown/parsedMarkdown';
import type { FollowUp } from './followUp';
import { hasLine, type TextRange } from '../text/range';
import { contextOf, HeadingPath, type LineContext, lineHash, isBox, lineAround } from './taskItem';
import { message } from '../text/message';

/** A line with its surroundings. */
interface LineInContext {
  /** Line number of the checkbox, from 0, when the note was read. */
  readonly line: number;
  /** The surroundings of the line. */
  readonly context: LineContext;
}

/** Identifies a line of a note, so that it can be found again after other changes. */
export interface LineAnchor {
  /** Line number of the checkbox, from 0, when the note was read. */
  readonly line: number;
  /** The surroundings of the line. If they are unknown, only a line without identical ones is found. */
  readonly context?: LineContext;
  /** The line as it was read, without its line end. */
  readonly source: string;
  /** The lines of all items with the same source, including this one, in order. Omitted if there is only one. */
  readonly identicalLines?: readonly LineInContext[];
}

/** An item located in the current text of its note. */
export interface LocatedItem extends LineInContext {
  /** Range of the checkbox's line in the current text, without its line end. */
  readonly start: number;
  readonly end: number;
  /** The item's own text, including checkbox and continuation lines. */
  readonly paragraph: TextRange;
}

/** Returns the anchor of a follow-up, given all follow-ups of its note. */
export function anchorOf(followUp: FollowUp, followUps: readonly FollowUp[]): LineAnchor {
  const identical = followUps.filter(({ source }) => source === followUp.source);
  return anchorAmong(followUp, identical.map(inContext));
}

/** Returns the anchors of several follow-ups of one note, in their order. */
export function anchorsOf(some: readonly FollowUp[], followUps: readonly FollowUp[]): readonly LineAnchor[] {
  const lines = new Map<string, LineInContext[]>();
  for (const followUp of followUps) {
    addToGroup(lines, followUp.source, inContext(followUp));
  }
  return some.map((followUp) => anchorAmong(followUp, lines.get(followUp.source) ?? []));
}

function inContext({ line, context }: FollowUp): LineInContext {
  return { line, context };
}

function anchorAmong({ line, source, context }: FollowUp, identicalLines: readonly LineInContext[]): LineAnchor {
  return { line, source, context, ...(identicalLines.length > 1 && { identicalLines }) };
}

/**
 * Locates an item in the current text of its note. Refuses if it is not certain which line is meant, or if Git could not
 * merge the line. An item without identical ones may have moved. Identical items must all have moved by the same
 * distance, without a change of their number, or the item must be on the same line in the same surroundings.
 */
export function locate(noteNow: string, anchor: LineAnchor): LocatedItem | Refusal {
  const [located] = locateEach(new ParsedMarkdown(noteNow), [anchor]);
  return located ?? { refused: message('followUp.lineGone') };
}

/** Locates several items of one note, which is scanned only once. The results are in the order of the anchors. */
export function locateEach(
  noteNow: ParsedMarkdown,
  anchors: readonly LineAnchor[],
): readonly (LocatedItem | Refusal)[] {
  const items = itemsReading(noteNow, new Set(anchors.map(({ source }) => source)));
  // The anchors of identical lines share the list of these lines, so all of them are compared once.
  const distances = new Map<readonly LineInContext[], number | undefined>();
  const distanceOf: typeof commonDistance = (before, now) => {
    if (!distances.has(before)) distances.set(before, commonDistance(before, now));
    return distances.get(before);
  };
  return anchors.map((anchor) => {
    const located = locatedAmong(items, anchor, distanceOf);
    const conflict = 'refused' in located ? undefined : noteNow.conflicts.find((each) => hasLine(each, located.line));
    return conflict ? refusedConflict(conflict) : located;
  });
}

/** The items with one text, by line in order. */
type ItemsByLine = ReadonlyMap<number, LocatedItem>;

function locatedAmong(
  items: ReadonlyMap<string, ItemsByLine>,
  anchor: LineAnchor,
  distanceOf: typeof commonDistance,
): LocatedItem | Refusal {
  const now = items.get(anchor.source);
  if (!now) {
    return { refused: message('followUp.lineGone') };
  }
  const { line, context, source, identicalLines } = anchor;
  const before = identicalLines ?? (context ? [{ line, context }] : []);
  const [only] = now.values();
  let found: LocatedItem | undefined;
  if (now.size === 1 && identicalLines === undefined) {
    found = only && (!context || isRecognized(only.context, context)) ? only : undefined;
  } else {
    const distance = distanceOf(before, now);
    found = distance === undefined ? undefined : now.get(line + distance);
    found ??= context && unchangedPlace({ line, context, source }, before, now);
  }
  return found ?? { refused: message('followUp.lineAmbiguous') };
}

/** Tests whether the only line with its text is the one that was read: under the same headings, or between the same lines. */
function isRecognized(now: LineContext, before: LineContext): boolean {
  return now.heading === before.heading || hasNeighbours(now, before);
}

/**
 * Returns the distance by which all identical lines moved, if it is the same and each is next to a line as before. A
 * line with one neighbour as before is not recognized if another one has both.
 */
function commonDistance(before: readonly LineInContext[], now: ItemsByLine): number | undefined {
  const items = [...now.values()];
  const distance = (items[0]?.line ?? 0) - (before[0]?.line ?? 0);
  const contexts = new Set(items.map(({ context }) => contextKey(context)));
  const isUnchanged =
    before.length === items.length &&
    items.every((item, nth) => {
      const read = before[nth];
      if (!read || item.line !== read.line + distance) return false;
      const isElsewhere = contexts.has(contextKey(read.context)) && !hasNeighbours(item.context, read.context);
      return isLike(item.context, read.context) && !isElsewhere;
    });
  return isUnchanged ? distance : undefined;
}

/**
 * Returns the item on the same line in the same surroundings, if no other identical line has or had the same ones.
 * Next to an identical line it is unclear which of the two is new.
 */
function unchangedPlace(
  { line, context, source }: Required<Omit<LineAnchor, 'identicalLines'>>,
  before: readonly LineInContext[],
  now: ItemsByLine,
): LocatedItem | undefined {
  const own = lineHash(source);
  const isSame = (other: LineInContext): boolean =>
    other.context.heading === context.heading && hasNeighbours(other.context, context);
  const isApart = context.above !== own && context.below !== own;
  const item = now.get(line);
  return item &&
    isApart &&
    isSame(item) &&
    before.filter(isSame).length === 1 &&
    [...now.values()].filter(isSame).length === 1
    ? item
    : undefined;
}

function contextKey({ heading, above, below }: LineContext): string {
  return `${heading} ${above} ${below}`;
}

function hasNeighbours(one: LineContext, other: LineContext): boolean {
  return one.above === other.above && one.below === other.below;
}

function isLike(one: LineContext, other: LineContext): boolean {
  return one.heading === other.heading && (one.above === other.above || one.below === other.below);
}

/** Returns the items whose line is in `sources`, grouped by line. Code and comments contain no items. */
function itemsReading(
  { text, blocks }: ParsedMarkdown,
  sources: ReadonlySet<string>,
): ReadonlyMap<string, ItemsByLine> {
  const items = new Map<string, Map<number, LocatedItem>>();
  const path = new HeadingPath();
  for (const [index, block] of blocks.entries()) {
    path.enter(text, block);
    if (!isFirstParagraphOfItem(blocks, index) || !isBox(text, block.start)) continue;
    const line = lineAround(text, block.start);
    const source = text.slice(line.start, line.end);
    if (!sources.has(source)) continue;
    const context = contextOf(text, line, path.hash);
    const alike = items.get(source) ?? new Map<number, LocatedItem>();
    items.set(source, alike.set(block.line, { line: block.line, context, ...line, paragraph: block }));
  }
  return items;
}
