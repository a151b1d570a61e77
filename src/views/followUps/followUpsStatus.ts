import { l10n, type TreeView } from 'vscode';
import { formatFilter, isEmptyFilter } from '../../core/followUpList/filter';
import type { FollowUpOutline } from '../../core/followUpList/outline';
import { OverdueTally } from '../../core/followUpList/overdueCount';
import type { IndexChange } from '../../core/index/listedFollowUp';
import { plainMessage } from '../../core/text/message';
import { DisposableStore } from '../../editor/disposables';
import { withProgress } from '../../editor/messages';
import type { NoteServiceState } from '../../editor/notes/noteService';
import { runCooperatively } from '../../editor/scheduling';
import { onDidChangeSettings, setting } from '../../editor/settings';
import type { Services } from '../../services';

/**
 * Shows the reading progress, the filter, and a message for an empty result. Otherwise the message is empty, because VS
 * Code only shows a welcome text without a message.
 */
export class FollowUpsStatus extends DisposableStore {
  readonly #id: string;
  readonly #view: Pick<TreeView<unknown>, 'message' | 'description'>;
  readonly #services: Pick<Services, 'notes' | 'followUpsShown'>;
  #endOfReading: (() => void) | undefined;

  constructor(
    { id, view }: { readonly id: string; readonly view: Pick<TreeView<unknown>, 'message' | 'description'> },
    services: Pick<Services, 'notes' | 'followUpsShown'>,
  ) {
    super();
    this.#id = id;
    this.#view = view;
    this.#services = services;
    this.add(services.notes.onDidChangeState(({ phase }) => this.#showProgress(phase === 'reading')));
    this.add({ dispose: () => this.#showProgress(false) });
  }

  /**
   * Updates the message and the description for the current outline. The row of the next meeting, if there is one,
   * replaces the welcome text of a view without follow-ups.
   */
  show({ groups, query }: Pick<FollowUpOutline, 'groups' | 'query'>, hasNext: boolean): void {
    const { state } = this.#services.notes;
    const isFiltered = !isEmptyFilter(query.filter);
    const filter = plainMessage(formatFilter(query.filter));
    const message =
      state.phase === 'reading'
        ? formatProgress(state)
        : groups.length === 0 && isFiltered
          ? l10n.t('No follow-ups match the filter: {0}.', filter)
          : groups.length === 0 && hasNext && state.phase === 'ready'
            ? l10n.t('All caught up. No open follow-ups.')
            : formatGaps(state, groups.length > 0);
    // VS Code would redraw the view even if the value is the same.
    if (this.#view.message !== message) this.#view.message = message;
    if (this.#view.description !== filter) this.#view.description = filter;
  }

  #showProgress(isReading: boolean): void {
    if (!isReading) {
      this.#endOfReading?.();
      this.#endOfReading = undefined;
    } else if (!this.#endOfReading) {
      const ended = new Promise<void>((resolve) => {
        this.#endOfReading = resolve;
      });
      void withProgress({ location: { viewId: this.#id } }, () => ended);
    }
  }
}

function formatProgress({ read, total }: NoteServiceState): string {
  return total === 0 ? l10n.t('Reading notes…') : l10n.t('Reading notes: {0} of {1}…', read, total);
}

function formatGaps({ cancelled, read, total, tooLarge, failed }: NoteServiceState, hasRows: boolean): string {
  const leftOut =
    tooLarge === 1 ? l10n.t('A note over 1 MB was skipped.') : l10n.t('{0} notes over 1 MB were skipped.', tooLarge);
  const unread = failed === 1 ? l10n.t('A note could not be read.') : l10n.t('{0} notes could not be read.', failed);
  const gaps = [
    cancelled ? l10n.t('Stopped after {0} of {1} notes. Refresh to read the rest.', read, total) : '',
    hasRows && tooLarge > 0 ? leftOut : '',
    hasRows && failed > 0 ? unread : '',
  ].filter((gap) => gap !== '');
  return gaps.join(' ');
}

/** Shows the number of overdue follow-ups on the activity bar, regardless of the filter. */
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
    this.#tally = new OverdueTally(notes);
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
