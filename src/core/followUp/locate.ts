import type { Refusal } from '../text/edit';
import { readFrontMatter } from '../markdown/frontMatter';
import type { TextRange } from '../markdown/block';
import { scan } from '../markdown/scan';
import type { FollowUp } from './followUp';
import { endOfLine, isBox, isFirstParagraphOfItem, startOfLine } from './taskItem';
import { message } from '../text/message';

/** What proves that a line is the one that was read. */
export interface LineAnchor {
  /** Line of the box, from 0, in the note as it was read. */
  readonly line: number;
  /** That line as it was read, without its line end. */
  readonly source: string;
  /** The lines of all items of the note that were read alike, its own among them, in order; left out for the only one. */
  readonly twins?: readonly number[];
}

/** An item found again. */
export interface LocatedItem {
  readonly line: number;
  /** The line of the box, without its line end: offsets into the note as it is now. */
  readonly start: number;
  readonly end: number;
  /** The item's own text, box and continuation lines included. */
  readonly paragraph: TextRange;
}

/** The proof of a follow-up, from all that were read in its note. */
export function anchorOf(followUp: FollowUp, followUps: readonly FollowUp[]): LineAnchor {
  const identicalLines = followUps.filter(({ source }) => source === followUp.source);
  return proofAmong(
    followUp,
    identicalLines.map(({ line }) => line),
  );
}

/** The same for several follow-ups of one note, in their order. */
export function anchorsOf(some: readonly FollowUp[], followUps: readonly FollowUp[]): readonly LineAnchor[] {
  const lines = new Map<string, number[]>();
  for (const { source, line } of followUps) {
    const alike = lines.get(source);
    if (alike) alike.push(line);
    else lines.set(source, [line]);
  }
  return some.map((followUp) => proofAmong(followUp, lines.get(followUp.source) ?? []));
}

function proofAmong({ line, source }: FollowUp, twins: readonly number[]): LineAnchor {
  return twins.length > 1 ? { line, source, twins } : { line, source };
}

/**
 * The item in the note as it is now, if it is sure which one it is. Identical items must all stand where they stood, or be
 * as many as they were and have moved by one distance, all of them: then it is the nth of them. So a line inserted above
 * does no harm, while after a twin was removed, moved, or added above it is too late to tell.
 */
export function locate(noteNow: string, proof: LineAnchor): LocatedItem | Refusal {
  return locatedAmong(itemsReading(noteNow, new Set([proof.source])), proof);
}

/** The same for several items of one note, which is scanned once: an answer for each proof, in their order. */
export function locateEach(noteNow: string, proofs: readonly LineAnchor[]): readonly (LocatedItem | Refusal)[] {
  const items = itemsReading(noteNow, new Set(proofs.map(({ source }) => source)));
  return proofs.map((proof) => locatedAmong(items, proof));
}

function locatedAmong(items: ReadonlyMap<string, readonly LocatedItem[]>, proof: LineAnchor): LocatedItem | Refusal {
  const alike = items.get(proof.source) ?? [];
  if (alike.length === 0) {
    return { refused: message('followUp.lineGone') };
  }
  const distance = distanceMoved(proof.twins ?? [proof.line], new Set(alike.map(({ line }) => line)));
  const found = alike.find(({ line }) => distance !== undefined && line === proof.line + distance);
  return found ?? { refused: message('followUp.lineAmbiguous') };
}

/** The items whose line is one of `sources`, by that line. What stands in code or comments is no item. */
function itemsReading(text: string, sources: ReadonlySet<string>): ReadonlyMap<string, readonly LocatedItem[]> {
  const items = new Map<string, LocatedItem[]>();
  const blocks = scan(text, readFrontMatter(text));
  for (const [index, block] of blocks.entries()) {
    if (!isFirstParagraphOfItem(blocks, index) || !isBox(text, block.start)) continue;
    const start = startOfLine(text, block.start);
    const end = endOfLine(text, block.start);
    const source = text.slice(start, end);
    if (!sources.has(source)) continue;
    const item = { line: block.line, start, end, paragraph: block };
    const alike = items.get(source);
    if (alike) alike.push(item);
    else items.set(source, [item]);
  }
  return items;
}

/**
 * How far the lines moved, if that is sure: not at all if they all stand where they stood, whatever came besides; else all
 * by one distance, if they are as many as they were.
 */
function distanceMoved(lines: readonly number[], linesNow: ReadonlySet<number>): number | undefined {
  const fits = (distance: number): boolean => lines.every((line) => linesNow.has(line + distance));
  if (fits(0)) return 0;
  const [first = 0] = lines;
  const [firstNow = 0] = linesNow;
  return lines.length === linesNow.size && fits(firstNow - first) ? firstNow - first : undefined;
}
