import { type FilePermission, type TextDocument, Uri, workspace } from 'vscode';
import type { EditableNotes } from '../core/noteEdit/existingMeeting';
import type { NoteService } from './notes/noteService';
import { nameOf } from './uris';
import { UserError } from './errors';
import { formatMessage } from './messages';
import { refuseInConflict } from '../core/markdown/conflicts';
import type { TextEdit } from '../core/text/edit';
import { type Message, message } from '../core/text/message';

/** An error for a note that cannot be edited. Edits of other notes are not affected. */
export class NoteNotEditableError extends UserError {
  /** The reason and the solution in full sentences that do not name the note. */
  readonly reason: Message;

  constructor(uri: Uri, reason: Message, options?: ErrorOptions) {
    super(formatMessage(skipped(uri, reason)), options);
    this.reason = reason;
  }
}

/** Names a note that was skipped, with the reason. */
function skipped(uri: Uri, reason: Message): Message {
  return message('note.skipped', nameOf(uri), reason);
}

/**
 * Whether a file's bytes are the text of its document. Line ends are ignored, because VS Code normalizes them within a
 * document.
 */
export async function isTextOf(document: TextDocument, bytes: Uint8Array): Promise<boolean> {
  const text = await workspace.decode(bytes, { encoding: document.encoding });
  return withFeeds(text) === withFeeds(document.getText());
}

function withFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/**
 * Refuses files that VS Code would not edit, or could not save.
 * @throws NoteNotEditableError if the file or its file system is read-only.
 */
async function assertWritable(uri: Uri): Promise<void> {
  if ((await permissionsOf(uri)) !== undefined || isReadOnlyPlace(uri)) {
    throw new NoteNotEditableError(uri, message('note.readOnly'));
  }
}

/**
 * Refuses documents that `editableNote` would refuse, for edits in a text editor.
 * @throws NoteNotEditableError if the file is read-only or has the wrong encoding, or if an edit is in a conflict.
 */
export async function assertEditable(document: TextDocument, ...edits: readonly TextEdit[]): Promise<void> {
  await assertWritable(document.uri);
  await assertEncodable(document);
  const refusal = refuseInConflict(document.getText(), edits);
  if (refusal) {
    throw new NoteNotEditableError(document.uri, refusal.refused);
  }
}

/** Whether a file system is read-only. VS Code only knows this after an earlier access to it. */
export function isReadOnlyPlace({ scheme }: Uri): boolean {
  return workspace.fs.isWritableFileSystem(scheme) === false;
}

/** The only permission that VS Code defines is `Readonly`. */
async function permissionsOf(uri: Uri): Promise<FilePermission | undefined> {
  try {
    return (await workspace.fs.stat(uri)).permissions;
  } catch {
    return undefined;
  }
}

/** Maximum time to wait until a document shows the content of its file, in ms. */
const LOAD_TIMEOUT_MS = 3_000;

/**
 * Returns the current text of a note, including unsaved changes, to plan an edit.
 * @throws NoteNotEditableError if the note cannot be read or written, if its document remains out of date, or if saving
 * would change it otherwise.
 */
export async function editableText(uri: Uri): Promise<string> {
  return (await editableNote(uri)).getText();
}

/** Returns the document of `editableText`. */
export async function editableNote(uri: Uri): Promise<TextDocument> {
  await assertWritable(uri);
  try {
    const document = await workspace.openTextDocument(uri);
    if (await showsItsFile(document)) {
      return document;
    }
  } catch (error) {
    if (error instanceof NoteNotEditableError) {
      throw error;
    }
    throw new NoteNotEditableError(uri, message('note.notOpened', reasonOf(error)), { cause: error });
  }
  throw new NoteNotEditableError(uri, message('note.stale'));
}

/**
 * Waits until an unmodified document shows the content of its file, or returns `false` after a timeout. VS Code would
 * refuse to save an edit of outdated text, and would recreate a file deleted in the meantime.
 */
