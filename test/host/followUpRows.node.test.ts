import assert from 'node:assert/strict';
import type { ThemeIcon } from 'vscode';
import type { CivilDate } from '../../src/core/dates/civilDate';
import { followUpItem } from '../../src/views/followUps/followUpsItems';
import { StoreFolder } from './storeFolder';

const NOTE = [
  ...['---', 'type: 1on1', 'person: Otto', 'date: 2026-11-23', '---', ''],
  ...['- [ ] @otto Send the draft', '- [ ] @me Ask Helena', '- [ ] Decide', '- [ ] @daniel Check it', ''],
  ...['## Private', '', '- [ ] @me Think of a raise due:2026-11-27', '- [x] @me Ask about pay'],
].join('\n');

describe('The row of a follow-up', () => {
  const place = new StoreFolder('rows');

  it('shows in its icon who owes it, and a lock if it is private, because its words are out of view in a narrow view', async () => {
    place.write('otto.md', NOTE);
    for (const name of ['Daniel Kim', 'Daniel Ortega']) {
      place.write(`${name}.md`, `---\ntype: 1on1\nperson: ${name}\ndate: 2026-11-23\n---\n`);
    }
    await place.store.ready();
    const uri = place.uri('otto.md').toString();
    const parent = { kind: 'group', id: 'group', followUps: [] } as const;
    const rows = place.store.index.followUpsIn(uri).map((item) => {
      const row = { kind: 'followUp', uri, id: item.id, item, parent } as const;
      const { label, iconPath, accessibilityInformation } = followUpItem(row, '2026-12-01' as CivilDate, '');
      const icon = iconPath as ThemeIcon;
      return [
        typeof label === 'object' ? label.label : label,
        icon.id,
        icon.color !== undefined,
        accessibilityInformation?.label,
      ];
    });
    assert.deepEqual(rows, [
      ['Send the draft', 'person', false, 'Send the draft, no due date, Otto'],
      ['Ask Helena', 'account', false, 'Ask Helena, no due date, me'],
      ['Decide', 'circle-outline', false, 'Decide, no due date, no owner'],
      ['Check it', 'question', false, 'Check it, no due date, which daniel?'],
      ['4d! Think of a raise', 'lock', true, 'Think of a raise, 4 days overdue, me, private'],
      ['Ask about pay', 'pass', false, 'Ask about pay, done, me, private'],
    ]);
  });
});
