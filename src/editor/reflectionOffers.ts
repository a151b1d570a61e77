import { EventEmitter, type Memento, type Uri, workspace } from 'vscode';
import { DisposableStore } from './disposables';
import { setting } from './settings';

const OFFERED = 'reflectionsOffered';
/** Number of notes remembered. */
const MOST_REMEMBERED = 100;
/** Age of a note from which *A Minute After* is offered, in ms. */
const OFFER_AFTER = 60 * 60_000;

/** Decides where *A Minute After* is offered: once in each note, an hour after the note was made. */
export class ReflectionOffers extends DisposableStore {
  readonly #state: Memento;
  readonly #changed = this.add(new EventEmitter<void>());
  /** Fires when an offer begins or ends. */
  readonly onDidChange = this.#changed.event;
  /** URIs of the notes that show the offer in this window. */
  readonly #open = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(state: Memento) {
    super();
    this.#state = state;
    this.add({ dispose: () => clearTimeout(this.#timer) });
  }

  /** Whether the offer may be shown in a note now. If it is still too early, `onDidChange` fires in time. */
  async isDue(uri: Uri): Promise<boolean> {
    const key = uri.toString();
    if (!setting('minuteAfter') || (this.#offered.includes(key) && !this.#open.has(key))) {
      return false;
    }
    const made = await workspace.fs.stat(uri).then(
      ({ ctime }) => ctime,
      () => 0,
    );
    const wait = made + OFFER_AFTER - Date.now();
    if (made > 0 && wait > 0) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#changed.fire(), wait);
    }
    return made > 0 && wait <= 0;
  }

  /** Remembers that the offer is shown in a note. It stays until it is settled or the window is closed. */
  show(uri: Uri): void {
    this.#open.add(uri.toString());
    this.#remember(uri);
  }

  /** Ends the offer in a note. */
  settle(uri: Uri): void {
    this.#open.delete(uri.toString());
    this.#remember(uri);
    this.#changed.fire();
  }

  #remember(uri: Uri): void {
    const key = uri.toString();
    if (!this.#offered.includes(key)) {
      void this.#state.update(OFFERED, [...this.#offered, key].slice(-MOST_REMEMBERED));
    }
  }

  get #offered(): readonly string[] {
    return this.#state.get<readonly string[]>(OFFERED, []);
  }
}
