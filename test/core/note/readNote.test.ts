import assert from 'node:assert/strict';
import { noteAt } from '../support/notes';

const frontMatter = (...lines: string[]): string => ['---', ...lines, '---', '', '# Notes', ''].join('\n');
const names = (path: string, text = ''): string[] => noteAt(path, text).participants.map(({ name }) => name);
const dates = (path: string, text: string | string[]): string[] => noteAt(path, text).meetings.map(({ date }) => date);

describe('Whether a note is a 1:1', () => {
  it('is said by its type, in every way it is written', () => {
    for (const type of ['1on1', '1-on-1', '1:1', '"1:1"', 'one-on-one', '1-on-1 meeting', 'One-on-One']) {
      assert.equal(noteAt('x/2026-11-30.md', frontMatter(`type: ${type}`)).kind, 'meeting', type);
    }
    assert.equal(noteAt('x/2026-11-30.md', frontMatter('type: meeting', 'meeting_type: 1:1')).kind, 'meeting');
    assert.equal(noteAt('x/2026-11-30.md', frontMatter('type: meeting', 'subtype: 1on1')).kind, 'meeting');
    assert.equal(noteAt('x/2026-11-30.md', frontMatter('type: [meeting, 1on1]')).kind, 'meeting');
    assert.equal(noteAt('x/2026-11-30.md', frontMatter('type: meeting')).kind, 'other');
  });

  it('is said by a tag, however tags are listed', () => {
    for (const tags of ['[1on1, team]', 'work 1-on-1', '"#1-1, #x"', '\n  - meeting/1on1']) {
      assert.equal(noteAt('x/2026-11-30.md', frontMatter(`tags: ${tags}`)).kind, 'meeting', tags);
    }
    assert.equal(noteAt('x/2026-11-30.md', frontMatter('tags: [team]')).kind, 'other');
  });

  it('is said by the path of the setting, and by a word in title, file or folder', () => {
    for (const path of [
      '1-1s/jane-doe/2026-11-30.md',
      'One on Ones/Jane/2026-11-30.md',
      'x/2026-11-30-1on1-jane.md',
      'x/2026.11.30-1on1-jane.md',
      'x/2026-11-30 one-on-one Jane.md',
    ]) {
      assert.equal(noteAt(path, '').kind, 'meeting', path);
    }
    assert.equal(noteAt('x/2026-11-30.md', '# 1:1 with Jane').kind, 'meeting');
    assert.equal(noteAt('x/2026-11-30.md', '# 1:1: Jane').kind, 'meeting');
    assert.equal(noteAt('x/2026-11-30.md', '# At 1:1:30').kind, 'other');
  });

  it('is not said by numbers that happen to look like it', () => {
    for (const path of [
      'x/2026-1-1 plan 2026-11-30.md',
      'x/v1-1-2 2026-11-30.md',
      'x/21on1 2026-11-30.md',
      'x/2026-11-30 a1:1.md',
    ]) {
      assert.equal(noteAt(path, '').kind, 'other', path);
    }
  });
});

