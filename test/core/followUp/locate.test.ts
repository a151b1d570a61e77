import assert from 'node:assert/strict';
import { anchorOf, anchorsOf, locate, locateEach, type LineAnchor } from '../../../src/core/followUp/locate';
import { ParsedMarkdown } from '../../../src/core/markdown/parsedMarkdown';
import { wordMessage } from '../../../src/core/text/message';
import { noteAt } from '../support/notes';

const item = '- [ ] Send deck';

/** The anchor of the nth follow-up of a note, as it was read. */
function read(note: readonly string[], nth = 0): LineAnchor {
  const { followUps } = noteAt('1-1s/jane-doe/2026-11-23.md', note.join('\n'));
  const followUp = followUps[nth];
  assert.ok(followUp);
  return anchorOf(followUp, followUps);
}

/** The line where it was found, or why not. */
function found(note: readonly string[], anchor: LineAnchor): number | string {
  const result = locate(note.join('\n'), anchor);
  return 'refused' in result ? wordMessage(result.refused) : result.line;
}

const GONE = /no longer in the note/;
const UNSURE = /several times.*unclear which one is meant/;

describe('A line to be changed', () => {
  const only = read(['# Note', item]);

  it('is the same text at the same line', () => {
    assert.equal(found(['# Note', item], only), 1);
  });

  it('is found again where lines were added or removed above', () => {
    assert.equal(found(['# Note', 'new', item], only), 2);
    assert.equal(found([item], read(['new', item])), 0);
  });

  it('is found under a heading that was reworded, between the same lines', () => {
    assert.equal(found(['# Other', 'a', item, 'b'], read(['# Note', 'a', item, 'b'])), 2);
  });

  it('is located with its position in the note, without line ends', () => {
    const note = `a\r\n> ${item}\r\n> to Jane\r\n`;
    const result = locate(note, { line: 1, source: `> ${item}` });
    assert.ok(!('refused' in result));
    assert.equal(note.slice(result.start, result.end), `> ${item}`);
    assert.equal(note.slice(result.paragraph.start, result.paragraph.end), '[ ] Send deck\r\n> to Jane');
  });

  describe('with an identical line', () => {
    const pair = ['# Note', item, item];
    const second = read(pair, 1);

    it('is the second one, after a line was inserted above', () => {
      assert.equal(found(pair, second), 2);
      assert.equal(found(['# Note', 'new', item, item], second), 3);
      assert.equal(found(['# Note', 'new', item, item], read(pair)), 2);
    });

    it('is the one at its place between its neighbours, after a third was added below', () => {
      const apart = ['# Note', 'x', item, 'y', item];
      assert.equal(found([...apart, 'text', item], read(apart)), 2);
    });

    it('is found with its twin, after lines were inserted above both', () => {
      assert.equal(found(['# Note', 'x', 'y', item, 'text', item], read(['# Note', item, 'text', item], 1)), 5);
    });

    it('is not guessed after its twin was removed, ticked, or moved', () => {
      assert.match(String(found(['# Note', item], second)), UNSURE);
      assert.match(String(found(['# Note', '- [x] Send deck', item], second)), UNSURE);
      assert.match(String(found([item, '# Note', item], second)), UNSURE);
    });

    it('is not guessed after another came beside it', () => {
      assert.match(String(found([...pair, item], second)), UNSURE);
      assert.match(String(found(['# Note', 'a', 'b', item, item, item], second)), UNSURE);
    });

    it('is not guessed where one was removed and another came at the same distance', () => {
      const three = ['# Note', 'a', item, 'b', item, 'c', 'd'];
      const changed = ['# Note', 'a', 'x', 'b', item, 'c', item];
      assert.match(String(found(changed, read(three))), UNSURE);
      assert.match(String(found(changed, read(three, 1))), /4|several/);
    });

    it('is not guessed when its neighbours at its old line are others', () => {
      const before = ['# Note', 'a', item, 'b', 'c', 'd', item];
      const changed = ['# Note', 'c', item, 'd', 'a', item, 'b', item];
      assert.match(String(found(changed, read(before))), UNSURE);
    });
  });

  it('is not guessed when a second one came and it is at neither place', () => {
    assert.match(String(found(['# Note', 'a', 'b', item, item], only)), UNSURE);
  });

  describe('in a log with the newest entry first', () => {
    const entry = (date: string, ...lines: readonly string[]) => [`## ${date}`, '', '### Follow-ups', '', ...lines, ''];
    const lastWeek = entry('2026-11-23', item);

    it('is not that of this week, whose entry came to the place of the last', () => {
      const anchor = read(lastWeek);
      assert.match(String(found([...entry('2026-11-30', item), ...lastWeek], anchor)), UNSURE);
      const ticked = entry('2026-11-23', '- [x] Send deck');
      assert.match(String(found([...entry('2026-11-30', '- [ ] One', item), ...ticked], anchor)), UNSURE);
    });

    it('is not that of another week, when the oldest was ticked meanwhile', () => {
      const before = [...entry('2026-11-23', item), ...entry('2026-11-16', item)];
      const now = [
        ...entry('2026-11-30', item),
        ...entry('2026-11-23', item),
        ...entry('2026-11-16', '- [x] Send deck'),
      ];
      for (const nth of [0, 1]) assert.match(String(found(now, read(before, nth))), UNSURE);
    });
  });

  it('is gone when its text was changed, or is only part of a line', () => {
    assert.match(String(found(['# Note', `${item}s`], only)), GONE);
    assert.match(String(found(['# Note', ` ${item}`], only)), GONE);
    assert.match(String(found([''], only)), GONE);
  });

  it('is never one that is now in code, a comment or front matter', () => {
    for (const around of [
      ['```', '```'],
      ['<!--', '-->'],
      ['%%', '%%'],
      ['---', '---'],
    ]) {
      assert.match(String(found([around[0]!, item, around[1]!], read(['', item]))), GONE);
    }
    assert.equal(found(['```', item, '```', '', item], read(['', item])), 4);
  });

  it('is refused in lines that Git could not merge, and found below them', () => {
    const conflict = ['<<<<<<< HEAD', item, '=======', '- [x] Send deck', '>>>>>>> branch'];
    assert.match(String(found(conflict, read([item, '- [x] Send deck']))), /Git could not merge lines 1 to 5/);
    assert.equal(found([...conflict.with(1, '- [ ] Send slides'), item], read([item])), 5);
  });
});

describe('Thousands of identical lines', () => {
  it('are found together, and each is compared a few times only', () => {
    const lines = Array.from({ length: 2_000 }, () => item);
    const { followUps } = noteAt('1-1s/jane-doe/2026-11-23.md', lines.join('\n'));
    const anchors = anchorsOf(followUps, followUps);
    let compared = 0;
    const identicalLines = anchors[0]?.identicalLines?.map(({ line, context }) => ({
      line,
      get context() {
        compared++;
        return context;
      },
    }));
    assert.ok(identicalLines);
    const located = locateEach(
      new ParsedMarkdown(['- [ ] Send slides', ...lines].join('\n')),
      anchors.map((anchor) => ({ ...anchor, identicalLines })),
    );
    assert.deepEqual(
      located.map((each) => ('refused' in each ? -1 : each.line)),
      lines.map((_, line) => line + 1),
    );
    assert.ok(compared <= 4 * lines.length, String(compared));
  });
});
