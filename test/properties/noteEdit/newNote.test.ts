import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { parseCivilDate } from '../../../src/core/dates/civilDate';
import { lookUp, readFrontMatter } from '../../../src/core/markdown/frontMatter';
import { composeNote } from '../../../src/core/noteEdit/noteBody';
import { forRandomCases } from '../support/randomCases';

const SIGNS = Array.from('aZ0 .:-#@&*!|>%\'"`,[]{}?\\/<~=_$()é田🦊\u200F\u2028\t');

describe('The name in a new note', () => {
  it('is read back as typed, by YAML and by us, whatever its characters are', () => {
    forRandomCases({ usual: 3_000, long: 50_000 }, (random) => {
      const person = Array.from({ length: random.between(1, 8) }, () => random.pick(SIGNS)).join('');
      const typed = person.replace(/\s+/g, ' ').trim();
      const { text } = composeNote({
        ...{ person, date: parseCivilDate('2026-11-30')!, sections: [], agenda: [], hasPrivateSection: false },
        ...{ followUps: [], privateFollowUps: [] },
      });
      assert.equal(lookUp(readFrontMatter(text), 'person'), typed, JSON.stringify(person));
      assert.equal((parse(text.split('---\n')[1] ?? '') as { person: unknown }).person, typed, JSON.stringify(person));
    });
  });
});
