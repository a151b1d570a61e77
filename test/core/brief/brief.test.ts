import assert from 'node:assert/strict';
import { builtInFrameworks } from '../../../src/core/frameworks/builtIn';
import type { BriefRequest } from '../../../src/core/brief/basis';
import { composeBrief, composeBriefPage } from '../../../src/core/brief/brief';
import type { PeopleConfig } from '../../../src/core/index/noteIndex';
import { notesToRead, withQuotations } from '../../../src/core/reports/quotations';
import type { Report, ReportEntry } from '../../../src/core/reports/report';
import { briefAbout, linesOf } from '../support/briefs';
import { day, indexOf, rules, uriOf } from '../support/notes';
import { worded } from '../support/worded';

type Texts = Readonly<Record<string, readonly string[]>>;

const today = day('2026-03-16');
const ME: PeopleConfig = { me: ['Sam'], roster: [] };

function requestFor(texts: Texts, key: string, acquaintance = ME): BriefRequest {
  const index = indexOf(texts, acquaintance);
  const person = index.people.get(key);
  assert.ok(person);
  return { index, person, frameworks: builtInFrameworks(), bank: rules.bank, today, fallbackDays: 14 };
}

function briefOf(texts: Texts, key = 'jane doe', acquaintance = ME): Report {
  const byUri = new Map(Object.entries(texts).map(([path, lines]) => [uriOf(path), lines.join('\n')]));
  return withQuotations(composeBrief(requestFor(texts, key, acquaintance)), (uri) => byUri.get(uri));
}

/** The entries of a section as they read, each with the line that it leads to. */
function section(brief: Report, title: string, texts: Texts): string[] {
  return (brief.sections.find((each) => worded(each.title) === title)?.entries ?? []).map((entry) =>
    said(entry, texts),
  );
}

function said({ text, details, source, private: isPrivate }: ReportEntry, texts: Texts): string {
  const path = Object.keys(texts).find((each) => uriOf(each) === source?.uri);
  const line = path === undefined ? '' : ` → ${texts[path]?.[source?.line ?? -1]}`;
  return [...[text, ...details].map(worded), ...(isPrivate ? ['private'] : [])].join(' · ') + line;
}

const jane: Texts = {
  'People/Jane Doe.md': [
    '---',
    'person: Jane Doe',
    'cadence: weekly',
    'relation: report',
    '---',
    '## Next 1:1',
    '- The *Lisbon* move',
    '- ',
  ],
  '1-1s/jane-doe/2026-02-02.md': [
    '---',
    'person: Jane Doe',
    'framework: career-and-well-being',
    '---',
    '## Goals',
    'To grow.',
    '[challenge:: 7] [skill:: 6]',
    '- [x] @jane Closed long ago',
  ],
  '1-1s/jane-doe/2026-03-02.md': [
    '# Jane Doe, 2026-03-02',
    '## Follow-ups',
    '- [x] @me Book a room done:2026-03-09',
    '- [x] @me Closed before done:2026-03-03',
    '## Lift',
    '**What’s one thing we should follow up on next time?**',
    '',
    'Whether the *new* rota holds.',
    '',
    '**What would make this better?**',
    '',
    '**If you were in my shoes, what would you try next?**',
  ],
  '1-1s/jane-doe/2026-03-09.md': [
    '# Jane Doe, 2026-03-09',
    '## Follow-ups',
    '- [ ] @me Ask **Bo** due:2026-03-14 (from [2026-03-02](2026-03-02.md), since 2026-02-02, 3×)',
    '- [ ] @jane Send the [draft](x.md) due:2026-03-20',
    '- [ ] Who pays?',
    '- [ ] @me @jane Look at it together',
    '- [-] @jane Give up',
    '## Lift',
    '**If you were in my shoes, what would you try next?**',
    'Sleep.',
    '[challenge:: 8] [skill:: 5,5]',
    '## Private',
    '- [ ] @me Talk about her pay',
  ],
  '1-1s/jane-doe/2026-03-16.md': [
    '# Jane Doe, 2026-03-16',
    '## Agenda',
    '- Holidays',
    '  - when',
    '- [ ] no topic',
    '- ',
  ],
};

