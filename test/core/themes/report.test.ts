import assert from 'node:assert/strict';
import type { ThemeSpan } from '../../../src/core/themes/themes';
import { runToCompletion } from '../../../src/core/text/cooperative';
import { composeThemes } from '../../../src/core/themes/report';
import { writeDocument } from '../../../src/core/reports/document';
import { quoteLine, notesToRead, withQuotations } from '../../../src/core/reports/quotations';
import { ParsedNote } from '../../../src/core/note/parsedNote';
import { scan } from '../../../src/core/markdown/scan';
import { readFrontMatter } from '../../../src/core/markdown/frontMatter';
import type { Meeting } from '../../../src/core/note/note';
import { NoteIndex } from '../../../src/core/index/noteIndex';
import { composeTeamPulse } from '../../../src/core/themes/teamPulse';
import { day, indexOf, noteAt, rules, uriOf } from '../support/notes';

const span: ThemeSpan = { today: day('2026-03-16'), weeks: 4, withPrivate: true };

/** The document about the themes of some notes, as it is written when all of them can be read. */
function themesIn(notes: Readonly<Record<string, readonly string[]>>, wish: Partial<ThemeSpan> = {}) {
  const index = indexOf(notes, { me: [], roster: [{ name: 'Mei Tanaka' }, { name: 'Ravi' }] });
  const texts = new Map(Object.entries(notes).map(([path, lines]) => [uriOf(path), lines.join('\n')]));
  const whole = { ...span, ...wish };
  const report = runToCompletion(composeThemes(index, whole, rules.bank));
  return { report, ...writeDocument(withQuotations(report, (uri) => texts.get(uri))) };
}

const STATUS = ['## Status', 'All of it is done.', '## People'];

