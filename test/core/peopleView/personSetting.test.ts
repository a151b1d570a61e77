import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/text/edit';
import { settingInPage, settingInRoster, type PersonSetting } from '../../../src/core/peopleView/personSetting';
import { parseRoster } from '../../../src/core/people/roster';
import { wordMessage } from '../../../src/core/text/message';

const weekly: PersonSetting = { key: 'cadence', value: 'weekly' };
const none: PersonSetting = { key: 'cadence', value: undefined };
const away: PersonSetting = { key: 'away-until', value: '2026-12-24' };
const jane = { key: 'jane doe', name: 'Jane Doe' };

function page(text: string, fact: PersonSetting): string {
  const edits = settingInPage(text, fact);
  return 'refused' in edits ? wordMessage(edits.refused) : applyEdits(text, edits);
}

function roster(text: string, fact: PersonSetting, person = jane): string {
  const edits = settingInRoster(text, person, fact);
  return 'refused' in edits ? wordMessage(edits.refused) : applyEdits(text, edits);
}

describe('A setting in a person’s page', () => {
  it('is changed in its own line, comments kept', () => {
    assert.equal(
      page('---\nrole: PM\ncadence: monthly # for now\ntags: [x]\n---\n# Jane\n', weekly),
      '---\nrole: PM\ncadence: weekly # for now\ntags: [x]\n---\n# Jane\n',
    );
    assert.equal(page('---\nfrequency: 14d\n---\n', weekly), '---\nfrequency: weekly\n---\n');
    assert.equal(page('---\ncadence:\n---\n', weekly), '---\ncadence: weekly\n---\n');
  });

  it('is added at the end of the front matter, which is created if necessary', () => {
    assert.equal(page('---\nrole: PM\n---\n# Jane\n', away), '---\nrole: PM\naway-until: "2026-12-24"\n---\n# Jane\n');
    assert.equal(page('# Jane\r\n', weekly), '---\r\ncadence: weekly\r\n---\r\n\r\n# Jane\r\n');
    assert.equal(page('---\n---\nx', weekly), '---\ncadence: weekly\n---\nx');
  });

  it('is a relation or a day in the job too', () => {
    for (const [key, value] of [
      ['relation', 'skip-level'],
      ['started', '2026-11-02'],
      ['leaving', '2026-12-18'],
    ] as const) {
      const written = key === 'relation' ? value : `"${value}"`;
      assert.equal(page('---\nrole: PM\n---\n', { key, value }), `---\nrole: PM\n${key}: ${written}\n---\n`);
      assert.equal(
        roster('Jane Doe:\n  cadence: 7d # ok\n', { key, value }),
        `Jane Doe:\n  cadence: 7d # ok\n  ${key}: ${written}\n`,
      );
      assert.equal(
        roster(`Jane Doe:\n  ${key}: x\n  cadence: 7d\n`, { key, value: undefined }),
        'Jane Doe:\n  cadence: 7d\n',
      );
    }
  });

  it('is taken out with its line', () => {
    assert.equal(
      page('---\nrole: PM\naway-until: 2026-12-24\n---\nx', { key: 'away-until', value: undefined }),
      '---\nrole: PM\n---\nx',
    );
    assert.equal(page('# Jane', { key: 'away-until', value: undefined }), '# Jane');
  });

  it('is changed under its key, however that is written', () => {
    assert.equal(page('---\nCadence: monthly\n---\n', weekly), '---\nCadence: weekly\n---\n');
    assert.equal(page('---\n"cadence" : 14d\n---\n', weekly), '---\n"cadence" : weekly\n---\n');
    assert.equal(page('---\n? cadence\n: 14d\nrole: PM\n---\n', weekly), '---\n? cadence\n: weekly\nrole: PM\n---\n');
    assert.equal(page('---\nAway Until: ~\n---\n', away), '---\nAway Until: "2026-12-24"\n---\n');
    assert.equal(page('---\ncadence: 7d\nFrequency: 14d\n---\n', none), '---\n---\n');
  });

  it('is changed whatever its value, and nothing after it', () => {
    for (const value of [
      ' |\n  14d\n',
      '\n- 14d\n',
      '\n  every: 14d\n',
      ' [14d,\n  7d]\n',
      ' { a: b }\n',
      ' !!str 14d\n',
    ]) {
      const text = `---\nrole: PM\ncadence:${value}private: true\n---\n# Jane\n`;
      assert.match(
        page(text, weekly),
        /^---\nrole: PM\ncadence: (?:!!str )?weekly\nprivate: true\n---\n# Jane\n$/,
        value,
      );
      assert.equal(page(text, none), '---\nrole: PM\nprivate: true\n---\n# Jane\n', value);
    }
  });

  it('is changed inside braces', () => {
    assert.equal(page('---\n{ person: Jane }\n---\n', weekly), '---\n{ person: Jane, cadence: weekly }\n---\n');
    assert.equal(page('---\n{cadence: 7d, person: Jane}\n---\n', none), '---\n{person: Jane}\n---\n');
    assert.equal(page('---\n{}\n---\n', weekly), '---\n{ cadence: weekly }\n---\n');
    assert.equal(page('---\n{person: Jane, cadence}\n---\n', weekly), '---\n{person: Jane, cadence: weekly}\n---\n');
  });

  it('is changed beside links that are no YAML', () => {
    const text = '---\nrelated: [[Bob]], [[Ann]]\ncadence: monthly\n---\n';
    assert.equal(page(text, weekly), text.replace('monthly', 'weekly'));
  });

  it('is left alone where a change would reach further', () => {
    assert.match(page('---\ncadence: &often 7d\nother: *often\n---\n', none), /by hand/);
    assert.match(page('---\nrole: |+\n  PM\n\n---\n', none), /^---/);
  });

  it('is left alone when the front matter cannot be read', () => {
    assert.match(page('---\nrole: [PM\n---\n', weekly), /front matter/);
  });
});

