import assert from 'node:assert/strict';
import type { NameCandidate } from '../../../src/core/note/note';
import { noteAt } from '../support/notes';

const SIGNS: Readonly<Record<NameCandidate['form'], string>> = {
  mention: '@',
  link: '&',
  tag: '#',
  opening: '!',
  word: '',
};

/** What the meetings of a note name, a line each: `3 thanks @jane !Mei test`. */
function mentions(lines: readonly string[]): string[] {
  return noteAt('1-1s/jane/2026-03-09.md', lines)
    .meetings.flatMap(({ mentions: found }) => found)
    .filter(({ named }) => named.length > 0)
    .map(({ line, about, named, private: isPrivate }) => {
      const names = named.map(({ name, form }) => SIGNS[form] + name);
      return [line, about ?? '-', ...names, ...(isPrivate ? ['(private)'] : [])].join(' ');
    });
}

describe('What a 1:1 note names', () => {
  it('is kept of answers to questions about thanks and blockers, with their lines', () => {
    assert.deepEqual(
      mentions([
        ...[
          '## People',
          '',
          '**Who do you want to thank?**',
          '',
          '- Mei Tanaka, for the test with @bo.',
          '- [[Ana]]',
          '',
        ],
        ...['**How are you doing?**', '', 'Jane is fine.', '', '- Who is getting in your way? Staging! It is slow.'],
      ]),
      ['4 thanks @bo !Mei !Tanaka', '5 thanks &Ana', '11 blockers !Staging'],
    );
  });

  it('is kept of sections whose heading says it, those below among them', () => {
    assert.deepEqual(
      mentions(['## Kudos', '### The release', 'Mei', '## Who’s in the way', 'The lawyers', '## Process', 'Builds']),
      ['2 thanks !Mei', '4 blockers !lawyers'],
    );
  });

  it('is no word that names nothing, no possessive, no address and no code', () => {
    assert.deepEqual(
      mentions(['## Blockers', '`Legal` and https://x.example/Sales: Jane’s team, [Ops](Finance.md), l’Équipe']),
      ['1 blockers !Jane !team Ops'],
    );
    assert.deepEqual(mentions(['## Blockers', 'Nobody this week, Ana is back.']), ['1 blockers Ana']);
  });

  it('is what an answer opens with if that is short, and else its first word', () => {
    assert.deepEqual(
      mentions(['## Blockers', '- "The staging server." It is a who.', '- Staging has no copy of the archive.']),
      ['1 blockers !staging !server', '2 blockers !Staging'],
    );
  });

  it('is under On My Mind only what is written like a name, and elsewhere only tags', () => {
    assert.deepEqual(
      mentions(['## On My Mind', 'The move to Berlin, #office and 田中', '## Process', 'Ana, #builds #1', '#builds']),
      ['1 onMyMind #office Berlin 田中', '3 - #builds', '4 - #builds'],
    );
  });

  it('is found on the line on which it stands, in any line ends, and private where that is', () => {
    assert.deepEqual(
      mentions(['## Blockers\r\n\r\nThe contract\r\n  of Ana\r\n<!-- private -->\r\nBo\r\n<!-- /private -->\r\nCleo']),
      ['2 blockers !contract', '3 blockers Ana', '5 blockers !Bo (private)', '7 blockers !Cleo'],
    );
  });

  it('is not what is quoted, commented out or asked', () => {
    assert.deepEqual(mentions(['## Blockers', '> Ana', '<!-- Bo -->', '**Who is getting in your way?**']), []);
  });

  it('is cut short in a line as long as a note', () => {
    const [only] =
      noteAt('1-1s/jane/2026-03-09.md', `## Blockers\n${'Ana Bo '.repeat(50_000)}`).meetings[0]?.mentions ?? [];
    assert.equal(only?.named.length, 40);
  });
});
