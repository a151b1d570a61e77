import type { Block } from '../markdown/block';
import { sectionKindOf } from './headings';
import type { SectionKind } from './note';

/** What stands under one heading of a note, up to the next one of any level. */
export interface HeadedSection {
  /** As written. */
  readonly title: string;
  readonly kind: SectionKind | undefined;
  /** 1 to 6. */
  readonly level: number;
  readonly line: number;
  /** Last line of the heading itself: of two lines when it is underlined. */
  readonly headingEndLine: number;
  /** Last line before the next heading; no bound after the last one. */
  readonly endLine: number;
}

/** Lines of a note, both ends included. */
export interface Lines {
  readonly line: number;
  readonly endLine: number;
}

/** The sections of a note, or of the part of it that is one meeting, in order. */
export function headedSections(text: string, blocks: readonly Block[], within?: Lines): readonly HeadedSection[] {
  const headings = blocks.filter(
    ({ kind, parent, line }) =>
      kind === 'heading' && parent < 0 && (!within || (line >= within.line && line <= within.endLine)),
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
