import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { CivilDate } from '../../../src/core/dates/civilDate';
import { dialects, writeField, type DateField } from '../../../src/core/taskText/dialects';
import { readFields } from '../../../src/core/taskText/fields';
import type { DialectId } from '../../../src/core/taskText/taskFields';

const date = '2026-11-30' as CivilDate;
const ids = ['plain', 'emoji', 'dataview', 'taskPaper', 'braces'] as const satisfies readonly DialectId[];
const dateFields: readonly DateField[] = ['due', 'scheduled', 'start', 'created', 'done', 'cancelled'];

describe('A dialect', () => {
  it('is read in every way that its table says, with and without white space', () => {
    for (const id of ids) {
      for (const field of dateFields) {
        for (const way of (dialects[id][field] ?? []).filter((each) => each.includes('<date>'))) {
          for (const written of [way, way.replace(' ', ''), way.replace(' ', '\u00a0 '), way.toUpperCase()]) {
            const text = `Send ${written.replace(/<date>/i, date)} deck`;
            const { fields, problems: hints } = readFields(text);
            assert.equal(fields[field], date, text);
            assert.equal(fields.dialect, id, text);
            assert.deepEqual(hints, [], text);
          }
        }
      }
    }
  });

  it('reads back what it writes', () => {
    for (const id of ids) {
      for (const field of dateFields) {
        const written = writeField(id, field, date);
        assert.equal(written === undefined, dialects[id][field] === undefined);
        if (written !== undefined) assert.equal(readFields(`Send deck ${written}`).fields[field], date, written);
      }
      assert.notEqual(writeField(id, 'due', date), undefined, id);
      assert.notEqual(writeField(id, 'done', date), undefined, id);
    }
  });

  it('is described to users as it is', () => {
    const described = tableRows(readFileSync('docs/dialects.md', 'utf8'));
    for (const field of dateFields) {
      const cells = ids.map((id) =>
        (dialects[id][field] ?? []).map((way) => `\`${way.replace('<date>', 'D')}\``).join(' '),
      );
      assert.deepEqual(described.get(field), cells, field);
    }
  });
});

/** The cells of the table rows of a document, by the first cell of the row: the first row of a name counts. */
function tableRows(document: string): ReadonlyMap<string, readonly string[]> {
  const rows = new Map<string, readonly string[]>();
  for (const line of document.split('\n').filter((each) => each.startsWith('|'))) {
    const [name = '', ...cells] = line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim());
    if (!rows.has(name)) rows.set(name, cells);
  }
  return rows;
}
