import assert from 'node:assert/strict';
import { pathPattern, unknownPlaceholder } from '../../../src/core/note/pathPattern';

describe('A path setting', () => {
  it('reads the parts of a path', () => {
    const pattern = pathPattern('./1-1s/{person}/{year}/{date}.md');
    assert.deepEqual(
      { ...pattern.match('1-1S/jane/2026/2026-11-30-2.md') },
      { person: 'jane', year: '2026', date: '2026-11-30-2' },
    );
    assert.equal(pattern.match('1-1s/2026/2026/2026-11-30.md'), undefined);
    assert.equal(pattern.match('notes/jane/2026/2026-11-30.md'), undefined);
  });

  it('matches a repeated placeholder with the same text', () => {
    const pattern = pathPattern('{person}/{person} {date}.md');
    assert.equal(pattern.match('jane/jane 2026-11-30.md')?.person, 'jane');
    assert.equal(pattern.match('jane/bob 2026-11-30.md'), undefined);
  });

  it('names the first placeholder that does not exist', () => {
    assert.equal(unknownPlaceholder('1-1s/{person}/{date}.md'), undefined);
    assert.equal(unknownPlaceholder('{year}/{month}/x.md'), undefined);
    for (const unknown of ['{constructor}', '{1st}', '{__proto__}', '{Person}', '{}', '{per son}', '{name}']) {
      assert.equal(unknownPlaceholder(`{date}/${unknown}/{x}.md`), unknown);
    }
  });

  it('takes unknown placeholders for text, so that none of them fails or takes long', () => {
    assert.equal(pathPattern('{1st}/{constructor}.md').match('a/b.md'), undefined);
    assert.deepEqual({ ...pathPattern('{1st}/{constructor}.md').match('{1st}/{constructor}.md') }, {});
    assert.equal(pathPattern('{a}{b}{c}{d}{e}{f}{g}{h}!').match('a'.repeat(5_000)), undefined);
  });
});
