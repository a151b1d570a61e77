import { NO_FILTER } from '../../core/followUpList/filter';
import type { Services } from '../../services';

type Needs = Pick<Services, 'followUpsShown'>;

/** Shows every follow-up in the Follow-ups view again. */
export function clearFilter({ followUpsShown }: Needs): void {
  followUpsShown.filterBy(NO_FILTER);
}

/** Shows also what was done in the last days. */
export function showDone({ followUpsShown }: Needs): void {
  followUpsShown.showDone(true);
}

/** Shows only what is open. */
export function hideDone({ followUpsShown }: Needs): void {
  followUpsShown.showDone(false);
}

/** Shows more rows of the group with the id `group`. */
export function showMoreFollowUps({ followUpsShown }: Needs, group?: unknown): void {
  if (typeof group === 'string') {
    followUpsShown.showMore(group);
  }
}

/** Reads all notes anew, and lists what is open now. */
export async function refreshFollowUps({ followUpsShown, notes }: Needs & Pick<Services, 'notes'>): Promise<void> {
  await notes.ready();
  await notes.refreshAll();
  followUpsShown.refresh();
}

/** Ends the reading of all notes; what was read stays. */
export function stopReading({ notes }: Pick<Services, 'notes'>): void {
  notes.cancel();
}
