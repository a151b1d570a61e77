import type { FollowUp } from '../followUp/followUp';
import { locateEach, anchorsOf } from '../followUp/locate';
import type { TaskItem } from '../followUp/taskItem';
import type { CarrySource, LeftFollowUp } from './carry';

/** Which follow-ups are surely those that were read. */
export interface LocatedTasks {
  /** By the index of their block, in the order of the note. */
  readonly proved: ReadonlyMap<number, FollowUp>;
  readonly left: readonly LeftFollowUp[];
}

/** Finds the follow-ups of a source in its text as it is now, among the items with a box that stand there. */
export function locateTasks(
  { note, textNow, followUps }: CarrySource,
  tasks: ReadonlyMap<number, TaskItem>,
): LocatedTasks {
  const indexByLine = new Map([...tasks].map(([index, { line }]) => [line, index]));
  const found = new Map<number, FollowUp>();
  const left: LeftFollowUp[] = [];
  const items = locateEach(textNow, anchorsOf(followUps, note.followUps));
  for (const [nth, followUp] of followUps.entries()) {
    const item = items[nth];
    const index = item && !('refused' in item) ? indexByLine.get(item.line) : undefined;
    if (index !== undefined) {
      found.set(index, followUp);
    } else if (item && 'refused' in item) {
      left.push({ uri: note.uri, followUp, text: followUp.text, reason: item.refused });
    }
  }
  return { proved: new Map([...found].sort(([a], [b]) => a - b)), left };
}
