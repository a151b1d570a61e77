import assert from 'node:assert/strict';
import { dateFieldSpan, readFields } from '../../../src/core/taskText/fields';
import type { Fields } from '../../../src/core/taskText/taskFields';
import { wordMessage } from '../../../src/core/text/message';

const NBSP = '\u00a0';
const FE0F = '\ufe0f';

function fieldsOf(text: string): Fields {
  return readFields(text).fields;
}

function hintKinds(text: string): readonly string[] {
  return readFields(text).problems.map(({ kind }) => kind);
}

describe('fields of a follow-up', () => {
  describe('a due date', () => {
    for (const text of [
      'Send deck 📅 2026-11-30 before board',
      '📅2026-11-30',
      `📅${NBSP}2026-11-30${NBSP}`,
      '📅 2026-11-30\r',
      `📅${FE0F} 2026-11-30`,
      `🗓${FE0F}2026-11-30 Send deck`,
      '📆 2026-11-30',
      '📅 [[2026-11-30]]',
      '📅 2026-11-30 09:30',
      '📅 2026-11-30, then rest',
      'Send deck 📅 2026-11-30.',
      '明日までに📅2026-11-30まで',
      '[due:: [[2026-11-30]]]',
      '(due:: 2026-11-30)',
      '[due::2026-11-30]',
      `[due::${NBSP}2026-11-30 ]`,
      '[Due:: 2026-11-30T09:30:00]',
      '[due:: 2026-11-30T09:30:00+01:00]',
      'due:2026-11-30',
      'Due: 2026-11-30',
      'Send (due:2026-11-30) deck',
      '**due:2026-11-30**',
      'due:[[2026-11-30]]',
      'due:2026-11-30 14:00',
      '@due(2026-11-30)',
      '@due (2026-11-30)',
      '@due(2026-11-30 9:30am)',
      '@due 2026-11-30',
      'Send @due: 2026-11-30 deck',
      '{due:2026-11-30}',
      '@{2026-11-30}',
      '@{2026-11-30} @@{09:30}',
      '@[[2026-11-30]]',
      '(@2026-11-30)',
      '(@2026-11-30 09:37)',
      '(@[[2026-11-30]] 09:37)',
      '[  due :: 2026-11-30 ]',
      '@[[2026-11-30|Mon]]',
      '@[[days/2026-11-30|Mon]]',
      '📅 [[days/2026-11-30]]',
      'due:[[2026-11-30|tomorrow]]',
      '_due:2026-11-30_',
      '~~due:2026-11-30~~',
      '**Due:** 2026-11-30',
      '**Due**: 2026-11-30',
      '_due:_ [[2026-11-30]]',
    ]) {
      it(`is read in ${JSON.stringify(text)}`, () => {
        assert.equal(fieldsOf(text).due, '2026-11-30');
        assert.deepEqual(hintKinds(text), []);
      });
    }

    for (const text of [
      'see http://x.y/due:2026-11-30',
      'see https://x.y/(due:2026-11-30)/[due::2026-11-30]',
      'see [the plan](due:2026-11-30)',
      '`due:2026-11-30`',
      '``a ` due:2026-11-30``',
      '<!-- due:2026-11-30 -->',
      '%% due:2026-11-30 %%',
      '<a title="due:2026-11-30">',
      '[[due:2026-11-30]]',
      'overdue:2026-11-30x',
      '⏳ 2026-11-30',
      't:2026-11-30',
      'due',
      '',
    ]) {
      it(`is not read in ${JSON.stringify(text)}`, () => {
        assert.equal(fieldsOf(text).due, undefined);
        assert.deepEqual(hintKinds(text), []);
      });
    }

    for (const text of [
      '[due:: 2026-11-30)',
      '@due(26-11-30)',
      '@due(friday)',
      'due:friday',
      'due:30.11.2026',
      'due:2026-11-3',
      'due:2026-11-301',
      '[due:: 2026-11-30 or so]',
      '{due:soon}',
      'until 2026-11-30',
      'due:: 2026-11-30',
      'until 30.11.2026',
      'until 11/12/2026',
      'until 2026/11/30',
      '📅 30.11.2026',
      '📅 2026-11-3',
      '📅 30 Nov 2026',
      '📅 20261130',
      '📅 next Monday',
      '📅 2026–11–30',
      '📅 {2026-11-30}',
      'due: Nov 30',
      'due: the 30th, 2pm',
      'due: may 4',
      '**Due:** end of next week',
      '@{2026-11-30-W49}',
      '@{30-11-2026}',
      '@{tomorrow}',
      '@due Nov 30',
      '@due=2026-11-30',
      '@[[days/2026-11-3]]',
      '[due:: 2026-11-30 and more',
      '@due(2026-11-30 and more',
    ]) {
      it(`is not guessed from ${JSON.stringify(text)}, but hinted at`, () => {
        assert.equal(fieldsOf(text).due, undefined);
        assert.deepEqual(hintKinds(text), ['unreadableDate']);
      });
    }

    for (const text of ['📅 Team day', 'due: once Bob may', '@[[Team 42]]', '@{v2}']) {
      it(`is not suspected in ${JSON.stringify(text)}`, () => {
        assert.deepEqual(readFields(text).problems, []);
      });
    }

    it('is read after a backtick that nothing closes', () => {
      assert.equal(fieldsOf('the ` key due:2026-11-30').due, '2026-11-30');
      assert.equal(fieldsOf('the \\` key due:2026-11-30 and `').due, '2026-11-30');
    });

    it('of a day that the calendar has not is kept as written, with a hint', () => {
      assert.deepEqual(fieldsOf('Send deck due:2026-02-30'), { invalidDue: '2026-02-30', dialect: 'plain' });
      assert.deepEqual(hintKinds('Send deck due:2026-02-30'), ['invalidDate']);
    });

    it('is the leftmost of two, with a hint', () => {
      const { fields, problems: hints } = readFields('due:2026-11-30 📅 2026-12-01');
      assert.equal(fields.due, '2026-11-30');
      assert.deepEqual(
        hints.map(({ kind }) => kind),
        ['twoValues'],
      );
      assert.match(wordMessage(hints[0]!.message), /2026-11-30 counts, 2026-12-01 does not/);
    });

    it('written twice alike needs no hint', () => {
      assert.deepEqual(hintKinds('[due:: 2026-11-30] 📅 2026-11-30'), []);
    });

    it('with a label takes precedence over one in bare braces, in any order', () => {
      assert.equal(fieldsOf('@{2026-12-01} Send deck due:2026-11-30').due, '2026-11-30');
      assert.equal(fieldsOf('due:2026-11-30 @{2026-12-01}').due, '2026-11-30');
    });

    it('makes other dates in the sentence plain words, without a hint', () => {
      assert.deepEqual(hintKinds('Prepare the board of 2026-12-01 due:2026-11-30'), []);
    });
  });

  it('are read in every dialect', () => {
    const all = { due: '2026-11-30', scheduled: '2026-11-20', start: '2026-11-10', created: '2026-11-01' };
    assert.deepEqual(fieldsOf('🛫 2026-11-10 ⏳ 2026-11-20 ➕ 2026-11-01 ⏫ Send deck 📅 2026-11-30 ✅ 2026-11-29'), {
      ...all,
      done: '2026-11-29',
      priority: 'high',
      dialect: 'emoji',
    });
    assert.deepEqual(
      fieldsOf(
        '[start:: 2026-11-10] [scheduled:: 2026-11-20] (created:: 2026-11-01) [priority:: low] ' +
          '[due:: 2026-11-30] [completion:: 2026-11-29] [cancelled:: 2026-11-28] [repeat:: every week]',
      ),
      {
        ...all,
        done: '2026-11-29',
        cancelled: '2026-11-28',
        priority: 'low',
        recurrence: 'every week',
        dialect: 'dataview',
      },
    );
    assert.deepEqual(fieldsOf('(A) Send deck created:2026-11-01 t:2026-11-20 due:2026-11-30 done:2026-11-29'), {
      due: '2026-11-30',
      scheduled: '2026-11-20',
      created: '2026-11-01',
      done: '2026-11-29',
      priority: 'highest',
      dialect: 'plain',
    });
    assert.deepEqual(fieldsOf('@started(2026-11-10) @created(2026-11-01) @due(2026-11-30) @done(2026-11-29 10:00)'), {
      due: '2026-11-30',
      start: '2026-11-10',
      created: '2026-11-01',
      done: '2026-11-29',
      dialect: 'taskPaper',
    });
    assert.deepEqual(fieldsOf('Send deck @{2026-11-30} @completed(2026-11-29)'), {
      due: '2026-11-30',
      done: '2026-11-29',
      dialect: 'braces',
    });
  });

  it('keep the dialect of the due date, else of the first field', () => {
    assert.equal(fieldsOf('➕ 2026-11-01 due:2026-11-30').dialect, 'plain');
    assert.equal(fieldsOf('pri:B ➕ 2026-11-01').dialect, 'plain');
    assert.equal(fieldsOf('[owner:: Jane] ➕ 2026-11-01').dialect, 'dataview');
    assert.equal(fieldsOf('Send deck').dialect, undefined);
  });

  it('read the five priorities in each dialect that has them', () => {
    assert.deepEqual(
      ['🔺', '⏫', '🔼', '🔽', '⏬'].map((sign) => fieldsOf(`Send ${sign} deck`).priority),
      ['highest', 'high', 'medium', 'low', 'lowest'],
    );
    assert.equal(fieldsOf('Send deck pri:B').priority, 'high');
    assert.equal(fieldsOf('(C) Send deck').priority, 'medium');
    assert.equal(fieldsOf('Send deck to (A) and (B)').priority, undefined);
    assert.equal(fieldsOf('pri:Anna').priority, undefined);
  });

  it('are read after ids that end with a comma', () => {
    assert.equal(fieldsOf('Send deck 🆔 a1, due:2026-11-30').due, '2026-11-30');
    assert.equal(fieldsOf('Send deck ⛔ a1 ,b2, due:2026-11-30').due, '2026-11-30');
  });

  it('show a recurrence without taking the words after it', () => {
    assert.equal(fieldsOf('🔁 every week Send deck').recurrence, 'every week');
    assert.equal(
      fieldsOf('Pay 🔁 every 2 weeks on Monday when done 📅 2026-11-30').recurrence,
      'every 2 weeks on Monday when done',
    );
    assert.equal(fieldsOf('🔁 every month on the last Friday').recurrence, 'every month on the last Friday');
    assert.equal(fieldsOf('🔁 daily').recurrence, undefined);
    assert.equal(fieldsOf('Pay 🔁 every').recurrence, undefined);
  });

  it('show all words of a recurrence up to the next field or the end', () => {
    for (const rule of [
      'every week until May 1, 2027',
      'every 3 days for 5 times',
      'every second blue moon!',
      'every month on the 2nd, 16th and last when done',
    ]) {
      for (const after of ['', ' 📅 2026-11-30', ' due:2026-11-30', ' #pay', ' ^id', ' (from [2026-11-23](a.md))']) {
        assert.equal(fieldsOf(`Pay 🔁 ${rule}${after}`).recurrence, rule);
      }
    }
    assert.equal(fieldsOf('Pay 🔁 every week — if they ask').recurrence, 'every week');
  });

  it('include the span of the effective one, so that it is replaced', () => {
    const text = '@{2026-12-01} Send deck due:2026-11-30 09:00';
    const span = dateFieldSpan(readFields(text).spans, 'due')!;
    assert.equal(text.slice(span.value.start, span.value.end), '2026-11-30');
    assert.equal(text.slice(span.start, span.end), 'due:2026-11-30 09:00');
    assert.equal(dateFieldSpan(readFields('due:friday').spans, 'due')?.value.problem, 'noDate');
    assert.equal(dateFieldSpan(readFields(text).spans, 'done'), undefined);
  });
});
