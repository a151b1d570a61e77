import { personKey } from '../people/names';
import { readInline } from '../taskText/inline';
import { inOrder, type TextRange } from '../text/range';
import { Interner, trimToSize } from '../text/retained';
import type { CandidateKind, NameCandidate } from './note';

/** Common words that are not names, in the usual languages of notes. Words that are also first names are excluded. */
const COMMON: ReadonlySet<string> = new Set(
  [
    'a about after again all also always am an and any are as at back be because been before being both but by can cannot',
    'could did do does doing done each either else enough even ever every for from get gets getting had has have having he',
    'her here hers him his how i if in into is it its just lately less like made make makes me mine more most much my',
    'need needs now of off often on only or other our ours out over own really she should since so some still such take',
    'takes than that the their theirs them then there these they thing things this those though through to too two us',
    'very was we were what when where which while who whom whose why with without would yet you your yours',
    'day days week weeks month months today yesterday time way people person everybody everyone somebody someone',
    'aber alle als also am an auch auf aus bei bin bis da das dass dem den der des die dies diese doch du durch ein eine',
    'einem einen einer er es für gegen hat haben ich ihm ihr im immer in ist ja man mehr mein mich mir mit nach noch',
    'oder schon sehr sein seine sich sie sind so über um und uns unser unsere vom von vor war was weil wenn wer wie wieder',
    'wir wird zu zum zur',
    'au aux avec ce ces cette dans de des du elle en est et il ils je la le les leur mais ne nos notre nous ou par pas',
    'pour qu que qui sa se ses son sont sur très un une vous',
    'con como del el en es esta este la las lo los mas más mi muy no nos nuestra nuestro para pero por que se sin',
    'son sus un y ya',
  ].flatMap((words) => words.split(' ')),
);

/** Words that begin an empty answer, such as “none”. */
const EMPTY_ANSWERS: ReadonlySet<string> = new Set(
  [
    'no nobody none nothing not nope never n/a na',
    'niemand nichts kein keine keiner nein',
    'personne rien aucun aucune non',
    'nadie nada ninguno ninguna',
  ].flatMap((words) => words.split(' ')),
);

/** Tests whether a lower-case word cannot be a name by itself. */
export function isStopWord(word: string): boolean {
  return COMMON.has(word) || EMPTY_ANSWERS.has(word) || (word.length === 1 && word < '\u0250');
}

/** Tests whether an answer that begins with this lower-case word is empty. */
function isEmptyAnswer(word: string): boolean {
  return EMPTY_ANSWERS.has(word);
}

const LETTER = /[\p{L}\p{M}\p{N}]/u;
const POSSESSIVE = /['’ʼ]s$/i;
const ELISION = /^(?:[cdjlmnst]|qu)['’ʼ](?=\p{L})/iu;
const SPACE = 0x20;
const APOSTROPHE = 0x27;
const HYPHEN = 0x2d;
const LAST_OF_ASCII = 0x7f;

/** Returns the offset of the first word at or after `offset`, or the length of the text. */
function nextWord(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !isLetter(text, at)) at++;
  return at;
}

/**
 * Returns the offset after the word that begins at `start`. A word includes apostrophes between letters, but no
 * hyphens.
 */
function endOfWord(text: string, start: number): number {
  let at = start;
  while (at < text.length && (isLetter(text, at) || (isApostrophe(text, at) && isLetter(text, at + 1)))) at++;
  return at;
}

/** Returns a word without possessive ending or elided article: `Jane’s`, `l’équipe`. */
function bareWord(written: string): string {
  return isApostrophe(written, written.length - 2) || isApostrophe(written, 1) || isApostrophe(written, 2)
    ? written.replace(POSSESSIVE, '').replace(ELISION, '')
    : written;
}

/** Tests whether a word begins with a capital letter or a character of a script without case. */
function beginsLikeName(text: string, start: number): boolean {
  const unit = text.charCodeAt(start);
  if (unit <= LAST_OF_ASCII) return unit >= 0x41 && unit <= 0x5a;
  const first = text.charAt(start);
  return first !== first.toLowerCase() || first === first.toUpperCase();
}

/**
 * Tests whether the text from `start` to `end` joins words into one phrase: only spaces, apostrophes, and hyphens not
 * preceded by a space.
 */
function isOnePhrase(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    const isHyphen = unit === HYPHEN && text.charCodeAt(at - 1) !== SPACE;
    if (unit !== SPACE && !isHyphen && !isApostrophe(text, at)) return false;
  }
  return true;
}

