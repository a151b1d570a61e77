import assert from 'node:assert/strict';
import { bring, folder, listed, source, states, target, type Workspace } from './carrying';

/** The workspace once all that is open was brought into the note of today. */
const brought = (before: Workspace): Workspace => [...states(before, bring(before))].at(-1) ?? before;

describe('What is carried over', () => {
  it('gets the line ends of the note that it comes to, and leaves its source those that it has', () => {
    const after = brought({
      [source]: '- [ ] one\r\n  - [ ] two\r\n    - a\r\n      - [ ] three\r\n',
      [target]: '# Jane\n\n## Follow-ups\n',
    });
    assert.doesNotMatch(after[target] ?? '', /\r/);
    assert.doesNotMatch(after[source]?.replaceAll('\r\n', '') ?? '', /[\r\n]/);
    assert.deepEqual(
      listed(after),
      ['one', 'three', 'two'].map((text) => `${text} since 2026-11-23`),
    );
  });

  it('is as old as a leap day, and older than a year', () => {
    const leap = `${folder}/2024-02-29.md`;
    const after = brought({ [leap]: '- [ ] promise\n', [source]: '', [target]: '# Jane\n' });
    assert.match(after[target] ?? '', /promise \(from \[2024-02-29\]\(2024-02-29\.md\), since 2024-02-29, 1×\)/);
    assert.deepEqual(listed(after), ['promise since 2024-02-29']);
  });

  it('is listed once that goes from one note of a day to the second of it', () => {
    const first = target.replace('.md', '-1.md');
    const before = { [first]: '- [ ] promise\n', [target]: '# Jane\n' };
    for (const state of states(before, bring(before))) {
      assert.deepEqual(listed(state), ['promise since 2026-11-30']);
    }
  });

  it('belongs to the person whose note it is, of two with one first name', () => {
    const other = '1-1s/jane-roe/2026-11-23.md';
    const after = brought({
      [source]: '---\nperson: Jane Doe\n---\n- [ ] @jane one\n',
      [target]: '---\nperson: Jane Doe\n---\n',
    });
    const both = { ...after, [other]: '---\nperson: Jane Roe\n---\n- [ ] @jane other\n' };
    assert.deepEqual(listed(both), ['one since 2026-11-23', 'other since 2026-11-23']);
  });
});
