import { ARROW_BEFORE, readOwners, writeOwner } from '../taskText/owners';
import { type OwnerSpan, surnameBehind } from '../taskText/mentions';
import { includeEnclosing, SEPARATOR_BEFORE } from '../taskText/sentence';
import { skipWhiteSpace, startOfWord, trimWhiteSpace } from '../text/characters';
import type { Refusal } from '../text/edit';
import { joined, merged, type TextRange } from '../text/range';
import { type EditableItem, removing, replacing } from './editableItem';
import { editItem, type EditRequest, type ItemEdits } from './edits';
import { endOfMatch } from '../text/strings';

/** The new owner of a follow-up. */
interface OwnerChange {
  /** The name to write, or `undefined` to remove all owners. */
  readonly owner: string | undefined;
  /** Whether a bare name or a wiki-link is a person. Only then it is an owner and is replaced. */
  readonly isPerson: (name: string) => boolean;
}

/** Replaces the owner in the same form, or adds one after the checkbox. Without an owner, all owners are removed. */
export function planSetOwner(request: EditRequest, change: OwnerChange): ItemEdits | Refusal {
  return editItem(request, (item) => {
    const { owner } = change;
    const named = namedOwners(item.text, change);
    const [first, ...others] = named;
    const added = owner === undefined ? '' : first ? inFormOf(first, owner, change.isPerson) : ` ${writeOwner(owner)}`;
    const place = owner === undefined ? [] : [replacing(item, first ?? behindBox(item), added)];
    const removed = withExposed(item.text, owner === undefined ? named : others, change);
    return {
      edits: [...place, ...removing(item, withPunctuation(item.text, removed))],
      fields: ['owner'],
      owners: true,
      isMet: (after) => isOwnedBy(after, change),
    };
  });
}

function isOwnedBy({ text }: EditableItem, change: OwnerChange): boolean {
  const names = new Set(namedOwners(text, change).map(({ mention }) => mention.name));
  if (change.owner === undefined) return names.size === 0;
  const [written] = readOwners(writeOwner(change.owner)).owners;
  return names.size === 1 && (names.has(change.owner) || names.has(written?.name ?? ''));
}

/** Returns the mentions of owners, one for each position. A surname that follows a first name is part of its mention. */
function namedOwners(text: string, { isPerson }: OwnerChange): readonly OwnerSpan[] {
  const named = readOwners(text).spans.filter(
    ({ mention: { form, name } }) => form === 'at' || form === 'field' || isPerson(name),
  );
  return named
    .filter(({ start }, index) => start !== named[index - 1]?.start)
    .map((span) => withSurname(span, isPerson));
}

function withSurname(span: OwnerSpan, isPerson: OwnerChange['isPerson']): OwnerSpan {
  const surname = surnameBehind(span.mention, isPerson);
  return surname === '' ? span : { ...span, end: span.end + 1 + surname.length };
}

/**
 * Adds the mentions that become owners once others are removed, such as the bare `(Jane)` in `@bob (Jane) @zoe`.
 */
function withExposed(text: string, removed: readonly OwnerSpan[], change: OwnerChange): readonly OwnerSpan[] {
  const blanked = blankedOut(text, withPunctuation(text, removed));
  const before = new Set(namedOwners(text, change).map(({ start }) => start));
  const exposed = namedOwners(blanked, change).filter(({ start }) => !before.has(start));
  return exposed.length === 0 ? removed : [...removed, ...withExposed(blanked, exposed, change)];
}

/** Returns the text with spaces in place of the spans, so that all else keeps its offset. */
function blankedOut(text: string, spans: readonly TextRange[]): string {
  let blanked = '';
  for (const { start, end } of spans) blanked += text.slice(blanked.length, start) + ' '.repeat(end - start);
  return blanked + text.slice(blanked.length);
}

const AFTER_LEAD = /\s*(?:[:：,;]|[–—|-](?=\s))/y;
const SEPARATOR_AFTER = /\s*(?:[,;&+/]|and\s)\s*/iy;
const SEPARATOR_IN_LIST = /(?<!\s)\s{0,9}(?:[,;&+/]|\sand)?\s{0,9}$/i;
const COMMA_BEFORE = /[,;]\s{0,9}$/;
const BETWEEN_NAMES = /^\s*(?:[,;&+/]\s*|and\s+)?$/i;
const LONGEST_SIGN = 12;

