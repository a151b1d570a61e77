import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { htmlComments } from '../../../src/core/markdown/htmlComments';
import { countOf, forRandomCases } from '../support/randomCases';
import { assertLinear } from '../support/reads';

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
const TEXTS = { usual: 20_000, long: 500_000 };
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
    let found = 0;
    forRandomCases(TEXTS, (random) => {
      const text = `x${Array.from({ length: 12 }, () => random.pick(PIECES)).join('')}x`;
      const comments = commentsIn(text);
      assert.deepEqual(comments, referenceComments(text), JSON.stringify(text));
      found += comments.length;
    });
    assert.ok(found > countOf(TEXTS) / 20, `only ${found} comments`);
  });

  it('are looked for in time that grows with the text', () => {
    for (const piece of ['<!-- ', '`', '` `` ', '<a x="', '<a b=c ']) {
      const look = (length: number) => {
        const text = `x ${piece.repeat(length / piece.length)}`;
        return () => commentsIn(text);
      };
      assertLinear(look, 20_000, piece);
    }
  });
});
