import { l10n, Range, Uri, workspace, WorkspaceEdit } from 'vscode';
import { ownMentionEdits } from '../../core/assist/fixes';
import { partsOf } from '../../core/index/listedFollowUp';
import { UserError } from '../../editor/errors';
import { showInformationMessage } from '../../editor/messages';
import type { Services } from '../../services';
import { indexWithProgress } from '../shared/indexWithProgress';

/** The person of the notes, by key, and the name to write for `@me`. */
interface OwnMentions {
  readonly person: string;
  readonly name: string;
}

/**
 * Replaces the unclear `@me` in all notes of a person by a name. VS Code shows the changes first and applies only those
 * that are confirmed.
 */
export async function replaceOwnMentions({ notes }: Pick<Services, 'notes'>, argument?: unknown): Promise<void> {
  if (!isOwnMentions(argument)) {
    throw new UserError(l10n.t('Use the quick fix on an “@me” in a 1:1 note.'));
  }
  const index = await indexWithProgress(notes);
  const edit = new WorkspaceEdit();
  const confirmed = { needsConfirmation: true, label: l10n.t('Replace @me by {0}', argument.name) };
  for (const uri of new Set(
    index
      .meetingsWith(argument.person)
      .flatMap(partsOf)
      .map(({ note }) => note.uri),
  )) {
    const note = index.note(uri);
    if (!note || index.writerOf(note)) continue;
    const document = await workspace.openTextDocument(Uri.parse(uri));
    await notes.refresh(document.uri);
    for (const { start, end, text } of ownMentionEdits(index, { uri, text: document.getText() }, argument.name)) {
      const range = new Range(document.positionAt(start), document.positionAt(end));
      edit.replace(document.uri, range, text, confirmed);
    }
  }
  if (edit.size === 0) {
    void showInformationMessage(l10n.t('No open follow-up in these notes has an unclear “@me”.'));
    return;
  }
  await workspace.applyEdit(edit);
}

function isOwnMentions(value: unknown): value is OwnMentions {
  return (
    typeof value === 'object' &&
    value !== null &&
    'person' in value &&
    'name' in value &&
    typeof value.person === 'string' &&
    typeof value.name === 'string'
  );
}
