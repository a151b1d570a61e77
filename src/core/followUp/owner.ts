import { namesIn } from '../people/names';
import { besideSentence } from './besideSentence';
import type { OwnerMention } from './followUp';
import { atMentions, bareMentions, wikiMentions, type OwnerSpan } from './mentions';
import type { FieldSpan } from './matchForm';
import { readInline, type Inline, type Span } from './readInline';
import { wordsOnly } from './wordsOnly';

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
  const words = wordsOnly(text, inline);
  const at = words.includes('@') ? atMentions(words) : [];
  const wiki = words.includes('[[') ? wikiMentions(words) : [];
  const spans = inOrder([at, wiki, bareMentions(words), ownerFields(text, inline)]);
  if (spans.length === 0) return NOBODY;
  return { owners: distinct(spans), spans, beside: besideSentence(words, spans) };
}

function ownerFields(text: string, inline: Inline): readonly OwnerSpan[] {
  const fields = inline.fields.filter(({ form }) => form.field === 'owner');
  return fields.length === 0 ? NO_SPANS : fields.flatMap((field) => ownersInField(text, field));
}

function ownersInField(text: string, around: FieldSpan): readonly OwnerSpan[] {
  const { start, end } = around.value;
  const names = namesIn(text.slice(start, end));
  return names.map((name) => ({ start, end, around, mention: { name, form: 'field' }, isSurelyPerson: false }));
}

function inOrder(lists: readonly (readonly OwnerSpan[])[]): readonly OwnerSpan[] {
  const filled = lists.filter(({ length }) => length > 0);
  return filled.length > 1 ? filled.flat().sort((a, b) => a.start - b.start) : (filled[0] ?? NO_SPANS);
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
