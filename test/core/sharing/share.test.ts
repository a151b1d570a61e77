import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { layoutPaths } from '../../../src/core/note/identity';
import { pathPattern } from '../../../src/core/note/pathPattern';
import { PeopleDirectory } from '../../../src/core/people/directory';
import {
  shareableAgenda,
  shareableRecap,
  type SharedText,
  formatLeftOut,
  meetingToShare,
} from '../../../src/core/sharing/share';
import { rules, uriOf, day, indexOf } from '../support/notes';
import { wordMessage } from '../../../src/core/text/message';

interface Wish {
  readonly path?: string;
  readonly meeting?: number;
  readonly name?: string;
}

function requestFor(
  lines: readonly string[],
  { path = '1-1s/jane-doe/2026-11-30.md', meeting = 0, name = 'Jane Doe' }: Wish,
) {
  const people = new PeopleDirectory([{ name }, { name: 'Bob Ray' }], ['Ines']);
  const meant = people.find(name);
  assert.ok(typeof meant === 'object');
  const file = { uri: uriOf(path), path, text: lines.join('\n') };
  return { file, rules, meeting, person: meant.person, people, writer: 'me' as const };
}

function agendaOf(lines: readonly string[], wish: Wish = {}): SharedText {
  const result = shareableAgenda(requestFor(lines, wish));
  assert.ok(!('refused' in result), 'refused' in result ? wordMessage(result.refused) : '');
  return result;
}

function recapOf(lines: readonly string[], wish: Wish = {}): SharedText {
  const result = shareableRecap(requestFor(lines, wish));
  assert.ok(!('refused' in result), 'refused' in result ? wordMessage(result.refused) : '');
  return result;
}

function linesOf({ text }: SharedText): string[] {
  return text.split('\n').filter((line) => line !== '');
}

const NOTE = [
  '---',
  'type: 1on1',
  'person: Jane Doe',
  'date: 2026-11-30',
  '---',
  '',
  '# Jane Doe, 2026-11-30',
  '',
  '> 3 of the last 4 notes are mostly status.',
  '',
  '## Agenda',
  '',
  '- The migration',
  '- ',
  '',
  '## Follow-ups',
  '',
  '> carried 3×: do, drop or delegate',
  '',
  '- [ ] @jane Send the draft due:2026-12-04 (from [2026-11-23](2026-11-23.md), since 2026-11-16, 2×)',
  '  - to Bob first',
  '  - [x] outline',
  '- [ ] @me Call legal',
  '- [x] Bob: book a room',
  '- [-] given up',
  '- [>] gone on (to [2026-12-07](2026-12-07.md))',
  '- Ana asks finance',
  '',
  '## People',
  '',
  '*Who helps, who is in the way, how you are.*',
  '',
  '**Who do you want to thank?**',
  '',
  'Ana, for the demo.',
  '',
  '- [ ] @me thank Ana',
  '',
  '**Who is getting in your way?**',
  '',
  '## Process',
  '',
  '**What part of our current processes or tools feels broken?**',
  '',
  '<!-- private -->',
  'Her own team.',
  '<!-- /private -->',
  '',
  '## Private',
  '',
  '- [ ] @me talk to HR',
];

