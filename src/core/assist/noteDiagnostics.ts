import { ParsedMarkdown } from '../markdown/parsedMarkdown';
import { linkBaseName } from '../note/links';
import type { Note } from '../note/note';
import { message } from '../text/message';
import { bulletDiagnostics, checkboxDiagnostics } from './checkboxDiagnostics';
import { itemDiagnostics } from './itemDiagnostics';
import type { DiagnosticKind, FrontMatterDiagnostic, NoteDiagnostic, NoteToCheck } from './diagnostic';

/** Returns the diagnostics of a 1:1 note in line order. Other notes have none. */
export function noteDiagnostics(read: NoteToCheck): readonly NoteDiagnostic[] {
  const { note, text } = read;
  // A note without a date has no meeting. The unreadable front matter may contain its date.
  const parsed = new ParsedMarkdown(text);
  // Without a date it is no meeting, and what should say the date may be what cannot be read.
  if (read.original) return [copyDiagnostic(read.original, parsed)];
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

/** Names the original of a copy, whose meetings and follow-ups are not listed. */
function copyDiagnostic({ title, uri }: Note, { lines }: ParsedMarkdown): FrontMatterDiagnostic {
  const name = linkBaseName(uri) || title;
  const end = lines.get(0).trimEnd().length;
  return { kind: 'frontMatter', line: 0, start: 0, end, message: message('meeting.copy', name) };
}

function frontMatterDiagnostics({ problem }: Note, { lines }: ParsedMarkdown): FrontMatterDiagnostic[] {
  if (!problem) return [];
  const start = lines.start(problem.line);
  const end = start + lines.get(problem.line).trimEnd().length;
  return [{ kind: 'frontMatter', ...problem, start, end }];
}
