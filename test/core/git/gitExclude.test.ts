import assert from 'node:assert/strict';
import { patternsFor, withPatterns } from '../../../src/core/git/gitExclude';

function patterns(oneOnOnes: readonly string[], others: readonly string[] = [], lists: readonly string[] = []) {
  const notes = (paths: readonly string[], isToExclude: boolean) => paths.map((path) => ({ path, isToExclude }));
  return patternsFor([...notes(oneOnOnes, true), ...notes(others, false)], lists);
}

describe('What is excluded from Git', () => {
  it('is the topmost folder that holds nothing but 1:1 notes', () => {
    assert.deepEqual(patterns(['1-1s/jane/a.md', '1-1s/bob/b.md'], ['docs/plan.md', 'README.md']), ['/1-1s/']);
    assert.deepEqual(patterns(['notes/1-1s/a.md'], ['notes/plan.md']), ['/notes/1-1s/']);
  });

  it('is single files where they lie among others', () => {
    assert.deepEqual(patterns(['meetings/jane.md', 'bob.md'], ['meetings/board.md']), ['/bob.md', '/meetings/jane.md']);
  });

  it('is nothing that is named already', () => {
    const paths = ['1-1s/jane/a.md'];
    for (const line of ['/1-1s/', '1-1s', '1-1s/*', '1-1s/jane/', '**/jane', 'a.md', '/1-1s/jane/a.md ']) {
      assert.deepEqual(patterns(paths, [], ['# x', line]), [], line);
    }
    for (const line of ['jane/a', '1-1s/bob', '!1-1s', '# 1-1s', '']) {
      assert.deepEqual(patterns(paths, [], [line]), ['/1-1s/'], line);
    }
  });

  it('is that file, whatever its name means to Git', () => {
    assert.deepEqual(patterns(['1:1 [jane]*?.md', '# me\\b.md'], ['x.md']), [
      '/# me\\\\b.md',
      '/1:1 \\[jane\\]\\*\\?.md',
    ]);
  });

  it('is one pattern, even with a line break in the name of a folder', () => {
    assert.deepEqual(patterns(['a\n!b/1.md', 'c\r\nd.md', 'e.md\n'], ['x.md']), ['/a?!b/', '/c??d.md', '/e.md?']);
    assert.deepEqual(patterns(['a\n!b/1.md'], ['x.md'], ['/a?!b/']), []);
  });

  it('is added at the end of the list, which stays as it is', () => {
    assert.equal(withPatterns('', ['/a/']), '# 1:1 notes\n/a/\n');
    assert.equal(withPatterns('# Git\nx', ['/a/', '/b.md']), '# Git\nx\n# 1:1 notes\n/a/\n/b.md\n');
    assert.equal(withPatterns('x\r\n', ['/a/']), 'x\r\n# 1:1 notes\r\n/a/\r\n');
  });
});
