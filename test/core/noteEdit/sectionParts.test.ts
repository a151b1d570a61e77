import assert from 'node:assert/strict';
import { levelAt, questionParts, sectionParts, type CursorPlace } from '../../../src/core/noteEdit/noteBody';

const section = { title: 'People', purpose: 'Who helps.', questions: ['Who?', 'How?'] };

/** A file with the cursor at `|`, at the end of a line. */
function placeIn(text: string, holders: readonly number[] = []): CursorPlace {
  return { text: text.replace('|', ''), line: text.slice(0, text.indexOf('|')).split('\n').length - 1, holders };
}

/** The file after the insertion, with its places to type as `<1>`. */
function insertedInto(text: string, parts: ReturnType<typeof sectionParts>): string {
  return text.replace('|', parts.map((part) => ('text' in part ? part.text : `<${part.stop}>`)).join(''));
}

const withSection = (text: string, holders: readonly number[] = []) =>
  insertedInto(text, sectionParts(section, placeIn(text, holders), 'Jane'));

describe('An inserted section', () => {
  it('has a place to type under each question, the last of them last', () => {
    assert.equal(withSection('|'), '## People\n\n*Who helps.*\n\n**Who?**\n\n<1>\n\n**How?**\n\n<0>');
  });

  it('stands apart from what is around it', () => {
    assert.ok(withSection('text\n|\nmore').startsWith('text\n\n## People'));
    assert.ok(withSection('text\n|\nmore').endsWith('<0>\n\nmore'));
    assert.ok(withSection('text\n\n|\n\nmore').startsWith('text\n\n## People'));
    assert.ok(withSection('text\n\n|\n\nmore').endsWith('<0>\n\nmore'));
    assert.ok(withSection('text|').startsWith('text\n\n## People'));
    assert.ok(withSection('text|\nmore').endsWith('<0>\n\nmore'));
  });

  it('has the line ends of the file', () => {
    assert.ok(
      withSection('# Jane\r\n\r\n|').endsWith(
        '## People\r\n\r\n*Who helps.*\r\n\r\n**Who?**\r\n\r\n<1>\r\n\r\n**How?**\r\n\r\n<0>',
      ),
    );
  });

  it('gives both sides a place where it asks nothing', () => {
    const parts = sectionParts({ title: 'On My Mind', questions: [] }, placeIn('|'), 'Jane');
    assert.equal(insertedInto('|', parts), '## On My Mind\n\n**Jane**\n\n- <1>\n\n**Me**\n\n- <0>');
  });

  it('leaves what looks like snippet syntax to the host, as text', () => {
    const parts = sectionParts({ title: '$1', questions: ['${2:x} \\}?'] }, placeIn('|'), 'Jane');
    assert.deepEqual(parts.slice(0, 3), [{ text: '## $1' }, { text: '\n\n' }, { text: '**${2:x} \\\\}?**' }]);
  });
});

describe('An inserted question set', () => {
  it('is its questions, without a heading', () => {
    assert.equal(insertedInto('a\n|', questionParts(['Who?'], placeIn('a\n|'))), 'a\n\n**Who?**\n\n<0>');
  });
});

describe('The level of an inserted heading', () => {
  const levels: readonly [string, number, number[]?][] = [
    ['|', 2],
    ['# Jane\n\n|', 2],
    ['# Jane\n\n## Agenda\n\n|', 2],
    ['# Jane\n\n### Agenda\n\n- x\n|', 3],
    ['---\ndate: x\n# no heading\n---\n|', 2],
    ['```\n#### code\n```\n|', 2],
    ['> #### quoted\n\n|', 2],
    ['# Jane\n\n## 2026-11-30\n\n|\n\n#### below\n', 3, [2]],
    ['###### deep\n|', 6, [0]],
  ];
  for (const [text, level, holders] of levels) {
    it(`is ${level} in ${JSON.stringify(text)}`, () => assert.equal(levelAt(placeIn(text, holders)), level));
  }
});
