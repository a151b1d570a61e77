import assert from 'node:assert/strict';
import { planPageBlock } from '../../../src/core/noteEdit/insertUnder';
import { planOutcome, planSameAs, planStatusUpdate } from '../../../src/core/noteEdit/statementEdits';
import { ParsedNote } from '../../../src/core/note/parsedNote';
import { applyEdits, type Refusal, type TextEdit } from '../../../src/core/text/edit';
import { wordMessage } from '../../../src/core/text/message';
import { noteAt } from '../support/notes';

type Plan = (note: ParsedNote) => readonly TextEdit[] | Refusal;

/** The lines of a note after an edit, or `refused`. */
function after(lines: readonly string[], plan: Plan): string[] | 'refused' {
  const note = new ParsedNote(lines.join('\n'));
  const edits = plan(note);
  return 'refused' in edits ? 'refused' : applyEdits(note.text, edits).split('\n');
}

describe('What came of something', () => {
  const outcome = (lines: readonly string[], line: number, words = 'Two *free* hours') =>
    after(lines, (note) => planOutcome(note, line, words));

  it('is written below its item, before what is nested there', () => {
    assert.deepEqual(outcome(['- [x] Drop it', '  for good', '  - nested', '- other'], 0), [
      ...['- [x] Drop it', '  for good', '  - What came of it: Two \\*free\\* hours', '  - nested', '- other'],
    ]);
    assert.deepEqual(outcome(['1. [x] Drop it'], 0), ['1. [x] Drop it', '   - What came of it: Two \\*free\\* hours']);
  });

  it('is the next line of a paragraph', () => {
    assert.deepEqual(outcome(['A budget', '', 'Else'], 0), [
      'A budget',
      'What came of it: Two \\*free\\* hours',
      '',
      'Else',
    ]);
  });

  it('is refused without words, on a heading and on an empty line', () => {
    assert.equal(outcome(['- x'], 0, ' '), 'refused');
    assert.equal(outcome(['# x', ''], 0), 'refused');
    assert.equal(outcome(['# x', ''], 1), 'refused');
  });

  it('stays private below a private line', () => {
    const private_ = ['## Private', '- [x] Drop it'];
    const written = outcome(private_, 1);
    assert.ok(written !== 'refused');
    assert.ok(new ParsedNote(written.join('\n')).isPrivateLine(2));
  });
});

describe('A line joined to an earlier one', () => {
  it('names its words before the fields at its end', () => {
    const same = (line: string) => after([line], (note) => planSameAs(note, 0, 'Lead (a) *project*'));
    assert.deepEqual(same('- Own it'), ['- Own it (was: Lead a \\*project\\*)']);
    assert.deepEqual(same('- [ ] Own it 📅 2026-03-20 ^id'), [
      '- [ ] Own it (was: Lead a \\*project\\*) 📅 2026-03-20 ^id',
    ]);
    assert.equal(
      after(['- x'], (note) => planSameAs(note, 0, '()')),
      'refused',
    );
  });
});

describe('The block on a page', () => {
  const START = '<!-- goals and small changes -->';
  const END = '<!-- /goals and small changes -->';
  const block = (...lines: readonly string[]) => after(lines, (note) => planPageBlock(note, ['> new']));

  it('is added at the end, and later replaced where it is', () => {
    assert.deepEqual(block('# Jane'), ['# Jane', '', START, '> new', END, '']);
    assert.deepEqual(block('# Jane', START, '> old', '> older', END, 'Mine'), [
      ...['# Jane', START, '> new', END, 'Mine'],
    ]);
  });

  it('is refused if one of its lines is missing', () => {
    assert.equal(block(START, '> old', 'Mine'), 'refused');
    assert.equal(block(END, START), 'refused');
  });
});

/** The note with its status moved, or the reason why not. */
function moved(...lines: readonly string[]): string {
  const text = lines.join('\n');
  const [meeting] = noteAt('1-1s/jane/2026-03-02.md', text).meetings;
  assert.ok(meeting);
  const edits = planStatusUpdate(new ParsedNote(text), meeting);
  return 'refused' in edits ? wordMessage(edits.refused) : applyEdits(text, edits);
}

const wordsIn = (text: string): number =>
  noteAt('1-1s/jane/2026-03-02.md', text).meetings[0]?.sections.reduce((sum, { words }) => sum + words, 0) ?? -1;

describe('The status of a 1:1 as an update', () => {
  it('becomes a quote that counts as no talk, with all that belongs to an item', () => {
    const text = moved(
      '## Status',
      '',
      '- shipped it',
      '  - to all',
      '- next: beta',
      '',
      'Two more',
      'lines.',
      '',
      '## People',
      '',
      'Hm.',
    );
    assert.equal(
      text,
      '## Status\n\n> - shipped it\n>   - to all\n> - next: beta\n\n> Two more\n> lines.\n\n## People\n\nHm.',
    );
    assert.equal(wordsIn(text), 1);
  });

  it('leaves follow-ups, private lines, code, quotes and empty bullets where they are', () => {
    const stays = [
      '- [ ] @jane send it',
      '- secret #private',
      '- ',
      '',
      '*All of it.*',
      '',
      '> said before',
      '',
      '```',
      'code',
      '```',
    ];
    assert.equal(
      moved('## Updates', '', 'Done.', '', ...stays),
      ['## Updates', '', '> Done.', '', ...stays].join('\n'),
    );
  });

  it('is refused without any, and twice', () => {
    assert.match(moved('## People', '', 'Hm.'), /no text under a status heading/);
    assert.match(moved('## Status', '', '> Done.'), /no text under a status heading/);
    assert.match(moved('## Private', '', '### Status', '', 'Hm.'), /no text under a status heading/);
  });
});
