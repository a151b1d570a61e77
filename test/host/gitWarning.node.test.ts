import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { type Memento, Uri, workspace } from 'vscode';
import { GitRepositories, warnOfGit } from '../../src/editor/gitWarning';
import { drawnIn } from '../core/support/drawn';
import { Reader } from './reader';
import { StoreFolder } from './storeFolder';

const CONFIG = '[core]\n\tbare = false\n[remote "origin"]\n\turl = git@git.acme.example:notes.git\n';

describe('The repository around notes', () => {
  const folder = Uri.joinPath(workspace.workspaceFolders![0]!.uri, 'repositories');
  after(() => fs.rmSync(folder.fsPath, { recursive: true, force: true }));

  function write(file: string, text: string): void {
    const place = path.join(folder.fsPath, file);
    fs.mkdirSync(path.dirname(place), { recursive: true });
    fs.writeFileSync(place, text);
  }

  async function around(place: string): Promise<{ root: string; common: string; remotes: string[] } | undefined> {
    const found = await new GitRepositories().around(Uri.joinPath(folder, place));
    const relative = (uri: Uri): string => path.relative(folder.fsPath, uri.fsPath);
    return (
      found && {
        root: relative(found.root),
        common: relative(found.common),
        remotes: found.remotes.map(({ place: remote }) => remote),
      }
    );
  }

  it('is the innermost one', async () => {
    write('plain/.git/config', CONFIG);
    write('plain/notes/1-1s/jane/a.md', '');
    write('plain/inner/.git/config', '[core]\n');
    const plain = { root: 'plain', common: 'plain/.git', remotes: ['git.acme.example'] };
    assert.deepEqual(await around('plain/notes/1-1s/jane'), plain);
    assert.deepEqual(await around('plain/inner'), { root: 'plain/inner', common: 'plain/inner/.git', remotes: [] });
  });

  it('is that of a worktree, which shares configuration and lists with the first one', async () => {
    write('main/.git/config', CONFIG);
    write('main/.git/worktrees/tree/commondir', '../..\n');
    write('tree/.git', `gitdir: ${path.join(folder.fsPath, 'main/.git/worktrees/tree')}\n`);
    assert.deepEqual(await around('tree'), { root: 'tree', common: 'main/.git', remotes: ['git.acme.example'] });
  });

  it('is that of a submodule', async () => {
    write('super/.git/modules/notes/config', CONFIG);
    write('super/notes/.git', 'gitdir: ../.git/modules/notes\n');
    const common = 'super/.git/modules/notes';
    assert.deepEqual(await around('super/notes'), { root: 'super/notes', common, remotes: ['git.acme.example'] });
  });

  it('is none where there is no .git, none that can be read, or no disk', async () => {
    write('none/a.md', '');
    write('broken/.git', 'gitdir: ../nowhere\n');
    assert.equal(await around('none'), undefined);
    assert.equal(await around('broken'), undefined);
    assert.equal(await new GitRepositories().around(Uri.parse('vscode-vfs://github/acme/notes/1-1s')), undefined);
  });
});

describe('The warning of a repository', () => {
  const place = new StoreFolder('warned');

  it('names it and its remotes as text', async () => {
    const evil = '[run](command:workbench.action.quit) $(flame)';
    place.write(`${evil}/.git/config`, `[remote "origin"]\n\turl = x/${evil}\n`);
    place.write(`${evil}/eve.md`, '---\ntype: 1on1\nperson: Eve\ndate: 2026-11-23\n---\n\n- a\n');
    const index = await place.store.ready();
    const reader = await Reader.begin();
    try {
      const notes = [...index.notes()].filter(({ uri }) => uri.startsWith(place.folder.toString()));
      await warnOfGit(notes, newMemory());
      const [warning = ''] = reader.heard();
      assert.equal(warning.replaceAll('\u2060', '').split(evil).length, 3, warning);
      assert.deepEqual(drawnIn(warning), []);
    } finally {
      reader.dispose();
    }
  });

  it('is followed by no write through a symbolic link', async () => {
    place.write('linked/.git/config', CONFIG);
    place.write('elsewhere.txt', 'kept\n');
    fs.mkdirSync(place.at('linked/.git/info'));
    fs.symlinkSync(place.at('elsewhere.txt'), place.at('linked/.git/info/exclude'));
    place.write('linked/eve.md', '---\ntype: 1on1\nperson: Eve\ndate: 2026-11-23\n---\n\n- a\n');
    const index = await place.store.ready();
    const reader = await Reader.begin();
    try {
      reader.presses('Exclude from Git');
      const notes = [...index.notes()].filter(({ uri }) => uri.startsWith(place.uri('linked').toString()));
      await assert.rejects(warnOfGit(notes, newMemory()), /symbolic link, so nothing is excluded.*\/eve\.md/);
      assert.equal(fs.readFileSync(place.at('elsewhere.txt'), 'utf8'), 'kept\n');
    } finally {
      reader.dispose();
    }
  });

  it('asks about private halves again where the notes are shared on purpose', async () => {
    const head = '---\ntype: 1on1\nperson: Eve\ndate: 2026-11-23\n---\n\n- a\n';
    place.write('both/.git/config', CONFIG);
    place.write('both/1-1s/eve.md', head);
    place.write('both/mine/eve.md', head);
    const index = await place.store.ready();
    const half = place.uri('both/mine/eve.md').toString();
    const notes = [...index.notes()]
      .filter(({ uri }) => uri.startsWith(place.uri('both').toString()))
      .map((note) => (note.uri === half ? { ...note, isPrivateHalf: true as const } : note));
    const [memory, reader] = [newMemory(), await Reader.begin()];
    try {
      reader.presses('Don’t Show Again');
      await warnOfGit(notes, memory);
      assert.match(reader.heard().join(), /^Your 1:1 notes/);
      reader.presses('Exclude from Git');
      await warnOfGit(notes, memory);
      assert.match(reader.heard()[0] ?? '', /^The private halves/);
      assert.match(fs.readFileSync(place.at('both/.git/info/exclude'), 'utf8'), /\n\/mine\/\n$/);
      await warnOfGit(notes, memory);
      assert.deepEqual(reader.heard(), []);
    } finally {
      reader.dispose();
    }
  });
});

function newMemory(): Memento {
  const known = new Map<string, unknown>();
  return {
    keys: () => [...known.keys()],
    get: <Value>(key: string, otherwise?: Value) => (known.get(key) as Value | undefined) ?? otherwise,
    update: (key, value) => Promise.resolve(void known.set(key, value)),
  };
}
