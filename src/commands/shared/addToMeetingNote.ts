import { Uri, workspace } from 'vscode';
import type { DatedMeeting } from '../../core/index/listedFollowUp';
import { addToMeeting } from '../../core/noteEdit/existingMeeting';
import { addToPrivateHalf, openPrivateHalf, privateHalfOf } from '../../core/noteEdit/privateHalf';
import type { Refusal } from '../../core/text/edit';
import { editableNotes, editableText } from '../../editor/editableNote';
import { UserError } from '../../editor/errors';
import { formatMessage } from '../../editor/messages';
import { applyPlan } from '../../editor/noteEditor';
import { privateHalfPlace } from '../../editor/privateHalves';
import type { Services } from '../../services';

/** Adds a follow-up line to a meeting. Returns the URI of the note. */
export async function addToMeetingNote(
  meeting: DatedMeeting,
  { item, isPrivate = false }: { readonly item: string; readonly isPrivate?: boolean },
  notes: Services['notes'],
): Promise<Uri> {
  return isPrivate && !meeting.note.private
    ? addPrivately(meeting, [item], notes)
    : addUnder('followUps', { meeting, items: [item] }, notes);
}

/**
 * Adds private list items to a meeting: to its private half if it has one or such halves have a place, else under
 * *Private*. Returns the URI of the changed note.
 */
export async function addPrivately(
  meeting: DatedMeeting,
  items: readonly string[],
  notes: Services['notes'],
): Promise<Uri> {
  const { index } = notes;
  const { date } = meeting.meeting;
  const person = index.personOf(meeting.note);
  const folder = workspace.getWorkspaceFolder(Uri.parse(meeting.note.uri));
  const place = person && folder && (await privateHalfPlace(folder.uri, { person, date }, index));
  const halfPlace = privateHalfOf(meeting, place);
  if (!person || !halfPlace) {
    return addUnder('private', { meeting, items }, notes);
  }
  const half = unlessRefused(await openPrivateHalf(halfPlace, { person: person.name, date }, editableNotes(notes)));
  await applyPlan(unlessRefused(addToPrivateHalf(half, items)));
  const uri = Uri.parse(half.uri);
  await notes.refresh(uri);
  return uri;
}

async function addUnder(
  heading: 'followUps' | 'private',
  { meeting, items }: { readonly meeting: DatedMeeting; readonly items: readonly string[] },
  notes: Services['notes'],
): Promise<Uri> {
  const uri = Uri.parse(meeting.note.uri);
  const before = await editableText(uri);
  await notes.refresh(uri);
  const note = notes.index.note(uri.toString()) ?? meeting.note;
  const edits = unlessRefused(addToMeeting({ note, text: before, meeting: meeting.index }, [{ heading, items }]));
  await applyPlan({ changes: [{ uri: uri.toString(), before, edits }] });
  await notes.refresh(uri);
  return uri;
}

function unlessRefused<Result extends object>(result: Result | Refusal): Result {
  if ('refused' in result) {
    throw new UserError(formatMessage(result.refused));
  }
  return result;
}