/**
 * Extends mentions to the punctuation that belongs to them: brackets, emphasis, the separators of a list, a colon behind
 * the names before the sentence, an arrow or a dash before the names after it.
 */
function withPunctuation(text: string, mentions: readonly OwnerSpan[]): readonly TextRange[] {
  const groups = joinNames(
    text,
    mentions.map((mention) => withSyntax(mention, mentions, text)),
  ).map((span) => includeEnclosing(text, span));
  const { sentence, spans } = readOwners(text);
  const staying = spans.filter(({ start }) => !mentions.some((mention) => mention.start === start));
  return merged(groups.map((span) => withSigns(text, span, { sentence, groups, staying })));
}

/** Extends a mention to its syntax, such as the brackets of a field, if all names in it are mentioned. */
function withSyntax({ start, end, around, mention }: OwnerSpan, all: readonly OwnerSpan[], text: string): TextRange {
  if (!around) return { start, end };
  if (mention.form === 'field') return around;
  const inside = readOwners(text).spans.filter((other) => other.around?.start === around.start);
  const isAll = inside.every((other) => all.some((each) => each.start === other.start));
  return isAll ? around : { start, end };
}

/** Joins mentions that are only separated by a comma, an `and` or the like. */
function joinNames(text: string, spans: readonly TextRange[]): readonly TextRange[] {
  return joined(spans, (gap) => BETWEEN_NAMES.test(text.slice(gap.start, gap.end)));
}

interface Surroundings {
  readonly sentence: TextRange;
  readonly groups: readonly TextRange[];
  /** The mentions that are not removed, and other words in a list of names. */
  readonly staying: readonly TextRange[];
}

function withSigns(text: string, span: TextRange, { sentence, groups, staying }: Surroundings): TextRange {
  const rest = blankedOut(
    text,
    groups.filter(({ start, end }) => start !== span.start && end !== span.end),
  );
  const next = endOfMatch(SEPARATOR_AFTER, text, span.end);
  if (next > span.end && staying.some(({ start }) => start === next)) {
    const arrowStart = span.start - (ARROW_BEFORE.exec(signBefore(text, span))?.[0].length ?? 0);
    const isFirst = isOnlyTags(rest.slice(Math.min(sentence.start, arrowStart), arrowStart));
    return { start: isFirst ? arrowStart : span.start, end: next };
  }
  if (isOnlyTags(rest.slice(Math.min(sentence.start, span.start), span.start))) {
    return { start: span.start, end: endOfMatch(AFTER_LEAD, text, span.end) };
  }
  const before = signBefore(text, span);
  const inList = SEPARATOR_IN_LIST.exec(before)?.[0].length ?? 0;
  if (inList > 0 && staying.some(({ end }) => end === span.start - inList)) {
    return { start: span.start - inList, end: span.end };
  }
  const isLast = isOnlyTags(rest.slice(span.end, sentence.end));
  const sign = isLast ? (SEPARATOR_BEFORE.exec(before) ?? COMMA_BEFORE.exec(before)) : null;
  const signed = ARROW_BEFORE.exec(before) ?? sign;
  return { start: span.start - (signed?.[0].length ?? 0), end: span.end };
}

function signBefore(text: string, { start }: TextRange): string {
  return text.slice(Math.max(0, start - LONGEST_SIGN), start);
}

/** Whether a part of the text has no words of the sentence: only blanks, tags and a final stop. */
function isOnlyTags(part: string): boolean {
  let end = trimWhiteSpace(part, 0, part.length);
  while (end > 0) {
    const word = startOfWord(part, end);
    if (!/^(?:#.*|[.!,;])$/s.test(part.slice(word, end))) return false;
    end = trimWhiteSpace(part, 0, word);
  }
  return true;
}

/** Returns the place of a new owner: after the checkbox, and after a priority that has to come first. */
function behindBox({ text, inline }: EditableItem): TextRange {
  const first = inline.fields[0];
  const isAfter = first?.form.isOnlyFirst && first.start === skipWhiteSpace(text, 0);
  const at = isAfter ? first.end : 0;
  return { start: at, end: at };
}

/** Writes the owner in the form of an existing mention, provided that it would be read as the owner. */
export function inFormOf({ mention }: OwnerSpan, owner: string, isPerson: OwnerChange['isPerson']): string {
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
