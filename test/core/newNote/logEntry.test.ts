import assert from 'node:assert/strict';
import { parseCivilDate, type CivilDate } from '../../../src/core/dates/civilDate';
import { ParsedMarkdown } from '../../../src/core/markdown/parsedMarkdown';
import { applyEdits } from '../../../src/core/text/edit';
import { logMeetings } from '../../../src/core/note/meetingSpans';
import { composeLog, planLogEntry } from '../../../src/core/newNote/content';
import { logHeading, meetingHeading, newHeading, type Log } from '../../../src/core/noteEdit/logHeading';
import type { NoteContent } from '../../../src/core/noteEdit/noteBody';
import { wordMessage } from '../../../src/core/text/message';

const date = parseCivilDate('2026-12-07')!;
const content: NoteContent = {
  person: 'Jane Doe',
  date,
  sections: [{ title: 'People', questions: ['How are you?'] }],
  agenda: [],
  followUps: [],
  privateFollowUps: [],
  hasPrivateSection: false,
};

const logOf = (text: string): Log => ({ text, meetings: logMeetings(new ParsedMarkdown(text)) });

function written(text: string, on: CivilDate = date): { text: string; cursor: number } {
  const entry = planLogEntry(logOf(text), { ...content, date: on });
  assert.ok('edits' in entry, JSON.stringify(entry));
  return { text: applyEdits(text, entry.edits), cursor: entry.cursor };
}

