import { monthNamed } from '../dates/civilDate';
import { findDate, WEEKDAY } from '../dates/findDate';
import { givenNameFirst, nameFromFileName, nameIn } from '../people/names';
import { isStopWord } from './nameCandidates';
import { isNameShaped, isFiller, isGivenName } from './nameShape';
import { isTemplate, namesOneOnOne, replaceOneOnOne } from './oneOnOne';
import { Interner } from '../text/retained';

/** The names in a title, file name or folder name. */
export interface NamesInTitle {
  readonly names: readonly string[];
  /** Whether a comma or dash separates the names, so that one of them may be a topic. */
  readonly isLoose: boolean;
  /** Whether the text has nothing but names, dates and words for the meeting. */
  readonly isExact: boolean;
}

const NOTHING: NamesInTitle = { names: [], isLoose: false, isExact: false };
const LONGEST_TITLE = 200;

const LINK = /\[\[[^[\]]*\]\]|!?\[([^[\]]*)\](?:\([^()]*\)|\[[^[\]]*\])/g;
/** Separators of levels in the file names of Logseq. */
const HIERARCHY = /___|%2F/gi;
const MAIL = /<?(?<![^\s<>()@])[^\s<>()@]+@[^\s<>()@]+>?/g;
/** Comments, tags, block ids, emoji codes and emoji. */
const DECORATION =
  /%%.*?%%|<!--.*?-->|<\/?\w[^<>]*>|(?<=^|\s)#[\p{L}\p{N}_/-]+|\s\^[\w-]+$|:[a-z][a-z0-9_+-]*:|(?![↔-↪])\p{Extended_Pictographic}|[\u{1F3FB}-\u{1F3FF}]|[\u{200B}\u{200E}\u{200F}]|(?<!\p{L})[\u{200C}\u{200D}]|[\u{200C}\u{200D}](?!\p{L})|\u{FE0F}|\u{2060}|\u{FEFF}|\p{Regional_Indicator}/gu;
