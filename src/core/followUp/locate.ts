import { addToGroup } from '../text/collections';
import type { Refusal } from '../text/edit';
import { isFirstParagraphOfItem } from '../markdown/block';
import { ParsedMarkdown } from '../markdown/parsedMarkdown';
import type { FollowUp } from './followUp';
import type { TextRange } from '../text/range';
import { endOfLine, isBox, startOfLine } from './taskItem';
import { message } from '../text/message';

/** Identifies a line of a note, so that it can be found again after other changes. */
export interface LineAnchor {
  /** Line number of the checkbox, from 0, when the note was read. */
  readonly line: number;
  /** The line as it was read, without its line end. */
  readonly source: string;
  /** The lines of all items with the same source, including this one, in order. Omitted if there is only one. */
  readonly identicalLines?: readonly number[];
}

/** An item located in the current text of its note. */
export interface LocatedItem {
  readonly line: number;
  /** Range of the checkbox's line in the current text, without its line end. */
  readonly start: number;
  readonly end: number;
  /** The item's own text, including checkbox and continuation lines. */
  readonly paragraph: TextRange;
}

/** Returns the anchor of a follow-up, given all follow-ups of its note. */
export function anchorOf(followUp: FollowUp, followUps: readonly FollowUp[]): LineAnchor {
  const identicalLines = followUps.filter(({ source }) => source === followUp.source);
  return proofAmong(
    followUp,
    identicalLines.map(({ line }) => line),
  );
}

/** Returns the anchors of several follow-ups of one note, in their order. */
export function anchorsOf(some: readonly FollowUp[], followUps: readonly FollowUp[]): readonly LineAnchor[] {
  const lines = new Map<string, number[]>();
  for (const { source, line } of followUps) {
    addToGroup(lines, source, line);
  }
  return some.map((followUp) => proofAmong(followUp, lines.get(followUp.source) ?? []));
}

function proofAmong({ line, source }: FollowUp, identicalLines: readonly number[]): LineAnchor {
  return identicalLines.length > 1 ? { line, source, identicalLines } : { line, source };
}

/**
 * Locates an item in the current text of its note, or refuses if it is not unique. Identical items must either be on
 * the same lines as before, or all have moved by the same distance without a change of their number. A line inserted
 * above is therefore harmless, but not the removal, move or addition of an identical item.
 */
export function locate(noteNow: string, proof: LineAnchor): LocatedItem | Refusal {
  return locatedAmong(itemsReading(new ParsedMarkdown(noteNow), new Set([proof.source])), proof);
}

/** Locates several items of one note, which is scanned only once. The results are in the order of the anchors. */
export function locateEach(noteNow: ParsedMarkdown, proofs: readonly LineAnchor[]): readonly (LocatedItem | Refusal)[] {
  const items = itemsReading(noteNow, new Set(proofs.map(({ source }) => source)));
  return proofs.map((proof) => locatedAmong(items, proof));
}

function locatedAmong(items: ReadonlyMap<string, readonly LocatedItem[]>, proof: LineAnchor): LocatedItem | Refusal {
  const alike = items.get(proof.source) ?? [];
  if (alike.length === 0) {
    return { refused: message('followUp.lineGone') };
  }
  const distance = distanceMoved(proof.identicalLines ?? [proof.line], new Set(alike.map(({ line }) => line)));
  const found = alike.find(({ line }) => distance !== undefined && line === proof.line + distance);
  return found ?? { refused: message('followUp.lineAmbiguous') };
}

/** Returns the items whose line is in `sources`, grouped by line. Code and comments contain no items. */
function itemsReading(
  { text, blocks }: ParsedMarkdown,
  sources: ReadonlySet<string>,
): ReadonlyMap<string, readonly LocatedItem[]> {
  const items = new Map<string, LocatedItem[]>();
  for (const [index, block] of blocks.entries()) {
    if (!isFirstParagraphOfItem(blocks, index) || !isBox(text, block.start)) continue;
    const start = startOfLine(text, block.start);
    const end = endOfLine(text, block.start);
    const source = text.slice(start, end);
    if (!sources.has(source)) continue;
    addToGroup(items, source, { line: block.line, start, end, paragraph: block });
  }
  return items;
}

/**
 * Returns the distance that identical lines have moved, or `undefined` if it is unclear. It is 0 if all are on the same
 * lines as before, even if others were added; otherwise their number must be unchanged.
 */
function distanceMoved(lines: readonly number[], linesNow: ReadonlySet<number>): number | undefined {
  const fits = (distance: number): boolean => lines.every((line) => linesNow.has(line + distance));
  if (fits(0)) return 0;
  const [first = 0] = lines;
  const [firstNow = 0] = linesNow;
  return lines.length === linesNow.size && fits(firstNow - first) ? firstNow - first : undefined;
}
