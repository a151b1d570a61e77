import { ParsedNote } from '../note/parsedNote';
import type { Text } from '../text/message';
import type { Report, ReportEntry, ReportSection } from './report';

/** Returns the URIs of the notes quoted in a document of the report. */
export function notesToRead(report: Report): ReadonlySet<string> {
  const uris = report.sections.flatMap(({ entries, limits }) => urisToRead(entries, limits));
  return new Set(uris);
}

/**
 * Returns the report for a document: with quotations, and within the limits of its sections. `textOf` returns the text
 * of a note in `notesToRead`, or `undefined` if it could not be read.
 */
export function withQuotations(report: Report, textOf: (uri: string) => string | undefined): Report {
  const notes = new Map<string, ParsedNote>();
  const noteText = (uri: string): ParsedNote | undefined => {
    const known = notes.get(uri);
    if (known) return known;
    const text = textOf(uri);
    if (text === undefined) return undefined;
    const note = new ParsedNote(text);
    notes.set(uri, note);
    return note;
  };
  const sections = report.sections.map((section): ReportSection => {
    const { limits, more = 0 } = section;
    const listed = listEntries(section.entries, limits, noteText);
    return { ...section, entries: listed.entries, more: more + listed.more };
  });
  return { ...report, sections: sections.filter(({ entries }) => entries.length > 0) };
}

/** Returns the text of one entry, given the text of its note. */
export function quotationOf(entry: ReportEntry, text: string): Text {
  const [quoted = entry] = entry.quote?.(new ParsedNote(text)) ?? [];
  return quoted.text;
}

function urisToRead(entries: readonly ReportEntry[], [limit, ...deeper]: readonly number[]): readonly string[] {
  return withinLimit(entries, limit).flatMap((entry) => [
    ...(entry.quote && entry.source ? [entry.source.uri] : []),
    ...(entry.composed?.uris ?? []),
    ...urisToRead(entry.entries ?? [], deeper),
  ]);
}

type ListedEntries = Required<Pick<ReportSection, 'entries' | 'more'>>;

function listEntries(
  entries: readonly ReportEntry[],
  limits: readonly number[],
  noteText: (uri: string) => ParsedNote | undefined,
): ListedEntries {
  const [limit = Infinity, ...deeper] = limits;
  const listed = withinLimit(entries, limit);
  const quoted = listed.flatMap((entry) => quotedEntries(entry, noteText)).filter(saysSomething);
  const shown = quoted.slice(0, limit).map((entry): ReportEntry => {
    return entry.entries ? { ...entry, ...listEntries(entry.entries, deeper, noteText) } : entry;
  });
  return { entries: shown, more: entries.length - listed.length + quoted.length - shown.length };
}

function quotedEntries(entry: ReportEntry, noteText: (uri: string) => ParsedNote | undefined): readonly ReportEntry[] {
  if (entry.composed) return entry.composed.entries(noteText);
  const note = entry.quote && entry.source ? noteText(entry.source.uri) : undefined;
  return (note && entry.quote?.(note)) ?? [entry];
}

/**
 * Returns the first `limit` entries, and all entries still without text, as the number of entries from them is unknown.
 */
function withinLimit(entries: readonly ReportEntry[], limit = Infinity): readonly ReportEntry[] {
  let count = 0;
  return entries.filter((entry) => !saysSomething(entry) || count++ < limit);
}

function saysSomething({ label = [], text }: ReportEntry): boolean {
  return label.length > 0 || text !== '';
}