describe('A brief', () => {
  const brief = briefOf(jane);

  it('begins with how it stands, each line leading to the note that says so', () => {
    assert.deepEqual(section(brief, '', jane), [
      'Last met: 7 days ago, Mon 9 Mar → # Jane Doe, 2026-03-09',
      'Next: due Mon 23 Mar, in 7 days',
      "Cadence: weekly, set in the person's page → cadence: weekly",
      'Career & well-being: 6 weeks ago, due → ---',
      'Challenge and skill: 8 and 5.5 · 7 days ago · before that 7 and 6, 6 weeks ago → [challenge:: 8] [skill:: 5,5]',
    ]);
  });

  it('says what is open both ways, with its age and how often it was carried, what is due first', () => {
    assert.deepEqual(section(brief, 'You owe', jane), [
      `Ask Bo · 2 days overdue · open 6 weeks · carried 3×: do, drop or delegate → ${jane['1-1s/jane-doe/2026-03-09.md']?.[2]}`,
      'Look at it together · me, Jane Doe · open 7 days → - [ ] @me @jane Look at it together',
      'Talk about her pay · open 7 days · private → - [ ] @me Talk about her pay',
    ]);
    assert.deepEqual(section(brief, 'Jane Doe owes', jane), [
      'Send the draft · due Friday · open 7 days → - [ ] @jane Send the [draft](x.md) due:2026-03-20',
    ]);
    assert.deepEqual(section(brief, 'Other open items', jane), [
      'Who pays? · open 7 days → - [ ] Who pays?',
      'no topic → - [ ] no topic',
    ]);
  });

  it('says what was closed since the last meeting before today, by its date or else by its note', () => {
    assert.deepEqual(section(brief, 'Closed since last time', jane), [
      'Book a room · done 7 days ago → - [x] @me Book a room done:2026-03-09',
      'Give up · dropped → - [-] @jane Give up',
    ]);
  });

  it('says what waits on the agenda of the note that is there, and on the page', () => {
    assert.deepEqual(section(brief, 'Waiting for this 1:1', jane), [
      'Holidays · in the note for today → - Holidays',
      'The Lisbon move → - The *Lisbon* move',
    ]);
  });

  it('never takes the name above an empty list of the other side for a topic', () => {
    const agenda = ['## Agenda', '', '**Jane Doe**', '', '- ', '', '**Max Meyer**', '', '- ', '', 'Words.', ''];
    assert.deepEqual(linesOf(briefAbout('jane', { '1-1s/jane/2026-03-16.md': agenda }), 'Waiting for this 1:1'), [
      '- Words. · Max Meyer · in the note for today',
    ]);
  });

  it('says what was to be revisited, in the words that were used', () => {
    assert.deepEqual(section(brief, 'To be revisited', jane), [
      'What’s one thing we should follow up on next time? Whether the new rota holds. · 2 weeks ago → Whether the *new* rota holds.',
    ]);
  });

  it('names the questions that were offered and not answered since', () => {
    assert.deepEqual(section(brief, 'Still unanswered', jane), [
      'What would make this better? · offered 2 weeks ago → **What would make this better?**',
    ]);
  });

  it('reads only the notes whose words it may show', () => {
    assert.deepEqual(
      [...notesToRead(composeBrief(requestFor(jane, 'jane doe')))].sort(),
      [
        // A career session is due, so its last one is shown.
        '1-1s/jane-doe/2026-02-02.md',
        '1-1s/jane-doe/2026-03-02.md',
        '1-1s/jane-doe/2026-03-09.md',
        '1-1s/jane-doe/2026-03-16.md',
        'People/Jane Doe.md',
      ].map(uriOf),
    );
  });

  it('is there without the words of notes that cannot be read', () => {
    const unread = withQuotations(composeBrief(requestFor(jane, 'jane doe')), () => undefined);
    assert.deepEqual(section(unread, 'To be revisited', jane), [
      'What’s one thing we should follow up on next time? · 2 weeks ago → Whether the *new* rota holds.',
    ]);
    assert.deepEqual(section(unread, 'Waiting for this 1:1', jane), []);
    assert.equal(section(unread, '', jane).length, 5);
  });

  it('says of five hundred follow-ups those due first, and how many there are besides', () => {
    const items = Array.from({ length: 500 }, (_, index) => `- [ ] @me Item ${index}`);
    const { sections } = briefOf({ '1-1s/jane-doe/2026-03-09.md': items }, 'jane doe');
    const open = sections.find(({ title }) => worded(title) === 'You owe');
    assert.equal(open?.entries.length, 20);
    assert.equal(open.more, 480);
  });

  it('about somebody never met says what is known: nothing is due, and nothing is open', () => {
    const acquaintance = { me: [], roster: [{ name: 'Cleo' }] };
    assert.deepEqual(
      briefOf({}, 'cleo', acquaintance).sections.filter(({ title }) => title !== ''),
      [],
    );
  });

  it('marks as private what a comment hides within a section', () => {
    const texts = {
      '1-1s/jane-doe/2026-03-09.md': [
        '## Lift',
        '**What’s one thing we should follow up on next time?**',
        '<!-- private -->',
        '',
        'Her health.',
        '',
        '<!-- /private -->',
      ],
    };
    assert.match(section(briefOf(texts), 'To be revisited', texts)[0] ?? '', /Her health\. · 7 days ago · private/);
  });
});

