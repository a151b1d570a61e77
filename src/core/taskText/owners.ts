import { namesIn } from '../people/names';
import { inOrder, type TextRange } from '../text/range';
import { edgeMentions, plainNames } from './edgeMentions';
import type { FieldSpan } from './fieldValue';
import { type Inline, readInline } from './inline';
import type { OwnerSpan } from './mentions';
import { sentenceSpan } from './sentence';
import type { OwnerMention } from './taskFields';

/** The people whom the text of an item names, and where. */
export interface ReadOwners {
  /** In the order of the text, each name and form once. */
  readonly owners: readonly OwnerMention[];
  /** Every mention; of an owner field its value. */
  readonly spans: readonly OwnerSpan[];
  /** What is said, fields and comments before and after it left out, and tags after it. */
  readonly sentence: TextRange;
  /** The mentions at its start and end that are no part of it. */
  readonly beside: readonly TextRange[];
}

/**
 * Whom the text of an item names as its owners, in every form. Who that is, and whether a bare name or a wiki-link is a
 * person's at all, is for those to say who know the people.
 */
export function readOwners(text: string, inline: Inline = readInline(text)): ReadOwners {
  const sentence = sentenceSpan(text, inline);
  const spans = allMentions(text, inline, sentence);
  if (spans.length === 0) return { owners: [], spans, sentence, beside: [] };
  return { owners: distinct(spans), spans, sentence, beside: edgeMentions(text, sentence, inline.mentions) };
}

function allMentions(text: string, inline: Inline, sentence: TextRange): readonly OwnerSpan[] {
  const bare = plainNames(text, inline, sentence);
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

/** The name as an owner in front of a sentence: `@jane.doe`, or a field where a name cannot be written that way. */
export function writeOwner(name: string): string {
  const handle = `@${name.trim().replace(/\s+/g, '.')}`;
  const [read, ...others] = readOwners(handle).spans;
  const isReadBack = read?.end === handle.length && others.length === 0;
  return isReadBack ? handle : `[owner:: ${name.trim().replace(/[[\]\s]+/g, ' ')}]`;
}
