import { l10n, type TreeView } from 'vscode';
import type { IndexChange } from '../../core/index/listedFollowUp';
import { OverdueTally } from '../../core/followUpList/overdueCount';
import { DisposableStore } from '../../editor/disposables';
import { onDidChangeSettings, setting } from '../../editor/settings';
import { runCooperatively } from '../../editor/timeSlicer';
import type { Services } from '../../services';

/** Shows the number of people's overdue follow-ups on the activity bar, regardless of the filter. */
export class OverdueBadge extends DisposableStore {
  readonly #view: Pick<TreeView<unknown>, 'badge'>;
  readonly #services: Pick<Services, 'notes' | 'clock'>;
  readonly #tally: OverdueTally;
  #counting: Promise<void> | undefined;
  #isStale = false;

  constructor(view: Pick<TreeView<unknown>, 'badge'>, services: Pick<Services, 'notes' | 'clock'>) {
    super();
    const { notes, clock } = services;
    this.#view = view;
    this.#services = services;
    this.#tally = new OverdueTally(notes.index);
    this.add(notes.onDidChange((change) => this.#onIndexChange(change)));
    this.add(notes.onDidChangeState(() => this.#countAll()));
    this.add(clock.onDidChangeDay(() => this.#onIndexChange(undefined)));
    this.add(onDidChangeSettings(['followUps.badge'], () => this.#show()));
  }

  #onIndexChange(change: IndexChange | undefined): void {
    if (change && !change.people && !this.#isStale && !this.#counting) {
      this.#tally.count(change, this.#services.clock.today());
      this.#show();
    } else {
      this.#isStale = true;
      this.#countAll();
    }
  }

  /** Starts a count, unless notes are still being read. Until then the previous number is shown. */
  #countAll(): void {
    if (this.#isStale && this.#services.notes.state.phase === 'ready') {
      this.#counting ??= this.#count();
    }
  }

  async #count(): Promise<void> {
    while (this.#isStale && !this.isDisposed) {
      this.#isStale = false;
      await runCooperatively(this.#tally.countAll(this.#services.clock.today()));
    }
    this.#counting = undefined;
    this.#show();
  }

  #show(): void {
    const value = setting('followUps.badge') ? this.#tally.total : 0;
    const tooltip = value === 1 ? l10n.t('1 overdue follow-up') : l10n.t('{0} overdue follow-ups', value);
    this.#view.badge = value > 0 ? { value, tooltip } : undefined;
  }
}
