import type { NoteLine } from './entries';

/** Words of a document that lead to a line of a note. */
export interface TextLink {
  readonly line: number;
  /** UTF-16 columns in that line. */
  readonly start: number;
  readonly end: number;
  readonly at: NoteLine;
}

/** A document written from the notes, and where its words lead. */
export interface LinkedText {
  readonly text: string;
  readonly links: readonly TextLink[];
}
