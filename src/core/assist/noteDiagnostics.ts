import { ParsedMarkdown } from '../markdown/parsedMarkdown';
import type { Note } from '../note/note';
import { bulletDiagnostics, checkboxDiagnostics } from './checkboxDiagnostics';
import { itemDiagnostics } from './itemDiagnostics';
import type { DiagnosticKind, FrontMatterDiagnostic, NoteDiagnostic, NoteToCheck } from './diagnostic';

/** Returns the diagnostics of a 1:1 note in line order. Other notes have none. */
export function noteDiagnostics(read: NoteToCheck): readonly NoteDiagnostic[] {
  const { note, text } = read;
  // A note without a date has no meeting. The unreadable front matter may contain its date.
  const parsed = new ParsedMarkdown(text);
  // Without a date it is no meeting, and what should say the date may be what cannot be read.
  if (note.meetings.length === 0) return frontMatterDiagnostics(note, parsed);
  return [
    ...frontMatterDiagnostics(note, parsed),
    ...itemDiagnostics(read, parsed),
    ...bulletDiagnostics(read.note, parsed),
    ...checkboxDiagnostics(parsed),
  ].sort((a, b) => a.start - b.start);
}

/** Returns the diagnostics whose kind is enabled. */
export function shownDiagnostics(
  read: NoteToCheck,
  isShown: Readonly<Record<DiagnosticKind, boolean>>,
): readonly NoteDiagnostic[] {
  return noteDiagnostics(read).filter(({ kind }) => isShown[kind]);
}

function frontMatterDiagnostics({ problem }: Note, { lines }: ParsedMarkdown): FrontMatterDiagnostic[] {
  if (!problem) return [];
  const start = lines.start(problem.line);
  const end = start + lines.get(problem.line).trimEnd().length;
  return [{ kind: 'frontMatter', ...problem, start, end }];
}
