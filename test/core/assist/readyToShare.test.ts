import assert from 'node:assert/strict';
import { noteDiagnostics } from '../../../src/core/assist/diagnostics';
import { problemsBeforeSharing } from '../../../src/core/assist/readyToShare';
import { applyEdits } from '../../../src/core/text/edit';
import { indexOf, uriOf } from '../support/notes';
import { worded } from '../support/worded';

const PATH = '1-1s/jane-doe/2026-11-30.md';
const BOTH = ['---', 'people: [Max Meyer, Jane Doe]', '---', '# Jane Doe and Max Meyer', ''];

/** The problems of a note that Max shares, and its text after each fix. */
function checked(lines: readonly string[]) {
  const text = lines.join('\n');
  const index = indexOf({ [PATH]: text }, { me: ['Max Meyer'], roster: [] });
  const note = index.note(uriOf(PATH));
  assert.ok(note);
  const read = { note, text, people: index.people, person: index.personOf(note), writer: index.writerOf(note) };
  const found = noteDiagnostics({ ...read, problem: index.problemOf(note) });
  const ofSharing = found.filter((each) => each.kind === 'sharing');
  return {
    problems: problemsBeforeSharing(found).map(({ line, message }) => `${line}: ${worded(message)}`),
    marked: ofSharing.map(({ start, end }) => text.slice(start, end)),
    fixed: ofSharing.map(({ fix }) => fix && applyEdits(text, fix.edits).split('\n')),
  };
}

describe('Ready to share', () => {
  it('is a note without doubts', () => {
    const { problems } = checked([...BOTH, '- [ ] @jane Send the draft', '', '## Private', '', '- pay']);
    assert.deepEqual(problems, []);
  });

  it('is not a note with a private heading that is none, until the fix makes it one', () => {
    const { problems, marked, fixed } = checked([...BOTH, '##Private', '', 'pay']);
    assert.match(problems.join(), /^5: this looks like a private heading/);
    assert.deepEqual(marked, ['##Private']);
    assert.deepEqual(checked(fixed[0] ?? []).problems, []);
  });

  it('is not a note with an open private marker, until the fix closes it', () => {
    const { problems, fixed } = checked([...BOTH, '<!-- private -->', '', 'pay']);
    assert.match(problems.join(), /^5: this private marker has no partner/);
    assert.deepEqual(checked(fixed[0] ?? []).problems, []);
  });

  it('is not a note with links into private folders, until the fix keeps only their words', () => {
    const { marked, fixed } = checked([
      ...BOTH,
      '- see [the case](../../private/jane%20doe.md#pay) and [[private/jane|it]]',
    ]);
    assert.deepEqual(marked, ['[the case](../../private/jane%20doe.md#pay)', '[[private/jane|it]]']);
    assert.equal(fixed[0]?.at(-1), '- see the case and [[private/jane|it]]');
    assert.equal(fixed[1]?.at(-1), '- see [the case](../../private/jane%20doe.md#pay) and it');
  });

  for (const line of [
    'see [it](https://x.example/private/page)',
    '    [it](private/jane.md)',
    'see [it](../jane-doe/2026-11-23.md)',
  ]) {
    it(`may be a note with ${line.trim()}`, () => {
      assert.deepEqual(checked([...BOTH, line]).problems, []);
    });
  }

  it('may be a private line with a link into a private folder', () => {
    assert.deepEqual(checked([...BOTH, '## Private', '', '[it](../../private/jane.md)']).problems, []);
  });

  it('is not a note with an unclear @me or the marks of a conflict', () => {
    const { problems } = checked([
      ...BOTH,
      '- [ ] @me Send the draft',
      '',
      '<<<<<<< HEAD',
      'a',
      '=======',
      'b',
      '>>>>>>> x',
    ]);
    assert.deepEqual(
      problems.map((problem) => Number.parseInt(problem, 10)),
      [5, 7],
    );
  });
});
