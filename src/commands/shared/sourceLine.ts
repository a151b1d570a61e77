import { commands, type DocumentLink, l10n, Uri } from 'vscode';
import type { DatedMeeting } from '../../core/index/listedFollowUp';
import type { NoteIndex } from '../../core/index/noteIndex';
import { meetingIndexAt } from '../../core/note/meetingSpans';
import { ParsedNote } from '../../core/note/parsedNote';
import type { Person } from '../../core/people/person';
import { quoteLine } from '../../core/reports/quotations';
import type { NoteLine, ReportEntry } from '../../core/reports/report';
import { activeNoteUri, cursorLine } from '../../editor/activeNote';
import { Advice } from '../../editor/errors';
import type { Services } from '../../services';

/** A row of a report in a tree, as commands receive it. */
interface EntryRow {
  readonly shows: ReportEntry;
  /** The entry above, such as the theme of a line. */
  readonly above?: ReportEntry;
}

/** A line of a note that a command is about. */
export interface SourceLine extends NoteLine {
  /** The words of the line, without markup. */
  readonly words: string;
  readonly private: boolean;
  /** The person of the 1:1. */
  readonly person: Person | undefined;
  /** The meeting of the line, or else the newest of its note. */
  readonly meeting: DatedMeeting | undefined;
}

/** Checks whether an unknown value is a row with an entry. */
export function isEntryRow(value: unknown): value is EntryRow {
  return (
    typeof value === 'object' &&
    value !== null &&
    'shows' in value &&
    typeof value.shows === 'object' &&
    value.shows !== null &&
    'details' in value.shows
  );
}

/**
 * Returns the line that a command is about: that of a row or its newest line, else that of the link at the cursor in a
 * generated document, else the line at the cursor in a 1:1 note.
 * @throws UserError if there is no such line.
 */
export async function sourceLine(argument: unknown, notes: Services['notes']): Promise<SourceLine> {
  await notes.ready();
  const index = notes.fullIndex;
  const at = isEntryRow(argument) ? sourceOf(argument.shows) : await lineInFront(index);
  if (at) await notes.refresh(Uri.parse(at.uri));
  const note = at && index.note(at.uri);
  if (!note) {
    throw new Advice(l10n.t('Put the cursor on a line of a note or a brief, or choose a line in the Themes view.'));
  }
  const parsed = new ParsedNote(await notes.textOf(Uri.parse(at.uri)));
  const inNote = meetingIndexAt(note.meetings, at.line);
  const meeting = note.meetings[inNote];
  return {
    ...at,
    words: quoteLine(parsed, at.line),
    private: note.private || parsed.isPrivateLine(at.line),
    person: index.personOf(note),
    meeting: meeting && { note, meeting, index: inNote },
  };
}

/** Returns the source of an entry, or else of the first entry in it. */
function sourceOf({ source, entries = [] }: ReportEntry): NoteLine | undefined {
  const [first] = entries;
  return source ?? (first && sourceOf(first));
}

async function lineInFront(index: NoteIndex): Promise<NoteLine | undefined> {
  const uri = activeNoteUri();
  const line = uri && cursorLine(uri);
  if (!uri || line === undefined) return undefined;
  if (!uri.scheme.startsWith('one-on-one')) {
    const isMeetingNote = (index.note(uri.toString())?.meetings.length ?? 0) > 0;
    return isMeetingNote ? { uri: uri.toString(), line } : undefined;
  }
  const links = await commands.executeCommand<readonly DocumentLink[]>('vscode.executeLinkProvider', uri);
  const target = links.find(({ range }) => range.start.line === line)?.target;
  const [, written] = /^L?(\d+)/.exec(target?.fragment ?? '') ?? [];
  return target && { uri: target.with({ fragment: '' }).toString(), line: Number(written ?? 1) - 1 };
}
