import type { ParsedMarkdown } from '../markdown/parsedMarkdown';
import type { NoteProblem } from '../note/note';
import { ParsedNote } from '../note/parsedNote';
import { bulletDiagnostics, checkboxDiagnostics } from './checkboxDiagnostics';
import { itemDiagnostics } from './itemDiagnostics';
import type { DiagnosticKind, FrontMatterDiagnostic, NoteDiagnostic, NoteToCheck } from './diagnostic';

/** Returns the diagnostics of a 1:1 note in line order. Other notes have none. */
export function noteDiagnostics(read: NoteToCheck): readonly NoteDiagnostic[] {
  const { note, text, problem } = read;
  const parsed = ParsedNote.inEditor(text);
  const ofNote = frontMatterDiagnostics(problem, parsed);
  // The follow-ups of a copy are not listed, and a note without a readable date has no meeting.
  if (note.meetings.length === 0 || problem?.kind === 'copy') return ofNote;
  return [
    ...ofNote,
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

function frontMatterDiagnostics(
  problem: NoteProblem | undefined,
  { lines }: ParsedMarkdown,
): readonly FrontMatterDiagnostic[] {
  if (!problem) return [];
  const { line, message } = problem;
  const start = lines.start(line);
  const end = start + lines.get(line).trimEnd().length;
  return [{ kind: 'frontMatter', line, message, problem, start, end }];
}
