import { CancellationError, l10n, ThemeIcon } from 'vscode';
import type { FollowUpGrouping } from '../../core/followUpList/groups';
import { showQuickPick } from '../../editor/picks';
import type { Services } from '../../services';

const GROUPINGS: readonly {
  readonly grouping: FollowUpGrouping;
  readonly icon: string;
  readonly label: string;
  readonly detail: string;
}[] = [
  {
    grouping: 'person',
    icon: 'person',
    label: l10n.t('Person'),
    detail: l10n.t('For each person: owed by me, by them, by others'),
  },
  {
    grouping: 'due',
    icon: 'calendar',
    label: l10n.t('Due Date'),
    detail: l10n.t('Overdue, today, the next 7 days, later'),
  },
  { grouping: 'owner', icon: 'account', label: l10n.t('Owner'), detail: l10n.t('Everything each person owes') },
  {
    grouping: 'note',
    icon: 'note',
    label: l10n.t('Note'),
    detail: l10n.t('The newest 1:1 first, in the order of its lines'),
  },
];

/** Changes the grouping of the Follow-ups view to `argument`, or asks for it. */
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
    description: each.grouping === current ? l10n.t('now') : '',
  }));
  const picked = await showQuickPick(items, {
    title: l10n.t('Group Follow-Ups By'),
    placeHolder: l10n.t('Choose a grouping'),
  });
  if (!picked) {
    throw new CancellationError();
  }
  return picked.grouping;
}
