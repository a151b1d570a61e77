import type { NoteEdits, TextEdit } from '../edit';
import { taskItemAt } from '../followUp/taskItem';
import type { Block } from '../markdown/block';
import { paragraphLines } from '../markdown/paragraphLines';
import type { Note } from '../note/note';
import { isInRange } from '../note/privacy';
import { dedentItem, indexesInside } from './carriedLines';
import { headedSections, type Lines } from '../note/headedSections';
import { openNote, type OpenNote } from './insertUnder';

/** A log or a person's page that may hold lines parked for the next 1:1. */
export interface ParkingSource {
  /** Read from `textNow`. */
  readonly note: Note;
  readonly textNow: string;
}

/** Lines taken out of the parking lots, and the edits that take them out. */
export interface TakenLines {
  /** List items for the agenda. */
  readonly items: readonly string[];
  /** Items for the private heading: of a note that is private as a whole. */
  readonly privateItems: readonly string[];
  readonly changes: readonly NoteEdits[];
}

/**
 * Takes what is parked under *Next 1:1* out of logs and pages, to be put on the agenda in the same plan. A follow-up there
 * stays, as it is carried like any other; so does what is private among what is not.
 */
export function takeParkedLines(sources: readonly ParkingSource[]): TakenLines {
  const taken = sources.map((source) => ({ ...source, ...takeFrom(source) }));
  const itemsOf = (isPrivate: boolean) =>
    taken.filter(({ note }) => note.private === isPrivate).flatMap(({ items }) => items);
  return {
    items: itemsOf(false),
    privateItems: itemsOf(true),
    changes: taken
      .filter(({ edits }) => edits.length > 0)
      .map(({ note, textNow, edits }) => ({ uri: note.uri, before: textNow, edits })),
  };
}

function takeFrom({ note, textNow }: ParkingSource): { items: readonly string[]; edits: readonly TextEdit[] } {
  const opened = openNote(textNow);
  const sections = headedSections(textNow, opened.blocks).filter(
    ({ kind, line }) => kind === 'next' && !isInRange(opened.privateLines, line) && !isInRange(note.meetings, line),
  );
  const parked = sections.flatMap((section) => parkedBlocks(opened, section));
  return {
    items: parked.flatMap((index) => linesOf(opened, index)),
    edits: runsOf(parked.flatMap((index) => opened.blocks[index] ?? [])).map((run) => removal(opened, run)),
  };
}

/** The indexes of the items and paragraphs that are parked under a heading. */
function parkedBlocks({ blocks, lines, privateLines }: OpenNote, { line, endLine }: Lines): number[] {
  return [...blocks.keys()].filter((index) => {
    const block = blocks[index];
    const isParkable = block?.parent === -1 && (block.kind === 'item' || block.kind === 'paragraph');
    if (!isParkable || block.line <= line || block.line > endLine || isInRange(privateLines, block.line)) {
      return false;
    }
    const all = [index, ...indexesInside(blocks, index)];
    const isEmpty = all.length === 1 && block.kind === 'item';
    return !isEmpty && !all.some((at) => taskItemAt(lines.text, blocks, at));
  });
}

function linesOf({ lines, blocks }: OpenNote, index: number): string[] {
  const block = blocks[index];
  if (block?.kind !== 'paragraph') {
    return dedentItem({ lines, blocks, index }, { staysBehind: () => false, replacements: new Map() });
  }
  return paragraphLines(lines.text, block).map(
    ({ start, end }, nth) => (nth === 0 ? '- ' : '  ') + lines.text.slice(start, end),
  );
}

/** Lines that are taken together. */
function runsOf(blocks: readonly Block[]): Lines[] {
  const runs: Lines[] = [];
  for (const { line, endLine } of blocks) {
    const last = runs.at(-1);
    if (last && last.endLine + 1 >= line) {
      runs[runs.length - 1] = { line: last.line, endLine };
    } else {
      runs.push({ line, endLine });
    }
  }
  return runs;
}

/** Of the empty lines before and after what is taken out, one is enough. */
function removal({ lines }: OpenNote, { line, endLine }: Lines): TextEdit {
  const after = lines.isBlank(line - 1) ? lines.nextWritten(endLine + 1) : endLine + 1;
  return { start: lines.start(line), end: lines.start(after), text: '' };
}
