import assert from 'node:assert/strict';
import type { ListedFollowUp } from '../../../src/core/index/listedFollowUp';
import { formatDueBriefly } from '../../../src/core/followUp/followUp';
import { formatChange, describeFollowUp, sayFollowUp, titleOf } from '../../../src/core/followUpList/format';
import { day, indexOf } from '../support/notes';
import { worded } from '../support/worded';

function listed(line: string): ListedFollowUp {
  const [item] = indexOf({
    '1-1s/jane-doe/2026-11-30.md': line,
    '1-1s/ann-lee/2026-11-30.md': '',
    '1-1s/ann-roe/2026-11-30.md': '',
  }).followUpsOf('jane doe');
  assert.ok(item);
  return item;
}

const said = (line: string): string => worded(describeFollowUp(listed(line), day('2026-12-05'))).join(' · ');

describe('A follow-up in words', () => {
  it('says when it is due and who owes it', () => {
    assert.equal(said('- [ ] @jane send it due:2026-12-02'), '3 days overdue · Jane Doe');
    assert.equal(said('- [ ] @me @jane send it due:2026-12-05'), 'due today · me, Jane Doe');
    assert.equal(said('- [ ] send it due:2026-02-30'), 'no such day: 2026-02-30');
    assert.equal(said('- [ ] send it'), '');
  });

  it('says to a screen reader what it lacks, too', () => {
    const heard = (line: string): string => worded(sayFollowUp(listed(line), day('2026-12-05'))).join(', ');
    assert.equal(heard('- [ ] send it'), 'no due date, no owner');
    assert.equal(heard('- [ ] @jane send it due:2026-02-30'), 'no such day: 2026-02-30, Jane Doe');
    assert.equal(heard('- [ ] @ann send it due:2026-12-05'), 'due today, which ann?');
    assert.equal(heard('- [x] send it'), 'done');
  });

  it('says when it is due in a few characters too, with a duration only when it is overdue', () => {
    const brief = (due: string) =>
      worded(formatDueBriefly(listed(`- [ ] send it ${due}`).followUp.fields, day('2026-12-05')));
    assert.deepEqual(
      ['due:2026-12-02', 'due:2026-11-13', 'due:2026-12-05', 'due:2026-12-08', 'due:2027-01-04'].map(brief),
      ['3d!', '3w!', 'today', 'Tue', '4 Jan'],
    );
    assert.deepEqual(['due:2026-02-30', ''].map(brief), ['?', '']);
  });

  it('asks who is meant where two people bear the name', () => {
    assert.equal(said('- [ ] @ann send it'), 'which ann?');
  });

  it('asks what is to become of it from the third time on that it was carried', () => {
    const carried = (times: number) => said(`- [ ] send it (from [x](x.md), since 2026-11-02, ${times}×)`);
    assert.equal(carried(2), '');
    assert.equal(carried(3), 'carried 3×: do, drop or delegate');
  });

  it('says what is private, under way or important', () => {
    assert.equal(
      said('<!-- private -->\n\n- [/] (A) send it\n\n<!-- /private -->'),
      'in progress · highest priority · private',
    );
  });

  it('says of closed ones how and when, not that they were due', () => {
    assert.equal(said('- [x] @jane send it due:2026-12-02 done:2026-12-04'), 'done yesterday · Jane Doe');
    assert.equal(said('- [-] send it'), 'dropped');
  });

  it('is called by its words, without the marks of Markdown', () => {
    assert.equal(titleOf(listed('- [ ] send **the** [deck](x.md) to [[People/Bob|Bob]]')), 'send the deck to Bob');
    assert.equal(titleOf(listed('- [ ] [](x.md)')), '[](x.md)');
  });

  it('has its tags beside its title', () => {
    assert.equal(titleOf(listed('- [ ] fix #build of the app #urgent #ci/cd')), 'fix #build of the app');
    assert.equal(said('- [ ] fix #build of the app #urgent'), '#build · #urgent');
    assert.equal(titleOf(listed('- [ ] #urgent')), '#urgent');
  });

  it('is named shortly after what was done to it, or counted with others', () => {
    const item = listed('- [ ] send **the** draft');
    assert.equal(worded(formatChange('Dropped', [item])), 'Dropped: send the draft');
    assert.equal(worded(formatChange('Dropped', [item, item])), 'Dropped: 2 follow-ups');
    const long = listed('- [ ] send the draft of the whole plan to everyone who asked');
    assert.equal(worded(formatChange('Dropped', [long])), 'Dropped: send the draft of the whole plan to …');
  });
});
