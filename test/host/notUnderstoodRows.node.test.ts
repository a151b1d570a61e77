import assert from 'node:assert/strict';
import { TreeItemCollapsibleState, window } from 'vscode';
import { Clock } from '../../src/editor/clock';
import { FrameworkStore } from '../../src/editor/frameworkStore';
import { LazyTree } from '../../src/views/shared/lazyTree';
import { type PeopleRow, PeopleTree } from '../../src/views/people/peopleTree';
import { StoreFolder } from './storeFolder';

describe('The People view', () => {
  const place = new StoreFolder('misread-rows');

  /** Runs `look` with the rows of the view. */
  async function inView(look: (tree: PeopleTree) => Promise<void>): Promise<void> {
    await place.store.ready();
    const log = window.createOutputChannel('rows', { log: true });
    const services = { notes: place.store, clock: new Clock(), frameworks: new FrameworkStore(log) };
    const lazy = new LazyTree<PeopleRow>('oneOnOne.rows', () =>
      Promise.reject(new Error('The rows are asked directly.')),
    );
    const tree = new PeopleTree(lazy, services);
    try {
      await look(tree);
    } finally {
      for (const each of [tree, lazy, services.clock, services.frameworks, log]) each.dispose();
    }
  }

  it('lists notes that are not understood last, collapsed, each with its reason', async () => {
    place.write('Talks/lea.md', '---\ntype: 1on1\nperson: Lea Fern\n---\n- [ ] call\n');
    place.write('1-1s/Tom Moss/2026-11-23.md');
    await inView(async (tree) => {
      const rows = await tree.getChildren();
      const last = rows.at(-1);
      assert.ok(rows.length > 1 && last);
      const item = tree.getTreeItem(last);
      assert.equal(item.label, 'Notes Not Understood (1)');
      assert.equal(item.collapsibleState, TreeItemCollapsibleState.Collapsed);
      const [note, ...more] = (await tree.getChildren(last)).map((row) => tree.getTreeItem(row));
      assert.deepEqual(more, []);
      assert.match(typeof note?.label === 'string' ? note.label : '', /lea\.md$/);
      assert.match(note?.accessibilityInformation?.label ?? '', /lea\.md, This 1:1 has no date/);
      assert.equal(note?.command?.command, 'vscode.open');
    });
  });

  it('has no such row where every note is understood', async () => {
    place.write('1-1s/Tom Moss/2026-11-23.md');
    await inView(async (tree) => {
      const rows = await tree.getChildren();
      assert.deepEqual(
        rows.filter(({ kind }) => kind === 'notUnderstood'),
        [],
      );
    });
  });
});
