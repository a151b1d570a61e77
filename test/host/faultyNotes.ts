import { commands, workspace, type Uri } from 'vscode';
import { FileSystemNoteReader } from '../../src/editor/notes/fileSystemNoteReader';
import { FaultyFileSystem, type Operation } from './faultyFileSystem';
import { newStore } from './noteStoreFixture';
import { changeFolders } from './workspaceFolders';

let count = 0;

/** When another program is at work: before the nth time that something is asked about a note. */
interface Moment {
  readonly path: string;
  readonly operation: Operation;
  readonly nth: number;
}

/** Notes on a faulty disk that is the last folder of the workspace. */
export class FaultyNotes {
  readonly disk: FaultyFileSystem;
  readonly #name: string | undefined;

  /** `name` is that of the folder, if VS Code is to give it another one than by its address. */
  constructor({ name, ...options }: { readonly isReadonly?: boolean; readonly name?: string } = {}) {
    this.#name = name;
    this.disk = new FaultyFileSystem(`faulty-notes-${++count}`, options);
  }

  /** Opens the folder with notes in it, by path, and lets the extension read them. */
  async open(notes: Readonly<Record<string, string>>): Promise<void> {
    for (const [path, text] of Object.entries(notes)) {
      this.disk.seed(path, text);
    }
    const { root } = this.disk;
    const folder = this.#name === undefined ? root : { uri: root, name: this.#name };
    await changeFolders(workspace.workspaceFolders?.length ?? 0, 0, folder);
    await commands.executeCommand('oneOnOne.refreshFollowUps');
    this.disk.asked.length = 0;
  }

  /** What is listed open of a person now, sorted, by whoever reads all notes anew. */
  async openWith(person: string): Promise<readonly string[]> {
    const store = newStore(new FileSystemNoteReader());
    try {
      const index = await store.ready();
      return index
        .followUpsOf(person)
        .filter(({ isOpen }) => isOpen)
        .map(({ followUp }) => followUp.text)
        .sort();
    } finally {
      store.dispose();
    }
  }

  /** The text of an open note, as it stands in the editor. */
  async inEditor(path: string): Promise<string> {
    return (await workspace.openTextDocument(this.disk.uri(path))).getText();
  }

  /**
   * Lets another program do its work just before the file system answers the nth question of a kind about a note. Whether
   * it came to that is told by the function returned.
   */
  meanwhile({ path, operation, nth }: Moment, work: () => void): () => boolean {
    let asked = 0;
    this.disk.failWith((each, about) => {
      if (each === operation && about === this.disk.uri(path).path && ++asked === nth) work();
      return undefined;
    });
    return () => asked >= nth;
  }

  /** Closes everything without saving, and the folder. */
  async close(): Promise<void> {
    this.disk.recover();
    for (const document of workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
      await commands.executeCommand('vscode.open', document.uri);
      await commands.executeCommand('workbench.action.files.revert');
    }
    await commands.executeCommand('workbench.action.closeAllEditors');
    const at = workspace.workspaceFolders?.findIndex(({ uri }) => isSame(uri, this.disk.root)) ?? -1;
    if (at >= 0) {
      await changeFolders(at, 1);
    }
    this.disk.dispose();
  }
}

function isSame(one: Uri, other: Uri): boolean {
  return one.toString() === other.toString();
}