describe('A brief as a page', () => {
  const texts: Texts = {
    ...jane,
    '1-1s/jane-doe/2026-03-10.md': [
      '## People',
      '**How are you?**',
      'Tired of the pager.',
      '## Process',
      'Reviews wait.',
      '## On My Mind',
      'A flat in Porto.',
    ],
  };
  const byUri = new Map(Object.entries(texts).map(([path, lines]) => [uriOf(path), lines.join('\n')]));
  const page = withQuotations(composeBriefPage(requestFor(texts, 'jane doe')), (uri) => byUri.get(uri));

  it('begins with the situation in one line', () => {
    assert.deepEqual(worded(page.introduction), [
      '6 days since you met · you owe 3, one open 6 weeks · they owe 1 · career talk due',
    ]);
  });

  it('says what to open with and quotes last time, before the rest, with the facts last', () => {
    assert.deepEqual(
      page.sections.map(({ title }) => worded(title)),
      [
        ...['Open with', 'Last time', 'Said in the last career session', 'You owe', 'Jane Doe owes'],
        ...['Other open items', 'Waiting for this 1:1', 'To be revisited', 'At a glance'],
      ],
    );
    assert.match(section(page, 'Open with', texts)[0] ?? '', /^Ask Bo · me · 2 days overdue/);
    assert.deepEqual(
      section(page, 'Last time', texts).map((each) => each.replace(/ → .*/, '')),
      ['How are you? Tired of the pager.', 'A flat in Porto.'],
    );
  });
});

describe('A brief for a manager', () => {
  const texts: Texts = {
    'People/Helena.md': [
      '---',
      'person: Helena',
      'relation: manager',
      '---',
      '# Helena',
      'My manager.',
      '## How she works',
      '- Reads on the train.',
      '## Next 1:1',
      '- Budget',
    ],
    '1-1s/helena/2026-03-02.md': [
      '## Signal',
      '*What they need to know.*',
      '',
      '**What do they need to know about you?**',
      'Two waves.',
      '## POV',
      'One sentence on prices.',
      '## Align',
      '**What do the two of you see differently?**',
    ],
    '1-1s/helena/2026-03-09.md': ['## Anticipate', '**What is top of mind for them?**', 'The new chair.'],
  };
  const brief = briefOf(texts, 'helena');

  it('says under the headings of managing up what was said there last', () => {
    assert.deepEqual(section(brief, 'Signal', texts), [
      'What do they need to know about you? Two waves. · 2 weeks ago → Two waves.',
    ]);
    assert.deepEqual(section(brief, 'Point of View', texts), [
      'One sentence on prices. · 2 weeks ago → One sentence on prices.',
    ]);
    assert.deepEqual(section(brief, 'Align', texts), []);
  });

  it('anticipates with the habits on the page, without the words that introduce the manager', () => {
    assert.deepEqual(section(brief, 'Anticipate', texts), [
      'Reads on the train. → - Reads on the train.',
      'What is top of mind for them? The new chair. · 7 days ago → The new chair.',
    ]);
  });

  it('does not ask when career was the subject', () => {
    assert.ok(!section(brief, '', texts).some((words) => words.startsWith('Career')));
  });
});
