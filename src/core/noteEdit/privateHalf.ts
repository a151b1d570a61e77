import type { CivilDate } from '../dates/civilDate';
import { type DatedMeeting, partsOf } from '../index/listedFollowUp';
import type { NewFile, NoteEdits, Refusal } from '../text/edit';
import { message } from '../text/message';
import { type EditableNotes, addToMeeting, type ExistingMeeting } from './existingMeeting';
import { escapeMarkdown, oneLine, yamlScalar } from './escape';
import { fileNameOf } from '../text/strings';

/** The place for the private half of a meeting. */
export interface PrivateHalfPlace {
  readonly uri: string;
  /** Whether a file exists there. */
  readonly isThere: boolean;
}

/** The private half of a meeting: an existing note, or one to create. */
export interface PrivateHalf {
  readonly uri: string;
  readonly person: string;
  readonly date: CivilDate;
  readonly existing?: ExistingMeeting;
}

/** The changes that write into a private half. */
export interface PrivateHalfChange {
  readonly privateHalf?: NewFile;
  readonly changes: readonly NoteEdits[];
}

/**
 * Returns where the private half of a meeting is, or else `place`, where a new one belongs. `undefined` if the meeting
 * keeps its private part, because there is no place for halves or its note is private as a whole.
 */
export function privateHalfOf(
  dated: DatedMeeting | undefined,
  place: PrivateHalfPlace | undefined,
): PrivateHalfPlace | undefined {
  if (dated?.note.private) return undefined;
  const half = dated && partsOf(dated).find(({ note }) => note.private);
  return half ? { uri: half.note.uri, isThere: true } : place;
}

/** Reads a private half before an edit. Refuses a file that is not a private note of that day. */
export async function openPrivateHalf(
  { uri, isThere }: PrivateHalfPlace,
  { person, date }: Pick<PrivateHalf, 'person' | 'date'>,
  notes: EditableNotes,
): Promise<PrivateHalf | Refusal> {
  if (!isThere) return { uri, person, date };
  const text = await notes.textToEdit(uri);
  if (typeof text === 'object') return text;
  await notes.refresh(uri);
  const note = notes.index.note(uri);
  const meeting = note?.meetings.findIndex((each) => each.date === date) ?? -1;
  return note?.private && meeting >= 0
    ? { uri, person, date, existing: { note, text, meeting } }
    : { refused: message('half.unread', fileNameOf(uri), date) };
}

/** Returns the changes that add list items to a private half, under *Private*. */
export function addToPrivateHalf(half: PrivateHalf, items: readonly string[]): PrivateHalfChange | Refusal {
  const { uri, existing } = half;
  if (!existing) return { privateHalf: { uri, text: newHalfText(half, items) }, changes: [] };
  const edits = addToMeeting(existing, [{ heading: 'private', items }]);
  return 'refused' in edits ? edits : { changes: [{ uri, before: existing.text, edits }] };
}

function newHalfText({ person, date }: PrivateHalf, items: readonly string[]): string {
  const name = oneLine(person);
  return [
    ...['---', 'type: 1on1', `person: ${yamlScalar(name)}`, `date: ${date}`, 'private: true', '---', ''],
    ...[
      `# ${escapeMarkdown(name)}, ${date}`,
      '',
      '## Private',
      '',
      ...items,
      ...(items.length === 0 ? ['- '] : []),
      '',
    ],
  ].join('\n');
}
