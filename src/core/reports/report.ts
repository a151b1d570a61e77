import type { ParsedNote } from '../note/parsedNote';

/** A line of a note, from 0. */
export interface NoteLine {
  readonly uri: string;
  readonly line: number;
}

/** One thing that a report says: a quotation from a note, or a fact. All words are plain text, which a renderer escapes. */
export interface ReportEntry {
  /** Words before the text, such as a name and a day. */
  readonly label?: readonly string[];
  readonly text: string;
  /** Further facts about the entry. */
  readonly details: readonly string[];
  /** The line that the entry comes from; `undefined` for a fact that no note states. */
  readonly source?: NoteLine | undefined;
  /** Whether the entry is for the owner of the notes only. */
  readonly private: boolean;
  /** Entries that belong to this one, such as the lines of a theme. */
  readonly entries?: readonly ReportEntry[];
  /** Number of entries that belong to this one and are not listed. */
  readonly more?: number;
  /** Identifies the entry among its siblings, where its label and source do not. */
  readonly key?: string;
  /**
   * The entries that the text of the source note turns this one into. Until that text is known, the entry reads as it is;
   * with neither label nor text, it is left out.
   */
  readonly quote?: (note: ParsedNote) => readonly ReportEntry[];
}

/** Entries below one heading. */
export interface ReportSection {
  /** Identifies the section in the report. */
  readonly id: string;
  /** Empty for the entries before the first heading. */
  readonly title: string;
  readonly entries: readonly ReportEntry[];
  /** Number of entries that are not listed. */
  readonly more?: number;
  /** Maximum number of entries in a document, then of the entries within each of them; no number means no maximum. */
  readonly limits: readonly number[];
}

/** What the notes say about one subject. Each renderer makes one form of it: a document, a tree, text to insert. */
export interface Report {
  readonly title: string;
  /** Paragraphs before the sections. */
  readonly introduction: readonly string[];
  readonly sections: readonly ReportSection[];
}

/** A section that is to be listed up to `limits`; without entries, nothing. */
export function reportSection(
  section: Pick<ReportSection, 'id' | 'title' | 'entries'>,
  limits: readonly number[] = [],
): readonly ReportSection[] {
  return section.entries.length > 0 ? [{ ...section, limits }] : [];
}

/**
 * A report with its quotations, without private entries. An entry that contains a private one goes too, as its own words
 * may come from it; ask the query for a report without private lines to keep such entries.
 */
export function withoutPrivate(report: Report): Report {
  const sections = report.sections.map((section) => ({
    ...section,
    entries: section.entries.filter((entry) => !containsPrivate(entry)),
  }));
  return { ...report, sections: sections.filter(({ entries }) => entries.length > 0) };
}

function containsPrivate({ private: isPrivate, entries = [] }: ReportEntry): boolean {
  return isPrivate || entries.some(containsPrivate);
}
