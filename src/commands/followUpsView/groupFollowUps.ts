import { CancellationError, ThemeIcon } from 'vscode';
import type { FollowUpGrouping } from '../../core/followUpList/groups';
import { showQuickPick } from '../../editor/picks';
import type { Services } from '../../services';

const GROUPINGS: readonly {
  readonly grouping: FollowUpGrouping;
  readonly icon: string;
  readonly label: string;
  readonly detail: string;
}[] = [
  { grouping: 'person', icon: 'person', label: 'Person', detail: 'Under each person: owed by me, by them, by others' },
  { grouping: 'due', icon: 'calendar', label: 'Due Date', detail: 'Overdue, today, the next 7 days, later' },
  { grouping: 'owner', icon: 'account', label: 'Owner', detail: 'Who owes it, wherever it was promised' },
  { grouping: 'note', icon: 'note', label: 'Note', detail: 'The newest 1:1 first, in the order of the lines' },
];

/** Groups the Follow-ups view another way: as named by `argument`, else as chosen. */
export async function groupFollowUps(
  { followUpsShown }: Pick<Services, 'followUpsShown'>,
  argument?: unknown,
): Promise<void> {
  const named = GROUPINGS.find(({ grouping }) => grouping === argument)?.grouping;
  await followUpsShown.groupBy(named ?? (await choose(followUpsShown.grouping)));
}

async function choose(current: FollowUpGrouping): Promise<FollowUpGrouping> {
  const items = GROUPINGS.map((each) => ({
    ...each,
    iconPath: new ThemeIcon(each.icon),
    description: each.grouping === current ? 'now' : '',
  }));
  const picked = await showQuickPick(items, { title: 'Group Follow-Ups By', placeHolder: 'Choose a grouping' });
  if (!picked) {
    throw new CancellationError();
  }
  return picked.grouping;
}
