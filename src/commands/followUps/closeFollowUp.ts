import { drop, reopen, tick } from '../../core/followUp/edits';
import type { Services } from '../../services';
import { changeFollowUps } from './changeFollowUps';
import { targetsOf } from './targets';

type Needs = Pick<Services, 'notes' | 'clock'>;

/** Ticks follow-ups, with today as the day on which they were done. */
export async function tickFollowUp({ notes, clock }: Needs, ...args: readonly unknown[]): Promise<void> {
  await changeFollowUps(await targetsOf(args, notes), (request) => tick(request, clock.today()), notes);
}

/** Opens follow-ups again that were done or dropped. */
export async function reopenFollowUp({ notes }: Needs, ...args: readonly unknown[]): Promise<void> {
  await changeFollowUps(await targetsOf(args, notes), reopen, notes);
}

/** Drops follow-ups: they will not be done, and that is all right. */
export async function dropFollowUp({ notes, clock }: Needs, ...args: readonly unknown[]): Promise<void> {
  await changeFollowUps(await targetsOf(args, notes), (request) => drop(request, clock.today()), notes);
}
