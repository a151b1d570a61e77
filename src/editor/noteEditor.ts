import {
  commands,
  l10n,
  type Position,
  Range,
  SnippetString,
  type TextDocument,
  type TextEditor,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import { refuseInConflict } from '../core/markdown/conflicts';
import type { CursorPlace, InsertedPart } from '../core/noteEdit/noteBody';
import {
  applyEdits,
  type NewFile,
  type NoteEdits,
  type Plan,
  type Refusal,
  sortEdits,
  type TextEdit,
} from '../core/text/edit';
import { message } from '../core/text/message';
import {
  assertEditable,
  editableNote,
  editableText,
  isReadOnlyPlace,
  isTextOf,
  NoteNotEditableError,
  canEncode,
} from './editableNote';
import { UserError } from './errors';
import { formatMessage, showErrorMessage, showWarningMessage } from './messages';
import { nameOf } from './uris';

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
    if (plan.create && !(await isRemoved(plan.create))) {
      const name = nameOf(Uri.parse(plan.create.uri));
      throw new UserError(l10n.t('{0} could not be written completely. Delete that file and try again.', name));
    }
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
  const refusal = refuseInConflict(change.before, change.edits);
  if (refusal) {
    throw new NoteNotEditableError(uri, refusal.refused);
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

/**
 * Removes a file that could not be created completely, as on a full disk: it would pass for the note. Returns whether
 * no file is left.
 */
async function isRemoved({ uri, text }: NewFile): Promise<boolean> {
  const target = Uri.parse(uri);
  try {
    if (!(await exists(target))) return true;
    const written = await workspace.fs.readFile(target);
    const planned = new TextEncoder().encode(text);
    if (written.length >= planned.length || written.some((byte, at) => byte !== planned[at])) return false;
    await workspace.fs.delete(target);
    return true;
  } catch {
    return false;
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

/**
 * Changes a file by the edits planned for its text, or creates it with them if it is missing.
 * @throws UserError if the change is refused or cannot be written.
 */
export async function changeOrCreate(uri: Uri, plan: (text: string) => readonly TextEdit[] | Refusal): Promise<void> {
  const isThere = await exists(uri);
  const before = isThere ? await editableText(uri) : '';
  const edits = plan(before);
  if ('refused' in edits) {
    throw new UserError(formatMessage(edits.refused));
  }
  const key = uri.toString();
  await applyPlan(
    isThere
      ? { changes: [{ uri: key, before, edits }] }
      : { create: { uri: key, text: applyEdits(before, edits) }, changes: [] },
  );
}

function whatOf(plan: Plan): string {
  const uris = [...(plan.create ? [plan.create.uri] : []), ...plan.changes.map((change) => change.uri)];
  return uris.map((uri) => nameOf(Uri.parse(uri))).join(', ');
}

/** Inserts parts at the end of a line as a snippet, with a tab stop at each place to type. Text parts are escaped. */
export async function insertParts(
  editor: TextEditor,
  parts: readonly InsertedPart[],
  { line }: CursorPlace,
): Promise<void> {
  const lineEnd = (): Position => editor.document.lineAt(line).range.end;
  const start = editor.document.offsetAt(lineEnd());
  const text = parts.map((part) => ('text' in part ? part.text : '')).join('');
  await assertEditable(editor.document, { start, end: start, text });
  const snippet = new SnippetString();
  for (const part of parts) {
    if ('text' in part) {
      snippet.appendText(part.text);
    } else {
      snippet.appendTabstop(part.stop);
    }
  }
  await editor.insertSnippet(snippet, lineEnd());
}

const SAVE_AGAIN = l10n.t('Save Again');
const UNDO = l10n.t('Undo');

/** Number of attempts to save a document. Another save, such as auto save, may interrupt one. */
const ATTEMPTS = 4;

/** Maximum time to wait for another save of the note before the next attempt, in ms. */
const OTHER_SAVE_TIME = 1_000;

/** Saves notes after an edit. If some cannot be saved, one message is shown without waiting for an answer. */
async function saveNotes(documents: readonly TextDocument[]): Promise<void> {
  const unsaved: TextDocument[] = [];
  for (const document of documents) {
    if (!(await isSaved(document))) {
      unsaved.push(document);
    }
  }
  if (unsaved.length > 0) {
    void offerRescue(unsaved);
  }
}

/**
 * Saves a note, and returns whether its text is on disk. VS Code answers a save with `false` also while another save of the
 * note, such as auto save, is being made. So the other save is waited for before the next attempt.
 */
async function isSaved(document: TextDocument): Promise<boolean> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    if (!document.isDirty || (await document.save()) || (await isOnDisk(document))) {
      return true;
    }
    if (attempt < ATTEMPTS) {
      await savedMeanwhile(document);
    }
  }
  return false;
}

/** Resolves when the note is saved by someone else, and at the latest after `OTHER_SAVE_TIME`. */
async function savedMeanwhile(document: TextDocument): Promise<void> {
  if (!document.isDirty) {
    return;
  }
  await new Promise<void>((resolve) => {
    const timer = setTimeout(end, OTHER_SAVE_TIME);
    const listener = workspace.onDidSaveTextDocument((saved) => {
      if (saved === document) end();
    });
    function end(): void {
      clearTimeout(timer);
      listener.dispose();
      resolve();
    }
  });
}

async function isOnDisk(document: TextDocument): Promise<boolean> {
  try {
    return await isTextOf(document, await workspace.fs.readFile(document.uri));
  } catch {
    return false;
  }
}

async function offerRescue(unsaved: readonly TextDocument[]): Promise<void> {
  const versions = unsaved.map(({ version }) => version);
  const names = unsaved.map(({ uri }) => nameOf(uri)).join(', ');
  const message = l10n.t('Could not save {0}; your change is still open.', names);
  const choice = await showErrorMessage(message, SAVE_AGAIN, UNDO);
  if (choice === SAVE_AGAIN) {
    await saveNotes(unsaved);
  } else if (choice === UNDO) {
    await undo(unsaved, versions);
  }
}

/** Reverts the whole edit with a single Undo in one of the notes, unless the user has typed since. */
async function undo([first, ...more]: readonly TextDocument[], versions: readonly number[]): Promise<void> {
  if (!first) {
    return;
  }
  if ([first, ...more].some(({ version }, at) => version !== versions[at])) {
    void showWarningMessage(l10n.t('{0} has changed since. Undo the change there.', nameOf(first.uri)));
    return;
  }
  await window.showTextDocument(first);
  await commands.executeCommand('undo');
}
