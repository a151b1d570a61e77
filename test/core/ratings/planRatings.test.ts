import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/text/edit';
import { readFrontMatter } from '../../../src/core/markdown/frontMatter';
import { scan } from '../../../src/core/markdown/scan';
import type { Ratings } from '../../../src/core/note/ratings';
import { planRatings } from '../../../src/core/ratings/planRatings';
import { indexOf, uriOf } from '../support/notes';
import { wordMessage } from '../../../src/core/text/message';

const PATH = '1-1s/jane-doe/2026-11-30.md';
const RATED = { challenge: 8, skill: 6 };
const EARLIER = {
  '1-1s/jane-doe/2026-11-02.md': '[challenge:: 3] [skill:: 8]\n',
  '1-1s/jane-doe/2026-11-16.md': 'Nothing rated\n',
  '1-1s/jane-doe/2026-11-23.md': '[challenge:: 7,5] [skill:: 6]\n',
  '1-1s/bob/2026-11-20.md': '[challenge:: 1] [skill:: 1]\n',
  '1-1s/jane-doe/2026-12-07.md': '[challenge:: 9] [skill:: 9]\n',
};

interface Rated {
  readonly text: string;
  readonly chart: 'drawn' | 'kept';
}

interface Rating {
  readonly path?: string;
  readonly text: string;
  readonly others?: Readonly<Record<string, string>>;
  readonly ratings?: Ratings;
  readonly title?: string;
  readonly meeting?: number;
}

/** The note after the ratings are written into it, among the other notes. */
function rated({ path = PATH, text, others = {}, ratings = RATED, title = 'Jane Doe', meeting = 0 }: Rating): Rated {
  const index = indexOf({ ...others, [path]: text });
  const note = index.note(uriOf(path));
  const meetings = note ? index.meetingsWith(index.personOf(note)?.key ?? '') : [];
  const at = meetings.find((each) => each.note === note && each.index === meeting);
  assert.ok(at, 'the meeting is in the index');
  const planned = planRatings({ text, at, meetings, ratings, title });
  assert.ok('change' in planned, JSON.stringify(planned));
  assert.equal(planned.change.uri, uriOf(path));
  return { text: applyEdits(text, planned.change.edits), chart: planned.chart };
}

const lines = (...written: string[]) => written.join('\n');

