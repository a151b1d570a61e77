import type { TextRange } from '../text/range';
import { ParsedMarkdown } from '../markdown/parsedMarkdown';
import { bulletDiagnostics, checkboxDiagnostics } from './checkboxDiagnostics';
import { itemDiagnostics } from './itemDiagnostics';
import type { DiagnosticKind, FrontMatterDiagnostic, NoteDiagnostic, NoteToCheck } from './diagnostic';

/** Returns the diagnostics of a 1:1 note in line order. Other notes have none. */
export function noteDiagnostics(read: NoteToCheck): readonly NoteDiagnostic[] {
  const { note, text } = read;
  // A note without a date has no meeting. The unreadable front matter may contain its date.
  if (note.meetings.length === 0) return frontMatterHints(read);
  const parsed = new ParsedMarkdown(text);
  return [
    ...frontMatterHints(read),
    ...itemDiagnostics(read, parsed),
    ...bulletDiagnostics(read.note, parsed),
    ...checkboxDiagnostics(parsed),
  ].sort((a, b) => a.start - b.start);
}

/** Returns the diagnostics whose kind is enabled. */
export function shownHints(
  read: NoteToCheck,
  isShown: Readonly<Record<DiagnosticKind, boolean>>,
): readonly NoteDiagnostic[] {
  return noteDiagnostics(read).filter(({ kind }) => isShown[kind]);
}

function frontMatterHints({ note, text }: NoteToCheck): FrontMatterDiagnostic[] {
  const { problem } = note;
  return problem ? [{ kind: 'frontMatter', ...problem, ...spanOfLine(text, problem.line) }] : [];
}

function spanOfLine(text: string, line: number): TextRange {
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/, line + 1);
  const written = lines[line] ?? '';
  const start = lines.slice(0, line).join('').length;
  return { start, end: start + written.trimEnd().length };
}
