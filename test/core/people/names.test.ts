import assert from 'node:assert/strict';
import { nameFromFileName, nameIn, namesIn, personKey, personSlug } from '../../../src/core/people/names';

describe('A name', () => {
  it('joins its ways of writing under one key', () => {
    for (const written of ['Jane Doe', 'jane-doe', 'JANE_DOE', ' jane.doe ', 'Ｊａｎｅ Doe', 'Jane\u00a0Doe']) {
      assert.equal(personKey(written), 'jane doe', written);
    }
    assert.equal(personKey('O’Brien'), personKey("O'Brien"));
    assert.notEqual(personKey('Jané'), personKey('Jane'));
  });

  it('becomes a path in lower case with hyphens, letters of any script kept', () => {
    assert.equal(personSlug('Jane Doe'), 'jane-doe');
    assert.equal(personSlug('Łukasz O’Brien'), 'łukasz-obrien');
    assert.equal(personSlug('田中さん'), '田中さん');
    assert.equal(personSlug('Zoë & Co.'), 'zoë-co');
    assert.equal(personSlug('🙂'), '');
  });

  it('is found in links and mentions', () => {
    assert.equal(nameIn('[[Jane Doe]]'), 'Jane Doe');
    assert.equal(nameIn('[[people/jane|Jane]]'), 'Jane');
    assert.equal(nameIn('[[people/Jane Doe.md#top]]'), 'Jane Doe');
    assert.equal(nameIn('[Jane](../People/Jane.md)'), 'Jane');
    assert.equal(nameIn('@jane.doe'), 'jane.doe');
  });

  it('is the fuller one of what a link leads to and what it shows', () => {
    assert.equal(nameIn('[[Jane Doe|Jane]]'), 'Jane Doe');
    assert.equal(nameIn('[[people/jane-doe|her]]'), 'Jane Doe');
    assert.equal(nameIn('[[jd|Jane Doe]]'), 'Jane Doe');
    assert.equal(nameIn('[[2026-11-30 with Jane|Jane]]'), 'Jane');
    assert.equal(nameIn('[[jane-doe-2|Jane]]'), 'Jane');
    assert.equal(nameIn('[[jane-doe]]'), 'jane-doe');
  });

  it('is told apart from its neighbours in a list', () => {
    assert.deepEqual(namesIn('Jane Doe, Bob'), ['Jane Doe', 'Bob']);
    assert.deepEqual(namesIn('Jane <> Bob'), ['Jane', 'Bob']);
    assert.deepEqual(namesIn('Jane & Bob and Ana'), ['Jane', 'Bob', 'Ana']);
    assert.deepEqual(namesIn('Anderson'), ['Anderson']);
    assert.deepEqual(namesIn(''), []);
  });

  it('is read out of a file name', () => {
    assert.equal(nameFromFileName('JaneDoe'), 'Jane Doe');
    assert.equal(nameFromFileName('jane-doe'), 'Jane Doe');
    assert.equal(nameFromFileName('Jane van der Berg'), 'Jane van der Berg');
  });
});
