import type { Fields, Hint, Origin, OwnerMention } from '../taskText/taskFields';

/**
 * What became of a follow-up, as its mark says. `moved` (`[>]`) is settled by the index, which sees where it went;
 * `none` is a mark that is documented elsewhere as no task.
 */
export type FollowUpStatus = 'open' | 'inProgress' | 'done' | 'dropped' | 'moved' | 'none';

/** A task line of a note. All that is kept is copied: nothing here holds on to the note's text. */
export interface FollowUp {
  /** Line of the box in the note, from 0. */
  readonly line: number;
  /** Last line of its own text, continuation lines included, children not. */
  readonly endLine: number;
  /** The line of the box as it was read, without its line end: what an edit proves before it changes anything. */
  readonly source: string;
  /** The further lines of its own text, joined by spaces, or `''`. */
  readonly continuation: string;
  /** The character in the box: one code point. */
  readonly mark: string;
  readonly status: FollowUpStatus;
  /** What is to be done: without box, fields, origin, and owners that stand before or after the sentence. */
  readonly text: string;
  readonly fields: Fields;
  readonly owners: readonly OwnerMention[];
  readonly tags: readonly string[];
  /** Only of an open one: what is over is nobody's concern. */
  readonly hints: readonly Hint[];
  readonly origin?: Origin | undefined;
  /** The target of the link of a `[>]` line, as written. */
  readonly target?: string | undefined;
  /** Index into `Note.meetings`, or -1 when it stands outside every meeting. */
  readonly meeting: number;
  /** The title of the section it stands in, or `''`. */
  readonly section: string;
  readonly private: boolean;
  /** Who owes it by the headings above: counts where its own text names nobody. */
  readonly owedByHeading: readonly OwnerMention[];
}

const STATUS_BY_MARK: ReadonlyMap<string, FollowUpStatus> = new Map([
  ['x', 'done'],
  ['X', 'done'],
  ['/', 'inProgress'],
  ['-', 'dropped'],
  ['>', 'moved'],
  // Bullets with a picture instead of a box, as widespread themes draw them: information, quotes, pros and cons.
  ...Array.from('iIQNb"lpcPC', (mark) => [mark, 'none'] as const),
]);

/** Marks that the reader of the notes uses in another sense than the documented one. */
export type Statuses = Readonly<Record<string, FollowUpStatus>>;

/** What the character in a box says. A mark that nobody documented is open: better listed once too often than lost. */
export function statusOf(mark: string, overrides?: Statuses): FollowUpStatus {
  if (overrides && Object.hasOwn(overrides, mark)) {
    return overrides[mark] ?? 'open';
  }
  return STATUS_BY_MARK.get(mark) ?? 'open';
}

/** Whether somebody still owes it. A moved one is asked about elsewhere: only the index sees where it went. */
export function isOpen(status: FollowUpStatus): boolean {
  return status === 'open' || status === 'inProgress';
}
