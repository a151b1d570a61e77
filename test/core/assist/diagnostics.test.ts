import assert from 'node:assert/strict';
import { hinted } from '../support/hinted';
import { wordMessage } from '../../../src/core/text/message';

/** Each hint as its kind, its line and the text that it marks. */
function marked(lines: string | readonly string[], path?: string): string[] {
  const { text, hints } = hinted(lines, path);
  return hints.map(({ kind, line, start, end }) => `${kind} ${line} ${text.slice(start, end)}`);
}

function messageOf(line: string): string {
  return hinted(line)
    .hints.map(({ message }) => wordMessage(message))
    .join('\n');
}

describe('Diagnostics of a 1:1 note', () => {
  it('mark exactly the unreadable date, in any dialect', () => {
    assert.deepEqual(marked('- [ ] a due:11/12/2026'), ['dates 0 11/12/2026']);
    assert.deepEqual(marked('- [ ] a by 30.11.2026 @bob.ray'), ['dates 0 30.11.2026']);
    assert.deepEqual(marked('- [ ] a [due:: tomorrow]'), ['dates 0 tomorrow']);
    assert.deepEqual(marked('- [ ] a 📅 2026-02-30'), ['dates 0 2026-02-30']);
    assert.deepEqual(marked('- [ ] a due:2026-11-30 due:2026-12-01'), ['dates 0 due:2026-12-01']);
  });

  it('find dates on the further lines of an item, in quotes and with every line end', () => {
    assert.deepEqual(marked('> - [ ] a\r\n>   b due:11/12/2026\r\n'), ['dates 1 11/12/2026']);
    assert.deepEqual(marked(['---', 'type: 1on1', '---', '', '1. [ ] a 11/12/26']), ['dates 4 11/12/26']);
  });

  it('mark a done date on an open item, and ignore closed items', () => {
    assert.deepEqual(marked(['- [ ] a ✅ 2026-11-29', '- [x] b ✅ 2026-11-29', '- [-] c due:11/12/2026']), [
      'doneDates 0 ✅ 2026-11-29',
    ]);
  });

  it('mark an ambiguous owner, in every form', () => {
    for (const line of ['@jane a', 'Jane: a', 'a → Jane', '[[Jane]] a', '[owner:: Jane] a']) {
      assert.match(marked(`- [ ] ${line}`).join(), /^owners 0 (?:@jane|Jane|\[\[Jane\]\])$/, line);
    }
    assert.match(messageOf('- [ ] @jane a'), /^Which jane\? Use a full name: Jane Doe or Jane Roe\.$/);
  });

  it('mark an unknown owner, but no other words', () => {
    assert.deepEqual(
      marked(['- [ ] @zoe a', '- [ ] Decision: a', '- [ ] [[Zebra]] a', '- [ ] @me a', '- [ ] @bob a']),
      ['owners 0 @zoe'],
    );
  });

  it('mark only the name in a field with several', () => {
    assert.deepEqual(marked('- [ ] a [owner:: Bob, Zoe]'), ['owners 0 Zoe']);
  });

  it('name those who may be meant by a slip or a beginning, and then the person of the note', () => {
    const meant = (line: string) => hinted(line).hints.map((hint) => hint.kind === 'owners' && hint.meant);
    assert.deepEqual(meant('- [ ] @bbo a'), [['Bob Ray', 'Jane Doe']]);
    assert.deepEqual(meant('- [ ] @ro a'), [['Jane Roe', 'Jane Doe']]);
    assert.deepEqual(meant('- [ ] @xaver a'), [['Jane Doe']]);
  });

  it('mark only plain bullets directly under a heading for follow-ups', () => {
    const note = ['## Agenda', '- a', '## Action items', '- b', '  - c', '- [ ] d', '* e', '### Context', '- f'];
    assert.deepEqual(marked(note), ['bullets 3 b', 'bullets 6 e']);
    assert.deepEqual(marked([...note.slice(2, 4), '1. g', '']), ['bullets 1 b', 'bullets 2 g']);
  });

  it('take no bullet for a follow-up that says there is nothing, or that it is done', () => {
    assert.deepEqual(marked(['## Follow-ups', '- None', '- n/a', '- *nothing.*', '- ~~a~~', '- ✅ b', '-', '- c']), [
      'bullets 7 c',
    ]);
  });

  it('mark malformed checkboxes', () => {
    for (const line of ['-[ ] a', '-[] a', '*[x] a', '1.[ ] a', '- [] a', '- [ ]a', '- [x]a', '- [  ] a', '[ ] a']) {
      assert.deepEqual(marked(line), [`boxes 0 ${line.replace(/^-\s(?=\[)/, '')}`], line);
    }
  });

  it('mark no links, code or comments', () => {
    for (const line of [
      ...['- [ ](a.md) b', '- [](a.md)', '- [x](a.md) b', '- [x][ref] b', '[x]: http://a', '- [x]: a', '-[ ]', '- []'],
      ...['`-[ ] a`', '    -[ ] a', '<!-- -[ ] a -->', '```\n-[ ] a\n```', 'a -[ ] b', '- [ ] a'],
    ]) {
      assert.deepEqual(marked(line), [], line);
    }
  });

  it('mark front matter that cannot be read', () => {
    const note = ['---', 'type: 1on1', 'a: [', '---', '- a'];
    assert.match(marked(note).join(), /^frontMatter \d /);
  });

  it('are silent in every other file', () => {
    assert.deepEqual(marked(['- [ ] @zoe a due:11/12/2026', '-[ ] b', '## Actions', '- c'], 'docs/plan.md'), []);
  });
});
