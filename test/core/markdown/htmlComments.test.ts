import assert from 'node:assert/strict';
import { htmlComments } from '../../../src/core/markdown/htmlComments';
import { scan } from '../../../src/core/markdown/scan';

describe('HTML comments in blocks', () => {
  it('are found in HTML and in hidden regions, even between backticks, but never in code', () => {
    const seen = (text: string): string[] =>
      scan(text).flatMap((block) => htmlComments(text, block).map(({ start, end }) => text.slice(start, end)));
    assert.deepEqual(seen('<div>` <!-- a --> `</div>'), ['<!-- a -->']);
    assert.deepEqual(seen('%%\n<!-- a -->\n%%'), ['<!-- a -->']);
    assert.deepEqual(seen('```\n<!-- a -->\n```'), []);
    assert.deepEqual(seen('<!-- a\n\nb -->'), ['<!-- a\n\nb -->']);
    assert.deepEqual(seen('<!-- a\n\nb'), []);
  });
});
