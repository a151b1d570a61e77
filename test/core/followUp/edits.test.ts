import assert from 'node:assert/strict';
import type { CivilDate } from '../../../src/core/dates/civilDate';
import { applyEdits, type Refusal } from '../../../src/core/text/edit';
import { drop, reopen, planSetDue, tick, type EditRequest, type ItemEdits } from '../../../src/core/followUp/edits';
import type { DialectId } from '../../../src/core/taskText/taskFields';
import { wordMessage } from '../../../src/core/text/message';

const today = '2026-12-01' as CivilDate;
const friday = '2026-12-04' as CivilDate;

type Edit = (request: EditRequest) => ItemEdits | Refusal;

/** The note, whose first line holds the item, after an edit. */
function edited(note: string, edit: Edit, dialect: DialectId = 'plain'): string {
  const source = note.split(/\r?\n/, 1)[0]!;
  const result = edit({ noteNow: note, followUp: { line: 0, source }, dialect });
  assert.ok(!('refused' in result), JSON.stringify(result));
  return applyEdits(note, result.edits);
}

const ticking: Edit = (request) => tick(request, today);
const dropping: Edit = (request) => drop(request, today);
const dueFriday: Edit = (request) => planSetDue(request, friday);
const dueNever: Edit = (request) => planSetDue(request, undefined);

function assertEach(edit: Edit, pairs: Readonly<Record<string, string>>): void {
  for (const [before, after] of Object.entries(pairs)) {
    assert.equal(edited(before, edit), after);
  }
}

describe('setting a due date', () => {
  it('replaces one that is not read, in its dialect', () => {
    assertEach(dueFriday, {
      '- [ ] Send deck @due 2026-11-30': '- [ ] Send deck @due 2026-12-04',
      '- [ ] Send deck @due Nov 30': '- [ ] Send deck @due 2026-12-04',
      '- [ ] Send deck @due(soon)': '- [ ] Send deck @due(2026-12-04)',
      '- [ ] Send deck (due:: )': '- [ ] Send deck (due:: 2026-12-04)',
      '- [ ] Send deck @{tomorrow}': '- [ ] Send deck @{2026-12-04}',
    });
  });
});

describe('setting a due date before a line break', () => {
  it('keeps the break, and a backslash that is only text', () => {
    assertEach(dueFriday, {
      '- [ ] Send deck\\\n  to all': '- [ ] Send deck due:2026-12-04\\\n  to all',
      '- [ ] Send deck 📅 2026-11-30 ➕ 2026-11-01\\\n  to all':
        '- [ ] Send deck 📅 2026-12-04 ➕ 2026-11-01\\\n  to all',
      '- [ ] Send deck  \n  to all': '- [ ] Send deck due:2026-12-04  \n  to all',
      '- [ ] Send C:\\\\\n  to all': '- [ ] Send C:\\\\ due:2026-12-04\n  to all',
      '- [ ] Send C:\\\\\\\n  to all': '- [ ] Send C:\\\\ due:2026-12-04\\\n  to all',
      '- [ ] Send C:\\': '- [ ] Send C:\\ due:2026-12-04',
    });
    assertEach(ticking, { '- [ ] Send\\\r\n  to all': '- [x] Send done:2026-12-01\\\r\n  to all' });
  });
});

