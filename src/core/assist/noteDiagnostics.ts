import { ParsedMarkdown } from '../markdown/parsedMarkdown';
import type { Note } from '../note/note';
import { bulletDiagnostics, checkboxDiagnostics } from './checkboxDiagnostics';
import { itemDiagnostics } from './itemDiagnostics';
import type { DiagnosticKind, FrontMatterDiagnostic, NoteDiagnostic, NoteToCheck } from './diagnostic';

/** What of a 1:1 note is not read as it was surely meant, from top to bottom. Other notes are nobody's business. */
export function noteDiagnostics(read: NoteToCheck): readonly NoteDiagnostic[] {
  const { note, text } = read;
  const parsed = new ParsedMarkdown(text);
  // Without a date it is no meeting, and what should say the date may be what cannot be read.
  if (note.meetings.length === 0) return frontMatterHints(note, parsed);
  return [
    ...frontMatterHints(note, parsed),
    ...itemDiagnostics(read, parsed),
    ...bulletDiagnostics(read.note, parsed),
    ...checkboxDiagnostics(parsed),
  ].sort((a, b) => a.start - b.start);
}

/** The hints of the kinds that are switched on. */
export function shownHints(
  read: NoteToCheck,
  isShown: Readonly<Record<DiagnosticKind, boolean>>,
): readonly NoteDiagnostic[] {
  return noteDiagnostics(read).filter(({ kind }) => isShown[kind]);
}

function frontMatterHints({ problem }: Note, { lines }: ParsedMarkdown): FrontMatterDiagnostic[] {
  if (!problem) return [];
  const start = lines.start(problem.line);
  const end = start + lines.get(problem.line).trimEnd().length;
  return [{ kind: 'frontMatter', ...problem, start, end }];
}
