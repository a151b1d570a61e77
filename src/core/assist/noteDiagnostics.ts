import { ParsedMarkdown } from '../markdown/parsedMarkdown';
import type { NoteProblem } from '../note/note';
import { bulletDiagnostics, checkboxDiagnostics } from './checkboxDiagnostics';
import { itemDiagnostics } from './itemDiagnostics';
import { message } from '../text/message';
import { isInRange } from '../text/range';
import type {
  ConflictDiagnostic,
  DiagnosticKind,
  FrontMatterDiagnostic,
  NoteDiagnostic,
  NoteToCheck,
} from './diagnostic';

/** Returns the diagnostics of a 1:1 note in line order. Other notes have none. */
export function noteDiagnostics(read: NoteToCheck): readonly NoteDiagnostic[] {
  const { note, text, problem } = read;
  const parsed = new ParsedMarkdown(text);
  const { conflicts } = parsed;
  const ofNote = [...frontMatterDiagnostics(problem, parsed), ...conflictDiagnostics(parsed)];
  // The follow-ups of a copy are not listed, and a note without a readable date has no meeting.
  if (note.meetings.length === 0 || problem?.kind === 'copy') return ofNote;
  return [
    ...ofNote,
    // The lines of a conflict are not changed, so fixes would be refused.
    ...[
      ...itemDiagnostics(read, parsed),
      ...bulletDiagnostics(read.note, parsed),
      ...checkboxDiagnostics(parsed),
    ].filter(({ line }) => !isInRange(conflicts, line)),
  ].sort((a, b) => a.start - b.start);
}

/** Returns the diagnostics whose kind is enabled. */
export function shownDiagnostics(
  read: NoteToCheck,
  isShown: Readonly<Record<DiagnosticKind, boolean>>,
): readonly NoteDiagnostic[] {
  return noteDiagnostics(read).filter(({ kind }) => isShown[kind]);
}

function conflictDiagnostics({ conflicts, lines }: ParsedMarkdown): readonly ConflictDiagnostic[] {
  return conflicts.map(({ line, endLine }) => ({
    kind: 'conflicts',
    line,
    start: lines.start(line),
    end: lines.start(line) + lines.get(line).length,
    message: line === endLine ? message('conflict.marker') : message('conflict.lines', line + 1, endLine + 1),
  }));
}

function frontMatterDiagnostics(
  problem: NoteProblem | undefined,
  { lines }: ParsedMarkdown,
): readonly FrontMatterDiagnostic[] {
  if (!problem) return [];
  const { line } = problem;
  const start = lines.start(line);
  const end = start + lines.get(line).trimEnd().length;
  return [{ kind: 'frontMatter', line, message: problem.message, problem, start, end }];
}
