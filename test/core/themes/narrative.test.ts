import assert from 'node:assert/strict';
import { writeDocument } from '../../../src/core/reports/document';
import { runToCompletion } from '../../../src/core/text/cooperative';
import { composeNarrative } from '../../../src/core/themes/narrative';
import { MAX, publicDocument, quoted, type Texts } from '../support/briefs';
import { day, indexOf, rules } from '../support/notes';

const BETS = '**What are the most important bets we’re placing right now?**';
const STORY = '**What’s the next 6–12 month story we’re building toward?**';

function narrative(texts: Texts) {
  return quoted(runToCompletion(composeNarrative(indexOf(texts, MAX), rules.bank, day('2026-03-16'))), texts);
}

describe('The narrative', () => {
  const texts: Texts = {
    '1-1s/jane/2026-03-02.md': ['## Product', BETS, 'The *import*.', '', STORY, '', 'Every library'],
    '1-1s/bo/2026-03-09.md': ['## Product', BETS, 'Search', '', '## Private', STORY, 'I leave'],
    '1-1s/ana/2025-03-09.md': [BETS, 'Too old'],
    '1-1s/dan/2026-03-09.md': [BETS, ''],
  };

  it('quotes what all 1:1s of half a year say about its topics, each with its link', () => {
    const { text, links } = writeDocument(narrative(texts));
    assert.equal(
      text,
      [
        ...['# Narrative', '', '## The Story of the Next Months', ''],
        ...['- Bo, Mon 9 Mar: What’s the next 6–12 month story we’re building toward? I leave · private'],
        ...['- Jane, Mon 2 Mar: What’s the next 6–12 month story we’re building toward? Every library', ''],
        ...['## Bets', '', '- Bo, Mon 9 Mar: What are the most important bets we’re placing right now? Search'],
        ...['- Jane, Mon 2 Mar: What are the most important bets we’re placing right now? The import.', ''],
      ].join('\n'),
    );
    assert.equal(links.length, 4);
    assert.doesNotMatch(publicDocument(narrative(texts)), /leave/);
  });

  it('says so when no 1:1 speaks of it', () => {
    assert.match(
      writeDocument(narrative({ '1-1s/jane/2026-03-02.md': ['Words.'] })).text,
      /\n\nNo 1:1 of the last six/,
    );
  });
});
