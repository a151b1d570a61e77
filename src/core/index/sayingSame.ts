import type { FollowUp } from '../followUp/followUp';
import { hasSameText, normalizedText } from '../followUp/textKey';
import type { Note } from '../note/note';

/** So many follow-ups of a note are looked through. */
const MAX_LINEAR_SCAN = 30;

/** Of a note with more, such as a log of years, what was worked out: as long as the note is kept, which nobody changes. */
const tables = new WeakMap<Note, ReadonlyMap<string, readonly FollowUp[]>>();

/** The follow-ups of a note that say the same as `text`. Of those that cannot be meant nobody asks what they say. */
export function followUpsWithText(
  note: Note,
  text: string,
  canBeMeant: (followUp: FollowUp) => boolean = () => true,
): readonly FollowUp[] {
  return note.followUps.length <= MAX_LINEAR_SCAN
    ? note.followUps.filter((each) => canBeMeant(each) && hasSameText(each.text, text))
    : (tableOf(note).get(normalizedText(text)) ?? []).filter(canBeMeant);
}

function tableOf(note: Note): ReadonlyMap<string, readonly FollowUp[]> {
  const known = tables.get(note);
  if (known) return known;
  const table = new Map<string, FollowUp[]>();
  for (const followUp of note.followUps) {
    const key = normalizedText(followUp.text);
    const others = table.get(key);
    if (others) others.push(followUp);
    else table.set(key, [followUp]);
  }
  tables.set(note, table);
  return table;
}
