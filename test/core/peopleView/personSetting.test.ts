import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/text/edit';
import { settingInPage, settingInRoster, type PersonSetting } from '../../../src/core/peopleView/personSetting';

const weekly: PersonSetting = { key: 'cadence', value: 'weekly' };
const away: PersonSetting = { key: 'away-until', value: '2026-12-24' };
const jane = { key: 'jane doe', name: 'Jane Doe' };

function page(text: string, fact: PersonSetting): string {
  const edits = settingInPage(text, fact);
  return 'refused' in edits ? edits.refused : applyEdits(text, edits);
}

function roster(text: string, fact: PersonSetting, person = jane): string {
  const edits = settingInRoster(text, person, fact);
  return 'refused' in edits ? edits.refused : applyEdits(text, edits);
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

  it('is taken out with its line', () => {
    assert.equal(
      page('---\nrole: PM\naway-until: 2026-12-24\n---\nx', { key: 'away-until', value: undefined }),
      '---\nrole: PM\n---\nx',
    );
    assert.equal(page('# Jane', { key: 'away-until', value: undefined }), '# Jane');
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

  it('is left alone where a line cannot be changed by itself', () => {
    assert.match(roster('Jane Doe: { aliases: [JD] }\n', weekly), /by hand/);
    assert.match(roster('Jane Doe: [\n', weekly), /by hand/);
  });
});
