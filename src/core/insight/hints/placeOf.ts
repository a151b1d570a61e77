import { lineOf, replacing, type OpenItem } from '../../followUp/openItem';
import type { Span } from '../../followUp/span';

/** Where a span of an item's text stands in the note. */
export function placeOf(item: OpenItem, span: Span): { readonly line: number } & Span {
  const { start, end } = replacing(item, span, '');
  return { line: item.line + lineOf(item, span.start), start, end };
}
