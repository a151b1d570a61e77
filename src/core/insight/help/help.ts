import type { NoteLine } from '../briefEntry';

/** A line of a note that help was taken from. */
export interface HoverSource extends NoteLine {
  /** What a link to it shows. */
  readonly label: string;
}

/** One line of help, as text for a person: nothing in it is Markdown or HTML. */
export interface HoverLine {
  readonly kind: 'title' | 'fact' | 'overdue' | 'quote';
  readonly text: string;
  /** Where it can be read in full, in the order of the links. */
  readonly sources?: readonly HoverSource[];
}
