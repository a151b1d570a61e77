import type { Services } from '../../services';
import { needOne } from './changeFollowUps';
import { targetsOf } from './targets';

/** Shows the follow-up at the cursor in the Follow-ups view. */
export async function revealFollowUp(
  { notes, followUpsShown }: Pick<Services, 'notes' | 'followUpsShown'>,
  ...args: readonly unknown[]
): Promise<void> {
  const { item } = needOne(await targetsOf(args, notes));
  followUpsShown.reveal({ uri: item.note.uri, id: item.id });
}
