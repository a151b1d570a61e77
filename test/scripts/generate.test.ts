import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { generateNotes } from '../../bench/generate';

const options = { count: 400, seed: 7 };

describe('Generated notes', () => {
  it('are the same for the same seed and others for another', () => {
    assert.deepEqual([...generateNotes(options)], [...generateNotes(options)]);
    assert.notDeepEqual([...generateNotes(options)], [...generateNotes({ ...options, seed: 8 })]);
  });

  it('are as many as asked for, each at a path of its own', () => {
    assert.equal(new Set([...generateNotes(options)].map((note) => note.path)).size, options.count);
  });

  it('hold tasks where a Markdown parser finds list items with a box, and nowhere else', () => {
    for (const note of generateNotes(options)) {
      const expected = linesWithBoxes(note.text);
      assert.deepEqual(
        note.truth.map(({ line }) => line),
        expected,
        note.path,
      );
    }
  });

  it('have links to notes that are there', () => {
    const notes = [...generateNotes(options)];
    const paths = new Set(notes.map((note) => note.path));
    for (const { path, text } of notes) {
      for (const [, target = ''] of text.matchAll(/\((?:to|from) \[[\d-]+\]\(([^)]+)\)/g)) {
        assert.ok(paths.has(path.replace(/[^/]+$/, decodeURI(target))), `${path} → ${target}`);
      }
    }
  });
});

/** Lines of the list items that begin with a box and hold text, by markdown-it, which knows no front matter and no `%%`. */
function linesWithBoxes(text: string): readonly number[] {
  const visible = text
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .replace(/^---\n[^]*?\n---\n/, blankLines)
    .replace(/^%%[^]*?%%/gm, blankLines);
  const tokens = new MarkdownIt({ html: true }).parse(visible, {});
  return tokens.flatMap((token, index) => {
    const [paragraph, inline] = [tokens[index + 1], tokens[index + 2]];
    const isTask = paragraph?.type === 'paragraph_open' && /^\[[^\n\]]\][ \t]+\S/u.test(inline?.content ?? '');
    return token.type === 'list_item_open' && isTask && token.map ? [token.map[0]] : [];
  });
}

function blankLines(hidden: string): string {
  return hidden.replace(/[^\n]/g, '');
}
