import assert from 'node:assert/strict';
import { commands, ConfigurationTarget, window, workspace } from 'vscode';
import { FaultyNotes } from './faultyNotes';
import { Reader } from './reader';

const OLD = '1-1s/fay-fault/2026-11-23.md';
const NEW = '1-1s/fay-fault/2026-11-30.md';
const HALF = 'private/fay-fault/2026-11-30.md';
const old = '# Fay Fault, 2026-11-23\n\n- [ ] @fay Send deck\n\n## Private\n\n- [ ] @me Plan her pay\n';

describe('The private half of a 1:1 at a place of its own', () => {
  let place: FaultyNotes;
  let other: FaultyNotes;
  let reader: Reader;
  const setTo = (value: string | undefined): Thenable<void> =>
    workspace.getConfiguration('oneOnOne').update('notes.privatePath', value, ConfigurationTarget.Global);
  const newNote = (): Thenable<unknown> =>
    commands.executeCommand('oneOnOne.newNote', {
      person: 'Fay Fault',
      framework: 'people-process-product',
      date: '2026-11-30',
    });

  beforeEach(async () => {
    place = new FaultyNotes();
    other = new FaultyNotes({ name: 'my drawer' });
    reader = await Reader.begin();
    await setTo('private/{person}/{date}.md');
  });
  afterEach(async () => {
    reader.dispose();
    await setTo(undefined);
    await other.close();
    await place.close();
  });

  it('is written together with the note, and one Undo takes back both', async () => {
    await place.open({ [OLD]: old });
    await newNote();
    assert.match(
      place.disk.text(HALF) ?? '',
      /^---\n[^]*private: true\n---\n[^]*- \[ \] @(?:me|Ines) Plan her pay \(from/,
    );
    assert.doesNotMatch(place.disk.text(NEW) ?? '', /her pay|Private/);
    assert.match(place.disk.text(OLD) ?? '', /\[>\] @me Plan her pay \(to \[2026-11-30\]\(\.\.\/\.\.\/private\//);
    assert.deepEqual(await place.openWith('fay fault'), ['Plan her pay', 'Send deck']);
    await commands.executeCommand('undo');
    assert.equal(place.disk.text(HALF), undefined);
    assert.equal(place.disk.text(NEW), undefined);
    assert.equal(await place.inEditor(OLD), old);
  });

  it('takes the lines of A Minute After, and makes the half for them', async () => {
    await place.open({ [NEW]: '# Fay Fault, 2026-11-30\n\n## Notes\n\nA good talk.\n' });
    await window.showTextDocument(place.disk.uri(NEW));
    reader.answers('She wants to lead', '', '');
    await commands.executeCommand('oneOnOne.minuteAfter');
    assert.match(place.disk.text(HALF) ?? '', /## Private\n\n- \*\*[^*]+\*\* She wants to lead\n/);
    assert.equal(place.disk.text(NEW), '# Fay Fault, 2026-11-30\n\n## Notes\n\nA good talk.\n');
  });

  it('may be in another folder of the workspace', async () => {
    await setTo('${workspaceFolder:my drawer}/{person}/{date}.md');
    await other.open({});
    await place.open({ [OLD]: old });
    await newNote();
    assert.match(other.disk.text('fay-fault/2026-11-30.md') ?? '', /Plan her pay/);
    assert.doesNotMatch(place.disk.text(NEW) ?? '', /her pay|Private/);
    assert.equal(place.disk.text(HALF), undefined);
  });

  it('is named when a folder of the setting does not exist, and nothing is written', async () => {
    await setTo('${workspaceFolder:no drawer}/{person}/{date}.md');
    await place.open({ [OLD]: old });
    reader.heard();
    await newNote();
    assert.match(reader.heard().join('\n'), /names the folder “no drawer”/);
    assert.equal(place.disk.text(NEW), undefined);
    assert.equal(place.disk.text(OLD), old);
  });

  for (const [section, value] of [
    ['oneOnOne', ['**/private/**']],
    ['files', { '**/private': true }],
    ['search', { private: true }],
  ] as const) {
    it(`is named when ${section}.exclude excludes it, and nothing is written`, async () => {
      const exclude = (globs: unknown): Thenable<void> =>
        workspace.getConfiguration(section).update('exclude', globs, ConfigurationTarget.Global);
      await place.open({ [OLD]: old });
      await exclude(value);
      try {
        reader.heard();
        await newNote();
        assert.match(reader.heard().join('\n'), /privatePath names a place that .* excludes/);
        assert.equal(place.disk.text(HALF), undefined);
        assert.equal(place.disk.text(NEW), undefined);
        assert.equal(place.disk.text(OLD), old);
      } finally {
        await exclude(undefined);
      }
      await newNote();
      assert.match(place.disk.text(HALF) ?? '', /Plan her pay/);
    });
  }
});
