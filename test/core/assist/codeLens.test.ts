import assert from 'node:assert/strict';
import { builtInFrameworks } from '../../../src/core/frameworks/builtIn';
import { noteCodeLenses } from '../../../src/core/assist/codeLens';
import { day, indexOf, rules, uriOf } from '../support/notes';
import { wordMessage } from '../../../src/core/text/message';

const frameworks = builtInFrameworks();
const NEWEST = '1-1s/jane-doe/2026-11-30.md';
const BEFORE = '1-1s/jane-doe/2026-11-23.md';
/** What makes Jane a report. */
const REPORT = { 'People/Jane Doe.md': ['---', 'person: Jane Doe', 'relation: report', '---'] };
const ASKING = ['---', 'type: 1on1', 'person: Jane Doe', '---', '', '# Jane Doe', '', '## People', '', '- a'];

/** The row above a note: its line, and the titles in it. */
function row(
  notes: Readonly<Record<string, string | readonly string[]>>,
  path = NEWEST,
  carries = true,
  mayReflect = false,
): string {
  const index = indexOf(notes);
  const note = index.note(uriOf(path));
  const person = note && index.personOf(note);
  assert.ok(note && person, path);
  const today = day('2026-12-01');
  const lenses = noteCodeLenses({ note, index, person, frameworks, bank: rules.bank, today, carries, mayReflect });
  return lenses ? `${lenses.line}: ${lenses.lenses.map(({ title }) => wordMessage(title)).join(' | ')}` : '';
}

describe('The lenses of a note', () => {
  it('count open follow-ups from earlier meetings, but not those in the note', () => {
    const open = ['- [ ] a', '- [x] b', '- [ ] c'];
    assert.equal(row({ [BEFORE]: open, [NEWEST]: '- [ ] d' }), '0: 2 follow-ups to bring in');
    assert.equal(row({ [BEFORE]: '- [ ] a', [NEWEST]: '- a' }), '0: 1 follow-up to bring in');
    assert.equal(row({ [BEFORE]: '- [x] a', [NEWEST]: '- [ ] d' }), '');
  });

  it('say nothing of what was brought already, or where follow-ups stay in their notes', () => {
    const copy = '- [ ] a (from [2026-11-23](2026-11-23.md), 1×)';
    assert.equal(row({ [BEFORE]: '- [ ] a', [NEWEST]: copy }), '');
    assert.equal(row({ [BEFORE]: '- [ ] a', [NEWEST]: '- b' }, NEWEST, false), '');
  });

  it('are above the title, and offer another question in notes with questions', () => {
    assert.equal(row({ [NEWEST]: ASKING }), '5: Swap Question');
    assert.equal(row({ [NEWEST]: ['# Jane Doe', '## Anything'] }), '');
  });

  it('show that a career session with a report is due, except in a career session', () => {
    const old = { '1-1s/jane-doe/2026-10-01.md': '- a' };
    assert.equal(row({ ...REPORT, ...old, [NEWEST]: '- b' }), '0: Career & Well-being due');
    const own = ['---', 'framework: career-and-well-being', '---', '- b'];
    assert.equal(row({ ...REPORT, ...old, [NEWEST]: own }), '');
    assert.equal(row({ ...old, [NEWEST]: ['---', 'manager: Jane Doe', '---', '- b'] }), '');
    assert.equal(row({ ...old, [NEWEST]: '- b' }), '', 'the relation is unknown');
  });

  it('offer a brief up to the day of a meeting if there was an earlier one', () => {
    const today = '1-1s/jane-doe/2026-12-01.md';
    assert.equal(row({ [NEWEST]: '- a', [today]: '- b' }, today), '0: Prep Brief');
    assert.equal(row({ [today]: '- b' }, today), '');
  });

  it('leave old notes alone, and all but the newest nearly so', () => {
    const notes = { ...REPORT, '1-1s/jane-doe/2026-10-01.md': '- [ ] a', '1-1s/jane-doe/2026-10-12.md': ASKING };
    assert.equal(row(notes, '1-1s/jane-doe/2026-10-12.md'), '');
    const ahead = { ...notes, [NEWEST]: ASKING, '1-1s/jane-doe/2026-12-07.md': '- b' };
    assert.equal(row(ahead), '5: Swap Question');
    assert.equal(
      row(ahead, '1-1s/jane-doe/2026-12-07.md'),
      '0: 1 follow-up to bring in | Prep Brief | Career & Well-being due',
    );
  });

  it('offer favorites where there are questions', () => {
    const asked = [...ASKING, '', '**How are you doing?**', '', 'Fine'];
    assert.equal(row({ [NEWEST]: asked }), '5: Swap Question | Favorites…');
  });

  it('offer a minute after a meeting that was held, until something is written', () => {
    const held = ['---', 'type: 1on1', 'person: Jane Doe', '---', '## Agenda', '- a', '## Notes', 'We talked.'];
    const reflects = (lines: readonly string[], path = NEWEST): string => row({ [path]: lines }, path, true, true);
    assert.equal(reflects(held), '4: A Minute After');
    assert.equal(row({ [NEWEST]: held }), '');
    assert.equal(reflects(held.slice(0, 6)), '', 'only an agenda');
    assert.equal(
      reflects([...held, '## Private', '- **What was not said?** The budget.']),
      '4: Swap Question | Favorites…',
    );
    assert.equal(reflects(held, '1-1s/jane-doe/2026-11-28.md'), '', 'three days ago');
    assert.equal(reflects(held, '1-1s/jane-doe/2026-12-02.md'), '', 'tomorrow');
  });

  it('are at the newest meeting of a log, at the top or the bottom', () => {
    const log = ['# Jane Doe', '', '## 2026-11-30', '', '- b', '', '## 2026-11-23', '', '- [ ] a'];
    assert.equal(row({ '1on1s/JaneDoe.md': log }, '1on1s/JaneDoe.md'), '2: 1 follow-up to bring in');
  });
});
