import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { Uri, workspace } from 'vscode';
import { DiskNoteReader } from '../../src/editor/notes/diskNoteReader';
import type { NoteService } from '../../src/editor/notes/noteService';
import { DEFAULT_EXCLUDE, listed, newStore, whenWatched } from './noteStoreFixture';
import { until } from './until';

/** A folder on disk in the test's workspace, empty for each test, and a store that is new for each test. */
export class StoreFolder {
  readonly folder: Uri;
  store!: NoteService;
  /** The setting, as it is for the store's next listing. */
  exclude: readonly string[] = DEFAULT_EXCLUDE;

  /** To be made inside `describe`: it makes and removes what it needs by itself. */
  constructor(name: string) {
    this.folder = Uri.joinPath(workspace.workspaceFolders![0]!.uri, name);
    before(async () => {
      fs.mkdirSync(this.folder.fsPath, { recursive: true });
      await whenWatched(this.folder);
    });
    beforeEach(() => {
      this.exclude = DEFAULT_EXCLUDE;
      this.store = newStore(new DiskNoteReader(), () => this.exclude);
    });
    afterEach(() => {
      this.store.dispose();
      for (const entry of fs.readdirSync(this.folder.fsPath)) {
        fs.rmSync(this.at(entry), { recursive: true, force: true });
      }
    });
    after(() => fs.rmSync(this.folder.fsPath, { recursive: true, force: true }));
  }

  /** A path on disk, from one in the folder. */
  at(file: string): string {
    return path.join(this.folder.fsPath, file);
  }

  uri(file: string): Uri {
    return Uri.joinPath(this.folder, file);
  }

  write(file: string, text = '- [ ] here\n'): void {
    fs.mkdirSync(path.dirname(this.at(file)), { recursive: true });
    fs.writeFileSync(this.at(file), text);
  }

  /** What is listed now: by path in the folder, the texts of the follow-ups. */
  listed(): Record<string, string[]> {
    return listed(this.store, this.folder);
  }

  paths(): string[] {
    return Object.keys(this.listed());
  }

  /** Resolves once the store lists exactly this. */
  lists(expected: Readonly<Record<string, readonly string[]>>): Promise<void> {
    return until(this.store.onDidChange, () => {
      try {
        assert.deepEqual(this.listed(), expected);
        return true;
      } catch {
        return false;
      }
    });
  }
}
