import { l10n } from 'vscode';
import { drop, reopen, tick } from '../../core/followUp/edits';
import type { Services } from '../../services';
import { changeFollowUps, type FollowUpWish } from './changeFollowUps';
import { targetsOf } from './targets';

type Needs = Pick<Services, 'notes' | 'clock' | 'viewChanges'>;

/** Marks follow-ups as done today. */
export async function tickFollowUp(needs: Needs, ...args: readonly unknown[]): Promise<void> {
  const { notes, clock } = needs;
  const wish: FollowUpWish = { make: (request) => tick(request, clock.today()), done: l10n.t('Marked as done') };
  await changeFollowUps(await targetsOf(args, notes), wish, needs);
}

/** Reopens done or dropped follow-ups. */
export async function reopenFollowUp(needs: Needs, ...args: readonly unknown[]): Promise<void> {
  await changeFollowUps(await targetsOf(args, needs.notes), { make: reopen, done: l10n.t('Reopened') }, needs);
}

/** Drops follow-ups that will not be done. */
export async function dropFollowUp(needs: Needs, ...args: readonly unknown[]): Promise<void> {
  const { notes, clock } = needs;
  const wish: FollowUpWish = { make: (request) => drop(request, clock.today()), done: l10n.t('Dropped') };
  await changeFollowUps(await targetsOf(args, notes), wish, needs);
}
