import assert from 'node:assert/strict';
import { builtInFrameworks } from '../../../src/core/frameworks/builtIn';
import {
  followUpHover,
  type HoverLine,
  lastAnswered,
  personHover,
  questionHover,
  timesAsked,
  hoverTarget,
} from '../../../src/core/assist/hover';
import { day, indexOf, rules, uriOf } from '../support/notes';
import { worded } from '../support/worded';

const today = day('2026-12-01');
const THANK = 'Who do you want to thank?';
const FOLDER = '1-1s/jane-doe';

const notes: Readonly<Record<string, readonly string[]>> = {
  [`${FOLDER}/2026-11-02.md`]: [`**${THANK}**`, '', 'Ana.'],
  [`${FOLDER}/2026-11-09.md`]: [`- ${THANK} Bo, for **the** demo.`],
  [`${FOLDER}/2026-11-16.md`]: [`**${THANK}**`, '## Next', '- [>] Send the draft (to [2026-11-23](2026-11-23.md))'],
  [`${FOLDER}/2026-11-23.md`]: [
    `**${THANK}**`,
    '## Follow-ups',
    '- [ ] @jane.doe Send the draft due:2026-11-27 (from [2026-11-16](2026-11-16.md), since 2026-11-16, 1×)',
    '- [ ] ask [[People/Jane Doe|Jane]], not @bob or `@jane`',
    '',
    'Jane said so, @jane did.',
  ],
  'People/Jane Doe.md': ['---', 'person: Jane Doe', '---'],
};
const index = indexOf(notes);
const note = index.note(uriOf(`${FOLDER}/2026-11-23.md`))!;

/** What kind of help is given at the first `mark` in a line of the newest note. */
function topicAt(line: number, mark: string) {
  const text = notes[`${FOLDER}/2026-11-23.md`]![line]!;
  return hoverTarget({ note, people: index.people, text, line, character: text.indexOf(mark) });
}

function said(help: readonly HoverLine[]): readonly string[] {
  return worded(help).map(({ text, sources = [] }) =>
    [text, ...sources.map(({ label, uri, line }) => `<${label} ${uri.slice(uri.lastIndexOf('/') + 1)}:${line}>`)].join(
      ' ',
    ),
  );
}

describe('The subject of a hover', () => {
  it('is the person mentioned there, else the follow-up or the question of the line', () => {
    assert.equal(topicAt(2, 'jane.doe')?.kind, 'person');
    assert.equal(topicAt(3, 'People/')?.kind, 'person');
    assert.equal(topicAt(5, '@jane')?.kind, 'person');
    assert.equal(topicAt(2, 'Send')?.kind, 'followUp');
    assert.equal(topicAt(0, 'thank')?.kind, 'question');
  });

  it('is never an unknown person or a person in code, and nothing in other lines', () => {
    assert.equal(topicAt(3, 'bob')?.kind, 'followUp');
    assert.equal(topicAt(3, 'jane`')?.kind, 'followUp');
    assert.equal(topicAt(5, 'said'), undefined);
    assert.equal(topicAt(1, ''), undefined);
  });
});

describe('The hover of a follow-up of two lines', () => {
  const lines = [
    '- [ ] @jane Send the draft',
    '  to @jane.doe with [the doc](x.md) and @jane',
    '> 1. [ ] [x] for @jane',
  ];
  const path = `${FOLDER}/2026-11-30.md`;
  const own = indexOf({ ...notes, [path]: lines });

  it('is about a person wherever in it the person is mentioned', () => {
    const topics = lines.map((text, line) =>
      [...text.matchAll(/@jane/g)].map(({ index: at }) => {
        const place = { note: own.note(uriOf(path))!, people: own.people, text, line, character: at + 1 };
        const topic = hoverTarget(place);
        return topic?.kind === 'person' ? text.slice(topic.start, topic.end) : topic?.kind;
      }),
    );
    assert.deepEqual(topics, [['@jane'], ['@jane.doe', '@jane'], ['@jane']]);
  });
});

describe('The hover of a question', () => {
  const question = note.meetings[0]!.sections[0]!.prompts[0]!.question;

  function helpOn(date: string, name?: string): readonly string[] {
    const meetings = index.meetingsWith('jane doe');
    const { meeting } = meetings.find((each) => each.meeting.date === date)!;
    const asked = timesAsked(question, name === undefined ? [] : meetings, meeting);
    const last = lastAnswered(asked);
    const lastText = last ? notes[`${FOLDER}/${last.meeting.date}.md`]!.join('\n') : '';
    return said(questionHover({ question, asked, lastText, name, bank: rules.bank, today }));
  }

  it('shows the framework, the last answer, earlier ones, and the hints', () => {
    assert.deepEqual(helpOn('2026-11-23', 'Jane Doe').slice(0, -1), [
      THANK,
      'People · People · Process · Product',
      'Answered Mon 9 Nov, 3 weeks ago <2026-11-09 2026-11-09.md:0>',
      'Bo, for the demo.',
      'Before that <2026-11-02 2026-11-02.md:0>',
    ]);
    assert.match(helpOn('2026-11-23', 'Jane Doe').at(-1)!, /^Look for: /);
  });

  it('shows only answers before the meeting', () => {
    assert.ok(helpOn('2026-11-09', 'Jane Doe').includes('Ana.'));
    assert.ok(helpOn('2026-11-02', 'Jane Doe').includes('Not asked Jane Doe before'));
  });

  it('shows no answers in a note without a single person', () => {
    assert.equal(helpOn('2026-11-23').filter((line) => /asked|answered/i.test(line)).length, 0);
  });
});

describe('The hover of a follow-up', () => {
  const [item] = index.followUpsIn(note.uri);

  it('shows its details and its origin', () => {
    const help = said(followUpHover(item!, index, today));
    assert.deepEqual(help.slice(0, 2), ['Send the draft', 'Due Fri 27 Nov: 4 days overdue']);
    assert.equal(followUpHover(item!, index, today)[1]?.kind, 'overdue');
    assert.equal(followUpHover(item!, index, day('2026-11-27'))[1]?.kind, 'fact', 'not on the day itself');
    assert.ok(help.includes('Carried 1×'));
    assert.equal(help.at(-1), 'Carried from <2026-11-16 2026-11-16.md:2>');
  });

  it('shows its target', () => {
    const [moved] = index.followUpsIn(uriOf(`${FOLDER}/2026-11-16.md`));
    assert.equal(said(followUpHover(moved!, index, today)).at(-1), 'Carried to <the note after 2026-11-23.md:2>');
  });
});

describe('The hover of a person', () => {
  it('shows the last meeting, open follow-ups, and links', () => {
    const jane = index.people.get('jane doe')!;
    const help = said(personHover(jane, { index, frameworks: builtInFrameworks(), day: { today, fallbackDays: 14 } }));
    assert.equal(help[0], 'Jane Doe');
    assert.equal(help[1], 'Last met: 8 days ago, Mon 23 Nov');
    assert.ok(help.includes('Open: 0 owed by you, 2 by others'));
    assert.equal(help.at(-1), ' <Page Jane%20Doe.md:0> <1:1 of 2026-11-23 2026-11-23.md:0>');
  });
});
