import assert from 'node:assert/strict';
import { noteAt } from '../support/notes';

describe('The kind of a section', () => {
  const kindOf = (heading: string): string | undefined =>
    noteAt('1-1s/jane/2026-11-30.md', [heading, '', '- x']).meetings[0]?.sections.find(({ level }) => level > 0)?.kind;

  it('is that of its heading, whatever decorates the words', () => {
    for (const heading of [
      '## ✅ **Action Items**:',
      '## 3. Action Items ##',
      '## [[Action Items]]',
      '## [Action items](todo.md)',
      '## ==Action items==',
      '## <u>Action items</u>',
      '## Action items #todo #work/now',
      '## Action items ^a1',
      '## Action items <!-- both -->',
      '## Action items %% fold %%',
      '## `Action items`',
    ]) {
      assert.equal(kindOf(heading), 'followUps', heading);
    }
    assert.equal(kindOf('## To\\-dos'), 'followUps');
  });

  it('is none where other words are in the heading', () => {
    for (const heading of ['## Action items of Q3', '## Action <b>packed</b>', '## Tasks # 2', '## [x](tasks)']) {
      assert.equal(kindOf(heading), undefined, heading);
    }
  });
});