/** The log's lines of headings and text, for the eye. */
const outline = (text: string) => text.split(/\r?\n/).filter((line) => /^#{1,2} |^\w/.test(line));

describe('A new entry of a running log', () => {
  it('is a dated heading at the end, with its sections one level deeper', () => {
    const { text, cursor } = written('# Jane\n\n## 2026-11-23\n\nTalk\n\n## 2026-11-30\n\nMore\n');
    assert.equal(
      text,
      '# Jane\n\n## 2026-11-23\n\nTalk\n\n## 2026-11-30\n\nMore\n' +
        '\n## 2026-12-07\n\n### Agenda\n\n- \n\n### Follow-ups\n\n### People\n\n**How are you?**\n',
    );
    assert.ok(text.slice(0, cursor).endsWith('2026-12-07\n\n### Agenda\n\n- '));
  });

  it('comes after a block quote that ends in an empty line of it', () => {
    const before = '# Jane\n\n## 2026-11-30\n\n> > Talk\n> >';
    assert.ok(written(before).text.startsWith(`${before}\n\n## 2026-12-07\n`));
  });

  it('comes first if the newest entry is first, below front matter and introduction', () => {
    const before = '---\nperson: Jane\n---\n\n# Jane\n\nIntro\n\n## 2026-11-30\n\nMore\n\n## 2026-11-23\n\nTalk\n';
    const { text, cursor } = written(before);
    assert.ok(text.startsWith('---\nperson: Jane\n---\n\n# Jane\n\nIntro\n\n## 2026-12-07\n\n### Agenda\n'));
    assert.ok(text.endsWith('**How are you?**\n\n## 2026-11-30\n\nMore\n\n## 2026-11-23\n\nTalk\n'));
    assert.ok(text.slice(0, cursor).endsWith('### Agenda\n\n- '));
  });

  it('names the author in front matter that names only the other one, and in no other', () => {
    const head = ['---', 'person: Jane Doe', '---', '', '## 2026-11-30', '', 'Talk', ''];
    const signed = (lines: readonly string[]): string => {
      const text = lines.join('\n');
      const entry = planLogEntry(logOf(text), { ...content, reader: 'Max Meyer' });
      assert.ok('edits' in entry);
      const after = applyEdits(text, entry.edits);
      assert.ok(after.slice(0, entry.cursor).endsWith('\n- '), after.slice(0, entry.cursor));
      return after.slice(0, after.indexOf('##'));
    };
    assert.equal(signed(head), '---\nperson: Jane Doe\nby: Max Meyer\n---\n\n');
    assert.equal(signed([...signed(head).trimEnd().split('\n'), ...head.slice(3)]), signed(head));
    assert.equal(signed(['---', 'people: [Jane Doe, Max Meyer]', ...head.slice(2)]).includes('by:'), false);
    assert.equal(signed(head.slice(4)), '');
  });

  it('takes its place among those dated ahead', () => {
    const ahead = parseCivilDate('2026-12-01')!;
    assert.deepEqual(outline(written('## 2026-11-23\n\na\n\n## 2026-12-14\n\nb\n', ahead).text), [
      ...['## 2026-11-23', 'a', '## 2026-12-01', '## 2026-12-14', 'b'],
    ]);
    assert.deepEqual(outline(written('## 2026-12-14\n\nb\n\n## 2026-11-23\n\na\n', ahead).text), [
      ...['## 2026-12-14', 'b', '## 2026-12-01', '## 2026-11-23', 'a'],
    ]);
  });

  it('comes after another one of that day, so that links to the other still work', () => {
    const last = logOf('## 2026-11-23\n\na\n\n## 2026-12-07\n\nb\n');
    assert.deepEqual(outline(written(last.text).text), ['## 2026-11-23', 'a', '## 2026-12-07', 'b', '## 2026-12-07']);
    const first = '## 2026-12-07\n\nb\n\n## 2026-11-23\n\na\n';
    assert.deepEqual(outline(written(first).text), ['## 2026-12-07', 'b', '## 2026-12-07', '## 2026-11-23', 'a']);
    assert.equal(newHeading(last, date).anchor, '2026-12-07-1');
    assert.equal(meetingHeading(logOf(written(first).text), 0)?.anchor, '2026-12-07');
    assert.equal(meetingHeading(logOf(written(first).text), 1)?.anchor, '2026-12-07-1');
  });

  it('grows downwards from a single entry, and ends before what is no meeting', () => {
    const { text } = written('# Jane\n\n## 2026-11-30\n\nMore\n\n## Next 1:1\n\n- park\n\n# Archive\n\nold\n');
    assert.deepEqual(outline(text), [
      '# Jane',
      '## 2026-11-30',
      'More',
      '## 2026-12-07',
      '## Next 1:1',
      '# Archive',
      'old',
    ]);
    assert.ok(text.includes('\n\n## 2026-12-07\n') && text.includes('**How are you?**\n\n## Next 1:1\n'));
  });

  it('changes no existing line, with any line ends', () => {
    for (const before of [
      '## 2026-11-23\r\n\r\nTalk\r\n\r\n## 2026-11-30\r\n\r\nMore\r\n',
      '## 2026-11-30\n\nMore',
      '## 2026-11-30\n\nMore  \n\n\n\n',
      '\uFEFF## 2026-11-30\r\n\r\n- [ ] x\r\n## 2026-11-23',
      '## 2026-11-30\nMore\n## 2026-11-23\n',
    ]) {
      const entry = planLogEntry(logOf(before), content);
      assert.ok('edits' in entry);
      assert.ok(entry.edits.every(({ start, end }) => start === end));
      const { text, cursor } = written(before);
      const lineEnd = before.includes('\r\n') ? '\r\n' : '\n';
      assert.equal(text.includes('\r\n'), before.includes('\r\n'));
      assert.equal(text.replace(/\r\n/g, '').includes('\r'), false);
      assert.equal(text.slice(0, cursor).endsWith(`### Agenda${lineEnd}${lineEnd}- `), true, JSON.stringify(text));
      assert.equal(logOf(text).meetings.length, logOf(before).meetings.length + 1);
    }
  });

  it('is refused where it would be hidden in code that is not closed', () => {
    const entry = planLogEntry(logOf('## 2026-11-30\n\n```\ncode\n'), content);
    assert.ok('refused' in entry);
    assert.match(wordMessage(entry.refused), /not closed/);
  });

  it('can be the first of a log that is not there yet', () => {
    const { text, cursor } = composeLog(content);
    assert.ok(
      text.startsWith('---\ntype: 1on1\nperson: Jane Doe\n---\n\n# Jane Doe\n\n## 2026-12-07\n\n### Agenda\n\n- \n'),
    );
    assert.ok(text.slice(0, cursor).endsWith('### Agenda\n\n- '));
    assert.deepEqual(
      logOf(text).meetings.map(({ heading }) => heading),
      ['2026-12-07'],
    );
  });
});

describe('The heading of a new entry', () => {
  const styles: readonly [string, string][] = [
    ['## [2026-11-30]', '## [2026-12-07]'],
    ['## [[2026-11-30]]', '## [[2026-12-07]]'],
    ['## [[2026-11-30|Mon 30 Nov]]', '## [[2026-12-07]]'],
    ['## [[2026-11-30#Jane|today]] with Bob', '## [[2026-12-07]]'],
    ['## ([[2026-11-30|Monday]])', '## ([[2026-12-07]])'],
    ['## **2026-11-30**', '## **2026-12-07**'],
    ['## __2026-11-30__ after lunch', '## __2026-12-07__'],
    ['## *[[2026-11-30|Monday]]* – budget', '## *[[2026-12-07]]*'],
    ['## 2026-11-30 about [[Budget|money]]', '## 2026-12-07'],
    ['### 2026-11-30', '### 2026-12-07'],
    ['## 30 November 2026 (14:00)', '## 7 December 2026'],
    ['# Monday, November 30th, 2026', '# Monday, December 7th, 2026'],
    ['## 2026.11.30 ##', '## 2026.12.07'],
    ['2026-11-30\n---', '## 2026-12-07'],
    ['## 2026-11-30: the raise', '## 2026-12-07'],
    ['## 1:1 2026-11-30', '## 1:1 2026-12-07'],
  ];
  for (const [old, made] of styles) {
    it(`after "${old.replace('\n', '⏎')}" is "${made}"`, () => {
      const { title, level } = logHeading(logOf(`${old}\n\ntext\n`), date);
      assert.equal(`${'#'.repeat(level)} ${title}`, made);
    });
  }

  it('keeps words after the date only if they come back in each', () => {
    assert.equal(logHeading(logOf('## 2026-11-30 – 1:1\n\n## 2026-11-23 – 1:1\n'), date).title, '2026-12-07 – 1:1');
    assert.equal(logHeading(logOf('## 2026-11-30 – raise\n\n## 2026-11-23 – holiday\n'), date).title, '2026-12-07');
  });

  it('counts on from the numbers of the two newest headings', () => {
    const titleAfter = (newest: string, second: string): string =>
      logHeading(logOf(`## ${newest}\n\n## ${second}\n`), date).title;
    assert.equal(titleAfter('#12 – 2026-11-30', '#11 – 2026-11-23'), '#13 – 2026-12-07');
    assert.equal(titleAfter('1:1 no. 09 (2026-11-30)', '1:1 no. 08 (2026-11-23)'), '1:1 no. 10 (2026-12-07)');
    assert.equal(titleAfter('1:1 2026-11-30', '1:1 2026-11-23'), '1:1 2026-12-07');
    assert.equal(titleAfter('W49 2026-11-30', 'W48 2026-11-23'), 'W50 2026-12-07');
    assert.equal(titleAfter('2026-11-30 – 3 topics', '2026-11-23 – 2 topics'), '2026-12-07');
  });

  it('follows the newest heading, at the top or the bottom', () => {
    assert.equal(logHeading(logOf('## 30 November 2026\n\n## 2026-11-23\n'), date).title, '7 December 2026');
    assert.equal(logHeading(logOf('## 2026-11-23\n\n## 30 November 2026\n'), date).title, '7 December 2026');
  });
});
