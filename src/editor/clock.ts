import { EventEmitter, type Disposable } from 'vscode';
import { civilDate, type CivilDate } from '../core/dates/civilDate';

/** Maximum delay before the date is checked again, in ms, in case the machine slept through midnight. */
const LONGEST_WAIT = 15 * 60_000;

/** The local calendar date, and an event when it changes. */
export class Clock implements Disposable {
  readonly #changed = new EventEmitter<CivilDate>();
  readonly onDidChangeDay = this.#changed.event;
  #day = this.today();
  #timer = this.#wait();

  /** Returns the date on the machine where the extension runs. */
  today(): CivilDate {
    const now = new Date();
    const today = civilDate(now.getFullYear(), now.getMonth() + 1, now.getDate());
    if (!today) {
      throw new Error(`The system's clock shows no day of the calendar: ${now.toISOString()}`);
    }
    return today;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#changed.dispose();
  }

  #wait(): ReturnType<typeof setTimeout> {
    const now = new Date();
    const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, 0, 0, 1);
    return setTimeout(() => this.#look(), Math.min(midnight.getTime() - now.getTime(), LONGEST_WAIT));
  }

  #look(): void {
    this.#timer = this.#wait();
    const today = this.today();
    if (today !== this.#day) {
      this.#day = today;
      this.#changed.fire(today);
    }
  }
}
