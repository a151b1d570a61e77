/** Something that can be put in where somebody types. All of it is plain text. */
export interface LineCompletion {
  readonly kind: 'person' | 'date' | 'field' | 'tag';
  readonly label: string;
  /** What a list says beside the label. */
  readonly description: string;
  readonly text: string;
  /** The part of the line that `text` takes the place of; it holds the cursor. */
  readonly start: number;
  readonly end: number;
  /** What the typed letters are looked for in. */
  readonly filter: string;
  /** Offset in `text` where the cursor goes, since a value is to be typed there; else it goes behind `text`. */
  readonly valueAt?: number;
}
