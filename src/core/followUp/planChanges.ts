import type { NoteEdits, Plan, Refusal } from '../edit';
import type { EditRequest, ItemEdits } from './edits';
import type { LineAnchor } from './locate';

/** Follow-ups of one note that are to be changed, and the note's text as it is now. */
export interface NoteToChange {
  readonly uri: string;
  readonly textNow: string;
  readonly items: readonly { readonly text: string; readonly proof: LineAnchor }[];
}

/** A follow-up that is left as it is, and why. */
export interface RefusedChange {
  readonly uri: string;
  readonly text: string;
  readonly reason: string;
}

/** One change of many follow-ups: all that can be proved in one plan, the others named. */
export interface PlannedChanges {
  readonly plan: Plan;
  readonly refused: readonly RefusedChange[];
  /** What a person has to be told, each thing once. */
  readonly notices: readonly string[];
}

/** What is done to each of the follow-ups. */
export interface Change extends Pick<EditRequest, 'dialect' | 'statuses'> {
  readonly make: (request: EditRequest) => ItemEdits | Refusal;
}

/** Plans the same change for follow-ups of several notes. */
export function planChanges(notes: readonly NoteToChange[], { make, ...rules }: Change): PlannedChanges {
  const changes: NoteEdits[] = [];
  const refused: RefusedChange[] = [];
  const notices = new Set<string>();
  for (const { uri, textNow, items } of notes) {
    const edits = items.flatMap(({ text, proof }) => {
      const result = make({ noteNow: textNow, followUp: proof, ...rules });
      if ('refused' in result) {
        refused.push({ uri, text, reason: result.refused });
        return [];
      }
      if (result.notice !== undefined) {
        notices.add(result.notice);
      }
      return result.edits;
    });
    if (edits.length > 0) {
      changes.push({ uri, before: textNow, edits });
    }
  }
  return { plan: { changes }, refused, notices: [...notices] };
}
