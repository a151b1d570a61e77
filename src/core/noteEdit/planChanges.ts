import type { EditRequest, ItemEdits } from '../followUp/edits';
import type { LineAnchor } from '../followUp/locate';
import type { NoteEdits, Plan, Refusal, SkippedItem } from '../text/edit';
import { type Message, message } from '../text/message';
import { NoteProof } from './noteProof';

/** The follow-ups of one note to change, its current text, and the settings of its folder. */
export interface NoteToChange extends Pick<EditRequest, 'dialect' | 'statuses'> {
  readonly uri: string;
  readonly textNow: string;
  readonly items: readonly { readonly text: string; readonly proof: LineAnchor }[];
}

/** The result of `planChanges`: one plan for all follow-ups that can be changed, and the others with their reasons. */
export interface PlannedChanges {
  readonly plan: Plan;
  readonly refused: readonly SkippedItem[];
  /** The messages for the user, each once. */
  readonly notices: readonly Message[];
}

/** A change to apply to each follow-up. */
export interface Change {
  readonly make: (request: EditRequest) => ItemEdits | Refusal;
}

/**
 * Plans the same change for follow-ups of several notes. An edit that would change the structure or the privacy of its
 * note is refused.
 */
export function planChanges(notes: readonly NoteToChange[], { make }: Change): PlannedChanges {
  const changes: NoteEdits[] = [];
  const refused: SkippedItem[] = [];
  const notices = new Map<string, Message>();
  for (const { uri, textNow, items, ...rules } of notes) {
    const note = new NoteProof(textNow);
    const edits = items.flatMap(({ text, proof }) => {
      const result = make({ noteNow: textNow, followUp: proof, ...rules });
      if ('refused' in result) {
        refused.push({ uri, text, reason: result.refused });
        return [];
      }
      if (!note.isKept(result.edits)) {
        refused.push({ uri, text, reason: message('followUp.otherLines') });
        return [];
      }
      if (result.notice !== undefined) {
        notices.set(JSON.stringify(result.notice), result.notice);
      }
      return result.edits;
    });
    if (edits.length > 0) {
      changes.push({ uri, before: textNow, edits });
    }
  }
  return { plan: { changes }, refused, notices: [...notices.values()] };
}