describe('A shareable agenda', () => {
  it('holds the agenda, the questions and what both sides still owe', () => {
    assert.deepEqual(linesOf(agendaOf(NOTE)), [
      '# Jane Doe, 2026-11-30: agenda',
      '## Agenda',
      '- The migration',
      '## Questions',
      '- Who do you want to thank?',
      '- Who is getting in your way?',
      '- What part of our current processes or tools feels broken?',
      '## Open follow-ups',
      '- [ ] **Jane Doe**: Send the draft (due 2026-12-04)',
      '  - to Bob first',
      '- [ ] **Ines**: Call legal',
      '- [ ] **Ines**: thank Ana',
    ]);
  });

  it('says how many private parts it leaves out', () => {
    assert.equal(agendaOf(NOTE).leftOut, 2);
    assert.equal(agendaOf(['## Agenda', '- x']).leftOut, 0);
    const entry = (date: string) => [`## ${date}`, '', '### Notes', '', 'x', '', '### Private', '', 'y', ''];
    const log = ['# Jane Doe', '', ...entry('2026-11-16'), ...entry('2026-11-23'), ...entry('2026-11-30')];
    for (const meeting of [0, 1, 2]) assert.equal(agendaOf(log, { path: '1on1s/Jane Doe.md', meeting }).leftOut, 1);
  });

  it('leaves out the questions that the reader answers alone, on managing up', () => {
    assert.deepEqual(linesOf(agendaOf(['## Signal', '**What do they care about?**'])).slice(1), ['Nothing yet.']);
  });

  it('is that of one meeting in a log', () => {
    const log = [
      '## 2026-11-30',
      '### Agenda',
      '- new',
      '- [ ] two',
      '',
      '## 2026-11-23',
      '### Agenda',
      '- old',
      '- [ ] one',
    ];
    const path = '1-1s/jane-doe/Jane Doe.md';
    assert.deepEqual(linesOf(agendaOf(log, { path })), [
      '# Jane Doe, 2026-11-30: agenda',
      '## Agenda',
      '- new',
      '## Open follow-ups',
      '- [ ] two',
    ]);
    assert.match(agendaOf(log, { path, meeting: 1 }).text, /2026-11-23: agenda[^]*- old[^]*one/);
  });
});

describe('A shareable recap', () => {
  it('holds what was said, and who does what until when', () => {
    assert.deepEqual(linesOf(recapOf(NOTE)), [
      '# Jane Doe, 2026-11-30: recap',
      '## Agenda',
      '- The migration',
      '## People',
      '**Who do you want to thank?**',
      'Ana, for the demo.',
      '## Follow-ups',
      '- [ ] **Jane Doe**: Send the draft (due 2026-12-04)',
      '  - to Bob first',
      '  - [x] outline',
      '- [ ] **Ines**: Call legal',
      '- [x] Bob: book a room',
      '- [>] gone on',
      '- [ ] **Ines**: thank Ana',
      '- Ana asks finance',
    ]);
  });

  it('begins its headings on level 2, and keeps how they nest', () => {
    const lines = [
      '## 2026-11-30',
      '',
      '### Wins',
      '',
      'a',
      '',
      '##### Deep',
      '',
      'b',
      '',
      '### Empty',
      '',
      '#### Also empty',
    ];
    assert.deepEqual(linesOf(recapOf(lines, { path: '1-1s/jane-doe/Jane Doe.md' })).slice(1), [
      '## Wins',
      'a',
      '#### Deep',
      'b',
    ]);
    assert.deepEqual(linesOf(recapOf(['# Wins', 'a', '# Woes', '## Deep', 'b'])).slice(1), [
      '## Wins',
      'a',
      '## Woes',
      '### Deep',
      'b',
    ]);
  });

  it('keeps code, tables and quotes as they are, and nothing that is hidden', () => {
    const lines = [
      ...[
        '## Notes',
        '',
        '```js',
        '<!-- private -->',
        '',
        'x',
        '```',
        '',
        '| a | b |',
        '|---|---|',
        '',
        '> said so',
        '',
      ],
      ...['<!-- unseen -->', 'seen <!-- unseen --> too %%unseen%% `%%code%%`', '', '%%', 'unseen', '%%', '', '---', ''],
      ...['<details><summary>more</summary>', '<b>bold</b>', '</details>', '', '<script>', 'unseen', '</script>'],
    ];
    assert.deepEqual(recapOf(lines).text.split('\n').slice(4, -1), [
      ...['```js', '<!-- private -->', '', 'x', '```', '', '| a | b |', '|---|---|', '', '> said so', ''],
      ...['seen  too  `%%code%%`', '', '<details><summary>more</summary>', '<b>bold</b>', '</details>'],
    ]);
  });

  it('shows a label only above something', () => {
    assert.deepEqual(linesOf(recapOf(['## On My Mind', '**Jane Doe**', '- ', '**Me**', '- the board'])).slice(2), [
      '**Me**',
      '- the board',
    ]);
  });

  it('does not tell the title of a section that is private, though what follows it is not', () => {
    const lines = ['## People', 'a', '<!-- private -->', '## Her salary', 'b', '<!-- /private -->', 'c'];
    assert.deepEqual(linesOf(recapOf(lines)).slice(1), ['## People', 'a', 'c']);
  });

  it('is in any language', () => {
    const lines = [
      '## 人',
      '**誰に感謝したいですか**',
      'さくらさん',
      '## Über alles',
      'Größe zählt nicht',
      '## Мысли',
      'Всё хорошо',
    ];
    assert.deepEqual(linesOf(recapOf(lines)).slice(1), lines);
  });

  it('keeps a note’s CRLF and byte order mark to the note', () => {
    const result = shareableRecap({
      ...requestFor([], {}),
      file: { uri: 'file:///x', path: '1-1s/jane-doe/2026-11-30.md', text: '\uFEFF## A\r\n\r\nb\r\n' },
    });
    assert.deepEqual(result, { text: '# Jane Doe, 2026-11-30: recap\n\n## A\n\nb\n', leftOut: 0 });
  });
});

