import { Uri } from 'vscode';
import type { NoteIndex } from '../../core/index/noteIndex';
import { personSlug } from '../../core/people/names';
import { notePlace, secondOf } from '../../core/writing/notePlace';
import { exists } from '../../editor/noteEditor';
import { pathInFolder } from '../../editor/noteName';
import { isSetByUser, setting } from '../../editor/settings';
import { UserError } from '../../editor/userError';
import type { Session } from './settleSession';

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
export async function placeNote(root: Uri, index: NoteIndex, session: Session): Promise<Place> {
  const { person, date } = session;
  const newest = index.meetingsWith(person.key).at(-1);
  const place = notePlace({
    person: person.name,
    date,
    setting: { value: setting('notes.path', root), isSetByUser: isSetByUser('notes.path', root) },
    newest: newest && {
      path: pathInFolder(Uri.parse(newest.note.uri)),
      kind: newest.note.kind === 'log' ? 'log' : 'meeting',
      date: newest.meeting.date,
    },
    otherSlugs: new Set(index.people.all.filter(({ key }) => key !== person.key).map(({ name }) => personSlug(name))),
    isForeign: (path) => {
      const note = index.note(Uri.joinPath(root, path).toString());
      return note !== undefined && index.personOf(note)?.key !== person.key;
    },
  });
  if ('refused' in place) {
    throw new UserError(place.refused);
  }
  const uri = Uri.joinPath(root, place.path);
  return { uri, root, kind: place.kind, isThere: await exists(uri) };
}

/** The place of a second note of a day: the next free one beside the first (`2026-11-30-2.md`), or the same log once more. */
export async function secondPlace(first: Place): Promise<Place> {
  if (first.kind === 'log') {
    return first;
  }
  const taken = new Set<string>();
  for (;;) {
    const uri = first.uri.with({ path: secondOf(first.uri.path, (path) => taken.has(path)) });
    if (!(await exists(uri))) {
      return { ...first, uri, isThere: false };
    }
    taken.add(uri.path);
  }
}
