import { NO_FILTER } from '../../core/followUpList/filter';
import type { Services } from '../../services';

type Needs = Pick<Services, 'followUpsShown'>;

/** Clears the filter of the Follow-ups view. */
export function clearFilter({ followUpsShown }: Needs): void {
  followUpsShown.filterBy(NO_FILTER);
}

/** Shows recently done follow-ups too. */
export function showDone({ followUpsShown }: Needs): void {
  followUpsShown.showDone(true);
}

/** Shows only open follow-ups. */
export function hideDone({ followUpsShown }: Needs): void {
  followUpsShown.showDone(false);
}

/** Shows more rows of the group with the ID `group`. */
export function showMoreFollowUps({ followUpsShown }: Needs, group?: unknown): void {
  if (typeof group === 'string') {
    followUpsShown.showMore(group);
  }
}

/** Reads all notes again and rebuilds the list of open follow-ups. */
export async function refreshFollowUps({ followUpsShown, notes }: Needs & Pick<Services, 'notes'>): Promise<void> {
  await notes.ready();
  await notes.refreshAll();
  followUpsShown.refresh();
}

/** Cancels reading the notes. Notes already read are kept. */
export function stopReading({ notes }: Pick<Services, 'notes'>): void {
  notes.cancel();
}