describe('Challenge vs Skill', () => {
  it('makes a section with the ratings, a chart and a table of the same points', () => {
    const { text, chart } = rated({ text: '# Jane Doe\n\n## Agenda\n\n- \n', others: EARLIER });
    assert.equal(chart, 'drawn');
    assert.equal(
      text.replace(/chart \w+ -->/, 'chart … -->'),
      lines(
        '# Jane Doe',
        '',
        '## Agenda',
        '',
        '- ',
        '',
        '## Challenge vs Skill',
        '',
        '[challenge:: 8] [skill:: 6]',
        '',
        '<!-- one-on-one:chart … -->',
        '',
        '```mermaid',
        'quadrantChart',
        '  title Jane Doe',
        '  x-axis Low skill --> High skill',
        '  y-axis Low challenge --> High challenge',
        '  quadrant-1 Flow',
        '  quadrant-2 Stretched',
        '  quadrant-3 Too little to do',
        '  quadrant-4 At ease',
        '  "1": [0.8, 0.3]',
        '  "2": [0.6, 0.75]',
        '  "3": [0.6, 0.8]',
        '```',
        '',
        '| Point | Meeting | Challenge | Skill |',
        '| --- | --- | --- | --- |',
        '| 1 | [2026-11-02](2026-11-02.md) | 3 | 8 |',
        '| 2 | [2026-11-23](2026-11-23.md) | 7.5 | 6 |',
        '| 3 | 2026-11-30 | 8 | 6 |',
        '',
        '<!-- /one-on-one:chart -->',
        '',
      ),
    );
  });

  it('uses the sections of its framework: ratings below what was said, the chart above the questions', () => {
    const framework = lines(
      '# Jane Doe',
      '',
      '## Ratings',
      '',
      '*Two numbers.*',
      '',
      'By feel.',
      '',
      '## Chart',
      '',
      '*Where the point lies today.*',
      '',
      '**What does the chart not show?**',
      '',
      '## Private',
      '',
      'Mine.',
      '',
    );
    const { text } = rated({ text: framework });
    assert.match(text, /\nBy feel\.\n\n\[challenge:: 8\] \[skill:: 6\]\n\n## Chart\n/);
    assert.match(text, /today\.\*\n\n<!-- one-on-one:chart \w+ -->\n\n```mermaid\n/);
    assert.match(text, /\n<!-- \/one-on-one:chart -->\n\n\*\*What does the chart not show\?\*\*\n/);
    assert.doesNotMatch(text, /Challenge vs Skill/);
  });

  it('makes its section before the private ones at the end, never below them', () => {
    const { text } = rated({ text: '# Jane\n\n## Agenda\n\n- a\n\n## Private\n\nMine.\n' });
    assert.match(text, /- a\n\n## Challenge vs Skill\n[^]*\n<!-- \/one-on-one:chart -->\n\n## Private\n\nMine\.\n$/);
  });

  it('does not write into a private section because of its name', () => {
    const { text } = rated({ text: '# Jane\n\n## Private\n\n### Ratings\n\nOnly for me.\n' });
    assert.match(text, /^# Jane\n\n## Challenge vs Skill\n\n\[challenge:: 8\]/);
    assert.match(text, /\n## Private\n\n### Ratings\n\nOnly for me\.\n$/);
  });

  it('changes nothing when it is run again with the same ratings', () => {
    const once = rated({ text: '# Jane Doe\n\nWords\n', others: EARLIER }).text;
    assert.equal(rated({ text: once, others: EARLIER }).text, once);
  });

  it('brings chart and table up to date when it is run again, and nothing else', () => {
    const once = rated({ text: '# Jane Doe\n\nWords\n' }).text.replace(/$/, '\nWords below\n');
    const { text, chart } = rated({ text: once, others: EARLIER, ratings: { challenge: 8, skill: 6 } });
    assert.equal(chart, 'drawn');
    assert.match(text, /"1": \[0\.8, 0\.3\]/);
    const withoutChart = (note: string) => note.replace(/<!-- one-on-one[^]*-->/, '');
    assert.equal(withoutChart(text), withoutChart(once));
  });

  it('changes the two numbers in place if the ratings change', () => {
    const once = rated({ text: '# Jane Doe\n\n- Rated [skill:: 3] and [challenge::  9,5 ] by feel\n\nWords\n' }).text;
    assert.match(once, /^# Jane Doe\n\n- Rated \[skill:: 6\] and \[challenge:: {2}8 \] by feel\n\n<!-- one-on-one/);
    assert.match(once, /-->\n\nWords\n$/);
  });

  it('completes ratings that cannot be read instead of writing a second line', () => {
    const { text } = rated({ text: '[challenge::] [skill:: eleven]\n' });
    assert.match(text, /^\[challenge:: 8\] \[skill:: 6\]\n\n<!--/);
    assert.match(rated({ text: 'So: [challenge:: 8]\n' }).text, /^So: \[challenge:: 8\] \[skill:: 6\]\n\n<!--/);
  });

  for (const [change, by] of [
    ['a number in the table', (note: string) => note.replace('| 3 | 8 |', '| 3 | 9 |')],
    ['a word in the diagram', (note: string) => note.replace('quadrant-1 Flow', 'quadrant-1 Bliss')],
    ['a line of the table that is gone', (note: string) => note.replace(/\| \d \| 2026-11-30 .*\n/, '')],
    ['the closing marker that is gone', (note: string) => note.replace('<!-- /one-on-one:chart -->\n', '')],
    ['both markers that are gone', (note: string) => note.replace(/<!-- .*one-on-one.* -->\n/g, '')],
  ] as const) {
    it(`keeps a chart that was edited by hand: ${change}`, () => {
      const edited = by(rated({ text: '# Jane Doe\n', others: EARLIER }).text);
      const { text, chart } = rated({ text: edited, others: EARLIER, ratings: { challenge: 2, skill: 2 } });
      assert.equal(chart, 'kept');
      assert.equal(text, edited.replace('[challenge:: 8] [skill:: 6]', '[challenge:: 2] [skill:: 2]'));
    });
  }

  it('takes a chart that a formatter aligned for its own', () => {
    const once = rated({ text: '# Jane Doe\n' }).text;
    const aligned = once.replace('| --- | --- | --- | --- |', '| ---------- | --------- | ----- | ------------- |');
    assert.notEqual(aligned, once);
    const { text, chart } = rated({ text: aligned.replace('| 8 | 6 |', '| 8         | 6     |') });
    assert.equal(chart, 'drawn');
    assert.equal(text, once);
  });

  it('draws a new chart if the old one was deleted with its markers', () => {
    const once = rated({ text: '# Jane Doe\n' }).text;
    const { text, chart } = rated({ text: once.replace(/\n<!--[^]*-->\n/, '') });
    assert.equal(chart, 'drawn');
    assert.equal(text, once);
  });

  it('puts meetings with the same ratings on one point, and keeps all of them in the table', () => {
    const others = { '1-1s/jane-doe/2026-11-23.md': '[challenge:: 8] [skill:: 6]\n' };
    const { text } = rated({ text: '# Jane Doe\n', others });
    assert.match(text, /\n {2}"1, 2": \[0\.6, 0\.8\]\n```/);
    assert.match(text, /\n\| 1 \| \[2026-11-23\].*\n\| 2 \| 2026-11-30 /);
  });

  it('shows the last twelve meetings and says how many earlier ones it leaves out', () => {
    const others = Object.fromEntries(
      Array.from({ length: 13 }, (_, at) => [
        `1-1s/jane-doe/2025-${String(at < 12 ? at + 1 : 12).padStart(2, '0')}-${at < 12 ? '05' : '19'}.md`,
        `[challenge:: ${at % 10}] [skill:: 5]\n`,
      ]),
    );
    const { text } = rated({ text: '# Jane Doe\n', others });
    assert.equal(text.match(/^\| (?:\[?\d)/gm)?.length, 12);
    assert.match(text, /\nThe last 12 ratings; 2 earlier ones are left out\.\n/);
  });

  it('writes 0 and 10 as Mermaid reads them', () => {
    const { text } = rated({ text: '# Jane Doe\n', ratings: { challenge: 10, skill: 0 } });
    assert.match(text, /"1": \[0, 1\]/);
    assert.match(text, /\| 10 \| 0 \|/);
  });

  it('writes no digits that Mermaid cannot read, whatever the decimals', () => {
    const { text } = rated({ text: '# Jane Doe\n', ratings: { challenge: 0.7, skill: 0.01 } });
    assert.match(text, /"1": \[0\.001, 0\.07\]/);
  });

  for (const name of [
    'Jane ``` Doe',
    '%%{init: {"theme":"dark"}}%%',
    '<img src=x onerror=alert(1)>',
    'x-axis --> y; quadrant-1 "z"',
    '#quot; & [a](b) | **c** `d` $1 }',
    'Ann\nquadrant-2 Broken',
    'style a:b#c;',
  ]) {
    it(`shows a name as text, whatever its signs: ${JSON.stringify(name)}`, () => {
      const { text } = rated({ text: '# Jane Doe\n', title: name });
      const title = /\n {2}title (.*)\n/.exec(text)?.[1] ?? '';
      assert.match(title, /^(?:[\p{L}\p{M}\p{N} .,'’-]|#\d+;)+$/u);
      const decoded = title.replace(/#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
      assert.equal(decoded, name.replace('\n', ' '));
      const code = scan(text, readFrontMatter(text)).filter(({ kind }) => kind === 'code');
      assert.equal(code.length, 1);
    });
  }

  it('keeps letters of every script as they are', () => {
    const { text } = rated({ text: '# Jane Doe\n', title: 'Łukasz 田中さん O’Brien-محمد' });
    assert.match(text, /\n {2}title Łukasz 田中さん O’Brien-محمد\n/);
  });

  it('shows earlier ratings that are private in a private place only', () => {
    const others = { '1-1s/jane-doe/2026-11-23.md': '## Private\n\n[challenge:: 3] [skill:: 8]\n' };
    assert.doesNotMatch(rated({ text: '# Jane Doe\n', others }).text, /2026-11-23/);
    assert.match(rated({ text: '## Private\n\n[challenge:: 8] [skill:: 6]\n', others }).text, /2026-11-23/);
  });

  it('draws private ratings beside them, and not in a section that others may see', () => {
    const { text } = rated({ text: '## Chart\n\nOpen\n\n## Private\n\n[challenge:: 8] [skill:: 6]\n' });
    assert.match(text, /^## Chart\n\nOpen\n\n## Private\n\n\[challenge:: 8\] \[skill:: 6\]\n\n<!-- one-on-one/);
  });

  it('writes into the entry of a log, and links to the others by their headings', () => {
    const log = lines(
      '# Jane Doe 1:1',
      '',
      '## 2026-11-23',
      '',
      '[challenge:: 3] [skill:: 8]',
      '',
      '## 2026-11-30',
      '',
      '### Agenda',
      '',
      '- a',
      '',
      '## 2026-12-07',
      '',
      'Later',
      '',
    );
    const { text } = rated({ path: '1-1s logs/Jane Doe 1on1.md', text: log, meeting: 1 });
    assert.match(text, /- a\n\n### Challenge vs Skill\n\n\[challenge:: 8\]/);
    assert.match(text, /\| 1 \| \[2026-11-23\]\(#2026-11-23\) \| 3 \| 8 \|\n\| 2 \| 2026-11-30 \|/);
    assert.match(text, /<!-- \/one-on-one:chart -->\n\n## 2026-12-07\n\nLater\n$/);
    assert.equal(text.replace(/### Challenge[^]*chart -->\n\n/, ''), log);
  });

  it('keeps CRLF, and a note without a line end at its end', () => {
    const { text } = rated({ text: '# Jane Doe\r\n\r\nWords' });
    assert.doesNotMatch(text, /[^\r]\n/);
    assert.match(text, /^# Jane Doe\r\n\r\nWords\r\n\r\n## Challenge vs Skill\r\n/);
    assert.equal(rated({ text, others: EARLIER }).chart, 'drawn');
  });

  it('draws below the heading of the chart, where the ratings get a heading of their own at the same place', () => {
    for (const end of ['', '\n', '\n\n']) {
      const { text } = rated({ text: `# Jane Doe\n\n## Chart${end}` });
      assert.match(text, /\n## Chart\n\n<!-- one-on-one:chart/, text);
      assert.match(text, /chart -->\n\n## Challenge vs Skill\n\n\[challenge:: 8\]/, text);
      assert.doesNotMatch(text, /\n\n\n/, text);
    }
  });

  it('refuses if ratings would be hidden in unclosed code or an unclosed comment', () => {
    for (const open of ['```\ncode', '<!-- note', '%%\nnote']) {
      const text = `# Jane Doe\n\n${open}\n`;
      const index = indexOf({ [PATH]: text });
      const meetings = index.meetingsWith('jane doe');
      const [at] = meetings;
      assert.ok(at);
      const planned = planRatings({ text, at, meetings, ratings: RATED, title: 'Jane Doe' });
      assert.ok('refused' in planned, open);
      assert.match(wordMessage(planned.refused), /not closed/);
    }
  });
});
