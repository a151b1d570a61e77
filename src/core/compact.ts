const NONE: readonly never[] = [];

/** The same list for keeping, once it is whole: one that grew holds room for more, and an empty one need be made only once. */
export function trimToSize<Item>(list: readonly Item[]): readonly Item[] {
  return list.length === 0 ? NONE : list.slice();
}
