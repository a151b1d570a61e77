import assert from 'node:assert/strict';
import { readOwners } from '../../../src/core/taskText/owners';

function owners(text: string): readonly string[] {
  return readOwners(text).owners.map(({ name, form }) => `${form} ${name}`);
}

describe('owners', () => {
  const forms: readonly (readonly [string, ...string[]])[] = [
    ['@jane Send deck', 'at jane'],
    ['Send deck @jane.doe', 'at jane.doe'],
    ['@Jane-Ann: Send deck', 'at Jane-Ann'],
    ['@me Send deck', 'at me'],
    ['@Łukasz to call', 'at Łukasz'],
    ['ask @O’Brien.', 'at O’Brien'],
    ['@jane, @bob', 'at jane', 'at bob'],
    ['@jane/@bob Send deck', 'at jane', 'at bob'],
    ['@田中さん', 'at 田中さん'],
    ['(@jane) Send deck', 'at jane'],
    ['__@jane__ Send deck', 'at jane'],
    ['Send deck _@jane-ann_', 'at jane-ann'],
    ['Send deck @due(soon)'],
    ['Send my_@deck'],
    ['[[Jane Doe]] Send deck', 'wiki Jane Doe'],
    ['[[people/jane|Jane]] Send deck', 'wiki Jane'],
    ['@[[Jane Doe]] Send deck', 'at Jane Doe'],
    ['[owner:: Jane] Send deck', 'field Jane'],
    ['Send deck (assignee:: [[Jane Doe]])', 'field Jane Doe'],
    ['[owner:: Jane, Bob] Send deck', 'field Jane', 'field Bob'],
    ['Jane: do x', 'bare Jane'],
    ['**Jane Doe:** do x', 'bare Jane Doe'],
    ['**Jane Doe**: do x', 'bare Jane Doe'],
    ['Élodie : envoyer x', 'bare Élodie'],
    ['田中：レビュー', 'bare 田中'],
    ['Jane & Bob: do x', 'bare Jane', 'bare Bob'],
    ['do x → Jane', 'bare Jane'],
    ['do x -> Jane Doe.', 'bare Jane Doe'],
    ['do x (Jane)', 'bare Jane'],
    ['do x (Jane) due:2026-11-30', 'bare Jane'],
    ['do x (Jane, Bob)', 'bare Jane', 'bare Bob'],
  ];
  for (const [text, ...expected] of forms) {
    it(`are ${expected.join(' and ')} in ${JSON.stringify(text)}`, () => {
      assert.deepEqual(owners(text), expected);
    });
  }

  for (const text of [
    'mail jane@corp.com',
    'use @types/node',
    'see https://x.com/@jane',
    'see [her page](https://x.com/@jane)',
    'see x.com/@jane',
    'Send deck @done',
    'Send deck @done(2026-11-30)',
    'Send deck @due (2026-11-30)',
    'Send deck @estimate(3h)',
    'Send deck @{2026-11-30}',
    'Send deck @high',
    '`@jane` is the handle',
    '<!-- @jane -->',
    'read @jane’s draft',
    '@jane@mastodon.social',
    'at @ 5',
    'see ![[Jane Doe]]',
    'see [[2026-11-30]]',
    'Look at 10:30 (and 11:30)',
    'Send deck (draft 2)',
    '',
  ]) {
    it(`are not found in ${JSON.stringify(text)}`, () => {
      assert.deepEqual(owners(text), []);
    });
  }

  it('are listed once, even if they are mentioned several times', () => {
    assert.deepEqual(owners('@jane Send deck with @jane'), ['at jane']);
  });
});