describe('ticking', () => {
  it('changes one character and writes the done date in the dialect of the line', () => {
    assertEach(ticking, {
      '- [ ] Send deck due:2026-11-30': '- [x] Send deck due:2026-11-30 done:2026-12-01',
      '- [/] Send deck 📅 2026-11-30': '- [x] Send deck 📅 2026-11-30 ✅ 2026-12-01',
      '- [ ] Send deck [due:: 2026-11-30]': '- [x] Send deck [due:: 2026-11-30] [completion:: 2026-12-01]',
      '- [ ] Send deck @due(2026-11-30)': '- [x] Send deck @due(2026-11-30) @done(2026-12-01)',
      '- [ ] Send deck @{2026-11-30}': '- [x] Send deck @{2026-11-30} @completed(2026-12-01)',
      '- [ ] ➕ 2026-11-01 Send deck due:2026-11-30': '- [x] ➕ 2026-11-01 Send deck due:2026-11-30 done:2026-12-01',
      '- [ ] ⏫ Send deck': '- [x] ⏫ Send deck ✅ 2026-12-01',
    });
  });

  it('writes the dialect of the settings where the line has none', () => {
    assert.equal(edited('- [ ] Send deck', ticking, 'emoji'), '- [x] Send deck ✅ 2026-12-01');
    assert.equal(edited('- [ ] Send deck', ticking), '- [x] Send deck done:2026-12-01');
  });

  it('keeps indent, bullet, quote, line end, trailing space, id and origin where they are', () => {
    assertEach(ticking, {
      '> 12)\t[ ] Send deck  \r\nnext\r\n': '> 12)\t[x] Send deck done:2026-12-01  \r\nnext\r\n',
      '  * [ ] Send deck ^id-1': '  * [x] Send deck done:2026-12-01 ^id-1',
      '- [ ] Send deck due:2026-11-30 (from [2026-11-23](2026-11-23.md), 1×) ':
        '- [x] Send deck due:2026-11-30 done:2026-12-01 (from [2026-11-23](2026-11-23.md), 1×) ',
      '- [ ] Send deck\u00a0': '- [x] Send deck done:2026-12-01\u00a0',
      '- [🔥] Send deck': '- [x] Send deck done:2026-12-01',
      '- [❗\ufe0f] Send deck': '- [x] Send deck done:2026-12-01',
    });
  });

  it('writes after the first line of an item with continuation lines', () => {
    assert.equal(
      edited('- [ ] Send\n  the deck due:2026-11-30\n  ^id\n', ticking),
      '- [x] Send done:2026-12-01\n  the deck due:2026-11-30\n  ^id\n',
    );
  });

  it('updates an existing done date, and adds one to `@done`', () => {
    assertEach(ticking, {
      '- [ ] Send ✅ 2026-11-01 deck': '- [x] Send ✅ 2026-12-01 deck',
      '- [ ] Send deck @done': '- [x] Send deck @done(2026-12-01)',
      '- [ ] Send deck done:2026-12-01': '- [x] Send deck done:2026-12-01',
      '- [-] Send deck ❌ 2026-11-01': '- [x] Send deck ✅ 2026-12-01',
    });
  });

  it('does nothing to what is done', () => {
    assert.equal(edited('- [X] Send deck', ticking), '- [X] Send deck');
  });

  it('of what repeats says that no next one was made', () => {
    const source = '- [ ] Send deck 🔁 every week';
    const result = tick({ noteNow: source, followUp: { line: 0, source }, dialect: 'plain' }, today);
    assert.ok('notice' in result && result.notice);
    assert.match(wordMessage(result.notice), /every week.*next one was not created/);
  });

  it('is refused when the line is not there any more', () => {
    const result = tick(
      { noteNow: '- [x] Send deck', followUp: { line: 0, source: '- [ ] Send deck' }, dialect: 'plain' },
      today,
    );
    assert.ok('refused' in result);
  });
});

describe('reopening', () => {
  it('takes back to the byte what ticking wrote', () => {
    for (const note of [
      '- [ ] Send deck',
      '- [ ] @jane Send deck 📅 2026-11-30 before board ^id',
      '  1. [ ] Send [due:: 2026-11-30] deck  \r\nnext',
      '- [ ] Send deck @{2026-11-30} (from [[2026-11-23]])\n  more',
      '> - [ ] due:2026-11-30',
    ]) {
      for (const dialect of ['plain', 'emoji', 'dataview', 'taskPaper', 'braces'] as const) {
        assert.equal(edited(edited(note, ticking, dialect), reopen, dialect), note);
        assert.equal(edited(edited(note, dropping, dialect), reopen, dialect), note);
      }
    }
  });

  it('keeps the rest of a sentence whole', () => {
    assertEach(reopen, {
      '- [x] ✅ 2026-11-01 Send deck': '- [ ] Send deck',
      '- [x] Send (done:2026-11-01) deck': '- [ ] Send deck',
      '- [-] Send deck ❌2026-11-01、soon': '- [ ] Send deck、soon',
      '- [x] ✅2026-11-01、soon': '- [ ] 、soon',
      '- [>] Send deck': '- [ ] Send deck',
      '- [/] Send deck': '- [/] Send deck',
    });
  });

  it('takes out a whole further line that held nothing but the date', () => {
    assert.equal(edited('- [x] Send\r\n  done:2026-11-01\r\n  deck\r\n', reopen), '- [ ] Send\r\n  deck\r\n');
  });
});

describe('dropping', () => {
  it('writes a date only where the dialect has one', () => {
    assertEach(dropping, {
      '- [ ] Send deck due:2026-11-30': '- [-] Send deck due:2026-11-30',
      '- [ ] Send deck 📅 2026-11-30': '- [-] Send deck 📅 2026-11-30 ❌ 2026-12-01',
      '- [ ] Send deck (due:: 2026-11-30)': '- [-] Send deck (due:: 2026-11-30) [cancelled:: 2026-12-01]',
      '- [ ] Send deck {due:2026-11-30}': '- [-] Send deck {due:2026-11-30}',
      '- [x] Send deck @due(2026-11-30) @done(2026-11-29)': '- [-] Send deck @due(2026-11-30) @cancelled(2026-12-01)',
      '- [-] Send deck': '- [-] Send deck',
    });
  });
});

