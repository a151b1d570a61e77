/** V8 keeps slices of at least this length as views of the text they come from. */
const SHORTEST_VIEW = 13;

/**
 * The same text, standing for itself: a slice that is kept would keep the whole note in memory with it. Joining writes a
 * new text, while `+` would only make a pair of views.
 */
export function detach(slice: string): string {
  return slice.length < SHORTEST_VIEW ? slice : [slice.charAt(0), slice.slice(1)].join('');
}
