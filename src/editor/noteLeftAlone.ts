import type { Uri } from 'vscode';
import { nameOf } from './noteName';
import { UserError } from './userError';

/** A note that cannot be changed, and so is left as it is, whatever becomes of others. */
export class NoteNotEditableError extends UserError {
  /** Why, and what to do about it, in whole sentences that do not name the note. */
  readonly reason: string;

  constructor(uri: Uri, reason: string, options?: ErrorOptions) {
    super(`${nameOf(uri)} was left as it is. ${reason}`, options);
    this.reason = reason;
  }
}
