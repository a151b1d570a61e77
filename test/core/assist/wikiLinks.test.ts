import assert from 'node:assert/strict';
import { linkedLine } from '../../../src/core/assist/hover';
import { noteLinks } from '../../../src/core/assist/wikiLinks';
import { ParsedMarkdown } from '../../../src/core/markdown/parsedMarkdown';
import { day, indexOf, uriOf } from '../support/notes';

const index = indexOf({
  '1-1s/jane-doe/2026-11-16.md': ['# a', '- [>] Send it (to [[1-1s/jane-doe/2026-11-23|2026-11-23]])'],
  '1-1s/jane-doe/2026-11-23.md': [],
  '1-1s/jane-doe/2026-12-24.md': [],
  'logs/1on1 BobStone.md': [
    '# Bob',
    '',
    '## 2026-11-02',
    '',
    'x',
    '',
    '## 2026-11-16',
    '',
    '### Topics',
    '',
    'y',
    '### 9:30 Plan',
  ],
  'People/Zoë Ny.md': ['---', 'person: Zoë Ny', 'aliases: [Zed]', '---'],
});
const from = uriOf('1-1s/jane-doe/2026-11-23.md');

/** Each link with where it leads. */
function links(...lines: readonly string[]): readonly string[] {
  const text = lines.join('\n');
  return noteLinks({ uri: from, note: new ParsedMarkdown(text), index, today: day('2026-11-30') }).map(
    ({ start, end, uri, line }) => {
      return `${text.slice(start, end)} ${decodeURIComponent(uri.slice(uriOf('').length))}:${line}`;
    },
  );
}

describe('The wiki-links of a note', () => {
  it('lead to notes, by name and by path', () => {
    assert.deepEqual(links('See [[2026-11-16]] and [[jane-doe/2026-11-23|this]].'), [
      '[[2026-11-16]] 1-1s/jane-doe/2026-11-16.md:0',
      '[[jane-doe/2026-11-23|this]] 1-1s/jane-doe/2026-11-23.md:0',
    ]);
  });

  it('lead both ways between a carried follow-up and where it came from', () => {
    assert.deepEqual(links('- [ ] Send it (from [[1-1s/jane-doe/2026-11-16|2026-11-16]], since 2026-11-16, 1×)'), [
      '[[1-1s/jane-doe/2026-11-16|2026-11-16]] 1-1s/jane-doe/2026-11-16.md:0',
    ]);
    assert.deepEqual(links('- [>] Send it (to [[1-1s/jane-doe/2026-11-23|2026-11-23]])'), [
      '[[1-1s/jane-doe/2026-11-23|2026-11-23]] 1-1s/jane-doe/2026-11-23.md:0',
    ]);
  });

  it('lead to the heading that they name', () => {
    assert.deepEqual(links('[[1on1 BobStone#2026-11-16]], [[1on1 BobStone#Topics]], [[1on1 BobStone#none]]'), [
      '[[1on1 BobStone#2026-11-16]] logs/1on1 BobStone.md:6',
      '[[1on1 BobStone#Topics]] logs/1on1 BobStone.md:8',
      '[[1on1 BobStone#none]] logs/1on1 BobStone.md:0',
    ]);
    assert.deepEqual(links('[[1on1 BobStone#9 30 Plan]]'), ['[[1on1 BobStone#9 30 Plan]] logs/1on1 BobStone.md:11']);
    assert.equal(linkedLine({ from, link: '../../logs/1on1%20BobStone.md#2026-11-16' }, index)?.line, 6);
  });

  it('lead to a person: to the page, else to the last 1:1 that is not ahead', () => {
    assert.deepEqual(links('[[Zed]] told [[people/Jane Doe|Jane]] and [[Bob Stone]].'), [
      '[[Zed]] People/Zoë Ny.md:0',
      '[[people/Jane Doe|Jane]] 1-1s/jane-doe/2026-11-23.md:0',
      '[[Bob Stone]] logs/1on1 BobStone.md:6',
    ]);
  });

  it('are left alone where they lead nowhere, in code, comments, fields and front matter', () => {
    const lines = [
      '---',
      'person: "[[Jane Doe]]"',
      '---',
      '[[Nobody]] `[[Jane Doe]]` <!-- [[Jane Doe]] --> [text](x.md)',
      '- [ ] a [due:: [[2026-11-16]]]',
      '```',
      '[[Jane Doe]]',
      '```',
    ];
    assert.deepEqual(links(...lines), []);
  });
});
