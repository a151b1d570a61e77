import { lineOf, replacing, type EditableItem } from '../../followUp/openItem';
import type { Span } from '../../followUp/span';

/** Where a span of an item's text stands in the note. */
export function diagnosticRange(item: EditableItem, span: Span): { readonly line: number } & Span {
  const { start, end } = replacing(item, span, '');
  return { line: item.line + lineOf(item, span.start), start, end };
}
