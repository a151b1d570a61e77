/** A range of text in UTF-16 offsets; the end is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Sorts spans by their position in the text. */
export function inOrder<Some extends Span>(spans: readonly Some[]): readonly Some[] {
  return spans.length > 1 ? spans.toSorted((a, b) => a.start - b.start) : spans;
}
