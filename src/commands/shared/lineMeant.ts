import { commands, type DocumentLink, l10n, Uri } from 'vscode';
import type { DatedMeeting } from '../../core/index/listedFollowUp';
import { meetingIndexAt } from '../../core/note/meetingSpans';
import { ParsedNote } from '../../core/note/parsedNote';
import type { Person } from '../../core/people/person';
import { quoteLine } from '../../core/reports/noteQuotes';
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
export interface LineMeant extends NoteLine {
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
 * generated document, else the line at the cursor in a note.
 * @throws UserError if there is no such line.
 */
export async function lineMeant(argument: unknown, notes: Services['notes']): Promise<LineMeant> {
  await notes.ready();
  const at = isEntryRow(argument) ? sourceOf(argument.shows) : await lineInFront();
  if (!at) {
    throw new Advice(l10n.t('Put the cursor on a line of a note or a brief, or choose a line in the Themes view.'));
  }
  const uri = Uri.parse(at.uri);
  await notes.refresh(uri);
  const index = notes.fullIndex;
  const note = index.note(at.uri);
  const parsed = new ParsedNote(await notes.textOf(uri));
  const inNote = note ? meetingIndexAt(note.meetings, at.line) : -1;
  const meeting = note?.meetings[inNote];
  return {
    ...at,
    words: quoteLine(parsed, at.line),
    private: note?.private === true || parsed.isPrivateLine(at.line),
    person: note && index.personOf(note),
    meeting: note && meeting && { note, meeting, index: inNote },
  };
}

/** Returns the source of an entry, or else of the first entry in it. */
function sourceOf({ source, entries = [] }: ReportEntry): NoteLine | undefined {
  const [first] = entries;
  return source ?? (first && sourceOf(first));
}

async function lineInFront(): Promise<NoteLine | undefined> {
  const uri = activeNoteUri();
  const line = uri && cursorLine(uri);
  if (!uri || line === undefined) return undefined;
  if (!uri.scheme.startsWith('one-on-one')) return { uri: uri.toString(), line };
  const links = await commands.executeCommand<readonly DocumentLink[]>('vscode.executeLinkProvider', uri);
  const target = links.find(({ range }) => range.start.line === line)?.target;
  const [, written] = /^L?(\d+)/.exec(target?.fragment ?? '') ?? [];
  return target && { uri: target.with({ fragment: '' }).toString(), line: Number(written ?? 1) - 1 };
}
