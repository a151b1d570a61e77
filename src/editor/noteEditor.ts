import { l10n, Range, type TextDocument, type TextEditor, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import { type NewFile, type NoteEdits, type Plan, sortEdits, type TextEdit } from '../core/text/edit';
import { message } from '../core/text/message';
import { nameOf } from './uris';
import { editableNote, isReadOnlyPlace, NoteNotEditableError } from './editableNote';
import { canEncode } from './encoding';
import { saveNotes } from './saveNotes';
import { UserError } from './errors';

/** A note with planned edits, open as a document. */
interface PlannedNote {
  readonly document: TextDocument;
  readonly change: NoteEdits;
  /** Whether the document had no unsaved changes. Only then it is saved after the edit. */
  readonly wasClean: boolean;
}

/**
 * Applies a plan through the editor, so that a single Undo reverts it, and saves the documents without earlier unsaved
 * changes. All notes are checked first: if one no longer has its planned text, nothing is written. If a document cannot
 * be saved, a message is shown and the edit remains open.
 * @throws UserError with the notes that were not written.
 */
export async function applyPlan(plan: Plan): Promise<void> {
  if (!plan.create && plan.changes.length === 0) {
    return;
  }
  const notes = await Promise.all(plan.changes.map(openPlanned));
  if (plan.create) {
    await checkWritable(plan.create);
  }
  const edit = new WorkspaceEdit();
  if (plan.create) {
    const contents = new TextEncoder().encode(plan.create.text);
    edit.createFile(Uri.parse(plan.create.uri), { contents, overwrite: false, ignoreIfExists: false });
  }
  for (const { document, change } of notes) {
    addEdits(edit, document, change.edits);
  }
  if (!(await workspace.applyEdit(edit))) {
    throw new UserError(
      l10n.t('Could not write {0}. Nothing was changed. Check that the folder is writable.', whatOf(plan)),
    );
  }
  await saveNotes(notes.flatMap(({ document, wasClean }) => (wasClean ? document : [])));
}

/**
 * Adds a document's edits in the order of `sortEdits`. VS Code keeps that order for insertions at the same position.
 */
export function addEdits(edit: WorkspaceEdit, document: TextDocument, edits: readonly TextEdit[]): void {
  for (const { start, end, text } of sortEdits(edits)) {
    edit.replace(document.uri, new Range(document.positionAt(start), document.positionAt(end)), text);
  }
}

/** Shows a note in a text editor, with the cursor at `offset` or at its last position. */
export async function showNote(uri: Uri, offset?: number): Promise<TextEditor> {
  const document = await workspace.openTextDocument(uri);
  if (offset === undefined) {
    return window.showTextDocument(document);
  }
  const cursor = document.positionAt(offset);
  return window.showTextDocument(document, { selection: new Range(cursor, cursor), preview: false });
}

async function openPlanned(change: NoteEdits): Promise<PlannedNote> {
  const uri = Uri.parse(change.uri);
  const document = await editableNote(uri);
  if (document.getText() !== change.before) {
    throw new UserError(l10n.t('{0} changed in the meantime, so nothing was written. Try again.', nameOf(uri)));
  }
  if (!(await canEncode(document, change.edits.map(({ text }) => text).join('')))) {
    throw new NoteNotEditableError(uri, message('note.missingCharacters', document.encoding));
  }
  return { document, change, wasClean: !document.isDirty };
}

async function checkWritable({ uri }: NewFile): Promise<void> {
  const target = Uri.parse(uri);
  const isThere = await exists(target);
  if (isReadOnlyPlace(target)) {
    throw new UserError(l10n.t('{0} was not created, because its folder is read-only.', nameOf(target)));
  }
  if (isThere) {
    throw new UserError(l10n.t('{0} was not created, because a file with this name already exists.', nameOf(target)));
  }
}

/** Whether a file exists at `uri`. Inaccessible files count as missing. */
export async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

function whatOf(plan: Plan): string {
  const uris = [...(plan.create ? [plan.create.uri] : []), ...plan.changes.map((change) => change.uri)];
  return uris.map((uri) => nameOf(Uri.parse(uri))).join(', ');
}
