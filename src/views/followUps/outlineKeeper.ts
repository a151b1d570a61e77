import { EventEmitter } from 'vscode';
import type { IndexChange } from '../../core/index/listedFollowUp';
import { FollowUpOutline, type OutlineChange } from '../../core/followUpList/outline';
import { DisposableStore } from '../../editor/disposables';
import { runCooperatively } from '../../editor/scheduling';
import type { Services } from '../../services';

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
    this.outline = new FollowUpOutline(notes, followUpsShown.wishOn(clock.today()));
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
    await runCooperatively(this.outline.show(followUpsShown.wishOn(clock.today())));
    const now = performance.now();
    this.#restsUntil = now + (now - start) / SHARE_OF_READING;
    return 'all';
  }
}
