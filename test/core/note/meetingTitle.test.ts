import assert from 'node:assert/strict';
import { sectionTopics } from '../../../src/core/peopleView/sectionBalance';
import { ParsedNote } from '../../../src/core/note/parsedNote';
import { isPurpose, type MeetingLines, MeetingOutline } from '../../../src/core/note/meetingOutline';
import { insertUnder } from '../../../src/core/noteEdit/insertUnder';
import { placeOfRatings } from '../../../src/core/ratings/planRatings';
import { levelAt } from '../../../src/core/noteEdit/noteBody';
import { redactedMeeting } from '../../../src/core/sharing/redact';
import { recapSections } from '../../../src/core/sharing/sections';
import { noteAt, rules } from '../support/notes';

const PATH = '1-1s/jane-doe/2026-11-30.md';

function titleOf(lines: readonly string[], entry?: MeetingLines): string | undefined {
  return MeetingOutline.inText(new ParsedNote(lines.join('\n')), entry).title?.title;
}

describe('The heading that names a meeting', () => {
  it('is the first one, if all others are below it', () => {
    assert.equal(titleOf(['# Jane']), 'Jane');
    assert.equal(titleOf(['# Jane', '## People', '## Private']), 'Jane');
    assert.equal(titleOf(['## Jane', '### People', '#### More']), 'Jane');
    assert.equal(titleOf(['# People', '# Process']), undefined);
    assert.equal(titleOf(['## People', '### Hiring', '## Process']), undefined);
    assert.equal(titleOf(['## People']), undefined);
    assert.equal(titleOf(['text']), undefined);
  });

  it('may have siblings, if it is dated', () => {
    assert.equal(titleOf(['# Jane, 2026-11-30', '# Agenda']), 'Jane, 2026-11-30');
    assert.equal(titleOf(['## Jane, 2026-11-30']), 'Jane, 2026-11-30');
    assert.equal(titleOf(['## Jane, 2026-11-30', '### People', '## Private']), 'Jane, 2026-11-30');
    assert.equal(titleOf(['## Goals for 2026-12-31', '## People']), undefined);
  });

  it('opens no section that is known', () => {
    assert.equal(titleOf(['# Agenda', '## Topic']), undefined);
    assert.equal(titleOf(['## Private', '### Pay']), undefined);
  });

  it('is the dated one in a log', () => {
    assert.equal(titleOf(['## 2026-11-30', '## Agenda'], { line: 0, endLine: 1, heading: '2026-11-30' }), '2026-11-30');
  });
});

describe('A line that says what a section is for', () => {
  it('is all in italics', () => {
    for (const purpose of ['*What helps?*', '*Over\ntwo lines*', String.raw`*5 \* 5*`]) assert.ok(isPurpose(purpose));
    for (const other of ['**Bold**', '*One* and *another*', '*Open', '* item *more', String.raw`*a\*`, '**']) {
      assert.ok(!isPurpose(other), other);
    }
  });
});

describe('A note that begins with a dated heading of level 2', () => {
  const text = '## Jane, 2026-11-30\n\n### People\n\nShe leads the demo.\n';
  const note = noteAt(PATH, text);
  const [meeting] = note.meetings;
  assert.ok(meeting);

  it('gets each new heading one level below', () => {
    const opened = new ParsedNote(text);
    assert.match(insertUnder(opened, { heading: 'followUps', items: ['- [ ] a'] }).edit.text, /^\n### Follow-ups\n/);
    assert.equal(placeOfRatings(opened, meeting).heading, '### Challenge vs Skill');
    assert.equal(levelAt({ text, line: 1, holders: [] }), 3);
    const alone = new ParsedNote('## Jane, 2026-11-30\n');
    assert.match(insertUnder(alone, { heading: 'followUps', items: ['- [ ] a'] }).edit.text, /^\n### Follow-ups\n/);
  });

  it('has its sections as topics, and its title as none', () => {
    assert.deepEqual(
      sectionTopics(meeting).map(({ title }) => title),
      ['', 'People'],
    );
    const shared = redactedMeeting({ uri: note.uri, path: PATH, text }, 0, rules);
    assert.ok(!('refused' in shared));
    assert.deepEqual(
      recapSections(shared).map(({ title, level }) => [title, level]),
      [
        ['', 0],
        ['People', 3],
      ],
    );
  });
});
