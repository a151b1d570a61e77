import {
  commands,
  l10n,
  type TreeDataProvider,
  type TreeItem,
  TreeItemCheckboxState,
  type TreeView,
  Uri,
  workspace,
  EventEmitter,
} from 'vscode';
import type { FollowUpRef, ListedFollowUp, IndexChange } from '../../core/index/listedFollowUp';
import { isEmptyFilter, NO_FILTER } from '../../core/followUpList/filter';
import { type OutlineChange, FollowUpOutline } from '../../core/followUpList/outline';
import { DisposableStore } from '../../editor/disposables';
import { Advice, withErrorReporting } from '../../editor/errors';
import { nameOf } from '../../editor/uris';
import type { Services } from '../../services';
import type { LazyTree } from '../shared/lazyTree';
import {
  followUpItem,
  type FollowUpRow,
  type FollowUpsRow,
  followUpTooltip,
  groupItem,
  moreItem,
  FollowUpsRows,
} from './followUpsItems';
import { FollowUpsStatus, OverdueBadge } from './followUpsStatus';
import { nextMeetingItem, NextMeetingKeeper } from './nextMeetingRow';
import { runCooperatively } from '../../editor/scheduling';

/** ID of the view in package.json. */
const FOLLOW_UPS_VIEW = 'oneOnOne.followUps';

type Needs = Pick<Services, 'notes' | 'clock' | 'followUpsShown' | 'log'>;

/** Provides the rows of the Follow-ups view and handles its checkboxes and selection. */
export class FollowUpsTree extends DisposableStore implements TreeDataProvider<FollowUpsRow> {
  readonly #tree: LazyTree<FollowUpsRow>;
  readonly #services: Needs;
  readonly #keeper: OutlineKeeper;
  readonly #rows: FollowUpsRows;
  readonly #status: FollowUpsStatus;
  readonly #next: NextMeetingKeeper;
  #acting: Promise<unknown> = Promise.resolve();
  /** IDs of follow-ups ticked or reopened here whose rows are still outdated. */
  readonly #acted = new Set<string>();

