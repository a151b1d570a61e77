import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/text/edit';
import type { DialectId } from '../../../src/core/taskText/taskFields';
import { fixesOf } from '../../../src/core/assist/fixes';
import { hinted } from '../support/hinted';
import { day } from '../support/notes';
import { wordMessage } from '../../../src/core/text/message';

/** The fixes of the first hint in a note: title, and the note as each leaves it. */
async function fixed(
  lines: string | readonly string[],
  dialect: DialectId = 'plain',
  path?: string,
): Promise<Record<string, string>> {
  const { text, hints, index } = hinted(lines, path);
  const [hint] = hints;
  assert.ok(hint, text);
  const isPerson = (name: string): boolean => typeof index.people.find(name) === 'object';
  const fixes = await fixesOf(hint, { text, diagnostics: hints, today: day('2026-11-30'), dialect, isPerson });
  return Object.fromEntries(fixes.map(({ title, edits }) => [wordMessage(title), applyEdits(text, edits)]));
}

/** The note as each fix of its first hint leaves it. */
async function results(...given: Parameters<typeof fixed>): Promise<readonly string[]> {
  return Object.values(await fixed(...given));
}

describe('Quick fixes of a diagnostic', () => {
  it('offer both readings of a date with an ambiguous order of day and month', async () => {
    assert.deepEqual(await fixed('- [ ] Send it due:11/12/2026'), {
      'Change to Thu 12 Nov (2026-11-12)': '- [ ] Send it due:2026-11-12',
      'Change to Fri 11 Dec (2026-12-11)': '- [ ] Send it due:2026-12-11',
    });
  });

  it('write a date without a word in the dialect of the line, else of the settings', async () => {
    assert.deepEqual(await fixed('- [ ] a 30.11.2026'), {
      'Due Mon 30 Nov (due:2026-11-30)': '- [ ] a due:2026-11-30',
    });
    assert.deepEqual(await fixed('- [ ] a 2026-11-30', 'dataview'), {
      'Due Mon 30 Nov ([due:: 2026-11-30])': '- [ ] a [due:: 2026-11-30]',
    });
    assert.deepEqual(await results('- [ ] a ⏫ 30.11.2026 b'), ['- [ ] a ⏫ 📅 2026-11-30 b']);
    assert.deepEqual(await results('- [ ] a 📅 30.11.2026'), ['- [ ] a 📅 2026-11-30']);
    assert.deepEqual(await results('- [ ] a due 30.11.2026'), ['- [ ] a due:2026-11-30']);
    assert.deepEqual(await results('- [ ] a (due: 30.11.2026)'), ['- [ ] a (due: 2026-11-30)']);
  });

  it('offer each day of a date of a meeting, in place or in the front matter', async () => {
    assert.deepEqual(await fixed(['## 21.12.2026', '- [ ] a'], 'plain', '1-1s/Lea Blum.md'), {
      'Change to Mon 21 Dec (2026-12-21)': '## 2026-12-21\n- [ ] a',
    });
    assert.deepEqual(await fixed(['---', 'mood: good # really', '---', '- a'], 'plain', '1-1s/Lea Blum 3.4.2026.md'), {
      'Set the Date to Wed 4 Mar (2026-03-04)': '---\nmood: good # really\ndate: 2026-03-04\n---\n- a',
      'Set the Date to Fri 3 Apr (2026-04-03)': '---\nmood: good # really\ndate: 2026-04-03\n---\n- a',
    });
  });

  it('write the day of creation into a note without a date, or else today', async () => {
    const lines = ['---', 'type: 1on1', 'person: Lea Blum', '---', '- a'];
    assert.deepEqual(await results(lines, 'plain', 'Talks/lea.md'), [
      '---\ntype: 1on1\nperson: Lea Blum\ndate: 2026-11-30\n---\n- a',
    ]);
  });

  it('keep to the line of the date', async () => {
    assert.deepEqual(await results('- [ ] a due\n  30.11.2026\n'), ['- [ ] a due\n  due:2026-11-30\n']);
  });

  it('read words, dates with the year first, and days that the calendar does not have', async () => {
    assert.deepEqual(await results('- [ ] a [due:: Friday]'), ['- [ ] a [due:: 2026-12-04]']);
    assert.deepEqual(await results('- [ ] a @due(26-12-24)'), ['- [ ] a @due(2026-12-24)', '- [ ] a @due(2024-12-26)']);
    assert.deepEqual(await results('- [ ] a [due:: 2026-12-04) b'), ['- [ ] a [due:: 2026-12-04] b']);
    assert.deepEqual(await results('- [ ] a 2026/12/24'), ['- [ ] a due:2026-12-24']);
    assert.deepEqual(await results('- [ ] a due:2026-02-30'), ['- [ ] a due:2026-02-28']);
    assert.deepEqual(await results('- [ ] a due:2026-24-12'), ['- [ ] a due:2026-12-24']);
    assert.deepEqual(await fixed('- [ ] a due:soonish'), {});
    assert.deepEqual(await fixed('- [ ] a due:2026-99-99'), {});
  });

  it('take out the date that does not count', async () => {
    assert.deepEqual(await fixed('- [ ] a due:2026-11-30 due:2026-12-01 b'), {
      'Remove due:2026-12-01': '- [ ] a due:2026-11-30 b',
    });
  });

  it('tick what says that it is done, or take the date back', async () => {
    assert.deepEqual(await fixed('- [/] a due:2026-11-30 ✅ 2026-11-29'), {
      'Tick It': '- [x] a due:2026-11-30 ✅ 2026-11-29',
      'Remove the Done Date': '- [/] a due:2026-11-30',
    });
  });

  it('write each of those who may be meant, in the form of the mention', async () => {
    assert.deepEqual(await fixed('- [ ] @jane a'), {
      'Owed by Jane Doe': '- [ ] @Jane.Doe a',
      'Owed by Jane Roe': '- [ ] @Jane.Roe a',
    });
    assert.deepEqual(await results('- [ ] Jane: a'), ['- [ ] Jane Doe: a', '- [ ] Jane Roe: a']);
    assert.deepEqual(await results('- [ ] a [owner:: Zyx, Bob]'), ['- [ ] a [owner:: Jane Doe, Bob]']);
    assert.deepEqual((await fixed('- [ ] [[Jane]] a'))['Owed by Jane Roe'], '- [ ] [[Jane Roe]] a');
  });

  it('make follow-ups of one bullet or of all below its heading', async () => {
    assert.deepEqual(await fixed(['## To-dos', '- a', '* b', '', '## Next steps', '- c']), {
      'Make It a Follow-Up': '## To-dos\n- [ ] a\n* b\n\n## Next steps\n- c',
      'Make All 2 Under “To-dos” Follow-Ups': '## To-dos\n- [ ] a\n* [ ] b\n\n## Next steps\n- c',
    });
    assert.deepEqual(Object.keys(await fixed(['## To-dos', '1. a'])), ['Make It a Follow-Up']);
  });

  it('correct a malformed checkbox', async () => {
    const pairs = {
      '-[ ] a': '- [ ] a',
      '*[x]a': '* [x] a',
      '2)[] a': '2) [ ] a',
      '- []  a': '- [ ] a',
      '> - [ ]a\r\n': '> - [ ] a\r\n',
      'a\n[ ] b': 'a\n- [ ] b',
      '- [  X ] a': '- [x] a',
    };
    for (const [before, after] of Object.entries(pairs)) {
      assert.deepEqual(await fixed(before), { 'Make It a Follow-Up': after }, before);
    }
  });

  it('offer no checkbox if the line would remain text', async () => {
    assert.deepEqual(await fixed('a\n     -[ ] b'), {});
    assert.deepEqual(await fixed('a\n7.[ ] b'), {});
  });
});
