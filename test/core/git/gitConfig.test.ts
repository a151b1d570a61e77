import assert from 'node:assert/strict';
import { gitFolderNamed, isAbsolutePath, remotesIn } from '../../../src/core/git/gitExclude';

const CORE = '[core]\n\tbare = false\n';

function placeOf(url: string): string | undefined {
  return remotesIn(`${CORE}[remote "origin"]\n\turl = ${url}\n`)[0]?.place;
}

describe('The remotes of a repository', () => {
  it('are those with an address, each once', () => {
    const config = `${CORE}[remote "origin"]
	url = git@github.com:acme/notes.git ; main
	pushurl = git@github.com:acme/other.git
	fetch = +refs/heads/*:refs/remotes/origin/*
[branch "main"]
	url = https://nobody.example
[Remote "my \\"backup\\""] URL = "/mnt/disk; 1/notes.git"
[remote "empty"]
	url =
`;
    assert.deepEqual(remotesIn(config), [
      { name: 'origin', place: 'github.com' },
      { name: 'my "backup"', place: 'notes.git' },
    ]);
  });

  it('are empty if the configuration has none', () => {
    assert.deepEqual(remotesIn(''), []);
    assert.deepEqual(remotesIn(`${CORE}# [remote "x"]\n; url = y\n[remotes]\nurl = z\n`), []);
  });

  it('are named by their host, never by user and password', () => {
    assert.equal(placeOf('https://jane:s3cret@git.acme.example:8443/notes.git'), 'git.acme.example');
    assert.equal(placeOf('ssh://git@git.acme.example/notes'), 'git.acme.example');
    assert.equal(placeOf('git.acme.example:notes'), 'git.acme.example');
    assert.equal(placeOf('C:\\\\backup\\\\notes'), 'notes');
    assert.equal(placeOf('../notes.git/'), 'notes.git');
  });

  it('are read whatever ends a line', () => {
    assert.equal(remotesIn(`${CORE}[remote "a"]\n\turl = x:y\n`.replaceAll('\n', '\r\n')).length, 1);
  });
});

describe('A .git file', () => {
  it('leads to the folder of a worktree or submodule', () => {
    assert.equal(gitFolderNamed('gitdir: ../.git/modules/notes\n'), '../.git/modules/notes');
    assert.equal(gitFolderNamed('gitdir: C:/code/.git/worktrees/notes \r\n'), 'C:/code/.git/worktrees/notes');
  });

  it('leads nowhere when it says nothing', () => {
    assert.equal(gitFolderNamed('gitdir:\n'), undefined);
    assert.equal(gitFolderNamed('hello'), undefined);
  });

  it('may lead from the top', () => {
    assert.deepEqual(['/a', 'C:/a', 'c:\\a', '../a', 'a/b'].map(isAbsolutePath), [true, true, true, false, false]);
  });
});
