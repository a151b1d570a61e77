import assert from 'node:assert/strict';
import { fixesOf } from '../../../src/core/assist/fixes';
import { noteDiagnostics } from '../../../src/core/assist/diagnostics';
import { applyEdits } from '../../../src/core/text/edit';
import type { NoteIndex } from '../../../src/core/index/noteIndex';
import { wordMessage } from '../../../src/core/text/message';
import { day, indexOf, noteAt, uriOf } from '../support/notes';

const MAX = 'Max Meyer';
const JANE = 'Jane Doe';

type Files = Readonly<Record<string, readonly string[]>>;

const NOTE = '1-1s/jane-doe/2026-11-30.md';

/** The front matter of a 1:1 and its lines. */
function note(head: readonly string[], ...lines: readonly string[]): readonly string[] {
  return ['---', 'type: 1on1', 'date: 2026-11-30', ...head, '---', ...lines];
}

function read(files: Files, me: string): NoteIndex {
  return indexOf(files, { me: [me], roster: [] });
}

/** The person of a note, and the owners of its follow-ups, for a reader. */
function seenBy(me: string, files: Files, path = NOTE): readonly (string | undefined)[] {
  const index = read(files, me);
  const read_ = index.note(uriOf(path));
  const owners = index.followUpsIn(uriOf(path)).map(({ owners: found, ambiguousOwner }) => {
    return ambiguousOwner === undefined
      ? found.map((owner) => (owner === 'me' ? 'me' : owner.name)).join()
      : `${ambiguousOwner}?`;
  });
  return [read_ && index.personOf(read_)?.name, ...owners];
}

describe('A note that names both people', () => {
  const lines = ['- [ ] @max send the draft', '- [ ] @jane.doe read it', '- [ ] @me ask legal', '- [ ] @bob wait'];
  const files = { [NOTE]: note(['people: [Max Meyer, Jane Doe]'], '# Max Meyer and Jane Doe', ...lines) };

  it('is a 1:1 with the other one for either of them', () => {
    assert.deepEqual(seenBy(MAX, files), [JANE, 'me', JANE, '', 'bob']);
    assert.deepEqual(seenBy(JANE, files), [MAX, MAX, 'me', '', 'bob']);
  });

  it('gives its @me to the person it is by', () => {
    const by = { [NOTE]: note(['people: [Max Meyer, Jane Doe]', 'by: Jane'], '- [ ] @me ask legal') };
    assert.deepEqual(seenBy(MAX, by), [JANE, JANE]);
    assert.deepEqual(seenBy(JANE, by), [MAX, 'me']);
  });

  it('gives its @me to the one whom neither title nor folder names', () => {
    const inFolder = { [NOTE]: note(['people: [Max Meyer, Jane Doe]'], '# Monday', '- [ ] @me ask legal') };
    assert.deepEqual(seenBy(MAX, inFolder), [JANE, 'me']);
    assert.deepEqual(seenBy(JANE, inFolder), [MAX, MAX]);
    const titled = {
      'notes/2026-11-30.md': note(['people: [Max Meyer, Jane Doe]'], '# 1:1 with Max', '- [ ] @me ask legal'),
    };
    assert.deepEqual(seenBy(MAX, titled, 'notes/2026-11-30.md'), [JANE, JANE]);
  });

  it('gives what is under “My actions” and “Their actions” to the one who wrote it, and to the other', () => {
    const headed = ['## My actions', '- [ ] one', '## Their actions', '- [ ] two'];
    const by = { [NOTE]: note(['people: [Max Meyer, Jane Doe]', 'author: Max Meyer'], ...headed) };
    assert.deepEqual(seenBy(MAX, by), [JANE, 'me', JANE]);
    assert.deepEqual(seenBy(JANE, by), [MAX, MAX, 'me']);
    const both = { [NOTE]: note(['people: [Max Meyer, Jane Doe]'], '# Max Meyer and Jane Doe', ...headed) };
    assert.deepEqual(seenBy(JANE, both), [MAX, '', '']);
  });
});