async function showsItsFile(document: TextDocument): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const listener = workspace.onDidChangeTextDocument((event) => event.document === document && look());
    const timer = setTimeout(() => end(() => resolve(false)), LOAD_TIMEOUT_MS);
    const end = (settle: () => void): void => {
      listener.dispose();
      clearTimeout(timer);
      settle();
    };
    const look = (): void => {
      isAsOnDisk(document).then(
        (isSame) => isSame && end(() => resolve(true)),
        (error: unknown) => end(() => reject(error instanceof Error ? error : new Error(String(error)))),
      );
    };
    look();
  });
}

/** Returns the present state, which can differ after every wait because the user may have started typing. */
function hasUnsavedChanges({ isDirty }: TextDocument): boolean {
  return isDirty;
}

async function isAsOnDisk(document: TextDocument): Promise<boolean> {
  if (hasUnsavedChanges(document)) {
    await assertEncodable(document);
    return true;
  }
  const bytes = await workspace.fs.readFile(document.uri);
  await assertSafeEncoding(document, bytes);
  return (await isTextOf(document, bytes)) || hasUnsavedChanges(document);
}

/**
 * Refuses documents that cannot be saved without damage to other text of their file. A document without a file passes.
 * @throws NoteNotEditableError if the encoding is wrong.
 */
async function assertEncodable(document: TextDocument): Promise<void> {
  let bytes;
  try {
    bytes = await workspace.fs.readFile(document.uri);
  } catch {
    return;
  }
  await assertSafeEncoding(document, bytes);
}

async function assertSafeEncoding(document: TextDocument, bytes: Uint8Array): Promise<void> {
  const problem = await encodingProblem(document, bytes);
  if (problem) {
    throw new NoteNotEditableError(document.uri, problem);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Provides notes for planned edits. Open documents take precedence over their files, even if unsaved. */
export function editableNotes(notes: NoteService): EditableNotes {
  return {
    index: notes.fullIndex,
    refresh: (uri) => notes.refresh(Uri.parse(uri)),
    textOf: (uri) => notes.textOf(Uri.parse(uri)),
    async textToEdit(uri) {
      try {
        return await editableText(Uri.parse(uri));
      } catch (error) {
        if (error instanceof NoteNotEditableError) {
          return { refused: skipped(Uri.parse(uri), error.reason), reason: error.reason };
        }
        throw error;
      }
    },
  };
}

const UTF_8: ReadonlySet<string> = new Set(['utf8', 'utf8bom']);
const CARRIAGE_RETURN = 0x0d;
const LINE_FEED = 0x0a;

/**
 * Returns the reason why saving a document would change text of its file that was not edited, or `undefined`. The text
 * survives if the bytes of the file can be decoded and encoded again.
 */
async function encodingProblem({ encoding }: TextDocument, bytes: Uint8Array): Promise<Message | undefined> {
  if (encoding.startsWith('utf16')) {
    return message('note.utf16');
  }
  if (UTF_8.has(encoding)) {
    if (!isUtf8(bytes)) return message('note.notEncoded', 'UTF-8');
  } else if (!isAscii(bytes)) {
    if (isUtf8(bytes)) return message('note.otherEncoding', encoding);
    const text = await workspace.decode(bytes, { encoding });
    if (!areEqual(await workspace.encode(text, { encoding }), bytes)) return message('note.notEncoded', encoding);
  }
  return bytes.some((byte, at) => byte === CARRIAGE_RETURN && bytes[at + 1] !== LINE_FEED)
    ? message('note.carriageReturn')
    : undefined;
}

/** Whether the encoding of a document has all characters of a text. */
export async function canEncode({ encoding }: TextDocument, text: string): Promise<boolean> {
  if (UTF_8.has(encoding)) {
    return true;
  }
  const bytes = await workspace.encode(text, { encoding });
  return (await workspace.decode(bytes, { encoding })) === text;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function isAscii(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80);
}

function areEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
