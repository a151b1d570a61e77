import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { StoreFolder } from './storeFolder';

describe('the note store', () => {
  const place = new StoreFolder('store');

  describe('reads for the first time', () => {
    it('every Markdown file, whatever its encoding trouble', async () => {
      place.write('plain.md', '- [ ] plain\n');
      place.write('deep/er/long.markdown', '- [ ] deep\n');
      place.write('bom.md', '\uFEFF- [ ] after a byte order mark\n');
      place.write('crlf.md', 'text\r\n- [ ] windows\r\n');
      fs.writeFileSync(place.at('latin.md'), Buffer.from('- [ ] caf\xe9\n', 'latin1'));
      place.write('empty.md', '');
      place.write('upper.MD', '- [ ] not listed by VS Code either\n');
      place.write('plain.txt', '- [ ] no note\n');
      await place.store.ready();
      assert.deepEqual(place.listed(), {
        'bom.md': ['after a byte order mark'],
        'crlf.md': ['windows'],
        'deep/er/long.markdown': ['deep'],
        'empty.md': [],
        'latin.md': ['caf\uFFFD'],
        'plain.md': ['plain'],
      });
    });

    it('nothing before it is asked to, and then says how far it is', async () => {
      place.write('a.md', '- [ ] a\n');
      assert.equal(place.store.state.phase, 'idle');
      assert.equal(place.store.index.size, 0);
      const phases = new Set<string>();
      place.store.onDidChangeState(({ phase }) => phases.add(phase));
      await place.store.ready();
      assert.deepEqual([...phases], ['reading', 'ready']);
      assert.equal(place.store.state.read, place.store.state.total);
      assert.equal(place.store.state.cancelled, false);
    });

    it('past what cannot be read: a link to nowhere, a loop of links, a folder with the name of a note', async () => {
      place.write('good.md', '- [ ] good\n');
      fs.mkdirSync(place.at('folder.md'));
      place.write('folder.md/inside.md', '- [ ] inside\n');
      fs.symlinkSync('nowhere.md', place.at('dangling.md'));
      fs.symlinkSync('itself.md', place.at('itself.md'));
      fs.symlinkSync('..', place.at('loop'));
      await place.store.ready();
      assert.deepEqual(place.listed(), { 'folder.md/inside.md': ['inside'], 'good.md': ['good'] });
      assert.equal(place.store.state.failed, 0);
    });

    it('once, whatever number of links lead to it', async () => {
      place.write('real/a.md', '- [ ] a\n');
      fs.symlinkSync('real', place.at('linked'));
      fs.symlinkSync('real/a.md', place.at('latest.md'));
      const elsewhere = fs.mkdtempSync(path.join(tmpdir(), 'elsewhere-'));
      fs.writeFileSync(path.join(elsewhere, 'b.md'), '- [ ] b\n');
      fs.symlinkSync(elsewhere, place.at('shared'));
      await place.store.ready();
      assert.deepEqual(place.listed(), { 'real/a.md': ['a'], 'shared/b.md': ['b'] });
      fs.symlinkSync('real/a.md', place.at('newest.md'));
      fs.symlinkSync('real', place.at('relinked'));
      place.write('c.md', '- [ ] c\n');
      await place.lists({ 'c.md': ['c'], 'real/a.md': ['a'], 'shared/b.md': ['b'] });
      fs.rmSync(elsewhere, { recursive: true });
    });

    it('no file of 50 MB, and counts it', async () => {
      place.write('small.md', '- [ ] small\n');
      place.write('huge.md', '- [ ] huge\n');
      fs.truncateSync(place.at('huge.md'), 50 * 1024 * 1024);
      await place.store.ready();
      assert.deepEqual(place.listed(), { 'small.md': ['small'] });
      assert.equal(place.store.state.tooLarge, 1);
      fs.truncateSync(place.at('huge.md'), 11);
      await place.lists({ 'huge.md': ['huge'], 'small.md': ['small'] });
      assert.equal(place.store.state.tooLarge, 0);
    });
  });

  describe('keeps up with files', () => {
    it('that are created, changed, renamed and deleted', async () => {
      await place.store.ready();
      place.write('a.md', '- [ ] one\n');
      await place.lists({ 'a.md': ['one'] });
      place.write('a.md', '- [ ] two\n');
      await place.lists({ 'a.md': ['two'] });
      fs.renameSync(place.at('a.md'), place.at('b.md'));
      await place.lists({ 'b.md': ['two'] });
      fs.rmSync(place.at('b.md'));
      await place.lists({});
    });

    it('whose names mean something in patterns', async () => {
      await place.store.ready();
      const names = ['[x] {a,b}.md', 'who? me!.md', 'a*b^c.md'];
      names.forEach((name) => place.write(name, '- [ ] here\n'));
      await place.lists(Object.fromEntries(names.sort().map((name) => [name, ['here']])));
    });

    it('that another program saves by writing a new one in their place', async () => {
      place.write('a.md', '- [ ] before\n');
      await place.store.ready();
      place.write('a.tmp', '- [ ] after\n');
      fs.renameSync(place.at('a.tmp'), place.at('a.md'));
      await place.lists({ 'a.md': ['after'] });
    });
  });

  describe('keeps up with folders', () => {
    it('that are made with notes in them, moved about and deleted', async () => {
      await place.store.ready();
      place.write('x/y/a.md', '- [ ] a\n');
      place.write('x/b.md', '- [ ] b\n');
      await place.lists({ 'x/b.md': ['b'], 'x/y/a.md': ['a'] });
      fs.renameSync(place.at('x'), place.at('z.2026'));
      await place.lists({ 'z.2026/b.md': ['b'], 'z.2026/y/a.md': ['a'] });
      fs.rmSync(place.at('z.2026'), { recursive: true });
      await place.lists({});
    });

    it('that VS Code says nothing of, when it is asked to look again', async () => {
      place.write('x/y/z/a.md', '- [ ] one\n');
      await place.store.ready();
      place.write('x/y/z/a.md', '- [ ] three\n');
      place.write('x/y/z/b.md', '- [ ] b\n');
      await place.store.lookAgain();
      assert.deepEqual(place.listed(), { 'x/y/z/a.md': ['three'], 'x/y/z/b.md': ['b'] });
    });

    it('that come from elsewhere and go there', async () => {
      await place.store.ready();
      const elsewhere = fs.mkdtempSync(path.join(tmpdir(), 'elsewhere-'));
      fs.mkdirSync(path.join(elsewhere, 'vault/deep'), { recursive: true });
      fs.writeFileSync(path.join(elsewhere, 'vault/deep/a.md'), '- [ ] a\n');
      fs.renameSync(path.join(elsewhere, 'vault'), place.at('vault'));
      await place.lists({ 'vault/deep/a.md': ['a'] });
      fs.renameSync(place.at('vault'), path.join(elsewhere, 'vault'));
      await place.lists({});
      fs.rmSync(elsewhere, { recursive: true });
    });
  });

  it('takes a branch switch of 3,000 files in a few changes', async () => {
    const name = (at: number) => `${at % 2 === 0 ? 'even' : 'odd'}/${at}.md`;
    for (let note = 0; note < 2000; note++) {
      place.write(name(note), `- [ ] old ${note}\n`);
    }
    await place.store.ready();
    assert.equal(Object.keys(place.listed()).length, 2000);
    let changes = 0;
    place.store.onDidChange(() => changes++);
    const expected: Record<string, string[]> = {};
    for (let note = 0; note < 3000; note++) {
      if (note < 1000) {
        fs.rmSync(place.at(name(note)));
      } else {
        place.write(name(note), `- [ ] new ${note}\n`);
        expected[name(note)] = [`new ${note}`];
      }
    }
    await place.lists(expected);
    assert.ok(changes <= 30, `${changes} changes`);
  });

  it('takes in at once a note that was just written', async () => {
    await place.store.ready();
    place.write('new/note.md', '- [ ] new\n');
    place.write('.hidden/note.md', '- [ ] hidden\n');
    await place.store.refresh(place.uri('new/note.md'));
    await place.store.refresh(place.uri('.hidden/note.md'));
    assert.deepEqual(place.listed(), { 'new/note.md': ['new'] });
  });

  it('reads everything anew for new rules', async () => {
    place.write('a.md', '- [ ] one\n');
    await place.store.ready();
    let everything = 0;
    place.store.onDidChange((change) => {
      everything += change === undefined ? 1 : 0;
    });
    await place.store.refreshAll();
    assert.ok(everything > 0);
    assert.equal(place.store.state.phase, 'ready');
    assert.deepEqual(place.listed(), { 'a.md': ['one'] });
  });

  it('does nothing more once it is disposed', async () => {
    for (let note = 0; note < 500; note++) {
      place.write(`${note}.md`, '- [ ] one\n');
    }
    let changes = 0;
    place.store.onDidChange(() => changes++);
    const ready = place.store.ready();
    place.store.dispose();
    await ready;
    assert.equal(changes, 0);
    assert.equal(place.store.index.size, 0);
  });
});
