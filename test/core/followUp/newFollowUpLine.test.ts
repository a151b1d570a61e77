import assert from 'node:assert/strict';
import type { CivilDate } from '../../../src/core/dates/civilDate';
import { newFollowUpLine } from '../../../src/core/followUp/quickAdd';

const due = '2026-12-04' as CivilDate;

describe('the line of a new follow-up', () => {
  it('has a checkbox, owner, text and due date in the given dialect', () => {
    const wish = { text: 'Send the draft', owners: ['jane'], due };
    assert.equal(newFollowUpLine({ ...wish, dialect: 'plain' }), '- [ ] @jane Send the draft due:2026-12-04');
    assert.equal(newFollowUpLine({ ...wish, dialect: 'emoji' }), '- [ ] @jane Send the draft 📅 2026-12-04');
    assert.equal(
      newFollowUpLine({ ...wish, dialect: 'dataview', bullet: '*', indent: '  ' }),
      '  * [ ] @jane Send the draft [due:: 2026-12-04]',
    );
  });

  it('is one line, whatever the text', () => {
    assert.equal(newFollowUpLine({ text: ' Send\r\nthe \n\n draft ', dialect: 'plain' }), '- [ ] Send the draft');
  });
});
