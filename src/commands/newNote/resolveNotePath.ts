import { Uri } from 'vscode';
import type { NoteIndex } from '../../core/index/noteIndex';
import { nextFreePath } from '../../core/newNote/notePath';
import { sessionPlace, type Session } from '../../core/newNote/planSession';
import { exists } from '../../editor/noteEditor';
import { pathInFolder } from '../../editor/uris';
import { isSetByUser, setting } from '../../editor/settings';
import { UserError } from '../../editor/errors';
import { formatMessage } from '../../editor/messages';

/** Where the note of a session goes. */
export interface Place {
  readonly uri: Uri;
  /** The folder that it lies in. */
  readonly root: Uri;
  readonly kind: 'file' | 'log';
  /** A file is there already: for a log that is where the note goes, else it is in the way. */
  readonly isThere: boolean;
}

/**
 * The place of a session's note in a folder.
 * @throws UserError when the path setting leads to no place in it, or when the name makes no file name.
 */
export async function resolveNotePath(root: Uri, index: NoteIndex, session: Session): Promise<Place> {
  const folder = {
    uriOf: (path: string) => Uri.joinPath(root, path).toString(),
    pathOf: (uri: string) => pathInFolder(Uri.parse(uri)),
    pathSetting: { value: setting('notes.path', root), isSetByUser: isSetByUser('notes.path', root) },
  };
  const place = sessionPlace(session, folder, index);
  if ('refused' in place) {
    throw new UserError(formatMessage(place.refused));
  }
  const uri = Uri.joinPath(root, place.path);
  return { uri, root, kind: place.kind, isThere: await exists(uri) };
}

/** The place of a second note of a day: the next free one beside the first (`2026-11-30-2.md`), or the same log once more. */
export async function nextFreePlace(first: Place): Promise<Place> {
  if (first.kind === 'log') {
    return first;
  }
  const taken = new Set<string>();
  for (;;) {
    const uri = first.uri.with({ path: nextFreePath(first.uri.path, (path) => taken.has(path)) });
    if (!(await exists(uri))) {
      return { ...first, uri, isThere: false };
    }
    taken.add(uri.path);
  }
}
