import assert from 'node:assert/strict';
import { matchesName, matchNames, personKey } from '../../../src/core/people/names';

const NAMES = [
  ['Ravi Menon'],
  ['Daniel Kim', 'dk'],
  ['Jonas Weber', 'JW'],
  ['Daniel Ortega'],
  ['Amara Nwosu'],
  ['Mei Tanaka', 'Mei'],
  ['Tomás Álvarez', 'Tom'],
  ['Łukasz O’Brien'],
  ['田中 さくら'],
];
const people = NAMES.map((names) => ({ names }));

function found(typed: string): readonly (string | undefined)[] {
  return matchNames(typed, people).map(({ names: [name] }) => name);
}

describe('Typed text finds people', () => {
  for (const [typed, ...names] of [
    ['Mei', 'Mei Tanaka'],
    ['MEI', 'Mei Tanaka'],
    ['tanaka', 'Mei Tanaka'],
    ['dan', 'Daniel Kim', 'Daniel Ortega'],
    ['dan o', 'Daniel Ortega'],
    ['Daniel O', 'Daniel Ortega'],
    ['  daniel   o', 'Daniel Ortega'],
    ['ort', 'Daniel Ortega'],
    ['do', 'Daniel Ortega'],
    ['danki', 'Daniel Kim'],
    ['dk', 'Daniel Kim'],
    ['jw', 'Jonas Weber'],
    ['tomas al', 'Tomás Álvarez'],
    ['tomas', 'Tomás Álvarez'],
    ['TOMÁ', 'Tomás Álvarez'],
    ['lukasz', 'Łukasz O’Brien'],
    ["o'b", 'Łukasz O’Brien'],
    ['さ', '田中 さくら'],
    ['last met'],
    ['ortega daniel'],
    ['Meir'],
  ] as const) {
    it(`“${typed}” finds ${names.length === 0 ? 'no one' : names.join(', ')}`, () => {
      assert.deepEqual(found(typed), names);
    });
  }

  it('with the best match first and equal matches in their order', () => {
    assert.deepEqual(found('m'), ['Mei Tanaka', 'Ravi Menon', 'Daniel Kim', 'Amara Nwosu', 'Tomás Álvarez']);
    assert.deepEqual(found('an'), ['Daniel Kim', 'Daniel Ortega', 'Mei Tanaka', 'Amara Nwosu']);
    assert.deepEqual(matchNames('kim', [{ names: ['Kimberly Hall'] }, { names: ['Kim'] }]).at(0), { names: ['Kim'] });
  });

  it('with all of them for empty text', () => {
    assert.equal(found(' ').length, NAMES.length);
  });

  it('by every beginning of a name, and of every word in it', () => {
    for (const names of NAMES) {
      for (const name of names) {
        const words = name.split(' ');
        for (const typed of [name, ...words].flatMap((text) =>
          Array.from(text).map((_, at) => text.slice(0, at + 1)),
        )) {
          assert.ok(matchesName(typed, names), `${typed}: ${name}`);
          assert.ok(matchesName(personKey(typed), names), `${typed}: ${name}`);
        }
      }
    }
  });
});
