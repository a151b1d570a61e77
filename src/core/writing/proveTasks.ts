import type { FollowUp } from '../followUp/followUp';
import type { TaskItem } from '../followUp/taskItem';
import type { CarrySource, LeftFollowUp } from './carry';

/** Which follow-ups are surely those that were read. */
export interface ProvedTasks {
  /** By the index of their block, in the order of the note. */
  readonly proved: ReadonlyMap<number, FollowUp>;
  readonly left: readonly LeftFollowUp[];
}

/**
 * Finds the follow-ups of a source in its text as it is now, all in one go: the line at its place if it is the only one of
 * its kind, else the nth of as many alike as there were, else the only one left.
 */
export function proveTasks({ note, followUps }: CarrySource, tasks: ReadonlyMap<number, TaskItem>): ProvedTasks {
  const now = grouped([...tasks], ([, task]) => task.source);
  const read = grouped(note.followUps, ({ source }) => source);
  const found = new Map<number, FollowUp>();
  const left: LeftFollowUp[] = [];
  for (const followUp of followUps) {
    const alike = now.get(followUp.source) ?? [];
    const before = read.get(followUp.source) ?? [followUp];
    const nth = before.findIndex(({ line }) => line === followUp.line);
    const entry =
      alike.length === before.length
        ? alike[nth]
        : alike.find(([, { line }]) => line === followUp.line && alike.length === 1);
    if (entry && !found.has(entry[0])) {
      found.set(entry[0], followUp);
    } else {
      left.push({ uri: note.uri, followUp, reason: reasonFor(alike.length) });
    }
  }
  return { proved: new Map([...found].sort(([a], [b]) => a - b)), left };
}

function reasonFor(alike: number): string {
  return alike === 0
    ? 'Its line is not as it was read. Save the note and carry it over again.'
    : 'The same line stands there several times, and it is not sure which one is meant. Save the note and carry it over again.';
}

function grouped<Value>(
  values: readonly Value[],
  keyOf: (value: Value) => string,
): ReadonlyMap<string, readonly Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) {
      group.push(value);
    } else {
      groups.set(keyOf(value), [value]);
    }
  }
  return groups;
}
