import { addToGroup } from '../text/collections';
import {
  KEEPING_PHRASES,
  LABEL_WORDS,
  NEGATIONS,
  OTHER_PEOPLE,
  PLAIN_PRIVATE_PHRASES,
  PRIVATE_COMPOUNDS,
  PRIVATE_PHRASES,
  PRIVATE_WORDS,
  UNSPACED_PRIVATE_WORDS,
  WEAK_PRIVATE_WORDS,
  withPlainOrders,
} from './privateVocabulary';
import { APOSTROPHES, foldLookalikes, revealLookalikes } from './lookalikes';
import { HintFinder, LOCK_NAMES } from './privateHints';

const WORDS = new Set(PRIVATE_WORDS.map(foldLookalikes));
const WEAK = new Set(WEAK_PRIVATE_WORDS.map(foldLookalikes));
const NEGATING = new Set(NEGATIONS.map(foldLookalikes));
const LABEL = new Set(LABEL_WORDS.map(foldLookalikes));
const COMPOUNDS = new Set(PRIVATE_COMPOUNDS);
/** Phrases as words, by their first word. */
const PHRASES = new Map<string, string[][]>();
const WEAK_PHRASES = WEAK_PRIVATE_WORDS.filter((words) => words.includes(' '));
for (const phrase of [...PRIVATE_PHRASES, ...PLAIN_PRIVATE_PHRASES, ...WEAK_PHRASES]) {
  const words = wordsOf(foldLookalikes(phrase));
  addToGroup(PHRASES, words[0] ?? '', words);
}
const UNSPACED = new RegExp(UNSPACED_PRIVATE_WORDS.map(foldLookalikes).join('|'));
const PLAIN_PHRASE = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${PLAIN_PRIVATE_PHRASES.map(foldLookalikes).join('|').replaceAll(' ', '[^\\p{L}\\p{N}]{1,3}')})(?![\p{L}\p{N}])`,
  'u',
);
/** The signs and places that join the words of a name. */
const JOINT = /[_.+-]+|(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\d+(?:$|[/_-]))/gu;
/** A word for private within a tag: `#isPrivate`. */
const JOINED = /#\w*(?:priv|confid|secret)/i;
const LOCK = new RegExp(String.raw`[\u{1F512}\u{1F510}\u{1F50F}\u3299\u{1F92B}\u{1F910}]|${LOCK_NAMES}`, 'u');
/** Text that other programs hide, or show only when it is clicked. */
const SPOILER =
  /(?<![^\s(])\|\|(?=[^\s|])[^|\r\n]{1,200}\|\|(?=[\s).,;!?]|$)|(?<![^\s>])![^\s![][^\r\n]{0,200}!<|<spoiler\b|<[^<>]{1,200}[\s"']hidden\b|display\s?:\s?none/iu;
/** Signs around the attributes of a title: `<span class="private">Pay</span>`, `Pay {private=true}`. */
const ATTRIBUTES = /[<{]/;
const ATTRIBUTE_SIGNS = /[<>{}="']/g;
const BLOCK_ID = /\^[\w-]+\s*$/;
/** A comment in a title. */
export const COMMENT = /<!--[^]{0,200}?-->|%%[^%]{0,200}%%/g;
const SEPARATOR = /[;|—–…→⇒➔]|[:,.!?/](?=\s|$)|\s[-/]*[-/>](?=\s)/u;
const BRACKETED = /[([{【「《<]([^()[\]{}【】「」《》<>]*)[)\]}】」》>]/gu;
/** Longest label, in words. */
const LONGEST_LABEL = 8;
/** Longest label in a language that does not separate words, in characters without their marks. */
const LONGEST_UNSPACED = 24;

/**
 * The beginnings of all words and phrases for private. A blank stands for one to three signs between words, and `'` for
 * an apostrophe that may be missing.
 */
const BEGINNINGS = [
  ...[...WORDS].map((word) => word.slice(0, 6)),
  // These are long enough to leave out common words, such as *interview* and *international*.
  ...[...WEAK].filter((word) => !word.includes(' ')).map((word) => word.slice(0, 8)),
  ...[...[...PHRASES.values()].flat(), ...KEEPING_PHRASES.map((phrase) => wordsOf(foldLookalikes(phrase)))].map(
    (words) => words.join(' ').replace(/(?<=don|manager)(?=t|s)/, "'"),
  ),
];
const HINTS = new HintFinder(BEGINNINGS);
const BEGINNING = new RegExp(
  `(?<![a-z])(?:${[...new Set(BEGINNINGS)].join('|').replaceAll(' ', '[^a-z0-9]{1,3}').replaceAll("'", `[${APOSTROPHES}]?`)})`,
  'i',
);

/** Matches the beginning of a word for private within a name: `isPrivate`. */
const CAPITALIZED = new RegExp(
  `[A-Za-z](?:${[...WORDS, ...WEAK].map((word) => word.charAt(0).toUpperCase() + word.slice(1, 5)).join('|')})`,
);

/**
 * Returns the offset of the next place from `start` on that may name something private or hide its name, or -1. It reads
 * a whole note faster than `mayNamePrivate` and finds all that this accepts, and more.
 */
export function nextPrivateHint(text: string, start: number): number {
  return HINTS.next(text, start);
}

/** Words for the end of a private part. They are left out of what a marker says. */
export const END_WORDS: readonly string[] = ['end', 'ende', 'stop', 'close', 'fin', 'fine', 'einde'];
/** What makes a phrase of *not for*, or keeps something from people. */
const KEPT = [...PRIVATE_PHRASES, ...PLAIN_PRIVATE_PHRASES]
  .filter((phrase) => phrase.startsWith('not for '))
  .map((phrase) => phrase.replace(/^not for (?:the )?/, ''));
/** Matches what follows *not* where it keeps nothing from people: *for now*, *for the first time*. */
const FOR_ANYTHING = new RegExp(
  String.raw` for (?:the )?(?!the(?![a-z])|${[...KEPT, ...OTHER_PEOPLE, ...END_WORDS].join('|')})[a-z]{2,}(?=[ .,:;!?\r\n]|$)`,
  'y',
);

/**
 * Returns the offset of the next hint from `start` on in the text of a note, or -1. Unlike `nextPrivateHint`, it passes
 * over *not for* before words that are plainly neither people nor part of a phrase.
 */
export function nextHintInText(text: string, start: number): number {
  let at = HINTS.next(text, start);
  while (at >= 0 && isForAnything(text, at)) at = HINTS.next(text, at);
  return at;
}

function isForAnything(text: string, at: number): boolean {
  FOR_ANYTHING.lastIndex = at;
  return FOR_ANYTHING.test(text) && /^not$/i.test(text.slice(at - 3, at));
}

/** Tests quickly whether a text may contain a word, phrase or symbol for private. */
export function mayNamePrivate(text: string): boolean {
  if (nextPrivateHint(text, 0) < 0) return false;
  const isWritten = BEGINNING.test(text) || JOINED.test(text) || CAPITALIZED.test(text);
  if (isWritten || LOCK.test(text) || hasSpoiler(text)) return true;
  const revealed = revealLookalikes(text);
  return revealed !== undefined && (BEGINNING.test(revealed) || UNSPACED.test(revealed));
}

function fold(text: string): string {
  return foldLookalikes(withPlainOrders(text));
}

/** What a spoiler has in it, as a quick check of a whole note. */
const IN_SPOILERS = ['||', '!<', '<spoiler', 'hidden', 'display'];

function hasSpoiler(text: string): boolean {
  return IN_SPOILERS.some((each) => text.includes(each)) && SPOILER.test(text);
}

/** Tests whether a text contains a symbol for private, such as 🔒, or a spoiler. */
export function hasLock(text: string): boolean {
  return LOCK.test(text) || hasSpoiler(text);
}

/** Tests whether a title makes its section private: a word for private occurs in it as a word. */
export function isPrivateTitle(title: string): boolean {
  if (!mayNamePrivate(title)) return false;
  const folded = fold(title.replace(COMMENT, ''));
  const words = folded.replace(BLOCK_ID, '');
  return (
    hasLock(title) ||
    UNSPACED.test(folded) ||
    namesPrivate(folded, 'title') ||
    partsOf(words).some(isLabel) ||
    (ATTRIBUTES.test(title) && namesPrivate(fold(title.replace(ATTRIBUTE_SIGNS, ' ')), 'title'))
  );
}

/**
 * Tests whether a name means private: a tag, a key, a folder or a class. Its words may be joined by signs or capitals:
 * `private-notes`, `isPrivate`, but not `private-beta`. If it must be `sure`, words such as *internal* do not count.
 */
export function isPrivateName(name: string, certainty: 'any' | 'sure' = 'any'): boolean {
  if (nextPrivateHint(name, 0) < 0) return false;
  const words = name.replace(JOINT, ' ');
  if (!mayNamePrivate(words)) return false;
  return words.split('/').some((part) => {
    const folded = fold(part);
    return namesPrivate(folded, 'sentence') || (certainty === 'any' && isLabel(folded)) || hasLock(part);
  });
}

/** Tests whether a text is a label for private and says nothing else: `Private`, `My private notes`, `HR only`. */
export function isPrivateLabel(text: string): boolean {
  return mayNamePrivate(text) && isLabel(fold(text));
}

/** How a line of text names something private: `label` applies to what follows, `remark` to the text itself. */
type PrivateNaming = 'label' | 'remark';

/** Returns how a line of text without emphasis, tags and fields says that it is private. */
export function privateNaming(line: string): PrivateNaming | undefined {
  const folded = fold(line);
  const [first = '', ...others] = partsOf(folded);
  const isWhole = others.every((part) => wordsOf(part).length === 0);
  const isLead = /^\s*:/.test(folded.slice(first.length)) && wordsOf(first).length <= LONGEST_LABEL;
  if (isLabel(first) || (isLead && leadsWithPrivate(first))) {
    return isWhole || isLead ? 'label' : 'remark';
  }
  const isRemark =
    (isLabel(others.findLast((part) => wordsOf(part).length > 0) ?? '') && !/\b(?:public|protected)\b/.test(folded)) ||
    Array.from(folded.matchAll(BRACKETED)).some((found) => isRemarkInBrackets(folded, found)) ||
    PLAIN_PHRASE.test(folded) ||
    isShouted(line) ||
    beginsWithOrder(folded);
  return isRemark ? (/:\s*$/.test(folded) ? 'label' : 'remark') : undefined;
}

/** Tests whether a label that a line begins with in emphasis names something private: `**Private thoughts** …`. */
export function isPrivateLead(label: string): boolean {
  const folded = fold(label.replace(/[:：]\s*$/u, ''));
  return isLabel(folded) || leadsWithPrivate(folded) || partsOf(folded).some(isLabel);
}

/** Tests whether a sentence says that something is private or is not to be shared, anywhere in it. */
export function saysPrivate(sentence: string): boolean {
  return mayNamePrivate(sentence) && (namesPrivate(fold(sentence), 'sentence') || hasLock(sentence));
}

function partsOf(folded: string): string[] {
  return folded.split(SEPARATOR).flatMap((part) => part.split(/[()[\]{}【】「」]/u));
}

function wordsOf(folded: string): string[] {
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A word or phrase for private among words. */
interface Named {
  readonly at: number;
  readonly length: number;
  readonly isWeak: boolean;
}

function namedIn(words: readonly string[]): Named[] {
  const found: Named[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const phrase = PHRASES.get(word)?.find((each) => each.every((part, nth) => words[at + nth] === part));
    const isWord = WORDS.has(word) || WEAK.has(word);
    if (phrase || (isWord && !NEGATING.has(words[at - 1] ?? ''))) {
      found.push({ at, length: phrase?.length ?? 1, isWeak: WEAK.has(phrase?.join(' ') ?? word) });
      at += (phrase?.length ?? 1) - 1;
    }
  }
  return found;
}

function namesPrivate(folded: string, within: 'title' | 'sentence'): boolean {
  const words = wordsOf(folded);
  return (
    isUnspaced(folded, words) ||
    namedIn(words).some(
      ({ at, length, isWeak }) => !isWeak && (within === 'title' || !COMPOUNDS.has(words[at + length] ?? '')),
    )
  );
}

function isUnspaced(folded: string, words: readonly string[]): boolean {
  return UNSPACED.test(folded) && words.length <= 2 && folded.trim().length <= LONGEST_UNSPACED;
}

function isLabel(folded: string): boolean {
  const words = wordsOf(folded);
  if (words.length > LONGEST_LABEL || words.length === 0) return false;
  if (isUnspaced(folded, words)) return true;
  const named = namedIn(words);
  const rest = words.filter((_, at) => !named.some((each) => each.at <= at && at < each.at + each.length));
  return named.length > 0 && rest.every((word) => LABEL.has(word) || /^\d+$/.test(word));
}

/** Tests whether words begin with a word for private, except for words such as *my*: `My private thoughts on pay`. */
function leadsWithPrivate(folded: string): boolean {
  const words = wordsOf(folded);
  const [first] = namedIn(words);
  if (!first || first.isWeak || COMPOUNDS.has(words[first.at + first.length] ?? '')) return false;
  return words.slice(0, first.at).every((word) => LABEL.has(word) || /^\d+$/.test(word));
}

function isRemarkInBrackets(folded: string, { index, 0: whole, 1: inner = '' }: RegExpExecArray): boolean {
  const [before, after] = [folded.charAt(index - 1), folded.charAt(index + whole.length)];
  if (/\b(?:public|protected)\b/.test(inner)) return false;
  const isLink = whole.startsWith('[') && (before === '[' || after === '(' || after === '[' || after === ']');
  return isLink ? isLabel(inner) && namesPrivate(inner, 'title') : partsOf(inner).some(isLabel);
}

/** Tests whether a line begins with capitals that mean private: `PRIVATE her pay`. */
function isShouted(line: string): boolean {
  const words =
    line
      .slice(0, 60)
      .normalize('NFKC')
      .match(/[\p{L}\p{N}'’]+/gu) ?? [];
  const end = words.findIndex((word) => word.length < 2 || word !== word.toUpperCase() || word === word.toLowerCase());
  const shouted = words.slice(0, end < 0 ? undefined : end).map(fold);
  return namedIn(shouted).some(({ at, isWeak }) => !isWeak && shouted.slice(0, at).every((word) => LABEL.has(word)));
}

const ORDER = /^\s*(?:please\s+)?(?:do\s+not|dont|never)\s+(?:share|forward|distribute)\b/;

function beginsWithOrder(folded: string): boolean {
  return ORDER.test(folded);
}
