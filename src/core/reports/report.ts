import type { ParsedNote } from '../note/parsedNote';
import type { Text } from '../text/message';
import type { NoteReader } from '../topics/statements';

/** A line of a note, from 0. */
export interface NoteLine {
  readonly uri: string;
  readonly line: number;
}

/** One entry of a report: a quotation from a note, or a fact. All texts are plain text, which a renderer escapes. */
export interface ReportEntry {
  /** Words before the text, such as a name and a day. */
  readonly label?: readonly Text[];
  readonly text: Text;
  /** Further facts about the entry. */
  readonly details: readonly Text[];
  /** The source line of the entry, or `undefined` for a fact without one. */
  readonly source?: NoteLine | undefined;
  /** Whether the entry is for the owner of the notes only. */
  readonly private: boolean;
  /** Nested entries, such as the lines of a theme. */
  readonly entries?: readonly ReportEntry[];
  /** Number of nested entries not listed. */
  readonly more?: number;
  /** Identifies the entry among its siblings if its label and source do not. */
  readonly key?: string;
  /**
   * Returns the entries that replace this one, given the text of the source note. Until then the entry is shown as it
   * is, or omitted if it has neither label nor text.
   */
  readonly quote?: (note: ParsedNote) => readonly ReportEntry[];
  /** The entries that replace this one, for entries that quote several notes. */
  readonly composed?: Composition;
}

/** Entries composed from the texts of several notes. */
interface Composition {
  /** URIs of the notes to read. */
  readonly uris: readonly string[];
  readonly entries: (noteOf: NoteReader) => readonly ReportEntry[];
}

/** Returns an entry that several notes replace. Until then it is empty and counts as private. */
export function composedFrom(uris: Iterable<string>, entries: Composition['entries']): ReportEntry {
  return { text: '', details: [], private: true, composed: { uris: [...new Set(uris)], entries } };
}

/** A section shown as a table: an entry is a row, with its text and its details as cells. */
export interface ReportTable {
  readonly columns: readonly Text[];
  readonly picture: Picture;
}

/** A picture of a table, for a page. The table says the same in words. */
export type Picture =
  | {
      /** A row of squares for each label, filled or not. `ends` describes the first and the last square. */
      readonly kind: 'strips';
      readonly ends: readonly [Text, Text];
      readonly rows: readonly { readonly label: Text; readonly squares: readonly boolean[] }[];
    }
  | {
      /** Bars for each label, one for each series. */
      readonly kind: 'bars';
      readonly series: readonly Text[];
      readonly rows: readonly { readonly label: Text; readonly values: readonly number[] }[];
    };

/** The entries under one heading. */
export interface ReportSection {
  /** Identifies the section in the report. */
  readonly id: string;
  /** The heading, or `''` for the entries before the first heading. */
  readonly title: Text;
  readonly entries: readonly ReportEntry[];
  /** Number of entries not listed. */
  readonly more?: number;
  /**
   * Maximum number of entries in a document, then of entries within each of them. Without a number there is no maximum.
   */
  readonly limits: readonly number[];
  readonly table?: ReportTable;
}

/** The content of a report on one subject, independent of its form: a document, a tree or text to insert. */
export interface Report {
  readonly title: Text;
  /** Paragraphs before the sections. */
  readonly introduction: readonly Text[];
  readonly sections: readonly ReportSection[];
}

/** Returns a section with the limits for its entries, or nothing without entries. */
export function reportSection(
  section: Pick<ReportSection, 'id' | 'title' | 'entries' | 'table'>,
  limits: readonly number[] = [],
): readonly ReportSection[] {
  return section.entries.length > 0 ? [{ ...section, limits }] : [];
}

/**
 * Returns a report with quotations without its private entries. An entry with a private entry inside is removed too, as
 * its own words may come from it. To keep such entries and complete tables, query without private lines.
 */
export function withoutPrivate(report: Report): Report {
  const sections = report.sections.map(({ table, ...section }): ReportSection => {
    const entries = section.entries.filter((entry) => !containsPrivate(entry));
    // A picture of all entries would show the private ones too.
    return { ...section, entries, ...(table && entries.length === section.entries.length && { table }) };
  });
  return { ...report, sections: sections.filter(({ entries }) => entries.length > 0) };
}

function containsPrivate({ private: isPrivate, entries = [] }: ReportEntry): boolean {
  return isPrivate || entries.some(containsPrivate);
}
