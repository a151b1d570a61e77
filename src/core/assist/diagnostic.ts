import type { TextEdit } from '../text/edit';
import type { ItemHint } from '../taskText/fields';
import type { OwnerSpan } from '../taskText/mentions';
import type { EditableItem } from '../followUp/editableItem';
import type { DialectId } from '../taskText/taskFields';
import type { Owner } from '../index/ownership';
import type { Note, NoteProblem } from '../note/note';
import type { PeopleDirectory } from '../people/directory';
import type { Person } from '../people/person';
import type { Message } from '../text/message';

/** A 1:1 note to check, and the known people. */
export interface NoteToCheck {
  readonly note: Note;
  /** The text from which the note was parsed. */
  readonly text: string;
  readonly people: PeopleDirectory;
  /** The person of the note, or `undefined` if it is unclear. */
  readonly person: Person | undefined;
  /** The owner that `@me` means: `NoteIndex.writerOf`. */
  readonly writer: Owner | undefined;
  /** The reason why the note could not be placed: `NoteIndex.problemOf`. */
  readonly problem: NoteProblem | undefined;
}

interface Place {
  /** Line number, from 0. */
  readonly line: number;
  /** Range in the note, within one line. */
  readonly start: number;
  readonly end: number;
  /** The message for the user: the problem and the solution. */
  readonly message: Message;
}

/** An unclear or invalid date of an item. */
export interface DateDiagnostic extends Place {
  readonly kind: 'dates';
  readonly item: EditableItem;
  readonly found: ItemHint;
  /** The dialect of the item if it has fields. */
  readonly dialect: DialectId | undefined;
}

/** A done date on an open item. */
export interface DoneDateDiagnostic extends Place {
  readonly kind: 'doneDates';
  readonly item: EditableItem;
}

/** An unknown or ambiguous owner. */
export interface OwnerDiagnostic extends Place {
  readonly kind: 'owners';
  readonly item: EditableItem;
  readonly mention: OwnerSpan;
  /** Names of the people who may be meant, the most likely first. */
  readonly meant: readonly string[];
  readonly isAmbiguous: boolean;
  /** Whether it is the `@me` of a note that two people read. */
  readonly isOwn?: true;
}

/** A bullet without a checkbox under a heading for follow-ups. */
export interface BulletDiagnostic extends Place {
  readonly kind: 'bullets';
  /** Line and title of the heading. */
  readonly heading: { readonly line: number; readonly title: string };
}

/** A line with a malformed checkbox. */
export interface CheckboxDiagnostic extends Place {
  readonly kind: 'boxes';
  /** The edit that corrects the checkbox. */
  readonly edit: TextEdit;
}

/** Lines that Git could not merge. */
export interface ConflictDiagnostic extends Place {
  readonly kind: 'conflicts';
}

/** The reason why the note could not be placed. */
export interface FrontMatterDiagnostic extends Place {
  readonly kind: 'frontMatter';
  readonly problem: NoteProblem;
}

/** A problem in a 1:1 note: text that is not read as it was clearly meant. */
export type NoteDiagnostic =
  | DateDiagnostic
  | DoneDateDiagnostic
  | OwnerDiagnostic
  | BulletDiagnostic
  | CheckboxDiagnostic
  | ConflictDiagnostic
  | FrontMatterDiagnostic;

/** The kind of a diagnostic. Each kind has its own setting. */
export type DiagnosticKind = NoteDiagnostic['kind'];
