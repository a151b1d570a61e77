import assert from 'node:assert/strict';
import { readFrontMatter } from '../../../src/core/markdown/frontMatter';
import { scan } from '../../../src/core/markdown/scan';
import type { Seeded } from '../../../bench/seeded';
import { forRandomCases } from '../support/randomCases';
import { assertLinear } from '../support/reads';
import { randomDocument } from './randomDocument';

/** Texts that make a careless reader look at the same characters again and again, `length` characters long or little more. */
const HOSTILE: Readonly<Record<string, (length: number) => string>> = {
  'one long line': (length) => 'word '.repeat(length / 5),
  'one line of blanks': (length) => `${' '.repeat(length)}a`,
  'blanks at the end of a line': (length) => `a${' '.repeat(length)}`,
  'headings only': (length) => '# a\n'.repeat(length / 4),
  'a heading that closes for ever': (length) => `# ${'#'.repeat(length)}`,
  'a heading with gaps between its #': (length) => `# ${'# '.repeat(length / 2)}`,
  'an underline as long as the note': (length) => `a\n${'='.repeat(length)}`,
  'quotes in quotes': (length) => '>'.repeat(length),
  'items in items': (length) => `${'- '.repeat(length / 2)}a`,
  'items in items, one a line': (length) => nestedItems(length),
  'deep nesting, then blank lines': (length) => nestedItems(12_000) + '\n'.repeat(length),
  'deep quotes, then lazy lines': (length) => `${'> '.repeat(90)}a\n${'b\n'.repeat(length / 2)}`,
  'fences that no fence closes': (length) => '``` a\n'.repeat(length / 6),
  'backticks only': (length) => '`'.repeat(length),
  'HTML comments that end with their quote': (length) => '> <!--\n\n'.repeat(length / 8),
  'tags without end': (length) => '<a\n\n'.repeat(length / 4),
  'comments that nothing closes': (length) => '%% a\n\n'.repeat(length / 6) + '%%',
  'comments in text': (length) => '%% a %% b\n'.repeat(length / 10),
  'no front matter after all': (length) => `---\n${'a: b\n'.repeat(length / 5)}`,
  'line ends only': (length) => '\r\n\r'.repeat(length / 3),
};

describe('Any text', () => {
  for (const [name, make] of Object.entries(HOSTILE)) {
    it(`is read in time that grows with its length: ${name}`, () => {
      const read = (length: number) => {
        const text = make(length);
        return () => scan(text, readFrontMatter(text));
      };
      assertLinear(read, 24_000, name);
    });
  }

  it('nests to a depth of 100 and is text beyond that', () => {
    const blocks = scan(`${'> '.repeat(150)}- a`);
    assert.deepEqual([blocks.filter(({ kind }) => kind === 'quote').length, blocks.at(-1)?.kind], [100, 'paragraph']);
  });

  it('gives blocks in order, each within the text and within its container', () => {
    forRandomCases({ usual: 3_000, long: 100_000 }, (random) => assertSound(hostileDocument(random)));
  });

  it('can have 100,000 headings, or one line of 900,000 characters', () => {
    assert.equal(scan('# a\n'.repeat(100_000)).length, 100_000);
    assert.equal(scan('- [ ] a '.repeat(112_500)).length, 2);
  });
});

function nestedItems(length: number): string {
  let text = '';
  for (let depth = 0; text.length < length; depth++) text += `${'  '.repeat(depth % 110)}- a\n`;
  return text;
}

/** A random document with some of its characters replaced, doubled or dropped. */
function hostileDocument(random: Seeded): string {
  const strange = ['\0', '\uD800', '\uDC00', '\u2028', '\uFEFF', '\r', '\t', '%%', '---\n', '[[', '"', ': ', '\u00a0'];
  const text = random.pick(['', '\uFEFF', '---\n', '---\ndate: 2026-11-30\n---\n']) + randomDocument(random);
  return Array.from(text, (character) =>
    random.chance(0.05) ? random.pick([...strange, '', character + character]) : character,
  ).join('');
}

function assertSound(text: string): void {
  const frontMatter = readFrontMatter(text);
  const lineCount = text.split(/\r\n|\r|\n/).length;
  const blocks = scan(text, frontMatter);
  let last = { line: frontMatter.bodyLine, marker: frontMatter.bodyStart };
  blocks.forEach((block, index) => {
    assert.ok(block.parent < index);
    const { line, endLine, marker, start, end, parent } = block;
    const container = blocks[parent];
    assert.ok(line >= last.line && marker >= last.marker, JSON.stringify(text));
    assert.ok(line <= endLine && endLine < lineCount, JSON.stringify(text));
    assert.ok(marker <= start && start <= end && end <= text.length, JSON.stringify(text));
    assert.ok(
      parent === -1 || (container && container.endLine >= endLine && container.end >= end),
      JSON.stringify(text),
    );
    assert.ok(parent === -1 || container?.kind === 'item' || container?.kind === 'quote', JSON.stringify(text));
    last = block;
  });
}
