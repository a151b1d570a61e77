import type { LineContext } from './taskItem';
import type { Fields, TaskProblem, Origin, OwnerMention } from '../taskText/taskFields';
import {
  addDays,
  daysBetween,
  formatDayAndMonth,
  formatDurationBriefly,
  formatRelative,
  formatWeekdayBriefly,
  shortDate,
  formatDuration,
  formatWeekday,
  type CivilDate,
} from '../dates/civilDate';
import { message, type Text } from '../text/message';

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
  /** The due date in `fields`, which can be read without the rest of the text. */
  readonly due: Due;
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

/** Returns the follow-up on a line. The follow-ups must be in the order of their lines. */
export function followUpAt(followUps: readonly FollowUp[], line: number): FollowUp | undefined {
  let from = 0;
  let to = followUps.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const followUp = followUps[middle];
    if (!followUp || followUp.line > line) to = middle;
    else if (followUp.line < line) from = middle + 1;
    else return followUp;
  }
  return undefined;
}

/** Number of carries after which a list asks whether a follow-up will ever be done. */
const CARRIED_OFTEN_AT = 3;

/** The due date of an open follow-up relative to today, as lists show it. */
export type DueState = 'overdue' | 'today' | 'nextSevenDays' | 'later' | 'noDate' | 'invalidDate';

/** The due date of a follow-up, or the text in its place. */
export type Due = Pick<Fields, 'due' | 'invalidDue'>;

/** All due states in the order of lists. */
export const dueStates: readonly DueState[] = ['overdue', 'today', 'nextSevenDays', 'later', 'noDate', 'invalidDate'];

/** Whether the due date is before `today`. A closed follow-up can be past due too, but it is not overdue. */
export function isPastDue({ due }: Pick<Due, 'due'>, today: CivilDate): boolean {
  return due !== undefined && due < today;
}

/** The due state of an open follow-up. The next seven days begin tomorrow. */
export function dueStateOf({ due, invalidDue }: Due, today: CivilDate): DueState {
  if (!due) return invalidDue === undefined ? 'noDate' : 'invalidDate';
  if (isPastDue({ due }, today)) return 'overdue';
  if (due === today) return 'today';
  return due <= addDays(today, 7) ? 'nextSevenDays' : 'later';
}

/** The due date in words: `3 days overdue`, `due today`, `due Friday`, `due Mon 4 Jan 2027`; `''` without a date. */
export function formatDue({ due, invalidDue }: Due, today: CivilDate): Text {
  if (!due) return invalidDue === undefined ? '' : message('followUp.noSuchDay', invalidDue);
  const days = daysBetween(today, due);
  if (days < 0) return message('followUp.overdue', formatDuration(-days));
  if (days <= 1) return message('followUp.due', formatRelative(due, today));
  return message('followUp.due', days < 7 ? formatWeekday(due) : shortDate(due, today));
}

/**
 * The due date in a few characters, to begin a row: `3w!` when overdue by three weeks, `today`, `Fri`, `4 Dec`; `''`
 * without a date. Only overdue follow-ups have a duration.
 */
export function formatDueBriefly({ due, invalidDue }: Due, today: CivilDate): Text {
  if (!due) return invalidDue === undefined ? '' : message('followUp.noSuchDayBriefly');
  const days = daysBetween(today, due);
  if (days < 0) return message('followUp.overdueBriefly', formatDurationBriefly(-days));
  if (days === 0) return message('time.today');
  return days < 7 ? formatWeekdayBriefly(due) : formatDayAndMonth(due);
}

/** Tests whether a follow-up was carried so often that a list advises to do, drop or delegate it. */
export function isCarriedOften(times: number): boolean {
  return times >= CARRIED_OFTEN_AT;
}
