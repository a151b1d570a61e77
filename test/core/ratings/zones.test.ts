import assert from 'node:assert/strict';
import { builtInFrameworks } from '../../../src/core/frameworks/builtIn';
import { composeZones } from '../../../src/core/ratings/zones';
import { writeDocument } from '../../../src/core/reports/document';
import { writePage } from '../../../src/core/reports/page';
import { MAX, quoted, type Texts } from '../support/briefs';
import { day, indexOf, rules } from '../support/notes';

function zones(texts: Texts) {
  const index = indexOf(texts, MAX);
  const person = index.people.get('jane');
  assert.ok(person);
  const meetings = index.meetingsWith('jane');
  const today = day('2026-03-16');
  const report = composeZones({ person, meetings, frameworks: builtInFrameworks(), bank: rules.bank, today });
  return quoted(report, texts);
}

describe('The history of the zones of genius', () => {
  const texts: Texts = {
    '1-1s/jane/2026-02-02.md': ['## Zone of competence', 'Writing minutes', '', '## Genius', 'Asking why'],
    '1-1s/jane/2026-03-02.md': ['## Excellence', 'Reviews of code', '', '## Genius', 'Asking why, out loud'],
    '1-1s/jane/2026-03-09.md': ['## People', 'Nothing of the kind'],
  };

  it('counts the words in each zone of each 1:1, and quotes what was said, the latest first', () => {
    const { text } = writeDocument(zones(texts));
    assert.deepEqual(
      text.split('\n').filter((line) => line !== ''),
      [
        '# Zone of Genius: Jane',
        '## Words in Each Zone',
        '| 1:1s | Incompetence | Competence | Excellence | Genius |',
        '| --- | --- | --- | --- | --- |',
        '| Mon 2 Feb | 0 | 2 | 0 | 2 |',
        '| Mon 2 Mar | 0 | 0 | 3 | 4 |',
        '## Genius',
        '- Asking why, out loud · Mon 2 Mar',
        '- Asking why · Mon 2 Feb',
        '## Excellence',
        '- Reviews of code · Mon 2 Mar',
        '## Competence',
        '- Writing minutes · Mon 2 Feb',
      ],
    );
  });

  it('is drawn beside its table', () => {
    assert.equal(writePage(zones(texts)).html.match(/<svg /g)?.length, 1);
  });

  it('says how to begin when no 1:1 has a zone', () => {
    assert.match(writeDocument(zones({ '1-1s/jane/2026-03-02.md': ['## People', 'x'] })).text, /with the framework/);
  });
});
