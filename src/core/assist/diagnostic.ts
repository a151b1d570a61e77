import type { TextEdit } from '../text/edit';
import type { ItemHint } from '../taskText/fields';
import type { OwnerSpan } from '../taskText/mentions';
import type { EditableItem } from '../followUp/editableItem';
import type { DialectId } from '../taskText/taskFields';
import type { Note } from '../note/note';
import type { PeopleDirectory } from '../people/directory';
import type { Person } from '../people/person';
import type { Message } from '../text/message';

/** A 1:1 note to look through, and who is known. */
export interface NoteToCheck {
  readonly note: Note;
  /** The text that the note was read from. */
  readonly text: string;
  readonly people: PeopleDirectory;
  /** Whom it is with; `undefined` where that is not sure. */
  readonly person: Person | undefined;
}

interface Place {
  /** From 0. */
  readonly line: number;
  /** Offsets into the note, within one line. */
  readonly start: number;
  readonly end: number;
  /** What was found, and what to do. */
  readonly message: Message;
}

/** A date of an item that could not be read for sure. */
export interface DateDiagnostic extends Place {
  readonly kind: 'dates';
  readonly item: EditableItem;
  readonly found: ItemHint;
  /** The dialect of the item, if it has fields. */
  readonly dialect: DialectId | undefined;
}

/** A done date on an item whose box is open. */
export interface DoneDateDiagnostic extends Place {
  readonly kind: 'doneDates';
  readonly item: EditableItem;
}

/** An owner that nobody is, or several people are. */
export interface OwnerDiagnostic extends Place {
  readonly kind: 'owners';
  readonly item: EditableItem;
  readonly mention: OwnerSpan;
  /** Names of those who may be meant, the likeliest first. */
  readonly meant: readonly string[];
  readonly isAmbiguous: boolean;
}

/** A bullet below a heading of follow-ups that is none. */
export interface BulletDiagnostic extends Place {
  readonly kind: 'bullets';
  /** Line and title of the heading. */
  readonly heading: { readonly line: number; readonly title: string };
}

/** A line that was meant to have a box, and has none that anybody reads. */
export interface CheckboxDiagnostic extends Place {
  readonly kind: 'boxes';
  /** Makes it one. */
  readonly edit: TextEdit;
}

/** Front matter that could not be read. */
export interface FrontMatterDiagnostic extends Place {
  readonly kind: 'frontMatter';
}

/** Something in a 1:1 note that is not read as it was surely meant. */
export type NoteDiagnostic =
  DateDiagnostic | DoneDateDiagnostic | OwnerDiagnostic | BulletDiagnostic | CheckboxDiagnostic | FrontMatterDiagnostic;

/** What hints are about: each kind can be switched off by itself. */
export type DiagnosticKind = NoteDiagnostic['kind'];
