import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { parseCivilDate } from '../../../src/core/dates/civilDate';
import { lookUp, readFrontMatter } from '../../../src/core/markdown/frontMatter';
import { scan } from '../../../src/core/markdown/scan';
import { composeNote, type NoteContent } from '../../../src/core/noteEdit/noteBody';

const content: NoteContent = {
  person: 'Jane Doe',
  date: parseCivilDate('2026-11-30')!,
  framework: 'people-process-product',
  sections: [
    {
      title: 'People',
      purpose: 'Who helps, who is in the way, how you are.',
      questions: ['Who do you want to thank?', 'Who is getting in your way?'],
    },
    { title: 'Process', questions: ['Which meeting could we drop?'] },
  ],
  agenda: [],
  followUps: ['- [ ] @jane Send the draft due:2026-12-04 (from [2026-11-23](2026-11-23.md), since 2026-11-16, 2×)'],
  privateFollowUps: [],
  hasPrivateSection: false,
};

const layout = `---
type: 1on1
person: Jane Doe
date: 2026-11-30
framework: people-process-product
---

# Jane Doe, 2026-11-30

## Agenda

- 

## Follow-ups

- [ ] @jane Send the draft due:2026-12-04 (from [2026-11-23](2026-11-23.md), since 2026-11-16, 2×)

## People

*Who helps, who is in the way, how you are.*

**Who do you want to thank?**

**Who is getting in your way?**

## Process

**Which meeting could we drop?**
`;

const headings = (text: string) =>
  scan(text, readFrontMatter(text))
    .filter(({ kind }) => kind === 'heading')
    .map(({ start, end }) => text.slice(start, end));

describe('A new note', () => {
  it('is laid out as documented', () => assert.equal(composeNote(content).text, layout));

  it('has the cursor behind the one empty bullet of the agenda', () => {
    const { text, cursor } = composeNote(content);
    assert.equal(text.slice(0, cursor), layout.slice(0, layout.indexOf('- \n') + 2));
  });

  it('has the line ends that are asked for, and the cursor where it belongs with them', () => {
    const { text, cursor } = composeNote(content, '\r\n');
    assert.equal(text, layout.replaceAll('\n', '\r\n'));
    assert.ok(text.slice(0, cursor).endsWith('## Agenda\r\n\r\n- '));
  });

  it('has parked lines on its agenda, before the empty bullet', () => {
    const { text, cursor } = composeNote({ ...content, agenda: ['- Budget', '  - for the offsite'] });
    assert.ok(text.includes('## Agenda\n\n- Budget\n  - for the offsite\n- \n\n## Follow-ups\n'));
    assert.ok(text.slice(0, cursor).endsWith('offsite\n- '));
  });

  it('keeps a place for follow-ups when there are none yet', () => {
    assert.ok(composeNote({ ...content, followUps: [] }).text.includes('## Follow-ups\n\n## People\n'));
  });

  it('ends in a private section if the setting says so, or if something private was carried', () => {
    assert.ok(composeNote({ ...content, hasPrivateSection: true }).text.endsWith('\n\n## Private\n'));
    const carried = composeNote({ ...content, privateFollowUps: ['- [ ] talk to HR'] }).text;
    assert.ok(carried.endsWith('\n\n## Private\n\n- [ ] talk to HR\n'));
  });

  it('gives both sides a place where the framework asks nothing', () => {
    const { text } = composeNote({ ...content, sections: [{ title: 'On My Mind', questions: [] }] });
    assert.ok(text.endsWith('## On My Mind\n\n**Jane Doe**\n\n- \n\n**Me**\n\n- \n'));
  });

  it('can say something to its reader, as a quote that nobody will take for an answer', () => {
    const { text } = composeNote({
      ...content,
      followUpsHint: 'carried\n3×',
    });
    assert.ok(text.includes('## Follow-ups\n\n> carried 3×\n\n- [ ] @jane'));
  });

  it('names no framework where none was chosen', () => {
    assert.doesNotMatch(composeNote({ ...content, framework: undefined }).text, /framework/);
  });

  it('takes questions and titles of a user as text', () => {
    const sections = [{ title: 'A *b*\n# c #', purpose: 'one\n\ntwo*', questions: ['Why **now**?\n- [ ] x', '  '] }];
    const { text } = composeNote({ ...content, sections });
    assert.deepEqual(headings(text).slice(-1), ['A \\*b\\* # c \\#']);
    assert.ok(text.includes('\n*one two\\**\n\n**Why \\*\\*now\\*\\*? - [ ] x**\n'));
  });
});

describe("The person's name in a new note", () => {
  const plain = ['Jane Doe', "O'Brien", 'Łukasz', '田中さん', 'Jean-Luc P. Picard', 'محمد علي'];
  for (const person of plain) {
    it(`stands as it is: ${person}`, () => {
      assert.ok(composeNote({ ...content, person }).text.includes(`\nperson: ${person}\n`));
    });
  }

  const nasty = [
    ...[
      'Yes',
      'no',
      'On',
      'y',
      'NULL',
      '~',
      '1:1',
      '2026-11-30',
      '0x1F',
      '1e3',
      '.inf',
      '-',
      '- x',
      '@x',
      '`x`',
      '%x',
      '!x',
    ],
    ...[
      '&x',
      '*x',
      '?',
      '? x',
      '| x',
      '> x',
      '[x]',
      '[[Jane Doe]]',
      '{x}',
      '{{name}}',
      '<% tp %>',
      'a: b',
      'a #b',
      'a:',
      '#x',
    ],
    ...[
      '"x"',
      "'x'",
      'x\'y"z',
      'back\\slash',
      'a/b',
      '..',
      'C:\\x',
      '--- x',
      '...',
      '<<',
      '=',
      'x '.repeat(150),
      '🦊 fox',
    ],
    ...[
      '\u202Ertl',
      'e\u0301',
      'a\u2028b',
      'a\u00A0b',
      '\uFEFFbom',
      'a\u0085b',
      'x\u0000y',
      '<img src=x onerror=alert(1)>',
    ],
    ...['[a](command:x)', '$1 and }', '**bold**', '_x_', 'x #', '# x', '<!-- private -->', '%% x'],
  ];
  for (const person of nasty) {
    it(`is read back as typed, by YAML and by us: ${JSON.stringify(person)}`, () => {
      const { text } = composeNote({ ...content, person });
      const typed = person.replace(/[\s\p{Cc}]+/gu, ' ').trim();
      const frontMatter = readFrontMatter(text);
      assert.equal(frontMatter.problem, undefined);
      assert.equal(lookUp(frontMatter, 'person'), typed);
      const yaml = parse(text.split('---\n')[1] ?? '') as Record<string, unknown>;
      assert.deepEqual(yaml, { type: '1on1', person: typed, date: '2026-11-30', framework: 'people-process-product' });
      assert.deepEqual(headings(text).slice(1), ['Agenda', 'Follow-ups', 'People', 'Process']);
    });
  }

  it('of half characters is mended, as no file could hold them', () => {
    assert.ok(composeNote({ ...content, person: 'a\uD800b' }).text.includes('\uFFFD'));
  });
});