  constructor(tree: LazyTree<FollowUpsRow>, services: Needs) {
    super();
    const { notes, followUpsShown, log } = services;
    const { view } = tree;
    this.#tree = tree;
    this.#services = services;
    this.#keeper = this.add(new OutlineKeeper(services));
    this.#rows = new FollowUpsRows(this.#keeper.outline, followUpsShown);
    this.#status = this.add(new FollowUpsStatus({ id: FOLLOW_UPS_VIEW, view }, services));
    this.add(new OverdueBadge(view, services));
    this.#next = this.add(new NextMeetingKeeper(services));
    this.add(this.#next.onDidChange(() => this.#refresh('all')));
    this.add(this.#keeper.onDidChange((change) => this.#refresh(change)));
    this.add(notes.onDidChangeState(() => this.#showStatus()));
    this.add(followUpsShown.onDidWantMore((id) => this.#refreshGroup(id)));
    this.add(followUpsShown.onDidWant((ref) => void withErrorReporting(log, () => this.#reveal(view, ref))));
    this.add(view.onDidChangeVisibility(({ visible }) => this.#keeper.watch(visible)));
    this.add(
      view.onDidChangeCheckboxState(({ items }) => {
        const rows = (wanted: TreeItemCheckboxState): FollowUpRow[] =>
          items.flatMap(([row, state]) => (row.kind === 'followUp' && state === wanted ? row : []));
        this.#run('oneOnOne.tickFollowUp', rows(TreeItemCheckboxState.Checked));
        this.#run('oneOnOne.reopenFollowUp', rows(TreeItemCheckboxState.Unchecked));
      }),
    );
  }

  async getChildren(row?: FollowUpsRow): Promise<FollowUpsRow[]> {
    if (row) {
      const below = row.kind === 'group' ? this.#rows.below(row) : [];
      below.forEach((each) => each.kind === 'followUp' && this.#acted.delete(each.id));
      return below;
    }
    const { notes } = this.#services;
    if (notes.state.phase === 'idle' && workspace.workspaceFolders) {
      void notes.ready();
    }
    // VS Code requests rows before it reports that the view is visible.
    this.#keeper.watch(true);
    await this.#keeper.settled();
    await this.#next.settled();
    const { row: next } = this.#next;
    const isFiltered = !isEmptyFilter(this.#keeper.outline.query.filter);
    return [...(next && !isFiltered ? [next] : []), ...this.#rows.below()];
  }

  getTreeItem(row: FollowUpsRow): TreeItem {
    switch (row.kind) {
      case 'next':
        return nextMeetingItem(row);
      case 'group': {
        const group = this.#rows.groupOf(row);
        if (!group) {
          throw new Error(`No group has the id ${row.id}`);
        }
        return groupItem(group, group === this.#keeper.outline.groups[0]);
      }
      case 'followUp':
        return followUpItem(row, this.#keeper.outline.query.today, this.#placeOf(row.item));
      case 'more':
        return moreItem(row);
    }
  }

  getParent({ parent }: FollowUpsRow): FollowUpsRow | undefined {
    return parent;
  }

  async resolveTreeItem(item: TreeItem, row: FollowUpsRow): Promise<TreeItem> {
    if (row.kind === 'followUp') {
      item.tooltip = await followUpTooltip(row, this.#keeper.outline.query.today, this.#services.notes);
    }
    return item;
  }

  #showStatus(): void {
    this.#status.show(this.#keeper.outline, this.#next.row !== undefined);
  }

  #refresh(change: OutlineChange): void {
    this.#showStatus();
    if (change === 'all') {
      this.#tree.refresh();
    } else if (change.size > 0) {
      this.#tree.refresh(this.#rows.ofGroups(change));
    }
  }

  #refreshGroup(id: string): void {
    const row = this.#rows.withId(id);
    this.#tree.refresh(row && [row]);
  }

  /** Returns the place of a follow-up, or `''` if its groups already show it. */
  #placeOf({ group, note }: ListedFollowUp): string {
    const { grouping } = this.#keeper.outline.query;
    if (grouping === 'person' || grouping === 'note') {
      return '';
    }
    const person = this.#services.notes.index.people.get(group);
    return person ? l10n.t('with {0}', person.name) : nameOf(Uri.parse(note.uri));
  }

  /** Queues a command for rows. Commands run one after the other. */
  #run(command: string, rows: readonly FollowUpRow[]): void {
    this.#acting = this.#acting.then(() => withErrorReporting(this.#services.log, () => this.#act(command, rows)));
  }

  /** Runs a command and redraws the rows that it did not change, because their checkboxes show the click. */
  async #act(command: string, rows: readonly FollowUpRow[]): Promise<void> {
    const refs = rows.map((row): FollowUpRef => (this.#isOutdatedByUs(row) ? { uri: row.uri, id: row.id } : row));
    const [first] = refs;
    if (!first) {
      return;
    }
    await commands.executeCommand(command, first, refs);
    const { index } = this.#services.notes;
    const left = rows.filter(({ uri, id, item }) => index.followUp(uri, id)?.isOpen === item.isOpen);
    rows.forEach((row) => !left.includes(row) && this.#acted.add(row.id));
    this.#tree.refresh([...new Set(left.map(({ parent }) => parent))]);
  }

  /**
   * Checks whether the row's anchor is outdated by a previous click here. If so, and no other line is identical, the
   * follow-up is located by its ID.
   */
  #isOutdatedByUs({ id, anchor }: FollowUpRow): boolean {
    return this.#acted.has(id) && anchor?.identicalLines === undefined;
  }

  /** Reveals a follow-up. Clears the filter and shows done follow-ups if it is hidden by them. */
  async #reveal(view: TreeView<FollowUpsRow>, ref: FollowUpRef): Promise<void> {
    const { notes, followUpsShown } = this.#services;
    this.#keeper.watch(true);
    await this.#keeper.settled();
    if (!this.#rows.find(ref)) {
      if (!isEmptyFilter(followUpsShown.filter)) followUpsShown.filterBy(NO_FILTER);
      if (notes.index.followUp(ref.uri, ref.id)?.isOpen === false) followUpsShown.showDone(true);
      await this.#keeper.settled();
    }
    const row = this.#rows.find(ref);
    if (!row) {
      throw new Advice(
        l10n.t('The Follow-ups view does not list this line, because it is closed or was carried to another note.'),
      );
    }
    await view.reveal(row, { select: true, focus: true });
  }
}

/** Maximum share of time spent on rebuilding the outline while notes are read. */
const SHARE_OF_READING = 0.2;

/**
 * Updates the outline of the Follow-ups view after changes of notes, view state and day. It works in slices, one task
 * at a time, and only while the view is visible.
 */
export class OutlineKeeper extends DisposableStore {
  readonly outline: FollowUpOutline;
  readonly #changed = this.add(new EventEmitter<OutlineChange>());
  /** Fires with the changed parts of the outline. */
  readonly onDidChange = this.#changed.event;
  readonly #services: Pick<Services, 'notes' | 'clock' | 'followUpsShown' | 'log'>;
  #isWatched = false;
  /** Whether the whole outline is outdated. Otherwise only the groups in `#changes` are. */
  #isStale = true;
  readonly #changes: IndexChange[] = [];
  #working: Promise<void> | undefined;
  #restsUntil = 0;

  constructor(services: Pick<Services, 'notes' | 'clock' | 'followUpsShown' | 'log'>) {
    super();
    this.#services = services;
    const { notes, clock, followUpsShown } = services;
    this.outline = new FollowUpOutline(notes, followUpsShown.queryOn(clock.today()));
    this.add(notes.onDidChange((change) => this.#onIndexChange(change)));
    this.add(notes.onDidChangeState(({ phase }) => phase === 'ready' && this.#isStale && this.#work()));
    this.add(clock.onDidChangeDay(() => this.#rebuild()));
    this.add(followUpsShown.onDidChange(() => this.#rebuild()));
  }

  /** Starts or stops updates. Follow-ups closed while the view was visible are removed once it is hidden. */
  watch(isWatched: boolean): void {
    this.#isWatched = isWatched;
    this.outline.keepsClosed = isWatched;
    this.#isStale ||= !isWatched && this.outline.hasKept;
    this.#work();
  }

  /** Resolves when the outline is up to date. */
  async settled(): Promise<void> {
    await this.#working;
  }

  #onIndexChange(change: IndexChange | undefined): void {
    if (change && this.#isWatched && !this.#isStale) {
      this.#changes.push(change);
      this.#work();
    } else {
      this.#isStale = true;
      const isReading = this.#services.notes.state.phase === 'reading';
      if (!isReading || performance.now() >= this.#restsUntil) {
        this.#work();
      }
    }
  }

  #rebuild(): void {
    this.#isStale = true;
    this.#work();
  }

  #work(): void {
    if (this.#isWatched && (this.#isStale || this.#changes.length > 0)) {
      this.#working ??= this.#drain();
    }
  }

  async #drain(): Promise<void> {
    try {
      while (this.#isWatched && !this.isDisposed && (this.#isStale || this.#changes.length > 0)) {
        this.#changed.fire(await this.#step());
      }
    } catch (error) {
      this.#services.log.error('The follow-ups could not be listed.', error);
    } finally {
      this.#working = undefined;
    }
  }

  async #step(): Promise<OutlineChange> {
    const start = performance.now();
    const { clock, followUpsShown } = this.#services;
    if (!this.#isStale) {
      const change = this.#changes.shift();
      return change ? runCooperatively(this.outline.update(change)) : new Set();
    }
    this.#isStale = false;
    this.#changes.length = 0;
    await runCooperatively(this.outline.show(followUpsShown.queryOn(clock.today())));
    const now = performance.now();
    this.#restsUntil = now + (now - start) / SHARE_OF_READING;
    return 'all';
  }
}
