import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { isPrivatePlace, quoteParts } from '../../../src/core/noteEdit/noteBody';
import { type QuotePlace, writeBlockQuote, writeDocument } from '../../../src/core/reports/document';
import type { Report, ReportEntry } from '../../../src/core/reports/report';
import { day, indexOf, noteAt, uriOf } from '../support/notes';

const source = { uri: uriOf('1-1s/jane/2026-03-09.md'), line: 3 };
const entry = (text: string, more: Partial<ReportEntry> = {}): ReportEntry => ({
  text,
  details: [],
  source,
  private: false,
  ...more,
});
const YOU_OWE = 'You owe';
const reportOf = (entries: readonly ReportEntry[], name = 'Jane'): Report => ({
  title: `Brief: ${name}`,
  introduction: [],
  sections: [{ id: YOU_OWE, title: YOU_OWE, entries, limits: [] }],
});

describe('The document of a report', () => {
  it('has a line for each entry, whose words lead to its place', () => {
    const report = reportOf([
      entry('Send it', { details: ['due today', 'open 3 days'] }),
      entry('Her pay', { private: true }),
    ]);
    const facts = [entry('Last met: today', { source: undefined })];
    const { text, links } = writeDocument({
      ...report,
      sections: [{ id: 'facts', title: '', entries: facts, limits: [] }, ...report.sections],
    });
    assert.deepEqual(text.split('\n'), [
      '# Brief: Jane',
      '',
      '- Last met: today',
      '',
      '## You owe',
      '',
      '- Send it · due today · open 3 days',
      '- Her pay · private',
      '',
    ]);
    assert.deepEqual(
      links.map(({ line, start, end, at: place }) => [text.split('\n')[line]?.slice(start, end), place]),
      [
        ['Send it', source],
        ['Her pay', source],
      ],
    );
  });

  it('says how many more there are', () => {
    const [section] = reportOf([entry('One')]).sections;
    assert.ok(section);
    const { text } = writeDocument({ ...reportOf([]), sections: [{ ...section, more: 480 }] });
    assert.match(text, /\n- One\n- and 480 more\n/);
  });

  for (const words of [
    '# no heading',
    '- no list',
    '+ no list',
    '1. no list',
    '> no quote',
    '```no code',
    '~~~ no code',
    '---',
    '***',
    '___',
    '[no](link.md)',
    '![no](picture.png)',
    '<script>alert(1)</script>',
    '<!-- private -->',
    '&lt;b&gt;',
    '*no* __emphasis__ _of_ any ~kind~',
    'two\nlines\r\n\r\n# and a heading',
    '[ ] no task',
    '`no code`',
    'back\\slash \\',
  ]) {
    it(`shows ${JSON.stringify(words)} as the words that they are`, () => {
      const tokens = new MarkdownIt({ html: true })
        .disable('strikethrough')
        .parse(writeDocument(reportOf([entry(words)], words)).text, {});
      assert.deepEqual(
        tokens.filter(({ nesting, type }) => nesting >= 0 && type !== 'inline').map(({ type }) => type),
        ['heading_open', 'heading_open', 'bullet_list_open', 'list_item_open', 'paragraph_open'],
      );
      const shown = tokens.filter(({ type }) => type === 'inline').flatMap(({ children }) => [children ?? []]);
      const others = shown.flat().filter(({ type }) => type !== 'text' && type !== 'text_special');
      assert.deepEqual(others, []);
      const last = shown.at(-1)?.map(({ content }) => content);
      assert.equal(last?.join(''), words.replace(/\s+/g, ' ').trim());
    });
  }
});

describe('A report in a note', () => {
  const index = indexOf({
    '1-1s/jane/2026-03-09.md': '# Jane, 2026-03-09',
    'logs/Bo.md': ['# 1:1 Bo', '## 2026-03-02', 'x', '## 2026-03-09', 'y'],
  });
  const place: QuotePlace = {
    from: uriOf('1-1s/jane/2026-03-16.md'),
    style: 'markdown',
    root: undefined,
    today: day('2026-03-16'),
    isPrivate: false,
    note: (uri) => index.note(uri),
  };

  it('is a block quote with relative links, in a log to the meeting', () => {
    const report = reportOf([
      entry('Send it', { details: ['due today'], source: { uri: uriOf('1-1s/jane/2026-03-09.md'), line: 0 } }),
      entry('Ask Bo', { source: { uri: uriOf('logs/Bo.md'), line: 4 } }),
    ]);
    assert.deepEqual(writeBlockQuote(report, place).lines, [
      '> **Brief: Jane, 2026-03-16**',
      '>',
      '> **You owe**',
      '>',
      '> - Send it · due today ([2026-03-09](2026-03-09.md))',
      '> - Ask Bo ([2026-03-09](../../logs/Bo.md#2026-03-09))',
    ]);
  });

  it('leaves out what is private, unless its place is private too', () => {
    const report = reportOf([entry('Her pay', { private: true })]);
    const { lines, leftOut } = writeBlockQuote(report, place);
    assert.deepEqual(lines, ['> **Brief: Jane, 2026-03-16**']);
    assert.equal(leftOut, 1);
    assert.match(writeBlockQuote(report, { ...place, isPrivate: true }).lines.join('\n'), /Her pay · private/);
  });

  it('neither asks nor answers nor promises anything', () => {
    const report = reportOf([
      entry('What would make this better?'),
      entry('[ ] @me Send it'),
      entry('Who do you want to thank? Ana'),
    ]);
    const { lines } = writeBlockQuote(report, place);
    const note = noteAt('1-1s/jane/2026-03-16.md', ['# Jane, 2026-03-16', '## Lift', ...lines]);
    assert.deepEqual(
      note.meetings[0]?.sections.flatMap(({ prompts }) => prompts),
      [],
    );
    assert.deepEqual(
      note.meetings[0].sections.map(({ words }) => words),
      [0, 0],
    );
    assert.deepEqual(note.followUps, []);
  });

  it('stands apart from what is around the cursor, in the line ends of the note', () => {
    const text = 'one\r\ntwo\r\n';
    const parts = quoteParts(['> a', '> b'], { text, line: 0, holders: [] });
    assert.equal(parts.map((part) => ('text' in part ? part.text : '|')).join(''), '\r\n\r\n> a\r\n> b\r\n');
  });

  it('knows a private place by where it comes to stand', () => {
    const text = ['# Jane', '## Private', '- a', '', '## Open', '<!-- private -->', 'b', '<!-- /private -->', 'c'].join(
      '\n',
    );
    const places = text.split('\n').map((_, line) => isPrivatePlace({ text, line, holders: [] }));
    assert.deepEqual(places, [false, true, true, true, false, true, true, false, false]);
  });
});
