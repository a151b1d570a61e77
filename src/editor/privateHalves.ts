import { Uri, workspace, type WorkspaceFolder } from 'vscode';
import type { NoteIndex } from '../core/index/noteIndex';
import { pathPattern, type PrivateHalfPaths, unknownPlaceholder } from '../core/note/pathPattern';
import { privatePathSetting } from '../core/newNote/notePath';
import { privateHalfPath, type Session } from '../core/newNote/planSession';
import type { PrivateHalfPlace } from '../core/noteEdit/privateHalf';
import type { Refusal } from '../core/text/edit';
import { type Message, message } from '../core/text/message';
import { UserError } from './errors';
import { formatMessage, showWarningMessage } from './messages';
import { exists } from './noteEditor';
import { isExcluded } from './notes/noteFinder';
import { setting } from './settings';

/** The setting `notes.privatePath`, with the workspace folder that it names. */
interface PrivatePathSetting {
  /** `undefined` for the folder of the shared note. */
  readonly root: Uri | undefined;
  readonly path: string;
}

/** Returns the setting `notes.privatePath`, the reason why it is not used, or `undefined` if it is empty. */
export function privatePathIn(scope?: Uri): PrivatePathSetting | Refusal | undefined {
  const found = privatePathSetting(setting('notes.privatePath', scope), setting('notes.path', scope));
  if (!found || 'refused' in found) return found;
  const { folder, path } = found;
  const root = workspace.workspaceFolders?.find(({ name }) => name === folder)?.uri;
  if (folder !== undefined && !root) return { refused: message('path.unknownFolder', folder) };
  const place = (root ?? scope)?.toString();
  const isMeant = ({ uri }: WorkspaceFolder): boolean => place === undefined || uri.toString() === place;
  const folders = (workspace.workspaceFolders ?? []).filter(isMeant);
  const isExcludedFrom = ({ uri }: WorkspaceFolder): boolean => isExcluded(uri, path, setting('exclude', uri));
  return folders.length > 0 && folders.every(isExcludedFrom)
    ? { refused: message('path.privateExcluded') }
    : { root, path };
}

/** Returns the paths of private halves, or `undefined` if they have no place of their own. */
export function privateHalfPaths(): PrivateHalfPaths | undefined {
  const found = privatePathIn();
  return found && !('refused' in found)
    ? { pattern: pathPattern(found.path), root: found.root?.toString() }
    : undefined;
}

/**
 * Returns the place for the private half of a meeting whose other half belongs into `root`, or `undefined` if private
 * parts stay in the note.
 * @throws UserError if the setting cannot be used.
 */
export async function privateHalfPlace(
  root: Uri,
  session: Pick<Session, 'person' | 'date'>,
  index: NoteIndex,
): Promise<PrivateHalfPlace | undefined> {
  const found = privatePathIn(root);
  if (!found) return undefined;
  if ('refused' in found) {
    throw new UserError(formatMessage(found.refused));
  }
  const folder = found.root ?? root;
  const uriOf = (path: string): string => Uri.joinPath(folder, path).toString();
  const place = privateHalfPath(session, { setting: found.path, uriOf }, index);
  if ('refused' in place) {
    throw new UserError(formatMessage(place.refused));
  }
  const uri = Uri.parse(uriOf(place.path));
  return { uri: uri.toString(), isThere: await exists(uri) };
}

/** Warns of path settings that are not used, once for each value. */
export class NotesPathWarning {
  readonly #warnedOf = new Set<string>();

  check(): void {
    const value = setting('notes.path');
    const unknown = unknownPlaceholder(value);
    if (unknown !== undefined) {
      const problem = message('path.unknownPlaceholder', unknown);
      const found = message('path.setting', 'oneOnOne.notes.path', value, problem);
      this.#warn(value, message('path.ignored', found));
    }
    const privatePath = privatePathIn();
    if (privatePath && 'refused' in privatePath) {
      this.#warn(setting('notes.privatePath'), message('path.privateIgnored', privatePath.refused));
    }
  }

  #warn(value: string, text: Message): void {
    if (this.#warnedOf.has(value)) {
      return;
    }
    this.#warnedOf.add(value);
    void showWarningMessage(formatMessage(text));
  }
}