describe('With whom a 1:1 is', () => {
  it('stands in the front matter, plain, linked or listed', () => {
    for (const line of [
      'person: Jane Doe',
      'with: "[[Jane Doe]]"',
      'people: [[Jane Doe]]',
      'attendees: ["[[people/jane|Jane Doe]]"]',
      'participants:\n  - Jane Doe',
      'attendee: "@Jane Doe"',
    ]) {
      assert.deepEqual(names('x/2026-11-30 1on1.md', frontMatter(line)), ['Jane Doe'], line);
    }
    assert.deepEqual(names('x/2026-11-30 1on1.md', frontMatter('attendees: Jane, Sam')), ['Jane', 'Sam']);
  });

  it('is what is left of file name or folder without date, words for the meeting and separators', () => {
    const cases: readonly (readonly [path: string, name: string])[] = [
      ['1-1s/jane-doe/2026-11-30.md', 'Jane Doe'],
      ['notes/2026-11-30-1on1-jane.md', 'Jane'],
      ['notes/2026.11.30-1on1-jane.md', 'Jane'],
      ['1on1s/2026-11-30 Jane Doe.md', 'Jane Doe'],
      ['1on1s/JaneDoe.md', 'Jane Doe'],
      ['One on Ones/Jane Doe/20261130.md', 'Jane Doe'],
      ['x/Jane Doe - 1on1 - 2026-11-30.md', 'Jane Doe'],
      ['x/Weekly 1on1 with Jane (2026-11-30).md', 'Jane'],
      ['1on1s/Łukasz O’Brien/2026-11-30.md', 'Łukasz O’Brien'],
      ['1on1s/2026-11-30 田中さん.md', '田中さん'],
      ['1-1s/2026/2026-11-30 Jane Doe.md', 'Jane Doe'],
      ['1-1s/platform/2026-11-30 Jane Doe.md', 'Jane Doe'],
      ['1-1s/platform/jane-doe.md', 'Jane Doe'],
      ['1on1s/Jane Doe/2026/11-November/2026-11-30.md', 'Jane Doe'],
      ['1on1s/Jane Doe/2026/Q4/W48/2026-11-30.md', 'Jane Doe'],
      ['📅 1on1s/🧑‍💻 Nora ✨/2026-11-30 ☕️.md', 'Nora'],
      ['1on1s/Jane Doe 2026-11-30 career talk.md', 'Jane Doe'],
      ['1on1s/Weekly 1 1 with Jane Doe 2026-11-30.md', 'Jane Doe'],
      ['x/1on1-2026-11-30-jane-doe.md', 'Jane Doe'],
      ['x/1on1-notes-jane-2026-11-30.md', 'Jane'],
      ['x/202611301400 1on1 Jane.md', 'Jane'],
      ['x/2026-11-30T1400 1on1 Jane.md', 'Jane'],
      ['x/2026-11-30 14.00 1on1 Jane.md', 'Jane'],
      ['x/Mon 2026-11-30 1on1 Jane.md', 'Jane'],
      ['x/2026-W49 1on1 Jane.md', 'Jane'],
      ['x/Skip-level 1on1 with Jane 2026-11-30.md', 'Jane'],
      ['x/Jane’s 1on1 2026-11-30.md', 'Jane'],
      ['1on1s/Jane Doe (Engineering)/2026-11-30.md', 'Jane Doe'],
      ['1on1s/Jane Doe/2026-11-30 Promotion.md', 'Jane Doe'],
      ['1on1s/Direct Reports/2026-11-30 Jane.md', 'Jane'],
      ['Export/1-1 Jane Doe 3f2c1b7c0a6e4d9fb0a1c2d320261103.md', 'Jane Doe'],
    ];
    for (const [path, name] of cases) {
      assert.deepEqual(names(path, '- x\n\n## 2026-11-30\n'), [name], path);
    }
  });

  it('is several people where a dash or a comma stands between their names', () => {
    assert.deepEqual(names('x/2026-11-30 Jane Doe - Sam Reader 1-1.md'), ['Jane Doe', 'Sam Reader']);
    assert.deepEqual(names('x/2026-11-30.md', '# 1:1 Jane Doe, Sam Reader'), ['Jane Doe', 'Sam Reader']);
    assert.deepEqual(names('1on1s/Ann-Marie Doe – 2026-11-30.md'), ['Ann-Marie Doe']);
  });

  it('is no folder that only says when', () => {
    assert.deepEqual(names('1-1s/2026/2026-11-30.md'), []);
    assert.deepEqual(names('1on1s/2026/November/2026-11-30.md', '# 1:1 with Jane'), ['Jane']);
    assert.deepEqual(names('1on1s/April/2026-11-30.md'), ['April']);
  });

  it('is else said by the title', () => {
    assert.deepEqual(names('x/2026-11-30.md', '# 1:1 with Jane Doe – 30 November 2026'), ['Jane Doe']);
    assert.deepEqual(names('x/2026-11-30.md', '# 1:1 Jane <> Sam'), ['Jane', 'Sam']);
    assert.deepEqual(names('x/2026-11-30.md', '# 1:1 w/ [[people/jane|Jane Doe]] (weekly)'), ['Jane Doe']);
    assert.deepEqual(names('Templates/2026-11-30.md', '# 1:1 with {{name}}'), []);
  });

  it('knows who is manager and who is report where the front matter says so', () => {
    assert.deepEqual(noteAt('x/2026-11-30 1on1.md', frontMatter('manager: Helena')).participants, [
      { name: 'Helena', relation: 'manager' },
    ]);
  });
});

