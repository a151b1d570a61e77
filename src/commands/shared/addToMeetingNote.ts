import { Uri } from 'vscode';
import type { DatedMeeting } from '../../core/index/listedFollowUp';
import { addToMeeting } from '../../core/noteEdit/existingMeeting';
import { editableText } from '../../editor/editableNote';
import { UserError } from '../../editor/errors';
import { formatMessage } from '../../editor/messages';
import { applyPlan } from '../../editor/noteEditor';
import type { Services } from '../../services';

/** Adds a follow-up line to a meeting, under *Private* if it is private. Returns the URI of the note. */
export async function addToMeetingNote(
  meeting: DatedMeeting,
  { item, isPrivate = false }: { readonly item: string; readonly isPrivate?: boolean },
  notes: Services['notes'],
): Promise<Uri> {
  const uri = Uri.parse(meeting.note.uri);
  const text = await editableText(uri);
  await notes.refresh(uri);
  const note = notes.fullIndex.note(uri.toString()) ?? meeting.note;
  const heading = isPrivate && !note.private ? 'private' : 'followUps';
  const edits = addToMeeting({ note, text, meeting: meeting.index }, [{ heading, items: [item] }]);
  if ('refused' in edits) {
    throw new UserError(formatMessage(edits.refused));
  }
  await applyPlan({ changes: [{ uri: uri.toString(), before: text, edits }] });
  await notes.refresh(uri);
  return uri;
}
