import { ConfigurationTarget, EventEmitter, workspace } from 'vscode';
import { addDays, type CivilDate } from '../core/dates/civilDate';
import type { FollowUpRef } from '../core/index/listedFollowUp';
import { isEmptyFilter, NO_FILTER, type FollowUpFilter } from '../core/followUpList/filter';
import type { FollowUpGrouping } from '../core/followUpList/groups';
import type { OutlineQuery } from '../core/followUpList/outline';
import { setContextKey } from './contextKeys';
import { DisposableStore } from './disposables';
import { onDidChangeSettings, setting } from './settings';

/** Rows that a group shows at first, and how many more at a time: each one takes VS Code time to draw. */
const ROWS_PER_GROUP = 200;

/** What the Follow-ups view is asked to show. Commands ask, the view follows. */
export class FollowUpsViewState extends DisposableStore {
  readonly #changed = this.add(new EventEmitter<void>());
  /** Everything is to be listed anew. */
  readonly onDidChange = this.#changed.event;
  readonly #wantedMore = this.add(new EventEmitter<string>());
  /** The group with this id is to show more rows. */
  readonly onDidWantMore = this.#wantedMore.event;
  readonly #wanted = this.add(new EventEmitter<FollowUpRef>());
  /** A follow-up is to be shown and selected. */
  readonly onDidWant = this.#wanted.event;
  readonly #limits = new Map<string, number>();
  #filter = NO_FILTER;
  #showsDone = false;

  constructor() {
    super();
    this.add(onDidChangeSettings(['followUps.groupBy', 'followUps.doneDays'], () => this.refresh()));
  }

  get grouping(): FollowUpGrouping {
    return setting('followUps.groupBy');
  }

  get filter(): FollowUpFilter {
    return this.#filter;
  }

  get showsDone(): boolean {
    return this.#showsDone;
  }

  /** All of it, as it is on a given day. */
  wishOn(today: CivilDate): OutlineQuery {
    const doneSince = this.#showsDone ? addDays(today, -setting('followUps.doneDays')) : undefined;
    return { grouping: this.grouping, filter: this.#filter, today, ...(doneSince && { doneSince }) };
  }

  /** Groups another way, from now on: it is kept where the setting stands, else in the user's settings. */
  async groupBy(grouping: FollowUpGrouping): Promise<void> {
    const configuration = workspace.getConfiguration('oneOnOne');
    const isOfWorkspace = configuration.inspect('followUps.groupBy')?.workspaceValue !== undefined;
    const target = isOfWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
    await configuration.update('followUps.groupBy', grouping, target);
  }

  filterBy(filter: FollowUpFilter): void {
    this.#filter = filter;
    setContextKey('filtered', !isEmptyFilter(filter));
    this.refresh();
  }

  showDone(showsDone: boolean): void {
    this.#showsDone = showsDone;
    setContextKey('showsDone', showsDone);
    this.refresh();
  }

  /** Has everything listed anew, without what was ticked meanwhile. */
  refresh(): void {
    this.#changed.fire();
  }

  /** How many rows a group shows, by its id; the list of groups itself has the id `''`. */
  limitOf(group: string): number {
    return this.#limits.get(group) ?? ROWS_PER_GROUP;
  }

  /** Has a group show more rows, at least `needed`. */
  showMore(group: string, needed = 0): void {
    this.#limits.set(group, Math.max(needed, this.limitOf(group) + ROWS_PER_GROUP));
    this.#wantedMore.fire(group);
  }

  reveal(followUp: FollowUpRef): void {
    this.#wanted.fire(followUp);
  }
}
