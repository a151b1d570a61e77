import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { readFrontMatter } from '../../../src/core/markdown/frontMatter';
import { parseRoster } from '../../../src/core/people/roster';
import { findExcessiveNesting } from '../../../src/core/markdown/yaml';
import { wordMessage } from '../../../src/core/text/message';

describe('YAML that nests too deeply to be parsed', () => {
  it('is found before it is parsed, however it nests', () => {
    assert.equal(findExcessiveNesting('['.repeat(200)), 100);
    assert.equal(findExcessiveNesting(`a: ${'{b: '.repeat(200)}`), 3 + 4 * 100);
    assert.equal(findExcessiveNesting(`a:\n${'- '.repeat(200)}b`), 3 + 100);
    assert.equal(findExcessiveNesting(`a:\r\n  ${'? '.repeat(200)}b`), 4 + 100);
    assert.equal(
      findExcessiveNesting(Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')),
      5453,
    );
  });

  it('is not what people write: deep lists, long lines, flow lists and dashes in texts', () => {
    const yaml = [
      'a: [[Jane Doe]]',
      `b: ${'a question - or two, {so} to say? '.repeat(50)}`,
      `${'  '.repeat(20)}- c`,
      '---------- # not a list',
    ].join('\n');
    assert.equal(findExcessiveNesting(yaml), undefined);
    assert.equal(findExcessiveNesting(''), undefined);
  });

  it('is refused where the parser still has room', () => {
    for (const deepest of [`${'['.repeat(100)}${']'.repeat(100)}`, `${'- '.repeat(49)}x`]) {
      assert.equal(findExcessiveNesting(deepest), undefined);
      assert.doesNotThrow(() => parse(deepest) as unknown);
    }
  });

  it('is a problem in front matter and roster, and not the end of the process that reads it a few times', () => {
    for (let round = 0; round < 4; round++) {
      const { problem } = readFrontMatter(`---\nperson:\n  ${'- '.repeat(4_900)}x\n---\n`);
      assert.match(wordMessage(problem!.message), /too deep/);
      assert.match(wordMessage(parseRoster(`people:\n  ${'- '.repeat(4_900)}x`).problems[0]!.message), /too deep/);
    }
  });
});