describe('The document about themes', () => {
  it('lists each theme with whose it is, and each line with its words', () => {
    const { text } = themesIn({
      '1-1s/jane/2026-02-23.md': STATUS,
      '1-1s/jane/2026-03-02.md': STATUS,
      '1-1s/jane/2026-03-09.md': [...STATUS, '## Blockers', '- Ravi: he *promised* [it](x.md) again'],
      '1-1s/bo/2026-03-02.md': ['## Thanks', '1. Mei, for all', '## Private', '### Blockers', 'Ravi'],
    });
    assert.equal(
      text,
      [
        ...['# Themes of the last 4 weeks', '', 'Mon 16 Feb to Mon 16 Mar', ''],
        ...['## Conversation Balance', ''],
        ...['- Jane: 2 of the last 3 notes are mostly status; People is empty', ''],
        ...['## Thanks to Pass On', '', '- **Mei Tanaka** · Bo', '  - Bo, Mon 2 Mar: Mei, for all', ''],
        ...['## Shared Blockers', '', '- **Ravi** · Jane, Bo'],
        ...['  - Jane, Mon 9 Mar: Ravi: he promised it again', '  - Bo, Mon 2 Mar: Ravi · private', ''],
      ].join('\n'),
    );
  });

  it('leads from each line to its note', () => {
    const { text, links } = themesIn({
      '1-1s/bo/2026-03-02.md': ['## Thanks', '- Mei', '- Ravi'],
      '1-1s/ana/2026-03-09.md': ['', '#hiring', '#hiring'],
    });
    const lines = text.split('\n');
    assert.deepEqual(
      links.map(({ line, start, end, at }) => [lines[line]?.slice(start, end), at.uri, at.line]),
      [
        ['Bo, Mon 2 Mar', uriOf('1-1s/bo/2026-03-02.md'), 1],
        ['Bo, Mon 2 Mar', uriOf('1-1s/bo/2026-03-02.md'), 2],
        ['Ana, Mon 9 Mar', uriOf('1-1s/ana/2026-03-09.md'), 1],
        ['Ana, Mon 9 Mar', uriOf('1-1s/ana/2026-03-09.md'), 2],
      ],
    );
  });

  it('leaves out what is private when that is wished, also what was a theme only by it', () => {
    const notes = {
      '1-1s/jane/2026-03-09.md': ['## Blockers', 'Ravi, again'],
      '1-1s/bo/2026-03-02.md': ['## Private', '### Blockers', 'Ravi #secret', '### Thanks', 'Mei, in secret'],
    };
    assert.match(themesIn(notes).text, /secret · private/);
    const { text, report } = themesIn(notes, { withPrivate: false });
    assert.doesNotMatch(text, /secret|Bo/);
    assert.deepEqual([...notesToRead(report)], [uriOf('1-1s/jane/2026-03-09.md')]);
    assert.match(text, /without private lines\n\n## In One Person’s Way\n\n- \*\*Ravi\*\* · Jane\n/);
  });

  it('shows names and words as they are, whatever they hold', () => {
    const nasty = '<img src=x> [y](command:z) `a` # **b**';
    const { text } = themesIn({
      'a.md': [
        '---',
        'type: 1on1',
        'date: 2026-03-09',
        `person: ${JSON.stringify(nasty)}`,
        '---',
        '## Thanks',
        '- ```',
      ],
      'b.md': ['---', 'type: 1on1', 'date: 2026-03-09', 'person: "# Bo"', '---', '## Kudos', `- Mei ${nasty} <!-- x`],
      'c.md': ['---', 'type: 1on1', 'date: 2026-03-09', 'person: "- [ ] x"', '---', '## Kudos', `[[Mei]] #<b>`],
    });
    const blocks = scan(text, readFrontMatter(text));
    assert.deepEqual(
      blocks.filter(({ kind, level }) => !['item', 'paragraph'].includes(kind) && level !== 2).map(({ kind }) => kind),
      ['heading'],
      'one heading, its sections, and nothing but items',
    );
    assert.doesNotMatch(text, /(?<!\\)(?:<|`|\]\()/);
  });

  it('is written also of notes that could not be read', () => {
    const { report } = themesIn({ '1-1s/bo/2026-03-02.md': ['## Thanks', '- Mei'] });
    assert.match(writeDocument(withQuotations(report, () => undefined)).text, /\n {2}- Bo, Mon 2 Mar\n/);
    assert.equal(quoteLine(new ParsedNote('# Heading\n'), 0), '');
    assert.equal(quoteLine(new ParsedNote(''), 7), '');
  });

  it('takes only the marks of lists and quotes from a line, and nothing of its words', () => {
    const quotes = {
      '- 2.5 days of waiting': '2.5 days of waiting',
      '2.5 days of waiting': '2.5 days of waiting',
      '- -40 % of budget': '-40 % of budget',
      '-40 % of budget': '-40 % of budget',
      '+1 from Mei': '+1 from Mei',
      '**Staging** is down': 'Staging is down',
      '*Staging* is down': 'Staging is down',
      '> 1. [ ] **Staging** is down': 'Staging is down',
      '\t10) [x] done': 'done',
      '* > + nested': 'nested',
      '[the doc](x.md) is old': 'the doc is old',
      '2026-11-30 was bad': '2026-11-30 was bad',
      '1234567890. is no number of a list': '1234567890. is no number of a list',
      '---': '',
      '\uFEFF---': '',
      '- ## Heading': '',
    };
    for (const [line, quote] of Object.entries(quotes)) {
      assert.equal(quoteLine(new ParsedNote(`\n${line}`), 1), quote, line);
    }
  });

  it('quotes nothing where a tag is in the front matter', () => {
    const tagged = ['---', 'tags: [hiring]', '---', 'Words.'];
    const { text } = themesIn({ '1-1s/bo/2026-03-02.md': tagged, '1-1s/bo/2026-03-09.md': tagged });
    assert.match(text, /\n- \*\*#hiring\*\* · Bo\n {2}- Bo, Mon 9 Mar\n {2}- Bo, Mon 2 Mar\n/);
  });

  it('shows no more than somebody reads, and says how much there is', () => {
    const days = Array.from({ length: 12 }, (_, index) => `2026-03-${String(index + 1).padStart(2, '0')}`);
    const { text, report } = themesIn(
      Object.fromEntries(days.map((on) => [`1-1s/bo/${on}.md`, ['## Thanks', 'Mei', ...tags(40)]])),
    );
    assert.match(text, /\n {2}- and 4 more\n/);
    assert.match(text, /\n- and 15 more\n/);
    assert.equal(notesToRead(report).size, 8);
  });
});

describe('The document about the themes of one person', () => {
  const GOAL = ['## Goals', '- [ ] Lead a project'];
  const notes = {
    '1-1s/jane/2025-10-06.md': ['**Who is getting in your way?**', 'The #registry', ...GOAL],
    '1-1s/jane/2025-12-01.md': ['**Who is getting in your way?**', 'The #registry again', '## Notes', '#hiring'],
    '1-1s/jane/2026-03-02.md': ['**Who do you want to thank?**', 'Mei Tanaka', ...GOAL, '## Notes', '#hiring'],
    '1-1s/jane/2025-08-25.md': ['**Who is getting in your way?**', 'The #budget'],
    '1-1s/ravi/2026-03-02.md': ['**Who do you want to thank?**', 'Jane, for the talk', '## Notes', '#hiring #travel'],
    '1-1s/mei-tanaka/2026-03-02.md': ['## Private', '**Who do you want to thank?**', 'Jane, between us'],
  };
  const wish = { weeks: 26, person: 'jane' };

  it('shows what comes back over half a year, with its days', () => {
    assert.equal(
      themesIn(notes, wish).text,
      [
        ...['# Themes of the last 26 weeks with Jane', '', 'Mon 15 Sep 2025 to Mon 16 Mar', ''],
        ...['## Thanks to Pass On', '', '- **Mei Tanaka** · in one 1:1', '  - Jane, Mon 2 Mar: Mei Tanaka', ''],
        ...['## In One Person’s Way', '', '- **#registry** · in 2 1:1s since Mon 6 Oct 2025'],
        ...['  - Jane, Mon 1 Dec 2025: The #registry again', '  - Jane, Mon 6 Oct 2025: The #registry', ''],
        ...['## Goals', '', '- Lead a project · first said Mon 6 Oct 2025 · last spoken of 2 weeks ago', ''],
        ...['## Tags', '', '- **#hiring** · in 2 1:1s since Mon 1 Dec 2025'],
        ...['  - Jane, Mon 2 Mar: #hiring', '  - Jane, Mon 1 Dec 2025: #hiring'],
        ...['- **#registry** · in 2 1:1s since Mon 6 Oct 2025'],
        ...['  - Jane, Mon 1 Dec 2025: The #registry again', '  - Jane, Mon 6 Oct 2025: The #registry', ''],
        ...['## Thanks from Others', '', '- Ravi, Mon 2 Mar: Jane, for the talk · private', ''],
      ].join('\n'),
    );
  });

  it('shows how the answers to one question changed', () => {
    const ENERGY = '**What’s been energizing or draining you?**';
    const { text } = themesIn(
      {
        '1-1s/jane/2025-11-03.md': [
          ENERGY,
          '',
          'The meetings drain me',
          'Every day.',
          '**How full is your plate?**',
          'Full',
        ],
        '1-1s/jane/2026-01-12.md': [ENERGY, '', '%%The pay%%'],
        '1-1s/jane/2026-02-02.md': [ENERGY, ''],
        '1-1s/jane/2026-03-02.md': [ENERGY, '', 'The *team* gives me energy'],
        '1-1s/bo/2026-03-02.md': [ENERGY, '', 'Nothing'],
      },
      { ...wish, withPrivate: false },
    );
    assert.equal(
      text.slice(text.indexOf('## Asked')),
      [
        ...['## Asked More Than Once', '', '- **What’s been energizing or draining you?**'],
        ...['  - Jane, Mon 2 Mar: The team gives me energy', '  - Jane, Mon 3 Nov 2025: The meetings drain me', ''],
      ].join('\n'),
    );
  });

  it('has no word from the 1:1s of others without private lines, so that the person may read it', () => {
    const { text, report } = themesIn(notes, { ...wish, withPrivate: false });
    assert.match(text, /#registry/);
    assert.doesNotMatch(text, /Ravi|talk|between us|travel/);
    assert.ok([...notesToRead(report)].every((uri) => uri.includes('/jane/')));
  });

  it('has the balance of the notes for the reader only', () => {
    const days = ['2026-02-23', '2026-03-02', '2026-03-09'];
    const status = Object.fromEntries(
      ['jane', 'bo'].flatMap((who) => days.map((on) => [`1-1s/${who}/${on}.md`, STATUS])),
    );
    assert.match(themesIn(status, wish).text, /\n## Conversation Balance\n\n- Jane: 3 of [^\n]+\n$/);
    assert.doesNotMatch(themesIn(status, { ...wish, withPrivate: false }).text, /status|Balance/);
  });
});

describe('A document about the notes of all people', () => {
  const MEETINGS = 3;
  const NAMES = Array.from('abcdefghijklmnopqrstuvwxyz', (letter) => `ann${letter}`);

  /** The notes of all people. `onRead` is called whenever the sections or mentions of a meeting are read. */
  function watchedIndex(onRead: (uri: string) => void): NoteIndex {
    const index = new NoteIndex({ me: [], roster: [] });
    const notes = NAMES.flatMap((name) =>
      Array.from({ length: MEETINGS }, (_, at) =>
        noteAt(`1-1s/${name}/2026-03-0${at + 1}.md`, ['## Blockers', 'Mei Tanaka #praise', '## Process', '- [ ] Try']),
      ),
    );
    index.putAll(
      notes.map((note) => ({
        ...note,
        meetings: note.meetings.map((meeting) => {
          const read = <Part>(part: Part): Part => (onRead(note.uri), part);
          return Object.create(meeting, {
            sections: { get: () => read(meeting.sections) },
            mentions: { get: () => read(meeting.mentions) },
          }) as Meeting;
        }),
      })),
    );
    return index;
  }

  it('is composed in steps, none of which reads more than the meetings of one person', () => {
    const compositions = {
      themes: (index: NoteIndex) => composeThemes(index, span, rules.bank),
      themesOfOne: (index: NoteIndex) => composeThemes(index, { ...span, person: 'anna' }, rules.bank),
      pulse: (index: NoteIndex) => composeTeamPulse(index, span),
    };
    for (const [name, compose] of Object.entries(compositions)) {
      const read = new Set<string>();
      let most = 0;
      const steps = compose(watchedIndex((uri) => read.add(uri)));
      for (let step = steps.next(); step.done !== true; step = steps.next()) {
        most = Math.max(most, read.size);
        read.clear();
      }
      assert.ok(most > 0, name);
      assert.ok(Math.max(most, read.size) <= MEETINGS, `${name}: ${most} meetings, then ${read.size}`);
    }
  });
});

function tags(count: number): string[] {
  return ['', Array.from({ length: count }, (_, index) => `#tag${index}`).join(' ')];
}
