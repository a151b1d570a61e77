import type { FollowUp } from '../followUp/followUp';
import { dateOf, openSince, carryCount } from '../index/carryResolution';
import type { Note } from '../note/note';
import type { CarryTarget } from './request';
import { linkTo } from '../noteEdit/relativeLinks';
import { meetingAnchor } from '../noteEdit/logHeading';

/** How a carried follow-up and its source speak of each other. */
export class CarryLinks {
  readonly #source: Note;
  readonly #target: CarryTarget;
  readonly #root: string | undefined;

  constructor(source: Note, target: CarryTarget, root: string | undefined) {
    this.#source = source;
    this.#target = target;
    this.#root = root;
  }

  /** What the copy says: `(from [2026-11-23](2026-11-23.md), since 2026-11-16, 2×)`. */
  origin(followUp: FollowUp): string {
    const { uri, title } = this.#source;
    const link = linkTo({
      from: this.#target.uri,
      to: uri,
      anchor: meetingAnchor(this.#source, followUp.meeting),
      label: dateOf({ note: this.#source, followUp }) ?? title.replace(/[[\]|]/g, ''),
      style: this.#target.wikiLinks ? 'wiki' : 'markdown',
      root: this.#root,
    });
    // As the index tells the age, so that nothing gets younger by being carried.
    const since = openSince({ note: this.#source, followUp }) ?? this.#target.date;
    return `(from ${link}, since ${since}, ${carryCount(followUp) + 1}×)`;
  }

  /** What the source says: `(to [2026-11-30](2026-11-30.md))`. */
  destination(): string {
    const { uri, anchor, date } = this.#target;
    const style = this.#source.wikiLinks ? 'wiki' : 'markdown';
    return `(to ${linkTo({ from: this.#source.uri, to: uri, anchor, label: date, style, root: this.#root })})`;
  }
}