describe('What is shared', () => {
  it('never holds a private item, however often it was carried', () => {
    const lines = [
      '## Private',
      '- [ ] @me secret (from [2026-11-23](2026-11-23.md), since 2026-11-09, 2×)',
      '## Follow-ups',
      '- [ ] @me open <!-- private -->secret<!-- /private --> (from [2026-11-23](2026-11-23.md), since 2026-11-09, 2×)',
    ];
    assert.deepEqual(linesOf(agendaOf(lines)).slice(1), ['Nothing yet.']);
    assert.deepEqual(linesOf(recapOf(lines)).slice(1), ['Nothing yet.']);
  });

  it('takes a person named like a section for a person', () => {
    const text = recapOf(['## People', 'a', '## Follow-ups', '- [ ] @status x'], { name: 'Status' }).text;
    assert.match(
      text,
      /^# Status, 2026-11-30: recap\n\n## People\n\na\n\n## Follow-ups\n\n- \[ \] \*\*Status\*\*: x\n$/,
    );
  });

  it('cannot be broken out of by a name', () => {
    const name = 'A](https://evil.example)<img src=x onerror=alert(1)> `b` *c* [d](e) # <!--';
    const html = new MarkdownIt({ html: true }).render(
      agendaOf(['## My actions', '- [ ] x', '## Their actions', '- [ ] y'], { name }).text,
    );
    assert.doesNotMatch(html, /<(?:img|a|code|em)\b|<!--/);
    assert.match(html, /&lt;img/);
  });

  it('is the entry asked for, of two on one day', () => {
    const log = ['# Jane Doe', '', '## 2026-11-30', 'a', '', '## 2026-11-30', 'b'];
    const path = '1on1s/Jane Doe.md';
    assert.deepEqual(linesOf(recapOf(log, { path, meeting: 0 })).slice(1), ['a']);
    assert.deepEqual(linesOf(recapOf(log, { path, meeting: 1 })).slice(1), ['b']);
  });

  it('is nothing of an entry whose date is hidden', () => {
    const log = ['# Jane Doe', '', '## %%2026-11-23%% 2026-11-30', 'a'];
    const result = shareableRecap(requestFor(log, { path: '1on1s/Jane Doe.md' }));
    assert.ok('refused' in result, JSON.stringify(result));
  });

  it('keeps a bullet with a sign as what was said, not as a follow-up', () => {
    const lines = ['## Follow-ups', '- [i] The team is new', '- [ ] @me Call legal', '## Ideas', '- [I] A hack day'];
    assert.deepEqual(linesOf(recapOf(lines)).slice(1), [
      '## Ideas',
      '- [I] A hack day',
      '## Follow-ups',
      '- [ ] **Ines**: Call legal',
      '- [i] The team is new',
    ]);
  });

  it('nests follow-ups and plain items as in the note, through quotes', () => {
    const lines = [
      '## Follow-ups',
      '- [ ] @me a',
      '  > - [ ] @me b',
      '- c',
      '  - [ ] @me d',
      '- [ ] @me e',
      '  1. f',
      '     - g',
    ];
    assert.deepEqual(recapOf(lines).text.split('\n').slice(4, -1).filter(Boolean), [
      '- [ ] **Ines**: a',
      '  - [ ] **Ines**: b',
      '- [ ] **Ines**: d',
      '- [ ] **Ines**: e',
      '  - f',
      '    - g',
      '- c',
    ]);
  });

  it('is nothing of the private half of a 1:1', () => {
    const pattern = pathPattern('mine/{person}/{date}.md');
    const paths = layoutPaths('1-1s/{person}/{date}.md', 'People/{name}.md', { pattern });
    const request = { ...requestFor(['a'], { path: 'mine/jane-doe/2026-11-30.md' }), rules: { ...rules, paths } };
    for (const result of [shareableRecap(request), shareableAgenda(request)]) {
      assert.ok('refused' in result, JSON.stringify(result));
      assert.match(wordMessage(result.refused), /private as a whole/);
    }
  });

  it('is nothing of what is no 1:1, and of one that is private as a whole', () => {
    const refusalOf = (lines: readonly string[], wish: Wish): string => {
      const result = shareableRecap(requestFor(lines, wish));
      return 'refused' in result ? wordMessage(result.refused) : '';
    };
    assert.match(refusalOf(['a'], { path: 'plan.md' }), /not a 1:1/);
    const log = ['<!-- private -->', '', '## 2026-11-30', 'a', '', '<!-- /private -->', '', '## 2026-11-23', 'b'];
    const path = '1-1s/jane-doe/Jane Doe.md';
    assert.match(refusalOf(log, { path }), /2026-11-30 is private as a whole/);
    assert.match(recapOf(log, { path, meeting: 1 }).text, /2026-11-23: recap\n\nb\n$/);
  });
});

