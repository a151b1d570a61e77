import assert from 'node:assert/strict';
import { personHover } from '../../../src/core/assist/hover';
import { noteDiagnostics } from '../../../src/core/assist/diagnostics';
import { builtInFrameworks } from '../../../src/core/frameworks/builtIn';
import { composeHistory } from '../../../src/core/themes/history';
import { wordMessage } from '../../../src/core/text/message';
import { writeDocument } from '../../../src/core/reports/document';
import { briefAbout, MAX, publicDocument, quoted, type Texts } from '../support/briefs';
import { day, indexOf, noteAt, rules } from '../support/notes';

const document = (texts: Texts, key = 'jane'): string => writeDocument(briefAbout(key, texts)).text;

describe('A brief about what the reader wants to shape', () => {
  const texts: Texts = {
    'People/Jane.md': ['---', 'person: Jane', 'shape: Delegate more, and *trust*', '---'],
    '1-1s/jane/2026-03-02.md': ['Words.'],
  };

  it('says it each time, to the reader only', () => {
    assert.match(document(texts), /What you want to shape: Delegate more, and \\\*trust\\\*.*private/);
    assert.doesNotMatch(publicDocument(briefAbout('jane', texts)), /Delegate/);
  });

  it('finds it in the roster too', () => {
    const roster = [{ name: 'Jane', shape: 'Think bigger', isDeclared: true }] as const;
    const only = { '1-1s/jane/2026-03-02.md': ['Words.'] };
    assert.match(writeDocument(briefAbout('jane', only, '2026-03-16', { ...MAX, roster })).text, /Think bigger/);
  });
});

describe('A brief about the last career session', () => {
  const career = (...lines: readonly string[]): Texts => ({
    'People/Jane.md': ['---', 'person: Jane', 'relation: report', '---'],
    '1-1s/jane/2026-03-02.md': ['---', 'framework: career-and-well-being', '---', ...lines],
    '1-1s/jane/2026-03-09.md': ['## People', 'One two three four five.'],
  });

  it('says that it was mostly status, however the other notes are', () => {
    const drowned = career('## Status', 'We shipped the beta to everybody.', '## Goals', 'Lead.');
    assert.match(document(drowned), /The last career session was mostly status/);
    assert.doesNotMatch(document(career('## Status', 'Beta.', '## Goals', 'To lead a team one day.')), /mostly status/);
  });
});

describe('A brief about ratings', () => {
  const rated = (...ratings: readonly string[]): Texts =>
    Object.fromEntries(ratings.map((each, at) => [`1-1s/jane/2026-03-0${at + 1}.md`, ['## Ratings', each]]));
  const stretched = /twice in a row much challenge and little skill/;

  it('names much challenge and little skill when it comes twice in a row', () => {
    const [hard, fine] = ['[challenge:: 9] [skill:: 3]', '[challenge:: 8] [skill:: 7]'];
    assert.match(document(rated(fine, hard, hard)), stretched);
    for (const each of [rated(hard), rated(hard, fine), rated(hard, fine, hard), rated(fine, fine)]) {
      assert.doesNotMatch(document(each), stretched);
    }
  });
});

describe('The people whom somebody names often', () => {
  const texts: Texts = {
    'People/Ravi Shah.md': ['---', 'person: Ravi Shah', '---'],
    'People/Bo.md': ['---', 'person: Bo', '---'],
    '1-1s/jane/2026-02-02.md': ['**Who do you want to thank?**', 'Ravi', '', '## Private', '### Thanks', 'Bo'],
    '1-1s/jane/2026-02-16.md': ['**Who do you want to thank?**', 'Ravi and @max', '', '## Private', '### Thanks', 'Bo'],
    '1-1s/jane/2026-03-02.md': ['**Who do you want to thank?**', 'Bo'],
  };
  const index = indexOf(texts, MAX);
  const jane = index.people.get('jane');

  it('are on the page, once they are named in two notes, with private lines only on a private page', () => {
    assert.ok(jane);
    const history = (withPrivate: boolean): string =>
      writeDocument(
        quoted(composeHistory(index, jane, { bank: rules.bank, today: day('2026-03-16'), withPrivate }), texts),
      ).text;
    assert.match(history(false), /Often Named[^]*Ravi Shah[^]*last 4 weeks ago/);
    assert.doesNotMatch(history(false), /Bo\b|Max|Jane\b.*last/);
    assert.match(history(true), /\bBo\b/);
  });

  it('are in the hover, from public lines', () => {
    assert.ok(jane);
    const request = { index, frameworks: builtInFrameworks(), day: { today: day('2026-03-16'), fallbackDays: 14 } };
    const lines = personHover(jane, request).map(({ text }) => wordMessage(text));
    assert.ok(lines.includes('Often names Ravi Shah'), lines.join('\n'));
  });
});

describe('A problem in a note for managing up', () => {
  const hints = (...lines: readonly string[]): readonly string[] => {
    const text = ['## Point of View', '', ...lines].join('\n');
    const note = noteAt('1-1s/ada/2026-03-02.md', text);
    const { people } = indexOf({});
    const read = { note, text, people, person: undefined, writer: 'me', problem: undefined } as const;
    return noteDiagnostics(read).map(({ line, message }) => `${line}: ${wordMessage(message)}`);
  };
  const problem = '**What is the problem, and why does it matter now?**';

  it('has a hint until there is a proposal', () => {
    const raised = [problem, '', 'We are late.', '', '**What do you propose?**', ''];
    assert.deepEqual(hints(...raised), ['4: A problem without a proposal. What do you propose?']);
    assert.deepEqual(hints(...raised, 'Cut the scope.'), []);
    assert.deepEqual(hints(problem, '', '**What do you propose?**', ''), []);
  });
});
