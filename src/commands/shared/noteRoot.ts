import { CancellationError, l10n, Uri, window, workspace } from 'vscode';
import type { NoteIndex } from '../../core/index/noteIndex';
import { pickFolder } from '../../editor/picks';

/**
 * Returns the folder for a person's next note: the folder of the person's newest note, or else the folder around `near`,
 * or else the only folder with 1:1 notes, or else the only open folder, or else a folder that the user picks. Without open
 * folders, a dialog asks for one.
 * @throws CancellationError if the user cancels.
 */
export async function noteRoot(index: NoteIndex, personKey: string, near?: Uri): Promise<Uri> {
  const folders = workspace.workspaceFolders ?? [];
  const newest = index.meetingsWith(personKey).findLast(({ note }) => !note.isPrivateHalf);
  const ofNewest = newest && workspace.getWorkspaceFolder(Uri.parse(newest.note.uri));
  const [only, ...more] = folders.length > 1 ? foldersWithMeetings(index) : folders.map(({ uri }) => uri.toString());
  const wanted = ofNewest ?? (near && workspace.getWorkspaceFolder(near));
  if (wanted) {
    return wanted.uri;
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
