import { Position, type TreeItem, TreeItemCollapsibleState, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import { Clock } from '../../src/editor/clock';
import { DisposableStore } from '../../src/editor/disposables';
import { FollowUpsViewState } from '../../src/editor/followUpsViewState';
import type { NoteService } from '../../src/editor/notes/noteService';
import { followUpItem, type FollowUpsRow, groupItem, FollowUpsRows } from '../../src/views/followUps/followUpsItems';
import { OutlineKeeper } from '../../src/views/followUps/followUpsTree';

/** Delay after typing before the text is read, in ms (see `openDocuments.ts`). */
const PAUSE_IN_TYPING = 150;

/** The Follow-ups view without rendering: everything up to the tree items for VS Code. */
export class BenchTree extends DisposableStore {
  readonly #store: NoteService;
  readonly #clock = this.add(new Clock());
  readonly #shown = this.add(new FollowUpsViewState());
  readonly #keeper: OutlineKeeper;
  readonly #rows: FollowUpsRows;

  constructor(store: NoteService) {
    super();
    this.#store = store;
    const log = window.createOutputChannel('One on One (bench tree)', { log: true });
    this.#keeper = this.add(new OutlineKeeper({ notes: store, clock: this.#clock, followUpsShown: this.#shown, log }));
    this.#rows = new FollowUpsRows(this.#keeper.outline, this.#shown);
  }

  get open(): number {
    return this.#keeper.outline.groups.reduce((sum, { open }) => sum + open, 0);
  }

  /** Reads all notes and builds the rows that are initially expanded. */
  async complete(): Promise<void> {
    this.#keeper.watch(true);
    await this.#store.ready();
    await this.#keeper.settled();
    this.#draw(this.#rows.below(), isOpenAtFirst);
  }

  /** Adds a follow-up to a 1:1 and waits for the affected rows. */
  async edit(): Promise<{ readonly ms: number; readonly groups: number }> {
    const note = [...this.#store.index.notes()].find(
      ({ meetings, followUps }) => meetings.length > 0 && followUps.length > 3,
    );
    if (!note) throw new Error('No generated note has four follow-ups.');
    const document = await workspace.openTextDocument(Uri.parse(note.uri));
    await this.#store.ready();
    await this.#keeper.settled();
    const drawn = new Promise<number>((resolve) => {
      const listener = this.#keeper.onDidChange((change) => {
        listener.dispose();
        this.#draw(change === 'all' ? this.#rows.below() : this.#rows.ofGroups(change), () => true);
        resolve(change === 'all' ? this.#keeper.outline.groups.length : change.size);
      });
    });
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, new Position(document.lineCount, 0), '\n- [ ] one more\n');
    await workspace.applyEdit(edit);
    const start = performance.now();
    const groups = await drawn;
    return { ms: performance.now() - start - PAUSE_IN_TYPING, groups };
  }

  /** Creates the tree items of rows and of expanded groups. */
  #draw(rows: readonly FollowUpsRow[], isOpen: (item: TreeItem) => boolean): void {
    for (const row of rows) {
      if (row.kind === 'followUp') {
        followUpItem(row, this.#keeper.outline.query.today, '');
      }
      const group = row.kind === 'group' ? this.#rows.groupOf(row) : undefined;
      if (row.kind === 'group' && group && isOpen(groupItem(group, false))) {
        this.#draw(this.#rows.below(row), isOpen);
      }
    }
  }
}

function isOpenAtFirst({ collapsibleState }: TreeItem): boolean {
  return collapsibleState === TreeItemCollapsibleState.Expanded;
}