describe('A note that names only the other one', () => {
  const old = note(['person: Jane Doe'], '- [ ] @me send the draft', '- [ ] @jane read it', '- [ ] unowned');

  it('is read as before by the person who wrote it', () => {
    assert.deepEqual(seenBy(MAX, { [NOTE]: old }), [JANE, 'me', JANE, '']);
  });

  it('is a 1:1 with its author for the person it is about', () => {
    const by = { [NOTE]: note(['person: Jane Doe', 'by: Max Meyer'], ...old.slice(5)) };
    assert.deepEqual(seenBy(JANE, by), [MAX, MAX, 'me', '']);
    assert.deepEqual(seenBy(MAX, by), [JANE, 'me', JANE, '']);
  });

  it('is a 1:1 with the manager on the page of the person it is about', () => {
    const page = ['---', 'person: Jane Doe', 'reports-to: "[[Max Meyer]]"', '---'];
    assert.deepEqual(seenBy(JANE, { [NOTE]: old, 'People/Jane Doe.md': page }), [MAX, MAX, 'me', '']);
    const roster = [{ name: JANE, aliases: [], reportsTo: MAX }];
    const index = indexOf({ [NOTE]: old }, { me: [JANE], roster });
    assert.equal(index.personOf(noteAt(NOTE, old))?.name, MAX);
  });

  it('is a 1:1 with the one other person of its folder', () => {
    const files = { [NOTE]: old, '1-1s/jane-doe/2026-12-07.md': note(['people: [Max Meyer, Jane Doe]']) };
    assert.deepEqual(seenBy(JANE, files), [MAX, MAX, 'me', '']);
    const index = read({ [NOTE]: old }, JANE);
    index.put(noteAt('1-1s/jane-doe/2026-12-07.md', note(['people: [Max Meyer, Jane Doe]'])));
    assert.equal(index.personOf(noteAt(NOTE, old))?.name, MAX, 'also once such a note arrives');
  });

  it('is a 1:1 with the author of another note in its folder, and not with the person of one', () => {
    const by = { '1-1s/jane-doe/2026-12-07.md': note(['person: Jane Doe', 'by: Max Meyer']) };
    assert.deepEqual(seenBy(JANE, { [NOTE]: old, ...by }), [MAX, MAX, 'me', '']);
    const about = { '1-1s/jane-doe/2026-12-07.md': note(['person: Bob Ray']) };
    assert.deepEqual(seenBy(JANE, { [NOTE]: old, ...about }), ['The Other', 'The Other', 'me', '']);
  });

  it('changes the people when a known name comes into its folder or leaves it, and only then', () => {
    const later = '1-1s/jane-doe/2026-12-07.md';
    const both = note(['people: [Max Meyer, Jane Doe]']);
    const others = note(['people: [Jane Doe, Ann Lee]']);
    const elsewhere = { 'a/2026-11-02.md': both, 'a/2026-11-03.md': others };
    const index = read({ [NOTE]: old, ...elsewhere, '1-1s/jane-doe/2026-11-09.md': others }, JANE);
    const change = (path: string, lines: readonly string[]): boolean | undefined =>
      index.put(noteAt(path, lines))?.people;
    assert.equal(change(NOTE, [...old, '- [ ] one more']), false, 'the same names');
    assert.equal(change(later, both), true, 'a name that is new there');
    assert.equal(change('1-1s/jane-doe/2026-12-14.md', both), false, 'a name that is there');
    assert.equal(index.remove(uriOf('1-1s/jane-doe/2026-12-14.md'))?.people, false, 'a name that is still there');
    assert.equal(index.remove(uriOf(later))?.people, true, 'a name that is gone');
  });

  it('changes the people when the only author in its folder is removed', () => {
    const by = note(['person: Jane Doe', 'by: Max Meyer']);
    const index = read({ [NOTE]: old, '1-1s/jane-doe/2026-12-07.md': by }, JANE);
    assert.equal(index.put(noteAt('1-1s/jane-doe/2026-12-07.md', note(['person: Jane Doe'])))?.people, true);
    assert.equal(index.personOf(noteAt(NOTE, old))?.name, 'The Other');
  });

  it('does not change the people by a name that is new in a folder if no note is about the reader', () => {
    const bob = { '1-1s/bob-ray/2026-11-30.md': note(['person: Bob Ray']) };
    const index = read({ 'People/Jane Doe.md': ['---', 'person: Jane Doe', '---'], ...bob }, MAX);
    const by = note(['person: Bob Ray', 'by: Ann Lee']);
    assert.equal(index.put(noteAt('1-1s/bob-ray/2026-12-07.md', by))?.people, false);
  });

  it('is otherwise a 1:1 with the other, and asks who that is', () => {
    const files = { [NOTE]: old };
    assert.deepEqual(seenBy(JANE, files), ['The Other', 'The Other', 'me', '']);
    const index = read(files, JANE);
    const problem = index.problemOf(noteAt(NOTE, old));
    assert.equal(problem?.kind, 'noPerson');
    assert.equal(wordMessage(problem.message), 'This 1:1 names only you. Say who it is with.');
    assert.equal(index.meetingsWith('the other').length, 1);
  });

  it('belongs to its author if that is a third person', () => {
    const files = {
      [NOTE]: note(['person: Jane Doe', 'by: Bob Ray'], '- [ ] @me one'),
      '1-1s/bob-ray/2026-11-30.md': note(['person: Bob Ray']),
    };
    assert.equal(seenBy(MAX, files)[1], 'Bob Ray');
  });
});