function isLetter(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit > LAST_OF_ASCII) return LETTER.test(text.charAt(at)) || (unit >= 0xd800 && unit <= 0xdfff);
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39);
}

function isApostrophe(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === APOSTROPHE || unit === 0x2019 || unit === 0x2bc;
}

/**
 * Maximum number of words in the opening phrase of an answer. A longer phrase is cut after its first significant word.
 */
const LONGEST_OPENING = 4;
/** Maximum number of names read from one line, because a line may be as long as a note. */
const MOST_NAMED = 40;

const NAMED: Readonly<Record<CandidateKind, Interner<NameCandidate>>> = {
  mention: named('mention'),
  link: named('link'),
  tag: named('tag'),
  opening: named('opening'),
  word: named('word'),
};

/** Returns the tags of a line as candidates. Lines with the same tag share one object. */
export function tagsIn(line: string): readonly NameCandidate[] {
  return tagCandidates(readInline(line).tags);
}

/** Wraps tags as name candidates. */
export function tagCandidates(tags: readonly string[]): readonly NameCandidate[] {
  return tags.map((tag) => NAMED.tag.get(tag));
}

/**
 * Returns the name candidates of a line: tags, mentions and links first, then the words written like names, in order.
 * If the line `opens` an answer, the words of its opening phrase are included.
 */
export function nameCandidates(line: string, opens: boolean): readonly NameCandidate[] {
  const { mentions, tags, opaque, gaps } = readInline(line);
  const found = [...tagCandidates(tags)];
  for (const { mention } of mentions) {
    found.push(NAMED[mention.form === 'wiki' ? 'link' : 'mention'].get(mention.name));
  }
  const text =
    mentions.length + opaque.length + gaps.length > 0 ? blanked(line, [...mentions, ...opaque, ...gaps]) : line;
  const openingEnd = opens ? endOfOpening(text) : 0;
  for (let start = nextWord(text, 0); start < text.length && found.length < MOST_NAMED;) {
    const end = endOfWord(text, start);
    const form = start < openingEnd ? 'opening' : 'word';
    if (form === 'opening' || beginsLikeName(text, start)) {
      const word = bareWord(text.slice(start, end));
      if (!isStopWord(word.toLowerCase()) && !tags.includes(word) && !line.startsWith('://', end)) {
        found.push(NAMED[form].get(word));
      }
    }
    start = nextWord(text, end);
  }
  return trimToSize(found);
}

/** Returns the offset after the opening phrase, or 0 if the answer is empty. */
function endOfOpening(text: string): number {
  const first = nextWord(text, 0);
  const firstEnd = endOfWord(text, first);
  if (isEmptyAnswer(text.slice(first, firstEnd).toLowerCase())) {
    return 0;
  }
  let end = firstEnd;
  let telling = isStopWord(text.slice(first, firstEnd).toLowerCase()) ? 0 : firstEnd;
  for (let words = 1; end < text.length; words++) {
    const start = nextWord(text, end);
    if (start === text.length || !isOnePhrase(text, end, start)) {
      return end;
    }
    if (words >= LONGEST_OPENING && telling > 0) {
      return telling;
    }
    end = endOfWord(text, start);
    telling ||= isStopWord(text.slice(start, end).toLowerCase()) ? 0 : end;
  }
  return end;
}

function blanked(line: string, spans: readonly TextRange[]): string {
  const parts: string[] = [];
  let copied = 0;
  for (const { start, end } of inOrder(spans)) {
    if (end <= copied) continue;
    parts.push(line.slice(copied, start), ' '.repeat(end - Math.max(copied, start)));
    copied = end;
  }
  return parts.join('') + line.slice(copied);
}

function named(form: CandidateKind): Interner<NameCandidate> {
  return new Interner((name) => ({ name, key: personKey(name), form }));
}
