import type { LineContext } from './lineContext';
import type { Fields, TaskProblem, Origin, OwnerMention } from '../taskText/taskFields';

/**
 * The status of a follow-up, derived from its state character. The index follows `moved` (`[>]`) to its target. `none`
 * is a character that other tools document as a bullet, not a task.
 */
export type FollowUpStatus = 'open' | 'inProgress' | 'done' | 'dropped' | 'moved' | 'none';

/** A task line of a note. All strings are copies that do not retain the note's text. */
export interface FollowUp {
  /** Line number of the checkbox in the note, from 0. */
  readonly line: number;
  /** The last line of the item's own text, including continuation lines but not children. */
  readonly endLine: number;
  /** The line of the checkbox as it was read, without its line end. Edits use it to identify the item. */
  readonly source: string;
  /** The surroundings of that line as they were read. */
  readonly context: LineContext;
  /** The continuation lines, joined by spaces, or `''`. */
  readonly continuation: string;
  /** The state character in the checkbox: one code point. */
  readonly stateCharacter: string;
  readonly status: FollowUpStatus;
  /** The task itself, without checkbox, fields and origin, and without owners before or after the sentence. */
  readonly text: string;
  /** The text without bare names before or after it, which may be owners. A carried copy keeps these words. */
  readonly words: string;
  readonly fields: Fields;
  readonly owners: readonly OwnerMention[];
  readonly tags: readonly string[];
  /** Problems with the fields. Only open follow-ups have any. */
  readonly problems: readonly TaskProblem[];
  readonly origin?: Origin | undefined;
  /** The target of the link of a `[>]` line, as written. */
  readonly target?: string | undefined;
  /** Index in `Note.meetings`, or -1 outside all meetings. */
  readonly meeting: number;
  /** The title of the section that contains the item, or `''`. */
  readonly section: string;
  readonly private: boolean;
  /** The owners according to the headings above. They apply if the text itself names no owner. */
  readonly owedByHeading: readonly OwnerMention[];
}

const STATUS_BY_CHARACTER: ReadonlyMap<string, FollowUpStatus> = new Map([
  ['x', 'done'],
  ['X', 'done'],
  ['/', 'inProgress'],
  ['-', 'dropped'],
  ['>', 'moved'],
  // Bullets that common themes draw with an icon: information, quotes, pros and cons.
  ...Array.from('iIQNb"lpcPC', (character) => [character, 'none'] as const),
]);

/** User-defined meanings of state characters, which override the documented ones. */
export type Statuses = Readonly<Record<string, FollowUpStatus>>;

/** Returns the status of a state character. Unknown characters are open, so that no follow-up is lost. */
export function statusOf(character: string, overrides?: Statuses): FollowUpStatus {
  if (overrides && Object.hasOwn(overrides, character)) {
    return overrides[character] ?? 'open';
  }
  return STATUS_BY_CHARACTER.get(character) ?? 'open';
}

/** Whether the status is open or in progress. For a moved follow-up, only the index knows the state of its copy. */
export function isOpen(status: FollowUpStatus): boolean {
  return status === 'open' || status === 'inProgress';
}
