import type { Block } from '../markdown/block';
import { LIST_MARKER, withoutMarkers } from '../markdown/listItem';
import type { ParsedNote } from '../note/parsedNote';
import { type HeadedSection, type MeetingLines, MeetingOutline, sideLabel } from '../note/meetingOutline';
import { escapeMarkdown } from './escape';
import { lineEndOf, type TextEdit, type Refusal } from '../text/edit';
import type { TextLines } from '../text/lines';
import { isInRange, type LineRange, mergedLines } from '../text/range';
import { message } from '../text/message';

/** The insertion of lines into a note. */
export interface Insertion {
  readonly edit: TextEdit;
  /** The line number of the first inserted line after the edit. */
  readonly line: number;
  /** Offset of the end of each inserted line after the edit. */
  readonly ends: readonly number[];
}

/**
 * Plans the insertion of lines before the line `at` of a note, or at its end. An empty line separates them from the
 * text on both sides, unless `isTight` is set to continue a list.
 */
export function insertLines(note: TextLines, at: number, { lines, isTight = false }: LinesToInsert): Insertion {
  const lineEnd = lineEndOf(note.text);
  const start = note.start(at);
  const isAtEnd = start === note.text.length;
  const isUnended = isAtEnd && note.get(note.count - 1) !== '';
  // The last line of a note that ends with a line break is empty and is not counted.
  const next = isAtEnd && !isUnended ? note.count - 1 : Math.min(at, note.count);
  const isApartBefore = isTight || next === 0 || note.isBlank(next - 1);
  const isApartAfter = isTight || isAtEnd || note.isBlank(next);
  const before = (isUnended ? lineEnd : '') + (isApartBefore ? '' : lineEnd);
  const takesIndented = lines.some((line) => A_LIST_ITEM.test(line)) && isIndentedBelow(note, next, isTight);
  const after = (takesIndented ? LIST_END + lineEnd : '') + (isApartAfter ? '' : lineEnd);
  const text = before + lines.map((line) => line + lineEnd).join('') + after;
  const ends: number[] = [];
  let end = start + before.length;
  for (const line of lines) {
    end += line.length;
    ends.push(end);
    end += lineEnd.length;
  }
  return { edit: { start, end: start, text }, line: next + (isApartBefore ? 0 : 1), ends };
}

const A_LIST_ITEM = new RegExp(String.raw`^${LIST_MARKER}(?:\s|$)`);
/** A line that ends a list and that readers do not show. */
const LIST_END = '<!-- -->';

/** Whether the text after the line `at` is indented, so that Markdown would make it part of a list item above it. */
function isIndentedBelow(note: TextLines, at: number, isTight: boolean): boolean {
  const below = note.nextWritten(at);
  // Without an empty line between, the indented text continues the list.
  return (!isTight || below > at) && /^[ \t]/.test(note.get(below));
}

/** The lines to insert. See `insertLines`. */
interface LinesToInsert {
  readonly lines: readonly string[];
  readonly isTight?: boolean;
}

/**
 * Returns the edits with an insertion added. At the same offset, it is merged with the last edit, separated by an empty
 * line.
 */
export function withInsertion(edits: readonly TextEdit[], edit: TextEdit, lineEnd: string): TextEdit[] {
  const last = edits.at(-1);
  if (last?.start !== edit.start) {
    return [...edits, edit];
  }
  const gap = last.text.endsWith(lineEnd + lineEnd) ? '' : lineEnd;
  return [...edits.slice(0, -1), { ...last, text: last.text + gap + edit.text.replace(/^[\r\n]+/, '') }];
}

/** The heading to insert lines under. */
type HeadingWanted = 'agenda' | 'followUps' | 'private' | 'next';

const TITLES: Readonly<Record<HeadingWanted, string>> = {
  agenda: 'Agenda',
  followUps: 'Follow-ups',
  private: 'Private',
  next: 'Next 1:1',
};

/** A side of an agenda: its name, and a test for the name above its list. */
export interface AgendaOwner {
  readonly name: string;
  readonly isLabel: (label: string) => boolean;
}

/** List items to insert, and their heading. */
export interface LinesUnder {
  readonly heading: HeadingWanted;
  /** Lines of list items; the outermost begin with `- `. */
  readonly items: readonly string[];
  /** The meeting to insert into, or `undefined` for the whole note. */
  readonly within?: MeetingLines | undefined;
  /** Ranges of the note whose headings are ignored. */
  readonly outside?: readonly LineRange[] | undefined;
  /** The side whose list gets the items, if the section has a list for each side. */
  readonly side?: AgendaOwner | undefined;
  /** The level of a new heading. By default, it is derived from the other headings. */
  readonly level?: number | undefined;
}

/**
 * Plans the insertion of list items under a heading, recognized by its synonyms. They follow its last item that is not
 * empty, with the same bullet and indent. A missing heading is created. Items are only inserted into private sections if the
 * heading is *Private*.
 */
