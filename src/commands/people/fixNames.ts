import { CancellationError, l10n, Uri, Range, workspace, WorkspaceEdit } from 'vscode';
import { AUTHOR_KEYS } from '../../core/note/identity';
import { UNNAMED } from '../../core/people/person';
import { editFrontMatter } from '../../core/noteEdit/yamlEdit';
import { noteInFront } from '../../editor/activeNote';
import { editableText } from '../../editor/editableNote';
import { Advice, UserError } from '../../editor/errors';
import { formatMessage, showInformationMessage } from '../../editor/messages';
import { applyPlan } from '../../editor/noteEditor';
import { pickReader, setReader } from '../../editor/readerQuestion';
import type { Services } from '../../services';
import { indexWithProgress } from '../shared/indexWithProgress';
import { askForPerson } from '../shared/pickPerson';
import { ownMentionEdits } from '../../core/assist/fixes';

/** Asks for the person of a note and writes the name into its front matter, which is created if it is missing. */
export async function sayWho({ notes, clock }: Pick<Services, 'notes' | 'clock'>, argument?: unknown): Promise<void> {
  const shown = await indexWithProgress(notes);
  const index = notes.fullIndex;
  const uri = isNoteRef(argument) ? Uri.parse(argument.uri) : await noteInFront();
  const note = uri && index.note(uri.toString());
  if (!uri || !note) {
    throw new Advice(l10n.t('Open a Markdown note first.'));
  }
  const title = l10n.t('Say Who This Is With');
  const likely = index.candidatesOf(note);
  const value = await askForPerson(shown, { title, today: clock.today(), canBeNew: true, likely });
  const before = await editableText(uri);
  // A note that names only the reader is about the reader, and by the other one.
  const isAboutReader = index.personOf(note)?.name === UNNAMED;
  const edits = editFrontMatter(before, { keys: isAboutReader ? AUTHOR_KEYS : ['person'], value });
  if ('refused' in edits) {
    throw new UserError(formatMessage(edits.refused));
  }
  await applyPlan({ changes: [{ uri: uri.toString(), before, edits }] });
  await notes.refresh(uri);
}

/** Sets the reader's name as it appears in notes. `argument` may give it. */
export async function setYourName({ notes }: Pick<Services, 'notes'>, argument?: unknown): Promise<void> {
  const name = typeof argument === 'string' ? argument : await pickReader(await indexWithProgress(notes));
  if (name === undefined) {
    throw new CancellationError();
  }
  await setReader(name);
  void showInformationMessage(l10n.t('Your name in notes is set to {0}.', name));
}

/** Checks whether an unknown value names a note by its URI, as rows and quick fixes do. */
function isNoteRef(value: unknown): value is { readonly uri: string } {
  return typeof value === 'object' && value !== null && 'uri' in value && typeof value.uri === 'string';
}

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
  await indexWithProgress(notes);
  const index = notes.fullIndex;
  const edit = new WorkspaceEdit();
  const confirmed = { needsConfirmation: true, label: l10n.t('Replace @me by {0}', argument.name) };
  for (const uri of new Set(index.meetingsWith(argument.person).map(({ note }) => note.uri))) {
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
