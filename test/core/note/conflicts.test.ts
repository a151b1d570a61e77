import assert from 'node:assert/strict';
import { refuseInConflict } from '../../../src/core/markdown/conflicts';
import { parkIn } from '../../../src/core/carryOver/parkingLot';
import { ParsedNote } from '../../../src/core/note/parsedNote';
import { checkShareable } from '../../../src/core/sharing/redact';
import { wordMessage } from '../../../src/core/text/message';
import { hinted } from '../support/hinted';
import { indexOf, noteAt, uriOf } from '../support/notes';

const PATH = '1-1s/jane-doe/2026-11-30.md';

/** Lines that Git could not merge. */
function conflict(own: readonly string[], other: readonly string[], before?: readonly string[]): readonly string[] {
  const middle = before ? ['||||||| 1f2e3d4', ...before] : [];
  return ['<<<<<<< HEAD', ...own, ...middle, '=======', ...other, '>>>>>>> theirs'];
}

function listed(...lines: readonly string[]): readonly string[] {
  return indexOf({ [PATH]: lines })
    .followUpsIn(uriOf(PATH))
    .map(({ text, status }) => `${status} ${text}`);
}

describe('A note that Git could not merge', () => {
  it('lists each promise once: that of both versions, and those of either', () => {
    const [own, other] = [
      ['- [ ] Send deck', '- [ ] Ask legal'],
      ['- [ ] Send deck due:2026-12-04', '- [ ] Book a room'],
    ];
    const expected = ['open Send deck', 'open Ask legal', 'open Book a room'];
    assert.deepEqual(listed(...conflict(own, other)), expected);
    assert.deepEqual(listed(...conflict(own, other, ['- [ ] Send deck', '- [ ] Old'])), expected);
  });

  it('lists a promise that only one version closes as open', () => {
    assert.deepEqual(listed(...conflict(['- [x] Send deck'], ['- [ ] Send deck'])), ['open Send deck']);
    assert.deepEqual(listed(...conflict(['- [ ] Send deck'], ['- [x] Send deck'])), ['open Send deck']);
    assert.deepEqual(listed(...conflict(['- [x] Send deck'], ['- [x] Send deck'])), ['done Send deck']);
  });

  it('keeps two promises with the same words if a version has both', () => {
    const twice = ['- [ ] Send deck', '- [ ] Send deck'];
    assert.deepEqual(listed(...conflict(twice, ['- [ ] Send deck'])), ['open Send deck', 'open Send deck']);
    assert.deepEqual(listed(...conflict(['- [ ] Send deck'], twice)), ['open Send deck', 'open Send deck']);
    assert.deepEqual(listed('- [ ] Send deck', ...conflict(['- [ ] Send deck'], [])).length, 2);
  });

  it('has the same sections as without the markers', () => {
    const lines = ['# Jane', '', '## Private', '', 'Pay', ...conflict(['raise'], ['no raise']), '- [ ] Plan her pay'];
    const note = noteAt(PATH, lines);
    assert.deepEqual(
      note.meetings[0]?.sections.map(({ title }) => title),
      ['Jane', 'Private'],
    );
    assert.equal(note.followUps[0]?.private, true);
  });

  it('has private lines wherever either version makes them private', () => {
    for (const lines of [
      ['# Jane', ...conflict(['## Private'], ['## Notes']), 'secret'],
      ['# Jane', ...conflict(['## Notes'], ['## Private']), 'secret'],
      ['# Jane', '## Private', ...conflict([], ['## Notes']), 'secret'],
    ]) {
      assert.equal(new ParsedNote(lines.join('\n')).isPrivateLine(lines.length - 1), true, lines.join('|'));
    }
  });

  it('is not shared', () => {
    const text = ['# Jane', '', ...conflict(['a'], ['b'])].join('\n');
    const refusal = checkShareable(PATH, new ParsedNote(text));
    assert.match(refusal ? wordMessage(refusal.refused) : '', /^Line 3: Git could not merge/);
  });

  it('is flagged at its first marker, and nothing else in the conflict is', () => {
    const { hints } = hinted(['# Jane', '', ...conflict(['- [ ] @zed Send'], ['-[ ] Call']), '- [ ] @zed Send']);
    assert.deepEqual(
      hints.map(({ kind, line }) => [kind, line]),
      [
        ['conflicts', 2],
        ['owners', 7],
      ],
    );
  });

  it('is flagged at a marker that is left over, which is no conflict', () => {
    const { hints } = hinted(['# Jane', '', '<<<<<<< HEAD', '- [ ] Send', '>>>>>>> theirs']);
    assert.deepEqual(
      hints.map(({ kind, line, message }) => [kind, line, wordMessage(message)]),
      [['conflicts', 2, 'This marker of a Git conflict is left over. Delete it.']],
    );
  });
});

describe('Lines that Git could not merge', () => {
  const text = ['# Jane', ...conflict(['a'], ['b']), 'end', ''].join('\n');
  const at = (words: string): number => text.indexOf(words);

  it('are not changed', () => {
    for (const words of ['<<<', 'a\n', '===', 'b\n', '>>>']) {
      const [start, end] = [at(words), at(words) + 1];
      assert.ok(refuseInConflict(text, [{ start, end, text: '' }]), words);
    }
    assert.ok(refuseInConflict(text, [{ start: at('a\n'), end: at('a\n'), text: '- x\n' }]));
    assert.ok(refuseInConflict(text, [{ start: at('<<<'), end: at('<<<'), text: '- x' }]));
  });

  it('leave the lines above and below to be changed', () => {
    assert.equal(refuseInConflict(text, [{ start: at('<<<'), end: at('<<<'), text: '- x\n' }]), undefined);
    assert.equal(refuseInConflict(text, [{ start: at('end'), end: at('end'), text: '- x\n' }]), undefined);
    assert.equal(refuseInConflict(text, [{ start: 0, end: 1, text: '##' }]), undefined);
  });

  it('take no point for an agenda that is among them', () => {
    const lines = ['# Jane', '', ...conflict(['## Agenda', '', '- A'], ['## Agenda', '', '- B']), ''].join('\n');
    const place = { kind: 'agenda', note: noteAt(PATH, lines), meeting: 0 } as const;
    const parked = parkIn({ words: 'C', place, textNow: lines });
    assert.ok('edits' in parked && refuseInConflict(lines, parked.edits));
  });
});