export function insertUnder(note: ParsedNote, wanted: LinesUnder): Insertion {
  const { heading, items, within, outside = [], side, level } = wanted;
  const outline = MeetingOutline.inText(note, within);
  const hidden = heading === 'private' ? outside : mergedLines([...outside, ...note.privateLines]);
  const known = outline.parts.find(({ kind, line }) => kind === heading && !isInRange(hidden, line));
  if (known) {
    return side ? insertIntoSide(note, known, { items, side }) : insertIntoSection(note, known, items);
  }
  const made = `${'#'.repeat(Math.min(level ?? outline.newLevel, 6))} ${TITLES[heading]}`;
  const end = within ? note.lines.nextWritten(within.endLine + 1) : note.lines.count;
  const insertion = insertLines(note.lines, placeOfNew(heading, outline.sections) ?? end, {
    lines: [made, '', ...items],
  });
  return { ...insertion, line: insertion.line + 2, ends: insertion.ends.slice(2) };
}

/** Returns the line of the section before which a new heading is inserted, or `undefined` for the end. */
function placeOfNew(heading: HeadingWanted, sections: readonly HeadedSection[]): number | undefined {
  switch (heading) {
    case 'agenda':
      return sections[0]?.line;
    case 'followUps': {
      const afterAgenda = sections[sections.findIndex(({ kind }) => kind === 'agenda') + 1];
      const hasAgenda = sections.some(({ kind }) => kind === 'agenda');
      return hasAgenda ? afterAgenda?.line : sections.find(({ kind }) => kind === 'private')?.line;
    }
    default:
      return undefined;
  }
}

/** Inserts items into the list of a side. If only the other side has one, the list is made. */
function insertIntoSide(
  note: ParsedNote,
  section: HeadedSection,
  { items, side }: { readonly items: readonly string[]; readonly side: AgendaOwner },
): Insertion {
  const labels = note.blocks.flatMap((block) => {
    const label = sideLabel(note.text, block);
    const isInside = block.line > section.headingEndLine && block.line <= section.endLine;
    return label !== undefined && isInside ? [{ block, isOwn: side.isLabel(label) }] : [];
  });
  if (labels.length === 0) return insertIntoSection(note, section, items);
  const at = labels.findIndex(({ isOwn }) => isOwn);
  const own = labels[at]?.block;
  if (own) {
    const endLine = (labels[at + 1]?.block.line ?? section.endLine + 1) - 1;
    return insertIntoSection(note, { ...section, line: own.line, headingEndLine: own.endLine, endLine }, items);
  }
  const made = [`**${escapeMarkdown(side.name)}**`, '', ...items];
  const insertion = insertLines(note.lines, lastLineToFollow(note, section) + 1, { lines: made });
  return { ...insertion, line: insertion.line + 2, ends: insertion.ends.slice(2) };
}

function insertIntoSection(note: ParsedNote, section: HeadedSection, items: readonly string[]): Insertion {
  const { lines, blocks } = note;
  const last = lastLineToFollow(note, section);
  const list = blocks.filter(
    ({ kind, parent, line }) => kind === 'item' && parent < 0 && line > section.line && line <= last,
  );
  const lastItem = list.at(-1);
  if (!lastItem || lastItem.endLine < last) {
    return insertLines(lines, last + 1, { lines: items });
  }
  // Items are inserted before a trailing empty item, which is still to be filled in.
  const isEmpty = ({ line, endLine }: Block) => line === endLine && withoutMarkers(lines.get(line)).trim() === '';
  const filled = list.findLastIndex((item) => !isEmpty(item));
  const bullet = /^[*+]/.exec(lines.text.slice(lastItem.marker))?.[0] ?? '-';
  const indent = lines.text.slice(lines.start(lastItem.line), lastItem.marker);
  const inItsBullet = items.map((item) => indent + item.replace(/^-(?= )/, bullet));
  return insertLines(lines, list[filled + 1]?.line ?? last + 1, { lines: inItsBullet, isTight: true });
}

/** Returns the last written line of a section, before private text at its end unless the section itself is private. */
function lastLineToFollow(note: ParsedNote, { line, kind, endLine, headingEndLine }: HeadedSection): number {
  let last = note.lines.lastWritten(endLine);
  while (kind !== 'private' && !note.isPrivateLine(line) && last > headingEndLine && note.isPrivateLine(last)) {
    last = note.lines.lastWritten(last - 1);
  }
  return last;
}

const START = '<!-- goals and small changes -->';
const END = '<!-- /goals and small changes -->';

/**
 * Returns the edit that puts lines between the two markers of a page, or at its end if it has no markers. Refuses if one
 * of the markers is missing.
 */
export function planPageBlock({ text, lines }: ParsedNote, block: readonly string[]): readonly TextEdit[] | Refusal {
  const marked = lines.slice(0, lines.count - 1).map((line) => line.trim());
  const [start, end] = [marked.indexOf(START), marked.indexOf(END)];
  if (start < 0 && end < 0) {
    return [insertLines(lines, lines.count, { lines: [START, ...block, END] }).edit];
  }
  if (start < 0 || end < start) {
    return { refused: message('page.marker', START, END) };
  }
  const inside = block.map((line) => line + lineEndOf(text)).join('');
  return [{ start: lines.start(start + 1), end: lines.start(end), text: inside }];
}
