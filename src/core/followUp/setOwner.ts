import type { Refusal, TextEdit } from '../edit';
import { skipWhiteSpace } from '../markdown/characters';
import type { EditRequest, ItemEdits } from './edits';
import type { OwnerSpan } from './mentions';
import { editableItem, removing, replacing, type EditableItem } from './openItem';
import { readOwners, type ReadOwners } from './owner';
import { includeEnclosing } from './sentence';
import type { Span } from './span';
import { writeOwner } from './writeOwner';

/** Who is to owe a follow-up. */
export interface OwnerWish {
  /** The name to write, or `undefined` for nobody. */
  readonly owner: string | undefined;
  /** Whether a bare name or a wiki-link means somebody: only then it is an owner, and is replaced. */
  readonly isPerson: (name: string) => boolean;
}

const SEPARATOR = /(?:\s*[,&+/]\s*|\s+and\s+|\s+)$/;
const MAY_FOLLOW_SEPARATED = /^[\s:,.;)]?$/;
const LONGEST_SEPARATOR = 12;

/** Writes the owner where one is named, in the same form, else behind the box; without an owner takes all of them out. */
export function planSetOwner(request: EditRequest, wish: OwnerWish): ItemEdits | Refusal {
  const item = editableItem(request.noteNow, request.followUp);
  if ('refused' in item) return item;
  const owners = readOwners(item.text, item.inline);
  const named = namedOwners(owners, wish);
  if (wish.owner !== undefined) return { line: item.line, edits: writing(item, named, wish) };
  return { line: item.line, edits: removing(item, [...owners.beside, ...named.map((span) => span.around ?? span)]) };
}

/** The mentions that count, one for each place where names stand. */
function namedOwners({ spans }: ReadOwners, { isPerson }: OwnerWish): readonly OwnerSpan[] {
  const named = spans.filter(({ mention: { form, name } }) => form === 'at' || form === 'field' || isPerson(name));
  return named.filter(({ start }, index) => start !== named[index - 1]?.start);
}

function writing(item: EditableItem, [first, ...others]: readonly OwnerSpan[], wish: OwnerWish): readonly TextEdit[] {
  const owner = wish.owner ?? '';
  if (!first) {
    return [replacing(item, behindBox(item), ` ${writeOwner(owner)}`)];
  }
  return [
    replacing(item, first, inFormOf(first, owner, wish.isPerson)),
    ...removing(
      item,
      withExposed(item.text, others, wish).map((other) => withSeparator(item.text, other)),
    ),
  ];
}

/** Adds bare names that become owners once the mentions beside them are removed, such as `(Jane)` in `@bob (Jane) @zoe`. */
function withExposed(text: string, removed: readonly OwnerSpan[], wish: OwnerWish): readonly OwnerSpan[] {
  const blanked = removed.reduce((rest, span) => {
    const { start, end } = includeEnclosing(rest, span);
    return rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  }, text);
  const before = namedOwners(readOwners(text), wish).map(({ start }) => start);
  const exposed = namedOwners(readOwners(blanked), wish).filter(({ start }) => !before.includes(start));
  return exposed.length === 0 ? removed : [...removed, ...withExposed(blanked, exposed, wish)];
}

/** Behind the box, and behind a priority that has to come first. */
function behindBox({ text, inline }: EditableItem): Span {
  const first = inline.fields[0];
  const isAfter = first?.form.isOnlyFirst && first.start === skipWhiteSpace(text, 0);
  const at = isAfter ? first.end : 0;
  return { start: at, end: at };
}

/** The owner as it is written in place of a mention: in its form, where that would be read as the owner. */
export function inFormOf({ mention }: OwnerSpan, owner: string, isPerson: OwnerWish['isPerson']): string {
  switch (mention.form) {
    case 'field':
      return owner;
    case 'wiki':
      return isPerson(owner) ? `[[${owner}]]` : writeOwner(owner);
    case 'bare':
      return isPerson(owner) ? owner : writeOwner(owner);
    default:
      return writeOwner(owner);
  }
}

function withSeparator(text: string, { start, end, around, mention }: OwnerSpan): Span {
  const span = mention.form === 'field' && around ? around : { start, end };
  const isBeforeWord = !MAY_FOLLOW_SEPARATED.test(text.charAt(span.end));
  const before = isBeforeWord ? '' : text.slice(Math.max(0, span.start - LONGEST_SEPARATOR), span.start);
  return { start: span.start - (SEPARATOR.exec(before)?.[0].length ?? 0), end: span.end };
}
