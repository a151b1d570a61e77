import { namesIn } from '../people/names';
import { bareMentions } from './bareMentions';
import { besideSentence } from './besideSentence';
import type { OwnerMention } from './followUp';
import type { FieldSpan } from './matchForm';
import type { OwnerSpan } from './mentions';
import { readInline, type Inline } from './readInline';
import { sentenceSpan } from './sentence';
import { inOrder, type Span } from './span';

/** The people whom the text of an item names, and where. */
export interface ReadOwners {
  /** In the order of the text, each name and form once. */
  readonly owners: readonly OwnerMention[];
  /** Every mention; of an owner field its value. */
  readonly spans: readonly OwnerSpan[];
  /** What is not part of the sentence: mentions before and after it. Fields are not repeated here. */
  readonly beside: readonly Span[];
}

const NO_SPANS: readonly OwnerSpan[] = [];
const NOBODY: ReadOwners = { owners: [], spans: [], beside: [] };

/**
 * Whom the text of an item names as its owners, in every form. Who that is, and whether a bare name or a wiki-link is a
 * person's at all, is for those to say who know the people.
 */
export function readOwners(text: string, inline: Inline = readInline(text)): ReadOwners {
  const sentence = sentenceSpan(text, inline.gaps);
  const bare = bareMentions(text, sentence);
  const inFields = ownerFields(text, inline);
  const { mentions } = inline;
  const spans = bare.length + inFields.length > 0 ? inOrder([...mentions, ...bare, ...inFields]) : mentions;
  if (spans.length === 0) return NOBODY;
  return { owners: distinct(spans), spans, beside: besideSentence(text, sentence, mentions) };
}

function ownerFields(text: string, { fields }: Inline): readonly OwnerSpan[] {
  return fields.some(isOwnerField)
    ? fields.filter(isOwnerField).flatMap((field) => ownersInField(text, field))
    : NO_SPANS;
}

function isOwnerField({ form }: FieldSpan): boolean {
  return form.field === 'owner';
}

function ownersInField(text: string, around: FieldSpan): readonly OwnerSpan[] {
  const { start, end } = around.value;
  const names = namesIn(text.slice(start, end));
  return names.map((name) => ({ start, end, around, mention: { name, form: 'field' }, isSurelyPerson: false }));
}

function distinct(spans: readonly OwnerSpan[]): readonly OwnerMention[] {
  const mentions = spans.map(({ mention }) => mention);
  if (mentions.length === 1) return mentions;
  const seen = new Set<string>();
  return mentions.filter(({ name, form }) => {
    const key = `${form} ${name}`;
    return !seen.has(key) && seen.add(key);
  });
}