function dateOf(sharing: 'agenda' | 'recap', ...dates: readonly string[]): string | undefined {
  const index = indexOf(Object.fromEntries(dates.map((date) => [`1-1s/jane-doe/${date}.md`, ''])));
  return meetingToShare(index.meetingsWith('jane doe'), sharing, day('2026-11-30'))?.meeting.date;
}

describe('The meeting that is shared', () => {
  it('is the next one before it, and the last one after it', () => {
    assert.equal(dateOf('agenda', '2026-11-23', '2026-12-07', '2026-12-14'), '2026-12-07');
    assert.equal(dateOf('recap', '2026-11-16', '2026-11-23', '2026-12-07'), '2026-11-23');
    assert.equal(dateOf('agenda', '2026-11-23', '2026-11-30'), '2026-11-30');
    assert.equal(dateOf('recap', '2026-11-23', '2026-11-30'), '2026-11-30');
  });

  it('is the only one there is, and none when there is none', () => {
    assert.equal(dateOf('agenda', '2026-11-23'), '2026-11-23');
    assert.equal(dateOf('recap', '2026-12-07'), '2026-12-07');
    assert.equal(dateOf('recap'), undefined);
  });
});

describe('What was left out', () => {
  it('is counted', () => {
    assert.equal(wordMessage(formatLeftOut({ leftOut: 0 })), 'Nothing in it was private.');
    assert.equal(wordMessage(formatLeftOut({ leftOut: 1 })), 'Private section removed.');
    assert.equal(wordMessage(formatLeftOut({ leftOut: 2 })), '2 private sections removed.');
  });
});
