import assert from 'node:assert/strict';
import { builtInFrameworks } from '../../../src/core/frameworks/builtIn';
import { mergeFrameworks, parseFramework, type ParsedFramework } from '../../../src/core/frameworks/parseFramework';
import { worded } from '../support/worded';

function ownFile(file: string, { id, title }: { id: string; title: string }): ParsedFramework {
  return parseFramework(`title: ${title}\nid: ${id}\nsections:\n  - title: Wins\n    questions: [Why?]\n`, file);
}

describe('Own frameworks', () => {
  const builtIn = builtInFrameworks();

  it('follow the built-in ones, or replace the one with the same id', () => {
    const own = [
      ownFile('a.yaml', { id: 'ours', title: 'Ours' }),
      ownFile('b.yaml', { id: 'reflective', title: 'Mine' }),
    ];
    const { frameworks, problems } = mergeFrameworks(builtIn, own);
    assert.deepEqual(worded(problems), []);
    assert.deepEqual(
      frameworks.map(({ id }) => id),
      [...builtIn.map(({ id }) => id), 'ours'],
    );
    assert.equal(frameworks.find(({ id }) => id === 'reflective')?.title, 'Mine');
  });

  it('with the same id cause a problem at the id of the later file, and the earlier one is used', () => {
    const own = [
      ownFile('file:///notes/our%20own.yaml', { id: 'ours', title: 'First' }),
      ownFile('b.yaml', { id: 'ours', title: 'Second' }),
    ];
    const { frameworks, problems } = mergeFrameworks(builtIn, own);
    assert.equal(frameworks.at(-1)?.title, 'First');
    const message = 'The id “ours” is already used by “our own”, so this file is not used. Change one of them.';
    assert.deepEqual(worded(problems), [{ file: 'b.yaml', message, line: 1, column: 4, length: 4 }]);
  });

  it('that cannot be used leave the built-in one in its place, and their problems are kept', () => {
    const broken = parseFramework('id: reflective\ntitle: "Mine\n', 'c.yaml');
    const { frameworks, problems } = mergeFrameworks(builtIn, [broken]);
    assert.deepEqual(frameworks, builtIn);
    assert.deepEqual(problems, broken.problems);
    assert.equal(problems.length, 1);
  });
});