describe('When a 1:1 was', () => {
  it('is said by front matter before file name', () => {
    assert.deepEqual(dates('x/2026-11-29 1on1 jane.md', frontMatter('date: 2026-11-30')), ['2026-11-30']);
    assert.deepEqual(dates('x/1on1 jane.md', frontMatter('meeting_date: "[[2026-11-30]]"')), ['2026-11-30']);
    assert.deepEqual(dates('x/1on1 jane.md', frontMatter('started_at: 2026-11-30T23:30:00-11:00')), ['2026-11-30']);
  });

  it('is said by the year first in any writing', () => {
    assert.deepEqual(dates('x/1on1 jane.md', frontMatter('date: 2026/11/30')), ['2026-11-30']);
    assert.deepEqual(dates('1on1s/jane.md', '## 2026/11/30\n\n## 2026/11/23\n'), ['2026-11-30', '2026-11-23']);
  });

  it('is not said by the letters and digits that an export puts behind a name', () => {
    assert.deepEqual(dates('1on1s/Jane 3f2c1b7c0a6e4d9fb0a1c2d320261103.md', '- [ ] x'), []);
  });

  it('is said by every dated heading of a log, of the shallowest dated level only', () => {
    const log = [
      '# Jane',
      '',
      '## 30 November 2026 (14:00)',
      '',
      '### 2026-12-01',
      '',
      '## [2026-11-23]',
      '',
      '## Plans',
      '- [ ] x',
    ];
    const note = noteAt('1on1s/JaneDoe.md', log);
    assert.equal(note.kind, 'log');
    assert.deepEqual(
      note.meetings.map(({ date, line, endLine, heading }) => [date, line, endLine, heading]),
      [
        ['2026-11-30', 2, 5, '30 November 2026 (14:00)'],
        ['2026-11-23', 6, 7, '[2026-11-23]'],
      ],
    );
    assert.equal(note.followUps[0]?.meeting, -1);
  });

  it('is no log when the file is dated, whatever its headings', () => {
    assert.deepEqual(dates('1-1s/jane/2026-11-30.md', '## 2026-11-23\n\n## 2026-11-16\n'), ['2026-11-30']);
  });

  it('is said by the title when nothing else does, and by nothing that leaves a doubt', () => {
    assert.deepEqual(dates('1on1s/jane.md', '# Jane Doe, 2026-11-30'), ['2026-11-30']);
    assert.deepEqual(dates('1on1s/jane.md', '# Jane Doe, 11/12/2026'), []);
  });
});

describe('A note that says in lines of its own what others say in front matter', () => {
  const exported = ['# Weekly sync', '', 'Date: November 30, 2026', 'Attendees: Jane Doe, Sam Reader', 'Type: 1:1', ''];

  it('is read by them, in a paragraph or in a list, plain, bold or as Dataview has them', () => {
    for (const lines of [
      exported,
      exported.slice(2),
      ['**Type:** 1:1', '**Date**: 2026-11-30', '**Attendees:** Jane Doe, Sam Reader'],
      ['type:: 1on1', 'date:: [[2026-11-30]]', '**Attendees**:: [[Jane Doe]], [[Sam Reader]]'],
      ['- type::1on1', '- date::2026-11-30', '- attendees::Jane Doe, Sam Reader'],
      [
        '# Notes',
        '- Type: 1on1',
        '- Date: 2026-11-30',
        '- Attendees: Jane Doe & Sam Reader',
        '',
        '## Agenda',
        '- x: y',
      ],
    ]) {
      const note = noteAt('Export/sync.md', lines);
      assert.deepEqual([note.kind, note.meetings[0]?.date], ['meeting', '2026-11-30'], lines.join('\n'));
      assert.deepEqual(
        note.participants.map(({ name }) => name),
        ['Jane Doe', 'Sam Reader'],
      );
    }
  });

  it('goes by file name, heading and title first', () => {
    assert.deepEqual(dates('Export/1-1 Jane 2026-11-23.md', exported), ['2026-11-23']);
    assert.deepEqual(dates('1on1s/jane.md', [...exported, '## 2026-11-16', '## 2026-11-09']), [
      '2026-11-16',
      '2026-11-09',
    ]);
    assert.deepEqual(names('Export/1-1 Jane 2026-11-23.md', exported.join('\n')), ['Jane']);
  });

  it('is read by none where one of the lines says something else', () => {
    assert.equal(noteAt('Export/sync.md', [...exported.slice(0, 5), 'and we met', '']).kind, 'other');
  });
});

