import { type FilePermission, type TextDocument, Uri, workspace } from 'vscode';
import type { EditableNotes } from '../core/noteEdit/editableNotes';
import type { NoteService } from './notes/noteService';
import { nameOf } from './uris';
import { UserError } from './userError';
import { formatMessage } from './formatMessage';
import { type Message, message } from '../core/text/message';

/** A note that cannot be changed, and so is left as it is, whatever becomes of others. */
export class NoteNotEditableError extends UserError {
  /** Why, and what to do about it, in whole sentences that do not name the note. */
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

/** Whether bytes of a document's file are the document's text. VS Code gives all lines of a document the same line end. */
export async function isTextOf(document: TextDocument, bytes: Uint8Array): Promise<boolean> {
  const text = await workspace.decode(bytes, { encoding: document.encoding });
  return withFeeds(text) === withFeeds(document.getText());
}

function withFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/**
 * Refuses what VS Code would silently not do, or only as it saves.
 * @throws NoteNotEditableError when VS Code knows that nobody can write there.
 */
export async function assertWritable(uri: Uri): Promise<void> {
  if ((await permissionsOf(uri)) !== undefined || isReadOnlyPlace(uri)) {
    throw new NoteNotEditableError(uri, message('note.readOnly'));
  }
}

/** Whether VS Code knows that nothing can be written there; it has to be asked about some file there before. */
export function isReadOnlyPlace({ scheme }: Uri): boolean {
  return workspace.fs.isWritableFileSystem(scheme) === false;
}

/** There are no permissions but the one to read only. */
async function permissionsOf(uri: Uri): Promise<FilePermission | undefined> {
  try {
    return (await workspace.fs.stat(uri)).permissions;
  } catch {
    return undefined;
  }
}

/** How long VS Code is given to show what a file holds by now, in ms: it is told of changes in bursts. */
const LOAD_TIMEOUT_MS = 3_000;

/**
 * The text of a note to plan an edit on, as VS Code has it: what somebody is writing in it, else what its file holds now.
 * @throws NoteNotEditableError when the note cannot be read or not be written, or VS Code goes on showing an older text than
 *   the file's, or would not save it as it is.
 */
export async function editableText(uri: Uri): Promise<string> {
  return (await editableNote(uri)).getText();
}

/** The same as a document. */
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
 * Waits until a document that nobody writes in shows what its file holds; `false` if that takes too long. VS Code would
 * refuse to save an edit of what it showed before, and write a file anew that was deleted meanwhile.
 */
async function showsItsFile(document: TextDocument): Promise<boolean> {
  if (document.isDirty) {
    return true;
  }
  return new Promise((resolve, reject) => {
    const listener = workspace.onDidChangeTextDocument((event) => event.document === document && look());
    const timer = setTimeout(() => end(false), LOAD_TIMEOUT_MS);
    const end = (answer: boolean): void => {
      listener.dispose();
      clearTimeout(timer);
      resolve(answer);
    };
    const look = (): void => {
      isAsOnDisk(document).then(
        (isSame) => isSame && end(true),
        (error: unknown) => {
          end(false);
          reject(error instanceof Error ? error : new Error(String(error)));
        },
      );
    };
    look();
  });
}

async function isAsOnDisk(document: TextDocument): Promise<boolean> {
  const bytes = await workspace.fs.readFile(document.uri);
  if (document.encoding === 'utf8' && !isUtf8(bytes)) {
    throw new NoteNotEditableError(document.uri, message('note.notUtf8'));
  }
  const isSame = await isTextOf(document, bytes);
  // Somebody may have begun to write in it.
  return document.isDirty || isSame;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The notes of a store as plans are made on them: what is open in an editor counts, saved or not. */
export function editableNotes(notes: NoteService): EditableNotes {
  return {
    index: notes.index,
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
