import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { htmlComments } from '../../../src/core/markdown/htmlComments';
import { scan } from '../../../src/core/markdown/scan';
import { pick, seededRandom } from './randomDocument';

const PIECES = [
  '`',
  '`',
  '``',
  '\\',
  '<!--',
  '-->',
  '<!-->',
  'private',
  ' ',
  ' ',
  '\n',
  'x',
  '<b>',
  '</b>',
  '<a x="',
  '">',
  '>',
];
const reference = new MarkdownIt({ html: true });

function commentsIn(text: string): readonly string[] {
  const block = {
    kind: 'paragraph',
    line: 0,
    endLine: 0,
    marker: 0,
    start: 0,
    end: text.length,
    level: 0,
    parent: -1,
  } as const;
  return htmlComments(text, block).map(({ start, end }) => text.slice(start, end));
}

function referenceComments(text: string): readonly string[] {
  const [inline] = reference.parseInline(text, {});
  const html = inline?.children?.filter(({ type }) => type === 'html_inline') ?? [];
  return html.map(({ content }) => content).filter((content) => content.startsWith('<!--'));
}

describe('HTML comments in running text', () => {
  it('are those that markdown-it sees, in random texts full of backticks, tags and backslashes', () => {
    const random = seededRandom(20_261_130);
    let found = 0;
    for (let count = 0; count < 20_000; count++) {
      const text = `x${Array.from({ length: 12 }, () => pick(PIECES, random)).join('')}x`;
      const comments = commentsIn(text);
      assert.deepEqual(comments, referenceComments(text), JSON.stringify(text));
      found += comments.length;
    }
    assert.ok(found > 1_000, `only ${found} comments`);
  });

  it('are looked for in time that grows with the text', () => {
    for (const piece of ['<!-- ', '`', '` `` ', '<a x="', '<a b=c ']) {
      const text = `x ${piece.repeat(200_000 / piece.length)}`;
      const start = process.cpuUsage().user;
      commentsIn(text);
      assert.ok(process.cpuUsage().user - start < 500_000, `${piece}: ${(process.cpuUsage().user - start) / 1000} ms`);
    }
  });
});

describe('HTML comments in blocks', () => {
  it('are seen in HTML and in hidden regions, whatever backticks stand around, and never in code', () => {
    const seen = (text: string): string[] =>
      scan(text).flatMap((block) => htmlComments(text, block).map(({ start, end }) => text.slice(start, end)));
    assert.deepEqual(seen('<div>` <!-- a --> `</div>'), ['<!-- a -->']);
    assert.deepEqual(seen('%%\n<!-- a -->\n%%'), ['<!-- a -->']);
    assert.deepEqual(seen('```\n<!-- a -->\n```'), []);
    assert.deepEqual(seen('<!-- a\n\nb -->'), ['<!-- a\n\nb -->']);
    assert.deepEqual(seen('<!-- a\n\nb'), []);
  });
});
