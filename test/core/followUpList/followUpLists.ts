import { wordMessage } from '../../../src/core/text/message';
import type { ListedFollowUp } from '../../../src/core/index/listedFollowUp';
import type { NoteIndex } from '../../../src/core/index/noteIndex';
import type { FollowUpGroup } from '../../../src/core/followUpList/groups';

/** Everything that an index lists. */
export function allOf(index: NoteIndex): readonly ListedFollowUp[] {
  return index.groups().flatMap((group) => index.followUpsOf(group));
}

/** Groups as one sees them in a tree: a line a group or follow-up, indented. */
export function drawn(groups: readonly FollowUpGroup[], indent = ''): string[] {
  return groups.flatMap((group) => [
    indent + wordMessage(group.title),
    ...drawn(group.groups, `${indent}  `),
    ...group.followUps.map(({ followUp }) => `${indent}  ${followUp.text}`),
  ]);
}