const EMPHASIS = /\*+|`+|~~|==|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu;
/** `1:1` in file names, which cannot contain a colon on every system. */
const WITHOUT_COLON = /(?<![\p{L}\p{N}_-])1[ _]1(?![\p{L}\p{N}_-])/gu;
const EXPORT_ID = /\s[\da-f]{32}$|[\s-][\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** Dates without a certain reading, weeks, quarters and times. They are no part of a name. */
const OTHER_DATES = new RegExp(
  [
    String.raw`\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月\d{1,2}日`,
    String.raw`\d{1,4}([./-])\d{1,2}\1\d{1,4}`,
    String.raw`(?:\d{1,2}(?:st|nd|rd|th|er|º|\.)?[\s-]*(?:of |de |d['’])?)(?<dayFirst>\p{L}{3,10})\b\.?,?(?:[\s-]*(?:de )?\d{4})?`,
    String.raw`(?<monthFirst>\p{L}{3,10})\.?[\s-]*\d{1,2}(?:st|nd|rd|th)?(?!\d)(?:,?\s*\d{4})?`,
    String.raw`(?<monthOnly>\p{L}{3,10})[\s-]+\d{4}`,
    String.raw`\d{4}-?(?:w|kw|q)\d{1,2}|(?:w|kw|week|cw|q|sprint|woche|semaine)[\s-]?\d{1,2}(?:[\s-]+\d{4})?`,
    String.raw`t?\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?\s?(?:am|pm|uhr|h)?(?:\s?[-–]\s?\d{1,2}[:.]\d{2}(?:\s?[ap]m)?)?|\d{1,2}\s?[ap]m|\d{1,2}\s?uhr|(?<=\d)t\d{2,6}`,
    String.raw`\d{1,2}[./]\d{1,2}\.?|\d{4}[-.]\d{1,2}|\d+`,
  ]
    .map((each) => String.raw`(?<![\p{L}\p{N}])(?:${each})(?![\p{L}\p{N}])`)
    .join('|'),
  'giu',
);
const MONTHS_ELSEWHERE =
  /^(?:jänner|januar|februar|märz|mai|juni|juli|oktober|dezember|okt|dez|janv(?:ier)?|févr?(?:ier)?|mars|avril|juin|juil(?:let)?|août|septembre|octobre|novembre|décembre|déc|enero|ene|febrero|marzo|abril|abr|mayo|junio|julio|agosto|ago|septiembre|octubre|noviembre|diciembre|dic|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|novembre|dicembre|januari|februari|maart|mei|augustus)$/i;
/** Excludes `Sun`, which is also a first name. */
const WEEKDAY_NAME = new RegExp(
  `^(?:(?!sun$)${WEEKDAY}|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|lunes|martes|miércoles|jueves|viernes)$`,
  'i',
);

/** Marks 1:1 in a text, which separates names like `&`. */
const MARK = '\u0001';
const DATE_MARK = '\u0002';
const BETWEEN_PEOPLE = new RegExp(
  String.raw`(?:(?<!\s)\s*|(?<=\s))(?:${MARK}|<->|<=>|<>|(?<!-)-+>|[↔⇄⟷⇔→←&+×/]|::|\s(?:and|und|et|with|w/|mit|avec|con|x|vs\.?)(?=\s))\s*`,
  'iu',
);
const BETWEEN_PARTS = /[,;|·•:()[\]{}"“”–—―]|\s-+(?:\s|$)|(?:^|\s)-+\s/u;
/** *And* in Spanish or Italian. Between two family names, it is part of one name: `José Ortega y Gasset`. */
const AND = / (?<=^\p{L}+ )[ye] | [ye] (?=\S+ \S)/u;
/** A name with the family name first. Alone in a title, it may also be two names. */
const FAMILY_NAME_FIRST = /^\p{Lu}[\p{L}’'-]+, \p{Lu}[\p{L}’'-]+$/u;
const VERSUS = /\svs\.?\s/i;
const EDGE = /^[\s\p{Pd}_.,:|/~>←→]+|(?<![\s\p{Pd}_.,:|/~<←→])[\s\p{Pd}_.,:|/~<←→]+$/gu;
/** The initial of a name: `A.` */
const INITIAL = /^\p{Lu}\.$/u;
const POSSESSIVE = /['’ʼ]s$/i;

/**
 * Returns the names in a title, file name or folder name, without markup, dates, and words for the meeting. Text behind
 * the date or in brackets is usually a topic, so it counts only if there is no other name.
 */
export function namesInTitle(text: string): NamesInTitle {
  if (text === '' || text.length > LONGEST_TITLE || isTemplate(text) || VERSUS.test(text)) return NOTHING;
  const { marked, isSpaced } = withDateMarked(text);
  return (isSpaced ? NAMES_AMONG_WORDS : NAMES_IN_WORD).get(marked);
}

/** The names in texts whose date is marked. Without their dates, the titles of many notes are equal. */
const NAMES_AMONG_WORDS = new Interner((marked) => namesInMarked({ marked, isSpaced: true }));
const NAMES_IN_WORD = new Interner((marked) => namesInMarked({ marked, isSpaced: false }));

function namesInMarked(text: MarkedText): NamesInTitle {
  const [before = '', ...behind] = withMarks(text).split(DATE_MARK);
  const after = behind.join(' , ');
  for (const part of [withoutBrackets(before), withoutBrackets(after), before, after]) {
    const found = namesInPart(part);
    if (found.names.length > 0) return found;
  }
  return NOTHING;
}

/**
 * Tests whether a title or file name begins with a spelling of 1:1, apart from dates and words for the meeting. Behind
 * other words it may be a number: `Chapter 1-1`.
 */
export function beginsWithOneOnOne(text: string): boolean {
  if (text.length > LONGEST_TITLE || !namesOneOnOne(text)) return false;
  const [before = ''] = withMarks(withDateMarked(text)).replace(DATE_MARK, ',').split(MARK);
  return before.split(BETWEEN_PARTS).every((part) => nameAmong(part) === '');
}

/** A text without markup, with a mark in the place of its first readable date. */
interface MarkedText {
  readonly marked: string;
  /** Whether spaces separate the words, rather than hyphens or underscores. */
  readonly isSpaced: boolean;
}

function withDateMarked(text: string): MarkedText {
  const plain = withoutMarkup(text);
  const date = findDate(plain);
  return {
    marked: date ? `${plain.slice(0, date.start)} ${DATE_MARK} ${plain.slice(date.end)}` : plain,
    isSpaced: /\s/.test(plain.trim()),
  };
}

/** Returns a text with marks for 1:1, spaces between its words, and no other dates and times. */
function withMarks({ marked, isSpaced }: MarkedText): string {
  // The token for 1:1 is masked, because its digits may look like a date or time.
  const words = replaceOneOnOne(marked, ` ${MARK} `)
    .replace(WITHOUT_COLON, MARK)
    .replace(OTHER_DATES, (found, ...rest: unknown[]) => {
      const groups = rest.at(-1) as Readonly<Record<string, string | undefined>>;
      const word = groups.dayFirst ?? groups.monthFirst ?? groups.monthOnly;
      return word === undefined || isMonth(word) ? ' , ' : found.replace(/\d+/g, ' ');
    });
  return isSpaced ? words : words.replace(/[-_]/g, ' ');
}

/** A text of letters, digits and plain punctuation, with at most one colon, so that it has no markup but an export id. */
const PLAIN = /^[\p{L}\p{N} ,;.()'’"/+–—-]*(?::[\p{L}\p{N} ,;.()'’"/+–—-]*)?$/u;

function withoutMarkup(text: string): string {
  const named = text.replace(EXPORT_ID, '');
  return (PLAIN.test(named) ? named : withoutMarks(named)).normalize('NFC');
}

function withoutMarks(text: string): string {
  return text
    .replace(/&nbsp;/gi, ' ')
    .replace(/\\(?=[\p{P}\p{S}])/gu, '')
    .replace(HIERARCHY, ' / ')
    .replace(LINK, (link, shown?: string) => (link.startsWith('!') ? ' ' : (shown ?? nameIn(link))))
    .replace(MAIL, ' ')
    .replace(DECORATION, ' ')
    .replace(EMPHASIS, ' ')
    .replace(/(?<=^|[\s/])@(?=\p{L})/gu, '&');
}

function isMonth(word: string): boolean {
  return monthNamed(word) !== undefined || MONTHS_ELSEWHERE.test(word);
}

function withoutBrackets(text: string): string {
  return text.replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ');
}

function namesInPart(text: string): NamesInTitle {
  const names: string[] = [];
  let isLoose = false;
  let isExact = true;
  const sides = text.split(BETWEEN_PEOPLE).map((side) => side.trim());
  const areInverted = sides.filter((side) => FAMILY_NAME_FIRST.test(side)).length > 1;
  for (const side of areInverted ? sides.map(givenNameFirst) : sides) {
    let onThisSide = 0;
    for (const piece of side.split(BETWEEN_PARTS).flatMap((part) => part.trim().split(AND))) {
      const name = nameAmong(piece);
      if (name === '') continue;
      if (isNameShaped(name)) {
        names.push(isHyphenated(name) ? name : nameFromFileName(name));
        onThisSide++;
        isLoose ||= onThisSide > 1;
      } else if (names.length === 0 && isPhrase(name)) {
        return NOTHING;
      } else {
        isExact = false;
      }
    }
  }
  return { names: [...new Set(names)], isLoose, isExact };
}

/** Tests whether a name has a hyphen of its own, such as `Anna-Lena`. Hyphens that separate words are gone by now. */
function isHyphenated(name: string): boolean {
  return name.includes('-') && name !== name.toLowerCase();
}

/** Tests whether words before a name belong to a sentence, such as *How to run*. The name is then part of it. */
function isPhrase(text: string): boolean {
  return text.split(' ').some((word) => isStopWord(word.toLowerCase()));
}

/** Returns a piece without words for the meeting, numbers and weekdays at both ends. */
function nameAmong(piece: string): string {
  const words = piece.replace(EDGE, '').split(/[\s_]+/);
  while (words.length > 0 && isAround(words[0]) && !beginWithName(words)) words.shift();
  while (words.length > 0 && isAround(words.at(-1)) && !endInInitial(words)) words.pop();
  const rest = words.join(' ').replace(EDGE, '').replace(POSSESSIVE, '');
  return /\p{L}/u.test(rest) ? rest : '';
}

/** Tests whether the first word is a given name before another name, although it is also a word: `Thu Trang`. */
function beginWithName([first = '', second]: readonly string[]): boolean {
  return second !== undefined && !isAround(second) && /^\p{Lu}\p{L}/u.test(first) && isGivenName(first.toLowerCase());
}

/** Tests whether the last word is the initial of a name: `Jane A` is someone else than `Jane B`. */
function endInInitial(words: readonly string[]): boolean {
  const [name, last = ''] = words.slice(-2);
  return name !== undefined && !isAround(name) && /^\p{L}$/u.test(last);
}

function isAround(word = ''): boolean {
  if (INITIAL.test(word)) return false;
  const bare = word
    .toLowerCase()
    .replace(EDGE, '')
    .replace(/(?<!\d)\d+$/, '');
  return bare === '' || isFiller(bare) || WEEKDAY_NAME.test(bare);
}
