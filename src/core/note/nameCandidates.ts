import { personKey } from '../people/names';
import { readInline } from '../taskText/inline';
import { inOrder, type TextRange } from '../text/range';
import { Interner, trimToSize } from '../text/retained';
import type { CandidateKind, NameCandidate } from './note';

/** Words that name nothing, of the languages that notes are often written in. No word that people are called by. */
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
    'einem einen einer er es für gegen hat haben ich ihm ihr im immer in ist ja man mehr mein mich mir mit nach noch nur',
    'oder schon sehr sein seine sich sie sind so über um und uns unser unsere vom von vor war was weil wenn wer wie wieder',
    'wir wird zu zum zur',
    'au aux avec ce ces cette dans de des du elle en est et il ils je la le les leur mais ne nos notre nous ou par pas',
    'pour qu que qui sa se ses son sont sur très un une vous',
    'al con como del el ella en es esta este la las lo los mas más mi muy no nos nuestra nuestro para pero por que se sin',
    'son su sus un una y ya',
  ].flatMap((words) => words.split(' ')),
);

/** Words with which an answer says that there is nothing to name. */
const NOBODY: ReadonlySet<string> = new Set(
  [
    'no nobody none nothing not nope never n/a na',
    'niemand nichts kein keine keiner nein',
    'personne rien aucun aucune non',
    'nadie nada ninguno ninguna',
  ].flatMap((words) => words.split(' ')),
);

/** Whether a word, in lower case, names nothing by itself. */
export function isStopWord(word: string): boolean {
  return COMMON.has(word) || NOBODY.has(word) || (word.length === 1 && word < '\u0250');
}

/** Whether an answer that begins with this word, in lower case, says that there is nothing to name. */
function isEmptyAnswer(word: string): boolean {
  return NOBODY.has(word);
}

const LETTER = /[\p{L}\p{M}\p{N}]/u;
const POSSESSIVE = /['’ʼ]s$/i;
const ELISION = /^(?:[cdjlmnst]|qu)['’ʼ](?=\p{L})/iu;
const SPACE = 0x20;
const APOSTROPHE = 0x27;
const HYPHEN = 0x2d;
const LAST_OF_ASCII = 0x7f;

/** Offset of the first word at or after `offset`, or the length of the text. */
function nextWord(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !isLetter(text, at)) at++;
  return at;
}

/** Offset after the word that begins at `start`: an apostrophe between two letters does not end it, a hyphen does. */
function endOfWord(text: string, start: number): number {
  let at = start;
  while (at < text.length && (isLetter(text, at) || (isApostrophe(text, at) && isLetter(text, at + 1)))) at++;
  return at;
}

/** A word without what only binds it to its neighbours: `Jane’s`, `l’équipe`. */
function bareWord(written: string): string {
  return isApostrophe(written, written.length - 2) || isApostrophe(written, 1) || isApostrophe(written, 2)
    ? written.replace(POSSESSIVE, '').replace(ELISION, '')
    : written;
}

/** Whether a word begins like a name: with a capital, or in a script that has none. */
function beginsLikeName(text: string, start: number): boolean {
  const unit = text.charCodeAt(start);
  if (unit <= LAST_OF_ASCII) return unit >= 0x41 && unit <= 0x5a;
  const first = text.charAt(start);
  return first !== first.toLowerCase() || first === first.toUpperCase();
}

/** Whether nothing but spaces, and a hyphen inside of a word, parts what is said from `start` to `end`. */
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

/** What an answer opens with is a name up to so many words; of a longer phrase it is the first word that tells. */
const LONGEST_OPENING = 4;
/** Nobody names more in a line, and a line may be as long as a note. */
const MOST_NAMED = 40;

const NAMED: Readonly<Record<CandidateKind, Interner<NameCandidate>>> = {
  mention: named('mention'),
  link: named('link'),
  tag: named('tag'),
  opening: named('opening'),
  word: named('word'),
};

/** The tags of a line. Each is shared by all lines that have it. */
export function tagsIn(line: string): readonly NameCandidate[] {
  return tagCandidates(readInline(line).tags);
}

/** Tags as what they name. */
export function tagCandidates(tags: readonly string[]): readonly NameCandidate[] {
  return tags.map((tag) => NAMED.tag.get(tag));
}

/**
 * What a line names: tags, mentions and links first, then in their order the words that are written like names, and if
 * the line `opens` an answer those with which it does.
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

/** Offset after what the line opens with, or 0 when it says that there is nothing to name. */
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