describe('A 1:1 without a date that can be read', () => {
  const undated = ['---', 'type: 1on1', 'person: Jane Doe', 'date: 11/12/2026', '---', '- [ ] a'];

  it('keeps its follow-ups with its person, and says why it is no meeting', () => {
    const note = noteAt('x/sync.md', undated);
    assert.deepEqual(note.meetings, []);
    assert.deepEqual(
      note.participants.map(({ name }) => name),
      ['Jane Doe'],
    );
    assert.equal(note.problem?.line, 3);
  });

  it('may be a log whose headings leave a doubt', () => {
    for (const heading of ['11/12/2026', 'Mon 30.11.2026', 'November 30', 'Monday, Nov 30th', '30 Nov']) {
      const note = noteAt('1on1s/JaneDoe.md', ['# Jane', '', `## ${heading}`, '', '- [ ] a']);
      assert.deepEqual([note.participants.map(({ name }) => name), note.problem?.line], [['Jane Doe'], 2], heading);
    }
    for (const heading of ['Q4 plans', 'Version 1.2.3', 'May', 'Top 10', '30 minutes']) {
      const note = noteAt('1on1s/Questions.md', [`## ${heading}`, '', '- [ ] a']);
      assert.deepEqual([note.participants, note.problem], [[], undefined], heading);
    }
  });

  it('is a template where its front matter has the tags of one: it names nobody, and nothing is wrong with it', () => {
    for (const tags of [
      ['person: <% tp.file.title %>', 'date: {{date}}'],
      ['person: "{{name}}"', 'date: <% d %>'],
    ]) {
      const note = noteAt('Templates/1on1.md', ['---', 'type: 1on1', ...tags, '---']);
      assert.deepEqual([note.participants, note.problem], [[], undefined]);
    }
  });

  it('is told from other notes by what its front matter seems to say', () => {
    assert.equal(noteAt('x/sync.md', '---\ntype: 1on1\nperson: [Jane\n---\n').problem?.line, 2);
    assert.equal(noteAt('x/sync.md', '---\ntype: idea\nperson: [Jane\n---\n').problem, undefined);
  });
});

describe('A prompt and its answer', () => {
  const question = 'Who do you want to thank?';
  const prompts = (...lines: string[]): (readonly [number, boolean, number, number])[] =>
    noteAt('1-1s/jane/2026-11-30.md', ['## People', '', ...lines]).meetings.flatMap(({ sections }) =>
      sections.flatMap((section) =>
        section.prompts.map(
          (prompt) => [prompt.line, prompt.answered, prompt.answerLine, prompt.answerEndLine] as const,
        ),
      ),
    );

  it('are known in a paragraph, a heading, an item and a box, whatever the emphasis', () => {
    for (const line of [
      `**${question}**`,
      `### ${question}`,
      `- ${question}`,
      `- [ ] _${question}_`,
      `1. ${question}`,
      'WHO do you want to thank',
    ]) {
      assert.deepEqual(prompts(line), [[2, false, 2, 2]], line);
    }
  });

  it('may share a line, or a paragraph', () => {
    assert.deepEqual(prompts(`**${question}** Ana, for the demo.`), [[2, true, 2, 2]]);
    assert.deepEqual(prompts(`- ${question}: Ana`), [[2, true, 2, 2]]);
    assert.deepEqual(prompts(`**${question}**`, 'Ana and', 'Bo.'), [[2, true, 3, 4]]);
  });

  it('reach to the next prompt or heading, and no further', () => {
    assert.deepEqual(
      prompts(
        `**${question}**`,
        '',
        'Ana.',
        '',
        '- and Bo',
        '',
        '**Who is getting in your way?**',
        '',
        '## Process',
        'x',
      ),
      [
        [2, true, 4, 6],
        [8, false, 8, 8],
      ],
    );
  });

  it('reach to the child blocks of an item, not to what follows it', () => {
    assert.deepEqual(prompts(`- ${question}`, '  - Ana', '- Something else'), [[2, true, 3, 3]]);
    assert.deepEqual(prompts(`- ${question}`, '- Something else'), [[2, false, 2, 2]]);
  });

  it('are not made of comments, empty bullets and block quotes', () => {
    assert.deepEqual(prompts(`**${question}**`, '', '<!-- ask gently -->', '', '- ', '', '> Ana'), [[2, false, 2, 2]]);
    assert.deepEqual(prompts(`> **${question}**`, '> Ana'), []);
  });

  it('count as asked when the box is ticked', () => {
    assert.deepEqual(prompts(`- [x] ${question}`), [[2, true, 2, 2]]);
  });

  it('are no follow-up', () => {
    assert.equal(noteAt('1-1s/jane/2026-11-30.md', `- [ ] ${question}\n- [ ] Thank Ana`).followUps.length, 1);
  });
});

