import assert from 'node:assert/strict';
import { commands, Range, Uri, window, workspace, WorkspaceEdit, type TextDocument } from 'vscode';
import type { Operation } from './faultyFileSystem';
import { FaultyNotes } from './faultyNotes';
import { Reader } from './reader';

const FOLDER = '1-1s/fay-fault';
const OLD = `${FOLDER}/2026-11-16.md`;
const NEWER = `${FOLDER}/2026-11-23.md`;
const NEXT = `${FOLDER}/2026-11-30.md`;
const LOG = '1-1s/Fay Fault.md';
const old = '# Fay Fault, 2026-11-16\n\n- [ ] @me One\n';
const newer = '# Fay Fault, 2026-11-23\n\n- [ ] @me Two\n';
const log = '# Fay Fault\n\n## 2026-11-23\n\n- [ ] @me Two\n';
const inAdvance = '# Fay Fault, 2026-11-30\n\n## Follow-ups\n';

/** Both ways of carrying: into a note that is made, and into one that is there. */
const ways = [
  {
    name: 'New 1:1 Note',
    notes: {},
    carry: (): Thenable<unknown> =>
      commands.executeCommand('oneOnOne.newNote', {
        person: 'Fay Fault',
        framework: 'people-process-product',
        date: '2026-11-30',
      }),
  },
  {
    name: 'Bring Follow-Ups into This Note',
    notes: { [NEXT]: inAdvance },
    carry: (place: FaultyNotes): Thenable<unknown> => bring(place),
  },
] as const;

async function bring({ disk }: FaultyNotes): Promise<void> {
  await window.showTextDocument(disk.uri(NEXT));
  await commands.executeCommand('oneOnOne.bringFollowUps');
}

