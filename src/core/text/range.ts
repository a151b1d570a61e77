/** A stretch of text: UTF-16 offsets, the end outside. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The spans in the order of the text. */
export function inOrder<Some extends Span>(spans: readonly Some[]): readonly Some[] {
  return spans.length > 1 ? spans.toSorted((a, b) => a.start - b.start) : spans;
}
