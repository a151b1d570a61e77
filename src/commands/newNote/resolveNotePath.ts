import { Uri } from 'vscode';
import type { NoteIndex } from '../../core/index/noteIndex';
import { nextFreePath } from '../../core/newNote/notePath';
import { sessionPlace, type Session } from '../../core/newNote/planSession';
import { exists } from '../../editor/noteEditor';
import { pathInFolder } from '../../editor/uris';
import { isSetByUser, setting } from '../../editor/settings';
import { UserError } from '../../editor/errors';
import { formatMessage } from '../../editor/messages';

/** The file for the note of a session. */
export interface Place {
  readonly uri: Uri;
  /** The folder that contains it. */
  readonly root: Uri;
  readonly kind: 'file' | 'log';
  /** Whether the file exists. A log is extended; any other file is a conflict. */
  readonly isThere: boolean;
}

/**
 * Returns the place for the note of a session in a folder.
 * @throws UserError if the path setting leads outside the folder, or if the name cannot be used as a file name.
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

/** Returns the place for a second note of a day: the next free file name (`2026-11-30-2.md`), or the same log. */
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
