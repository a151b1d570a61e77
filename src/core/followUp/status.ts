import type { FollowUpStatus } from './followUp';

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
