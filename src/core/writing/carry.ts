import type { CivilDate } from '../civilDate';
import type { NoteEdits } from '../edit';
import type { FollowUp } from '../followUp/followUp';
import type { Statuses } from '../followUp/status';
import type { Note } from '../note/note';

/** A note with follow-ups to be carried. */
export interface CarrySource {
  /** The note as it was read, when the follow-ups were. */
  readonly note: Note;
  readonly textNow: string;
  /** Those of the note's follow-ups that are to be carried: the open ones, as the index lists them. */
  readonly followUps: readonly FollowUp[];
}

/** The meeting that follow-ups are carried to. */
export interface CarryTarget {
  readonly uri: string;
  readonly date: CivilDate;
  /** The anchor of its heading, in a log. */
  readonly anchor?: string | undefined;
  /** Whether links in it are wiki-links. */
  readonly wikiLinks: boolean;
  /** The meeting as it stands, if it was made in advance; what it holds already is not added again. */
  readonly existing?: { readonly note: Note; readonly meeting: number } | undefined;
}

/** What is to be carried where. */
export interface CarryRequest {
  /** In the order in which their follow-ups are to stand. */
  readonly sources: readonly CarrySource[];
  readonly target: CarryTarget;
  /** What would be carried too if its note could be changed: it is left where it is. */
  readonly unreachable?: readonly LeftFollowUp[];
  /** The person's name, for items that only their heading gives to the person. */
  readonly person: string;
  /** URI of the folder that the paths of wiki-links start from. */
  readonly root?: string | undefined;
  readonly statuses?: Statuses;
}

/** Something that is left where it is, and why, in words. */
export interface LeftBehind {
  readonly uri: string;
  readonly text: string;
  readonly reason: string;
}

/** A follow-up that is left where it is. */
export interface LeftFollowUp extends LeftBehind {
  readonly followUp: FollowUp;
}

/** Carrying, worked out. */
export interface CarryPlan {
  /** What is to stand among the follow-ups of the new note. */
  readonly lines: readonly string[];
  /** What is to stand under its private heading. */
  readonly privateLines: readonly string[];
  /** The marks at the sources, to be saved after the new note. */
  readonly changes: readonly NoteEdits[];
  readonly left: readonly LeftFollowUp[];
  /** What was carried three times or more, this time included. */
  readonly carriedOften: readonly CarriedOften[];
}

/** Something that does not get done. */
export interface CarriedOften {
  readonly text: string;
  readonly times: number;
  readonly isPrivate: boolean;
}