describe('An unclear @me in a note that names both people', () => {
  const text = note(
    ['people: [Max Meyer, Jane Doe]'],
    '# Max Meyer and Jane Doe',
    '',
    '- [ ] @me ask',
    '- [ ] b [owner:: me]',
  );
  const fixes = async (me: string): Promise<readonly (readonly [string, string])[]> => {
    const index = read({ [NOTE]: text }, me);
    const found = noteAt(NOTE, text);
    const request = { note: found, text: text.join('\n'), people: index.people, person: index.personOf(found) };
    const hints = noteDiagnostics({ ...request, writer: index.writerOf(found), problem: undefined });
    const [hint] = hints;
    assert.ok(hint);
    const all = { text: text.join('\n'), diagnostics: hints, today: day('2026-11-30'), dialect: 'plain' as const };
    const offered = await fixesOf(hint, { ...all, isPerson: (name) => index.people.knows(name) });
    return offered.map(({ title, edits }) => [wordMessage(title), applyEdits(all.text, edits).split('# ')[1] ?? '']);
  };

  it('has fixes for the line, the note and all notes, the same names for either reader', async () => {
    const offered = await fixes(MAX);
    assert.deepEqual(
      offered.map(([title]) => title),
      [
        'This Is Jane Doe',
        'This Is Max Meyer',
        'All 2 in This Note Are Jane Doe',
        'All 2 in This Note Are Max Meyer',
        'Replace @me by Jane Doe in All Their Notes…',
        'Replace @me by Max Meyer in All Their Notes…',
      ],
    );
    assert.equal(offered[1]?.[1], 'Max Meyer and Jane Doe\n\n- [ ] @Max.Meyer ask\n- [ ] b [owner:: me]');
    assert.equal(offered[2]?.[1], 'Max Meyer and Jane Doe\n\n- [ ] @Jane.Doe ask\n- [ ] b [owner:: Jane Doe]');
    assert.deepEqual((await fixes(JANE)).map(([title]) => title).sort(), offered.map(([title]) => title).sort());
  });

  it('is not written: the reader has a name there, and is me elsewhere', () => {
    const index = read({ [NOTE]: text, '1-1s/bob-ray/2026-11-30.md': note(['person: Bob Ray']) }, MAX);
    assert.equal(index.ownNameIn(index.note(uriOf(NOTE))), 'Max');
    assert.equal(index.ownNameIn(index.note(uriOf('1-1s/bob-ray/2026-11-30.md'))), 'me');
    assert.equal(index.ownNameIn(undefined), 'Max');
    const twoMax = read({ [NOTE]: text, '1-1s/max-roe/2026-11-30.md': note(['person: Max Roe']) }, MAX);
    assert.equal(twoMax.ownNameIn(undefined), MAX);
  });
});

describe('A first name that both people of a 1:1 have', () => {
  it('is the one who did not write the note, and unclear if both may have', () => {
    const line = '- [ ] @jane send it';
    const other = { '1-1s/x/2026-11-30.md': note(['people: [Jane Roe, Jane Doe]'], line) };
    assert.deepEqual(seenBy(JANE, other, '1-1s/x/2026-11-30.md'), ['Jane Roe', 'jane?']);
    assert.deepEqual(seenBy('Jane Roe', other, '1-1s/x/2026-11-30.md'), [JANE, 'jane?']);
    const by = { '1-1s/x/2026-11-30.md': note(['people: [Jane Roe, Jane Doe]', 'by: Jane Roe'], line) };
    assert.deepEqual(seenBy(JANE, by, '1-1s/x/2026-11-30.md'), ['Jane Roe', 'me']);
    assert.deepEqual(seenBy('Jane Roe', by, '1-1s/x/2026-11-30.md'), [JANE, JANE]);
  });

  it('of one side and a third person is that side', () => {
    const files = {
      [NOTE]: note(['people: [Max Meyer, Jane Doe]'], '- [ ] @jane send it'),
      '1-1s/jane-roe/2026-11-30.md': note(['person: Jane Roe']),
    };
    assert.deepEqual(seenBy(MAX, files), [JANE, JANE]);
    assert.deepEqual(seenBy(JANE, files), [MAX, 'me']);
  });
});

describe('A name that is also a group', () => {
  it('is no owner in a note with both names', () => {
    const files = { [NOTE]: note(['people: [Max Meyer, Jane Doe]'], '- [ ] @team tidy up') };
    assert.deepEqual(seenBy(JANE, files), [MAX, '']);
  });
});