for (const { name, notes, carry } of ways) {
  describe(`Carry-over by ${name}, when one of two notes makes trouble`, () => {
    let place: FaultyNotes;
    let reader: Reader;
    beforeEach(async () => {
      place = new FaultyNotes();
      reader = await Reader.begin();
    });
    afterEach(async () => {
      reader.dispose();
      await place.close();
    });

    const open = (more: Readonly<Record<string, string>> = {}): Promise<void> =>
      place.open({ ...notes, [OLD]: old, [NEWER]: newer, ...more });
    const isUnsaved = async (path: string): Promise<boolean> =>
      (await workspace.openTextDocument(place.disk.uri(path))).isDirty;
    const carried = (): string[] =>
      (place.disk.text(NEXT) ?? '').split('\n').filter((line) => line.startsWith('- [ ] '));
    const isOpenOnce = async (): Promise<void> =>
      assert.deepEqual(await place.openWith('fay fault'), ['One', 'Two'], 'each is listed open once');

    /** Nothing of the old note was carried or changed, and that was said; it goes once the trouble is over. */
    async function isLeftAndGoesLater(said: RegExp): Promise<void> {
      assert.match(carried().join('\n'), /^- \[ \] @(?:Ines|me) Two \(from \[2026-11-23\]/);
      assert.equal(carried().length, 1);
      assert.match(place.disk.text(NEWER) ?? '', /- \[>\] @me Two \(to /);
      assert.equal(place.disk.text(OLD), old);
      const heard = reader.heard();
      assert.equal(heard.length, 1, heard.join('\n'));
      assert.match(heard[0] ?? '', said);
      place.disk.recover();
      await isOpenOnce();
      await bring(place);
      assert.deepEqual(reader.heard(), []);
      assert.equal(carried().length, 2);
      assert.match(place.disk.text(OLD) ?? '', /- \[>\] @me One \(to /);
      await isOpenOnce();
    }

    it('leaves and names what stands in one that cannot be read', async () => {
      await open();
      place.disk.refuse(OLD);
      await carry(place);
      await isLeftAndGoesLater(/^“One” was left in .*2026-11-16\.md\. It could not be opened/);
    });

    it('leaves and names what stands in one that cannot be written', async () => {
      await open();
      place.disk.lock(OLD);
      await carry(place);
      await isLeftAndGoesLater(/^“One” was left in .*2026-11-16\.md\. It is read-only/);
    });

    it('carries the other when one was deleted since it was read', async () => {
      await open();
      place.disk.lose(OLD);
      await carry(place);
      assert.equal(carried().length, 1);
      assert.equal(place.disk.text(OLD), undefined);
      assert.deepEqual(reader.heard(), []);
      assert.deepEqual(await place.openWith('fay fault'), ['Two']);
    });

    it('carries what stands there now when one was changed since it was read', async () => {
      await open();
      place.disk.seed(OLD, old.replace('- [ ] @me One', 'Written elsewhere\n\n- [ ] @me Another one\n- [x] @me One'));
      await carry(place);
      assert.equal(carried().length, 2);
      assert.match(carried().join('\n'), /Another one/);
      assert.match(place.disk.text(OLD) ?? '', /\nWritten elsewhere\n\n- \[>\] @me Another one .*\n- \[x\] @me One\n/);
      assert.deepEqual(await place.openWith('fay fault'), ['Another one', 'Two']);
    });

    it('loses and doubles nothing, whenever another program writes into one meanwhile', async () => {
      const theirs = `${old}- [ ] @me Three\n`;
      for (let nth = 1, isOver = false; !isOver; nth++) {
        await open();
        const came = place.meanwhile({ path: OLD, operation: 'stat', nth }, () => place.disk.put(OLD, theirs));
        await carry(place);
        isOver = !came();
        place.disk.recover();
        const when = `before question ${nth}: ${reader.heard().join(' ')}`;
        assert.match(place.disk.text(OLD) ?? '', isOver ? /One/ : /Three/, when);
        // What was not saved stands in the editor, from where it can still be.
        if (!(await isUnsaved(OLD))) {
          // Written between VS Code's own reading and its look at the time, a file is not shown anew by itself.
          await commands.executeCommand('vscode.open', place.disk.uri(OLD));
          await commands.executeCommand('workbench.action.files.revert');
          const found = await place.openWith('fay fault');
          const texts = place.disk.paths().map((path) => `${path}:\n${place.disk.text(path) ?? ''}`);
          assert.deepEqual(found, isOver ? ['One', 'Two'] : ['One', 'Three', 'Two'], [when, ...texts].join('\n'));
        }
        await place.close();
        place = new FaultyNotes();
      }
    });

    it('carries what somebody is writing, and leaves saving it to them', async () => {
      await open();
      const document = await workspace.openTextDocument(place.disk.uri(OLD));
      const edit = new WorkspaceEdit();
      edit.insert(document.uri, document.lineAt(3).range.start, '- [ ] @me Typed\n');
      await workspace.applyEdit(edit);
      await carry(place);
      assert.equal(carried().length, 3);
      assert.equal(document.isDirty, true);
      assert.equal(place.disk.text(OLD), old);
      assert.match(document.getText(), /- \[>\] @me One \(to .*\n- \[>\] @me Typed \(to /);
      assert.deepEqual(reader.heard(), []);
    });

    it('leaves what Git could not merge in its note, and names it', async () => {
      const sides = ['<<<<<<< HEAD', '- [ ] @me One', '=======', '- [ ] @me One due:2026-12-04', '>>>>>>> theirs'];
      const conflict = `# Fay Fault, 2026-11-16\n\n${sides.join('\n')}\n`;
      await open({ [OLD]: conflict });
      await carry(place);
      assert.equal(place.disk.text(OLD), conflict);
      assert.deepEqual(await place.openWith('fay fault'), ['One', 'Two']);
      assert.match(reader.heard().join('\n'), /Git could not merge lines 3 to 7/);
      assert.doesNotMatch(place.disk.text(NEXT) ?? '', /One|<<<|===|>>>/);
    });

    it('takes nothing from a page that cannot be read, and says so', async () => {
      const page = 'People/Fay Fault.md';
      await open({ [page]: '# Fay Fault\n\n## Next 1:1\n\n- The offsite\n' });
      place.disk.refuse(page);
      await carry(place);
      assert.equal(carried().length, 2);
      const heard = reader.heard();
      assert.equal(heard.length, name.startsWith('New') ? 1 : 0, heard.join('\n'));
      assert.match(heard[0] ?? 'Next 1:1', /Next 1:1/);
      place.disk.recover();
      assert.match(place.disk.text(page) ?? '', /- The offsite/);
    });

    it('marks what stands in another folder too', async () => {
      const uri = Uri.joinPath(workspace.workspaceFolders![0]!.uri, OLD);
      await workspace.fs.writeFile(uri, new TextEncoder().encode(old));
      try {
        await place.open({ ...notes, [NEWER]: newer });
        await carry(place);
        assert.equal(carried().length, 2);
        const text = new TextDecoder().decode(await workspace.fs.readFile(uri));
        assert.match(text, /- \[>\] @me One \(to /);
        assert.deepEqual(reader.heard(), []);
        await isOpenOnce();
      } finally {
        await workspace.fs.delete(uri);
      }
    });

    it('leaves and names what stands in another folder that is read-only', async () => {
      const other = new FaultyNotes({ isReadonly: true });
      try {
        await other.open({ [OLD]: old });
        await place.open({ ...notes, [NEWER]: newer });
        await carry(place);
        assert.equal(carried().length, 1);
        assert.equal(other.disk.text(OLD), old);
        const heard = reader.heard();
        assert.equal(heard.length, 1, heard.join('\n'));
        assert.match(heard[0] ?? '', /^“One” was left in .*2026-11-16\.md\. It is read-only/);
        await isOpenOnce();
      } finally {
        await other.close();
      }
    });
  });
}

describe('Two windows on one folder', () => {
  let reader: Reader;
  let place: FaultyNotes;
  beforeEach(async () => {
    reader = await Reader.begin();
    place = new FaultyNotes();
  });
  afterEach(async () => {
    reader.dispose();
    await place.close();
  });

  /** How often an operation comes before the note at `path` is written. */
  function countBeforeWriting(operation: Operation, path: string): number {
    const asked = place.disk.asked.filter((each) => each.endsWith(` /${path}`));
    return asked.slice(0, asked.indexOf(`writeFile /${path}`)).filter((each) => each.startsWith(operation)).length;
  }

  async function another(): Promise<void> {
    await place.close();
    place = new FaultyNotes();
  }

  for (const [kind, path, notes, after, lastLook] of [
    // VS Code looks once more, just before it writes a new file, and does not ask who was first.
    ['in a file of its own', NEXT, { [NEWER]: newer }, inAdvance, 1],
    ['in a log', LOG, { [LOG]: log }, `${log}\n## 2026-11-30\n`, 0],
  ] as const) {
    it(`make the same note at the same time ${kind}, and nothing of the first is lost`, async () => {
      const theirs = `${after}\nTheirs\n`;
      await place.open(notes);
      await ways[0].carry();
      const looks = countBeforeWriting('stat', path) - lastLook;
      assert.ok(looks > 1);
      for (let nth = 1; nth <= looks; nth++) {
        await another();
        await place.open(notes);
        place.meanwhile({ path, operation: 'stat', nth }, () => place.disk.put(path, theirs));
        await ways[0].carry();
        const when = `before look ${nth} of ${looks}: ${reader.heard().join(' ')}`;
        assert.match(place.disk.text(path) ?? '', /\nTheirs\n/, when);
        assert.doesNotMatch(when, /Something went wrong/);
      }
    });
  }

  for (const operation of ['stat', 'readFile'] as const) {
    it(`tick the same line at the same time, and it is ticked once, whichever ${operation} sees it first`, async () => {
      const theirs = old.replace('- [ ] @me One', '- [x] @me One done:2026-01-02');
      const tick = async (): Promise<TextDocument> => {
        await place.open({ [OLD]: old });
        const { document } = await window.showTextDocument(place.disk.uri(OLD), { selection: new Range(2, 0, 2, 0) });
        place.disk.asked.length = 0;
        await commands.executeCommand('oneOnOne.tickFollowUp');
        return document;
      };
      await tick();
      const looks = countBeforeWriting(operation, OLD);
      assert.ok(looks > 0);
      for (let nth = 1; nth <= looks; nth++) {
        await another();
        place.meanwhile({ path: OLD, operation, nth }, () => place.disk.put(OLD, theirs));
        const document = await tick();
        const heard = reader.heard();
        assert.equal(place.disk.text(OLD), theirs, `before ${operation} ${nth} of ${looks}: ${heard.join(' ')}`);
        assert.ok(!document.isDirty || heard.length === 1, heard.join(' '));
      }
    });
  }
});
