import { findDate } from '../dates/findDate';
import type { Block } from '../markdown/block';
import type { ParsedMarkdown } from '../markdown/parsedMarkdown';
import { hasLine, isInRange, type LineRange } from '../text/range';
import type { Meeting, Section, SectionKind } from './note';
import { sectionKindOf } from './sections';

/** The properties of a section that an outline is built from. */
interface OutlineSection {
  /** The heading as written. */
  readonly title: string;
  readonly kind: SectionKind | undefined;
  /** 1 to 6; 0 for the text before the first heading. */
  readonly level: number;
  readonly line: number;
}

/** A heading in the text of a note, and the lines below it up to the next heading of any level. */
export interface HeadedSection extends OutlineSection {
  /** The last line of the heading itself: an underlined heading has two lines. */
  readonly headingEndLine: number;
  /** The last line before the next heading; unbounded after the last heading. */
  readonly endLine: number;
}

/** The part of a note that is one meeting. A meeting with a heading is an entry of a log. */
export type MeetingLines = Pick<Meeting, 'line' | 'endLine' | 'heading'>;

/** The sections of a meeting as a tree, and the heading that names the meeting. */
export class MeetingOutline<Part extends OutlineSection> {
  /** All parts in the order of the note: the text before the first heading, the title, and the sections. */
  readonly parts: readonly Part[];
  /**
   * The heading that names the whole meeting, so that its sections belong one level below. In a log, it is the dated
   * heading. In other notes, it is the first heading, unless that opens a known section or has siblings. A dated one
   * may have siblings.
   */
  readonly title: Part | undefined;
  /** The parts below a heading that is not the title. */
  readonly sections: readonly Part[];
  #parents: ReadonlyMap<Part, Part> | undefined;

  /** `datedLine` is the line of the dated heading, if the meeting is an entry of a log. */
  constructor(parts: readonly Part[], datedLine?: number) {
    this.parts = parts;
    this.title = titleOf(parts, datedLine);
    this.sections = parts.filter((part) => this.isSection(part));
  }

  /** Returns the outline of a meeting that was read from its note. */
  static of(meeting: Meeting): MeetingOutline<Section> {
    return new MeetingOutline(meeting.sections, datedLine(meeting));
  }

  /** Returns the outline of a note's text, or of the part of it that is one meeting. */
  static inText(note: ParsedMarkdown, meeting?: MeetingLines): MeetingOutline<HeadedSection> {
    return new MeetingOutline(headedSections(note, meeting), meeting && datedLine(meeting));
  }

  /** Returns the section that contains another one, or `undefined` for a section of the highest level. */
  parentOf(section: Part): Part | undefined {
    return (this.#parents ??= parentsAmong(this.sections)).get(section);
  }

  /** Tests whether a part is below a heading that is not the title. */
  isSection(part: Part): boolean {
    return part.level > 0 && part !== this.title;
  }

  /** Returns the level for a new section: that of the first section, or else one below the title. */
  get newLevel(): number {
    return this.sections[0]?.level ?? (this.title ? this.title.level + 1 : 2);
  }

  /**
   * Returns the level for a heading inserted at a line: that of the heading above, or one below it if that is the title
   * or its line is in `holders`, the lines of headings that contain sections.
   */
  levelAt(line: number, holders: readonly number[]): number {
    const above = this.parts.findLast((part) => part.line <= line);
    if (!above) return 2;
    const isHolder = above === this.title || holders.includes(above.line);
    return isHolder ? Math.min(above.level + 1, 6) : above.level;
  }
}

/**
 * Returns the *Next 1:1* sections of a log or page, which are parked for the next meeting. Headings of that name within
 * a meeting are excluded.
 */
export function parkedSections(note: ParsedMarkdown, meetings: readonly LineRange[]): readonly HeadedSection[] {
  return headedSections(note).filter(({ kind, line }) => kind === 'next' && !isInRange(meetings, line));
}

/** A single run of emphasis, possibly with escaped characters. */
const PURPOSE = /^\*(?:\\[^]|[^*\\])+\*$/;

/** Tests whether a section's opening text only describes its purpose: all of it is in italics. */
export function isPurpose(text: string): boolean {
  return PURPOSE.test(text);
}

/** Returns the name above the list of one side of an agenda: a paragraph of its own, all in bold. */
export function sideLabel(text: string, { kind, parent, start, end }: Block): string | undefined {
  if (kind !== 'paragraph' || parent >= 0 || !text.startsWith('**', start)) return undefined;
  const label = text.slice(start + 2, end - 2);
  return text.endsWith('**', end) && label !== '' && !/[*\n]/.test(label) ? unescaped(label) : undefined;
}

function unescaped(label: string): string {
  return label.replace(/\\(?=[\p{P}\p{S}])/gu, '');
}

function headedSections({ text, blocks }: ParsedMarkdown, within?: LineRange): readonly HeadedSection[] {
  const headings = blocks.filter(
    ({ kind, parent, line }) => kind === 'heading' && parent < 0 && (!within || hasLine(within, line)),
  );
  return headings.map(({ start, end, level, line, endLine }, index) => ({
    title: text.slice(start, end),
    kind: sectionKindOf(text.slice(start, end)),
    level,
    line,
    headingEndLine: endLine,
    endLine: Math.min((headings[index + 1]?.line ?? Infinity) - 1, within?.endLine ?? Infinity),
  }));
}

function datedLine({ heading, line }: MeetingLines): number | undefined {
  return heading === undefined ? undefined : line;
}

function titleOf<Part extends OutlineSection>(parts: readonly Part[], datedLine: number | undefined): Part | undefined {
  const [first, ...others] = parts.filter(({ level }) => level > 0);
  if (!first || first.line === datedLine) {
    return first;
  }
  return first.kind === undefined && isAbove(first, others) ? first : undefined;
}

function isAbove({ title, level }: OutlineSection, others: readonly OutlineSection[]): boolean {
  const [next] = others;
  if (next && others.every((other) => other.level > level)) return true;
  const isAtTop = level === 1;
  if (!next && isAtTop) return true;
  return findDate(title) !== undefined && (!next || isAtTop || next.level > level);
}

function parentsAmong<Part extends OutlineSection>(sections: readonly Part[]): ReadonlyMap<Part, Part> {
  const parents = new Map<Part, Part>();
  const above: Part[] = [];
  for (const section of sections) {
    while ((above.at(-1)?.level ?? 0) >= section.level) above.pop();
    const parent = above.at(-1);
    if (parent) parents.set(section, parent);
    above.push(section);
  }
  return parents;
}