describe('A section', () => {
  it('counts the words that somebody wrote in it', () => {
    const note = noteAt('1-1s/jane/2026-11-30.md', [
      '## People',
      '',
      '*Who helps, who is in the way, how you are.*',
      '',
      '**Who do you want to thank?**',
      '',
      'Ana, twice over.',
      '',
      '> quoted words do not count',
      '',
      '<!-- nor these -->',
      '- ',
      '- [ ] @jane send the draft',
    ]);
    assert.deepEqual(
      note.meetings[0]?.sections.map(({ title, words }) => [title, words]),
      [['People', 7]],
    );
  });

  it('is private with all below it, under a private heading or between markers', () => {
    const note = noteAt('1-1s/jane/2026-11-30.md', [
      '## Follow-ups',
      '- [ ] open one',
      '## 🔒 Mine alone',
      '### Below',
      '- [ ] hidden one',
      '## People',
      '<!-- private -->',
      '- [ ] hidden two',
      '<!-- /PRIVATE -->',
      '- [ ] open two',
      '```',
      '<!-- private -->',
      '```',
      '- [ ] open three',
    ]);
    assert.deepEqual(
      note.followUps.map((followUp) => [followUp.text, followUp.private]),
      [
        ['open one', false],
        ['hidden one', true],
        ['hidden two', true],
        ['open two', false],
        ['open three', false],
      ],
    );
    assert.ok(noteAt('1-1s/private/2026-11-30.md', '- [ ] x').followUps[0]?.private);
    assert.ok(noteAt('x.md', '---\nprivate: true\n---\n- [ ] x').followUps[0]?.private);
  });
});

describe('A note that is hard to read', () => {
  it('keeps its follow-ups when its front matter is no YAML, and says so', () => {
    const note = noteAt('1-1s/jane/2026-11-30.md', '---\nperson: [Jane\n---\n- [ ] call Ana');
    assert.equal(note.followUps.length, 1);
    assert.equal(note.problem?.line, 1);
  });

  it('is read with CRLF, a byte order mark and NUL alike', () => {
    const text = '\uFEFF---\r\ntype: 1on1\r\nperson: Jane\r\n---\r\n\r\n- [ ] call\0 Ana due:2026-12-01\r\n';
    const note = noteAt('x/2026-11-30.md', text);
    assert.equal(note.kind, 'meeting');
    assert.equal(note.followUps[0]?.fields.due, '2026-12-01');
    assert.equal(note.followUps[0].line, 5);
  });

  it('reads a checkbox on the line below its list marker', () => {
    const note = noteAt('1-1s/jane/2026-11-30.md', '-\n  [ ] Send deck due:2026-12-04\n\n-\n\n  [ ] words\n');
    assert.deepEqual(
      note.followUps.map(({ line, text, fields }) => [line, text, fields.due]),
      [[1, 'Send deck', '2026-12-04']],
    );
  });
});
