import assert from 'node:assert/strict';
import { pagePath } from '../../../src/core/noteEdit/newPage';
import { wordMessage } from '../../../src/core/text/message';

describe('The place of a person’s page', () => {
  it('is what the setting says, under a name that every system takes', () => {
    assert.deepEqual(pagePath('Jane Doe', 'People/{name}.md'), { path: 'People/Jane Doe.md' });
    assert.deepEqual(pagePath('A/B: C', 'team\\{name}'), { path: 'team/A B C.md' });
  });

  it('is refused when the setting leads elsewhere, to one page for all, or to no file', () => {
    for (const setting of [
      '../{name}.md',
      '/x/{name}.md',
      'C:\\{name}.md',
      'People/page.md',
      'People/{name}/',
      '{name}\t.md',
    ]) {
      const place = pagePath('Jane', setting);
      assert.ok('refused' in place && wordMessage(place.refused).includes('oneOnOne.people.path'), setting);
    }
  });

  it('is refused for a name that makes no file name', () => {
    assert.ok('refused' in pagePath('///', 'People/{name}.md'));
  });
});
