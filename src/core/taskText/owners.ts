import { namesIn } from '../people/names';
import { inOrder, type TextRange } from '../text/range';
import { edgeMentions, plainNames } from './edgeMentions';
import type { FieldSpan } from './fieldValue';
import { type Inline, readInline } from './inline';
import type { OwnerSpan } from './mentions';
import { sentenceSpan } from './sentence';
import type { OwnerMention } from './taskFields';

/** The people mentioned in the text of an item, and their positions. */
export interface ReadOwners {
  /** The owners in text order, each name and form once. */
  readonly owners: readonly OwnerMention[];
  /** All mentions. For an owner field, the span is its value. */
  readonly spans: readonly OwnerSpan[];
  /** The text without leading and trailing fields and comments, and without trailing tags. */
  readonly sentence: TextRange;
  /** The leading and trailing mentions that are not part of the sentence. */
  readonly beside: readonly TextRange[];
}

/**
 * Finds the owners in the text of an item, in all forms. Resolving names, and deciding whether a bare name or a
 * wiki-link is a person, is left to the caller.
 */
export function readOwners(text: string, inline: Inline = readInline(text)): ReadOwners {
  const sentence = sentenceSpan(text, inline);
  const spans = allMentions(text, inline, sentence);
  if (spans.length === 0) return { owners: [], spans, sentence, beside: [] };
  return { owners: distinct(spans), spans, sentence, beside: edgeMentions(text, sentence, inline.mentions) };
}

function allMentions(text: string, inline: Inline, sentence: TextRange): readonly OwnerSpan[] {
  // The value of a field that is not read is still a part of the sentence: `@due(soon)`.
  const bare = plainNames(text, inline, sentence).filter(
    (span) => !inline.fields.some(({ start, end }) => start < span.end && span.start < end),
  );
  const inFields = ownerFields(text, inline.fields);
  if (bare.length === 0 && inFields.length === 0) return inline.mentions;
  return inOrder([...inline.mentions, ...bare, ...inFields]);
}

function ownerFields(text: string, fields: readonly FieldSpan[]): readonly OwnerSpan[] {
  for (const field of fields) {
    if (isOwnerField(field)) return fields.filter(isOwnerField).flatMap((each) => ownersInField(text, each));
  }
  return [];
}

function isOwnerField({ form }: FieldSpan): boolean {
  return form.field === 'owner';
}

function ownersInField(text: string, around: FieldSpan): readonly OwnerSpan[] {
  const { start, end } = around.value;
  const names = namesIn(text.slice(start, end));
  return names.map((name) => ({ start, end, around, mention: { name, form: 'field' }, isPersonOnly: false }));
}

function distinct(spans: readonly OwnerSpan[]): readonly OwnerMention[] {
  const [first] = spans;
  if (first && spans.length === 1) return [first.mention];
  const seen = new Set<string>();
  return spans
    .map(({ mention }) => mention)
    .filter(({ name, form }) => {
      const key = `${form} ${name}`;
      return !seen.has(key) && seen.add(key);
    });
}

/** Writes an owner before a sentence: `@jane.doe`, or an owner field if the name cannot be written as a handle. */
export function writeOwner(name: string): string {
  const handle = `@${name.trim().replace(/\s+/g, '.')}`;
  const [read, ...others] = readOwners(handle).spans;
  const isReadBack = read?.end === handle.length && others.length === 0;
  return isReadBack ? handle : `[owner:: ${name.trim().replace(/[[\]\s]+/g, ' ')}]`;
}
