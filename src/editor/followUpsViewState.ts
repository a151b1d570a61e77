import { ConfigurationTarget, EventEmitter, workspace } from 'vscode';
import { addDays, type CivilDate } from '../core/dates/civilDate';
import type { FollowUpRef } from '../core/index/listedFollowUp';
import { isEmptyFilter, NO_FILTER, type FollowUpFilter } from '../core/followUpList/filter';
import type { FollowUpGrouping } from '../core/followUpList/groups';
import type { OutlineQuery } from '../core/followUpList/outline';
import { setContextKey } from './contextKeys';
import { DisposableStore } from './disposables';
import { onDidChangeSettings, setting } from './settings';

/** Number of rows that a group shows at first, and adds on each request. Drawing rows in VS Code takes time. */
const ROWS_PER_GROUP = 200;

/** The state of the Follow-ups view. Commands change it, and the view follows. */
export class FollowUpsViewState extends DisposableStore {
  readonly #changed = this.add(new EventEmitter<void>());
  /** Fires when the whole list must be rebuilt. */
  readonly onDidChange = this.#changed.event;
  readonly #wantedMore = this.add(new EventEmitter<string>());
  /** Fires with the id of a group that should show more rows. */
  readonly onDidWantMore = this.#wantedMore.event;
  readonly #wanted = this.add(new EventEmitter<FollowUpRef>());
  /** Fires with a follow-up to reveal and select. */
  readonly onDidWant = this.#wanted.event;
  readonly #limits = new Map<string, number>();
  #filter = NO_FILTER;
  #showsDone = false;
  #togglesNext = false;

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

  /** Makes the next row that VS Code opens toggle its checkbox instead. */
  toggleNextRow(): void {
    this.#togglesNext = true;
  }

  /** Returns whether the row that VS Code opens should toggle its checkbox, once for each `toggleNextRow`. */
  takeToggle(): boolean {
    const toggles = this.#togglesNext;
    this.#togglesNext = false;
    return toggles;
  }

  /** Returns the query for a given day. */
  queryOn(today: CivilDate): OutlineQuery {
    const doneSince = this.#showsDone ? addDays(today, -setting('followUps.doneDays')) : undefined;
    return { grouping: this.grouping, filter: this.#filter, today, ...(doneSince && { doneSince }) };
  }

  /**
   * Changes the grouping. It is saved in the workspace settings if they already define it, or else in the user
   * settings.
   */
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

  /** Rebuilds the list, without follow-ups that were completed meanwhile. */
  refresh(): void {
    this.#changed.fire();
  }

  /** Returns the maximum number of rows of a group. The list of groups has the id `''`. */
  limitOf(group: string): number {
    return this.#limits.get(group) ?? ROWS_PER_GROUP;
  }

  /** Shows more rows of a group, at least `needed`. */
  showMore(group: string, needed = 0): void {
    this.#limits.set(group, Math.max(needed, this.limitOf(group) + ROWS_PER_GROUP));
    this.#wantedMore.fire(group);
  }

  reveal(followUp: FollowUpRef): void {
    this.#wanted.fire(followUp);
  }
}
