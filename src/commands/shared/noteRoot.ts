import { CancellationError, l10n, Uri, window, workspace } from 'vscode';
import type { NoteIndex } from '../../core/index/noteIndex';
import { pickFolder } from '../../editor/picks';

/**
 * The folder that a person's next note belongs in: where the newest note is, else the only folder with 1:1 notes, else
 * the only one there is, else the one that the reader chooses; a folder from a dialog where none is open.
 * @throws CancellationError when the reader chooses none.
 */
export async function noteRoot(index: NoteIndex, personKey: string): Promise<Uri> {
  const folders = workspace.workspaceFolders ?? [];
  const newest = index.meetingsWith(personKey).at(-1);
  const ofNewest = newest && workspace.getWorkspaceFolder(Uri.parse(newest.note.uri));
  const [only, ...more] = folders.length > 1 ? foldersWithMeetings(index) : folders.map(({ uri }) => uri.toString());
  if (ofNewest) {
    return ofNewest.uri;
  }
  if (only !== undefined && more.length === 0) {
    return Uri.parse(only);
  }
  const chosen =
    folders.length === 0 ? await chooseAnyFolder() : await pickFolder(l10n.t('Choose a folder for your 1:1 notes'));
  if (!chosen) {
    throw new CancellationError();
  }
  return chosen;
}

function foldersWithMeetings(index: NoteIndex): string[] {
  const roots = new Set<string>();
  for (const note of index.notes()) {
    const folder = note.meetings.length > 0 && workspace.getWorkspaceFolder(Uri.parse(note.uri));
    if (folder) {
      roots.add(folder.uri.toString());
    }
  }
  return [...roots];
}

async function chooseAnyFolder(): Promise<Uri | undefined> {
  const [folder] =
    (await window.showOpenDialog({
      title: l10n.t('Choose a folder for your 1:1 notes'),
      openLabel: l10n.t('Keep Notes Here'),
      canSelectFolders: true,
      canSelectFiles: false,
    })) ?? [];
  return folder;
}
