import assert from 'node:assert/strict';
import { writeDocument } from '../../../src/core/reports/document';
import { writePage } from '../../../src/core/reports/page';
import { runToCompletion } from '../../../src/core/text/cooperative';
import { wordMessage } from '../../../src/core/text/message';
import { composeTeamPulse } from '../../../src/core/themes/teamPulse';
import { MAX, publicDocument, type Texts } from '../support/briefs';
import { day, indexOf, noteAt } from '../support/notes';

const today = day('2026-03-18');

function pulse(texts: Texts, withPrivate = true) {
  return runToCompletion(composeTeamPulse(indexOf(texts, MAX), { today, weeks: 4, withPrivate }));
}

/** The rows of a table of the document, with its heading. */
function table(texts: Texts, title: string, withPrivate = true): string[] {
  const [, after = ''] = writeDocument(pulse(texts, withPrivate)).text.split(`## ${title}\n\n`);
  return (after.split('\n\n')[0] ?? '').trimEnd().split('\n');
}

describe('The team pulse', () => {
  const texts: Texts = {
    '1-1s/jane/2026-03-02.md': ['## People', 'Two words', '', '- [ ] @jane Send it', '- [ ] @me Ask'],
    '1-1s/jane/2026-03-17.md': [
      '## Process',
      'Just three words',
      '- [ ] Decide',
      '',
      '## Ratings',
      '[challenge:: 8] [skill:: 6]',
    ],
    '1-1s/bo/2026-02-23.md': ['[challenge:: 3] [skill:: 7]'],
    '1-1s/bo/2025-12-01.md': ['- [ ] @bo Old promise', '', '## Private', '- [ ] @me Secret promise'],
    '1-1s/ann/2026-03-16.md': ['---', 'private: true', '---', '## Pay', 'Four words of pay'],
  };

  it('lists the days of the 1:1s of each person, by name, in the calendar weeks up to today', () => {
    assert.deepEqual(table(texts, 'Who You Met in Which Week'), [
      '| Person | 1:1s |',
      '| --- | --- |',
      '| Ann · private | 16 Mar |',
      '| Bo | 23 Feb |',
      '| Jane | 2 Mar, 17 Mar |',
    ]);
  });

  it('counts open promises of both sides by age', () => {
    assert.deepEqual(table(texts, 'Open Follow-Ups by Age').slice(2), [
      '| under 1 week | 0 | 0 | 1 |',
      '| 1 to 2 weeks | 0 | 0 | 0 |',
      '| 2 to 4 weeks | 1 | 1 | 0 |',
      '| 1 to 3 months | 0 | 0 | 0 |',
      '| over 3 months · private | 1 | 1 | 0 |',
    ]);
  });

  it('counts anew when a promise was kept, on another day, and with private ones', () => {
    const index = indexOf(texts, MAX);
    const ages = (on = today, withPrivate = true): string[] => {
      const { sections } = runToCompletion(composeTeamPulse(index, { today: on, weeks: 4, withPrivate }));
      return (sections.find(({ id }) => id === 'promises')?.entries ?? []).map(({ details }) =>
        details.map(wordMessage).join(' '),
      );
    };
    assert.deepEqual(ages(), ['0 0 1', '0 0 0', '1 1 0', '0 0 0', '1 1 0']);
    assert.deepEqual(ages(today, false).at(-1), '0 1 0');
    assert.deepEqual(ages(day('2026-03-30')), ['0 0 0', '0 0 1', '0 0 0', '1 1 0', '1 1 0']);
    index.put(noteAt('1-1s/jane/2026-03-02.md', ['- [x] @jane Send it', '- [ ] @me Ask']));
    assert.deepEqual(ages(), ['0 0 1', '0 0 0', '1 0 0', '0 0 0', '1 1 0']);
  });

  it('says where the words went, and the last ratings', () => {
    assert.equal(table(texts, 'Where the Words Went')[3], '| Process | 4 | 1 |');
    assert.deepEqual(table(texts, 'Last Challenge and Skill').slice(2), [
      '| Bo | 3 | 7 | Mon 23 Feb |',
      '| Jane | 8 | 6 | Tue 17 Mar |',
    ]);
  });

  it('shows on request nothing of what is private, in words or in pictures', () => {
    const report = pulse(texts, false);
    const shown = writeDocument(report).text + writePage(report).html;
    assert.doesNotMatch(shown, /Ann|Pay|· private/);
    assert.equal(table(texts, 'Open Follow-Ups by Age', false).at(-1), '| over 3 months | 0 | 1 | 0 |');
  });

  it('loses its pictures where private rows are left out later, because they would show them', () => {
    assert.doesNotMatch(publicDocument(pulse(texts)), /Ann|Pay/);
  });

  it('draws a picture beside each table, with the same words, all escaped', () => {
    const { html, lines } = writePage(
      pulse({ '1-1s/jane <b>/2026-03-17.md': ['## A|B <i>', 'Words here', '- [ ] @me <b>x</b>'] }),
    );
    assert.equal(html.match(/<svg /g)?.length, html.match(/<table>/g)?.length);
    assert.doesNotMatch(html, /<b>|<i>/);
    assert.ok(lines.length > 0);
  });

  it('says so when there is nothing to show', () => {
    assert.match(writeDocument(pulse({})).text, /There are no 1:1s in these weeks/);
  });
});