describe('setting a due date', () => {
  it('replaces it in place, in its own dialect, and keeps its time', () => {
    assertEach(dueFriday, {
      '- [ ] Send deck 📅 2026-11-30 before board': '- [ ] Send deck 📅 2026-12-04 before board',
      '- [ ] [due:: [[2026-11-30]]] Send deck': '- [ ] [due:: [[2026-12-04]]] Send deck',
      '- [ ] Send deck (@2026-11-30 09:37)': '- [ ] Send deck (@2026-12-04 09:37)',
      '- [ ] Send deck @{2026-11-30}': '- [ ] Send deck @{2026-12-04}',
      '- [ ] Send deck due:2026-02-30': '- [ ] Send deck due:2026-12-04',
      '- [ ] Send deck due:friday.': '- [ ] Send deck due:2026-12-04.',
      '- [ ] Send deck [due:: ]': '- [ ] Send deck [due:: 2026-12-04]',
      '- [ ] Send deck @due(26-11-30 10:00)': '- [ ] Send deck @due(2026-12-04)',
      '- [ ] Send @{2026-11-01} deck due:2026-11-30': '- [ ] Send @{2026-11-01} deck due:2026-12-04',
      '- [ ] Send deck due:2026-12-04': '- [ ] Send deck due:2026-12-04',
    });
  });

  it('edits a continuation line in place', () => {
    assert.equal(
      edited('> - [ ] Send\n>   deck due:2026-11-30\n>   now\n', dueFriday),
      '> - [ ] Send\n>   deck due:2026-12-04\n>   now\n',
    );
  });

  it('appends it in the dialect of the line, else of the settings', () => {
    assertEach(dueFriday, {
      '- [ ] Send deck ➕ 2026-11-01': '- [ ] Send deck ➕ 2026-11-01 📅 2026-12-04',
      '- [ ] Send deck ^id': '- [ ] Send deck due:2026-12-04 ^id',
      '- [ ] Send deck by 30.11.2026': '- [ ] Send deck by 30.11.2026 due:2026-12-04',
    });
    assert.equal(edited('- [ ] Send deck', dueFriday, 'dataview'), '- [ ] Send deck [due:: 2026-12-04]');
  });

  it('to none takes every due date out, or a second one would count instead', () => {
    assertEach(dueNever, {
      '- [ ] Send deck due:2026-11-30 📅 2026-12-01 now': '- [ ] Send deck now',
      '- [ ] due:2026-11-30 Send deck': '- [ ] Send deck',
      '- [ ] Send deck due:friday': '- [ ] Send deck',
      '- [ ] Send deck': '- [ ] Send deck',
    });
  });

  it('ignores what only looks like one', () => {
    assertEach(dueFriday, {
      '- [ ] `due:2026-11-30` http://x.y/due:2026-11-30':
        '- [ ] `due:2026-11-30` http://x.y/due:2026-11-30 due:2026-12-04',
    });
  });

  it('replaces a date that is not understood, and what is wrong around it', () => {
    assertEach(dueFriday, {
      '- [ ] Send 📅 2026-11-3': '- [ ] Send 📅 2026-12-04',
      '- [ ] Send due: Nov 30': '- [ ] Send due: 2026-12-04',
      '- [ ] Send 📅 {2026-11-30}': '- [ ] Send 📅 2026-12-04',
      '- [ ] Send [due:: 2026-11-30) now': '- [ ] Send [due:: 2026-12-04] now',
      '- [ ] Send @due(2026-11-30 now': '- [ ] Send @due(2026-12-04) now',
      '- [ ] Send @{30-11-2026}': '- [ ] Send @{2026-12-04}',
      '- [ ] Send 📅 [[2026-11-30|Monday]]': '- [ ] Send 📅 [[2026-12-04]]',
      '- [ ] Send **Due:** 2026-11-30': '- [ ] Send **Due:** 2026-12-04',
    });
  });

  it('to none takes the emphasis and all blanks of the field, and no letter', () => {
    assertEach(dueNever, {
      '- [ ] Send  [due:: 2026-11-30]': '- [ ] Send',
      '- [ ] Send ~~due:2026-11-30~~ now': '- [ ] Send now',
      '- [ ] Send _due:2026-11-30_it': '- [ ] Send it',
      '- [ ] Send (**due:2026-11-30**) now': '- [ ] Send now',
      '- [ ] Send **Due**: 2026-11-30': '- [ ] Send',
    });
  });
});

describe('a field that is added', () => {
  it('hides no field from Obsidian Tasks, which reads from the end of the line', () => {
    assertEach(ticking, {
      '- [ ] Send due:2026-11-30 ⏫ #q4': '- [x] Send due:2026-11-30 done:2026-12-01 ⏫ #q4',
      '- [ ] Send 📅 2026-11-30 #q4': '- [x] Send 📅 2026-11-30 #q4 ✅ 2026-12-01',
      '- [ ] Send 📅 2026-11-30 (from [2026-11-23](2026-11-23.md), 1×)':
        '- [x] Send 📅 2026-11-30 (from [2026-11-23](2026-11-23.md), 1×) ✅ 2026-12-01',
      '- [ ] Send @{2026-11-30} [priority:: high]': '- [x] Send @{2026-11-30} @completed(2026-12-01) [priority:: high]',
    });
  });
});

describe('an edit that would change anything else', () => {
  it('is refused', () => {
    const open = '- [ ] Send <!-- due:2026-11-30';
    const closed = tick(
      { noteNow: `${open}\n  end --> x`, followUp: { line: 0, source: open }, dialect: 'plain' },
      today,
    );
    assert.ok('refused' in closed);
  });
});