describe('A setting in the roster', () => {
  it('is changed in its own line, comments kept', () => {
    const text =
      '# Who I meet\n\nBob:\n  cadence: monthly\n\nJane Doe: # since May\n  cadence: 14d # trial\n  aliases: [JD]\n';
    assert.equal(roster(text, weekly), text.replace('14d', 'weekly'));
    assert.equal(roster(text, away), text.replace('[JD]\n', '[JD]\n  away-until: "2026-12-24"\n'));
    assert.equal(roster(text, { key: 'cadence', value: undefined }), text.replace('  cadence: 14d # trial\n', ''));
  });

  it('gets the person added who is not there yet', () => {
    assert.equal(roster('', weekly), 'Jane Doe:\n  cadence: weekly\n');
    assert.equal(roster('Bob:\n  cadence: 7d', weekly), 'Bob:\n  cadence: 7d\nJane Doe:\n  cadence: weekly\n');
    assert.equal(roster('Jane Doe:\nBob:\n', weekly), 'Jane Doe:\n  cadence: weekly\nBob:\n');
    assert.equal(
      roster('people:\n  - name: Bob\n    cadence: 7d\n', weekly),
      'people:\n  - name: Bob\n    cadence: 7d\n  - name: Jane Doe\n    cadence: weekly\n',
    );
  });

  it('is changed in a list of people, inside braces too', () => {
    const list = 'people:\n  - cadence: 14d # trial\n    name: Jane Doe\n  - Bob\nteam: Blue\n';
    assert.equal(roster(list, weekly), list.replace('14d', 'weekly'));
    assert.equal(roster(list, none), 'people:\n  - name: Jane Doe\n  - Bob\nteam: Blue\n');
    assert.equal(
      roster(list, weekly, { key: 'ann', name: 'Ann' }),
      list.replace('- Bob\n', '- Bob\n  - name: Ann\n    cadence: weekly\n'),
    );
    assert.equal(
      roster(list, weekly, { key: 'bob', name: 'Bob' }),
      list.replace('- Bob\n', '- name: Bob\n    cadence: weekly\n'),
    );
    assert.equal(roster('Jane Doe: {aliases: [JD]}\n', weekly), 'Jane Doe: {aliases: [JD], cadence: weekly}\n');
    assert.equal(roster('{Jane Doe: {cadence: 7d, relation: peer}}', none), '{Jane Doe: {relation: peer}}');
    assert.equal(roster('{Bob: {}}\n', weekly), '{Bob: {}, Jane Doe: { cadence: weekly }}\n');
  });

  it('is added to a list without people', () => {
    const added = 'people:\n  - name: Jane Doe\n    cadence: weekly\n';
    assert.equal(roster('people: []\n', weekly), added);
    assert.equal(roster('people:\n', weekly), added);
    assert.equal(roster('people: [] # of my team\n', weekly), added.replace('people:', 'people: # of my team'));
    assert.equal(roster('{people: []}\n', weekly), '{people: [ { name: Jane Doe, cadence: weekly } ]}\n');
  });

  it('takes nothing of the next person along', () => {
    for (const value of [' |\n    14d\n', '\n    - 14d\n', ' >-\n    14d\n\n', ' "14d\n    or so"\n', ' ~\n', '\n']) {
      const text = `Jane Doe:\n  relation: peer\n  cadence:${value}Bob:\n  cadence: 7d\n`;
      assert.deepEqual(
        parseRoster(roster(text, none)).people,
        parseRoster('Jane Doe:\n  relation: peer\nBob:\n  cadence: 7d\n').people,
        value,
      );
      assert.equal(
        roster(text, weekly).replace('\n\nBob', '\nBob'),
        'Jane Doe:\n  relation: peer\n  cadence: weekly\nBob:\n  cadence: 7d\n',
        value,
      );
    }
  });

  it('is added before the mark of the end', () => {
    assert.equal(
      roster('Bob:\n  cadence: 7d\n...\n', weekly),
      'Bob:\n  cadence: 7d\nJane Doe:\n  cadence: weekly\n...\n',
    );
    assert.equal(roster('Jane Doe: ~ # new\n', weekly), 'Jane Doe: # new\n  cadence: weekly\n');
  });

  it('is left alone where another value would change too', () => {
    assert.match(
      roster('Bob:\n  cadence: &c 7d\nJane Doe:\n  cadence: *c\n', weekly, { key: 'bob', name: 'Bob' }),
      /by hand/,
    );
    assert.match(roster('Bob: &b\n  relation: peer\nJane Doe: *b\n', weekly), /by hand/);
    assert.match(roster('Jane Doe: a word\n', weekly), /by hand/);
    assert.match(roster('Jane Doe: [\n', weekly), /by hand/);
    assert.match(roster('- Jane Doe\n', weekly), /by hand/);
  });
});
