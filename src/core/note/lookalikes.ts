import { Interner } from '../text/retained';

/** The signs for an apostrophe, as characters of a class. */
export const APOSTROPHES = "'’‘ʼ´`′";

/** Latin letters, and after each the letters of other alphabets that look like it. */
const LOOKALIKES = [
  ...['aаαɑᴀ', 'bвβьʙ', 'cсϲᴄ', 'dԁᴅđð', 'eеεᴇєə', 'fꜰғ', 'gɢɡ', 'hһнʜ', 'iіιıɪӏ', 'jјᴊ', 'kкκᴋ', 'lʟłⅼ', 'mмᴍ'],
  ...['nпηɴ', 'oоοσᴏøө', 'pрρᴘ', 'qԛ', 'rгʀ', 'sѕꜱ', 'tтτᴛ', 'uυսᴜ', 'vνѵᴠʋ', 'wԝωᴡ', 'xхχ', 'yуγʏ', 'zᴢ'],
] as const;
const LATIN: ReadonlyMap<string, string> = new Map([
  ...LOOKALIKES.flatMap(([latin = '', ...others]) => others.map((other) => [other, latin] as const)),
  ...([
    ['ß', 'ss'],
    ['æ', 'ae'],
    ['œ', 'oe'],
    ['0', 'o'],
    ['1', 'i'],
    ['3', 'e'],
    ['4', 'a'],
  ] as const),
]);
const FOREIGN = new RegExp(`[${LOOKALIKES.map((letters) => letters.slice(1)).join('')}ßæœ]`, 'gu');
/** A digit in the place of a letter, as in `pr1vate`. */
const DIGIT_IN_WORD = /(?<=[a-z])[0134](?=[a-z])/g;
/** Digits at the end of a word, which count it or refer to a note: `private2`, `private¹`. */
const DIGITS_AFTER_WORD = /(?<=[a-z]{2})\d+(?![a-z\d])/g;
/** Letters in squares and circles, and the halves of flags, which compatibility folding keeps. */
const ENCLOSED = /[\u{1F150}-\u{1F169}\u{1F170}-\u{1F189}\u{1F1E6}-\u{1F1FF}]/gu;
const ENCLOSED_A = [0x1f1e6, 0x1f170, 0x1f150] as const;
const NO_LETTERS = /[^\p{L}]+/gu;
/** Emphasis, escapes and apostrophes. */
const DROPPED = new RegExp(String.raw`[*~=\\${APOSTROPHES}]`, 'g');
const UNSEEN = /[\p{M}\p{Cf}\u115F\u1160\u3164]/gu;
const GAP = String.raw`[ \t\u00A0\u3000._·*-]{1,3}`;
/** A letter, in Korean a syllable, which has two or three letters if it is decomposed. */
const LETTER = String.raw`(?:[\u1100-\u1112][\u1161-\u1175][\u11A8-\u11C2]?|\p{L}[\p{M}\p{Cf}]*)`;
const SYLLABLE = String.raw`(?=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}])${LETTER}`;
/** Letters with gaps between them. Two are enough in scripts whose words are that short. */
const SPACED = String.raw`(?<![\p{L}\p{N}])(?:${LETTER}(?:${GAP}${LETTER}){2,}|${SYLLABLE}(?:${GAP}${SYLLABLE})+)(?![\p{L}\p{N}])`;
const SPACED_LETTERS = new RegExp(SPACED, 'gu');
const TAG_IN_WORD = /<\/?(?:a|b|big|code|em|font|i|kbd|mark|s|small|span|strong|sub|sup|u|wbr)\b[^<>]*>/gi;
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,16}));/gi;
const ACCENTED_ENTITY = /^([a-z])(?:acute|grave|uml|circ|tilde|cedil|caron|slash|ring)$/i;
const NAMED: Readonly<Record<string, string>> = { lpar: '(', rpar: ')', lsqb: '[', rsqb: ']', colon: ':', num: '#' };
const UNSEEN_ENTITY = /^(?:shy|zwj|zwnj|lrm|rlm|zerowidthspace|nobreak)$/i;

/**
 * Returns a line of Markdown as a reader sees its words, for comparison only: in lower case, with Latin letters for
 * similar ones and spaced letters joined, without emphasis, inline HTML, accents, apostrophes and invisible characters.
 */
export function foldLookalikes(line: string): string {
  return line
    .replace(TAG_IN_WORD, '')
    .replace(ENTITY, decoded)
    .replace(ENCLOSED, letterOf)
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(UNSEEN, '')
    .replace(DROPPED, '')
    .replace(FOREIGN, latin)
    .replace(DIGIT_IN_WORD, latin)
    .replace(DIGITS_AFTER_WORD, ' $&')
    .replace(SPACED_LETTERS, joined);
}

/** Joins letters to words. Where the gaps differ, the wider ones separate words: `my  notes` with a blank in each gap. */
function joined(letters: string): string {
  const gaps = letters.match(NO_LETTERS) ?? [];
  const narrow = Math.min(...gaps.map(({ length }) => length));
  return letters.replace(NO_LETTERS, ({ length }) => (length > narrow ? ' ' : ''));
}

function latin(letter: string): string {
  return LATIN.get(letter) ?? letter;
}

function letterOf(enclosed: string): string {
  const code = enclosed.codePointAt(0) ?? 0;
  return String.fromCharCode(0x61 + code - (ENCLOSED_A.find((first) => first <= code) ?? code));
}

function decoded(_: string, decimal?: string, hexadecimal?: string, name = ''): string {
  const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hexadecimal ?? '', 16);
  if (code <= 0x10ffff) return String.fromCodePoint(code);
  return ACCENTED_ENTITY.exec(name)?.[1] ?? NAMED[name.toLowerCase()] ?? (UNSEEN_ENTITY.test(name) ? '' : ' ');
}

/** Ranges of foreign and decorated letters and of invisible characters: the first and the last of each. */
export const FOREIGN_RANGES: readonly string[] = [
  ...['\u00AD\u00AD', '\u00C0\u1FFF', '\u200B\u200F', '\u2028\u202F', '\u205F\u206F', '\u2100\u218F'],
  ...['\u2460\u24FF', '\u2C00\uD7FF', '\uF900\uFDFF', '\uFE30\uFEFE', '\uFF00\uFFFF'],
];
const FOREIGN_RUN = new RegExp(
  String.raw`[${FOREIGN_RANGES.map((range) => range.split('').join('-')).join('')}\u{1D400}-\u{1D7FF}\u{1F100}-\u{1F1FF}]+`,
  'gu',
);
/** The runs of most languages are short and recur. */
const foldedRuns = new Interner(foldLookalikes);
/** Entities, letters with blanks between them, and markup or digits within a word. */
const BROKEN_WORD = new RegExp(
  [String.raw`&[#a-zA-Z]|[a-zA-Z](?:\*+|~~|==|\\|<[a-zA-Z/!][^<>]{0,40}>|[0134])[a-zA-Z]`, SPACED].join('|'),
  'u',
);

/** Maximum number of characters before or after a foreign letter that belong to the same phrase. */
const LONGEST_PHRASE = 40;

/**
 * Returns the parts of a text with words that `foldLookalikes` would reveal, with these words revealed, or `undefined`
 * if there are none. Use it for long texts: it folds only those words.
 */
export function revealLookalikes(text: string): string | undefined {
  if (BROKEN_WORD.test(text)) return foldLookalikes(text);
  let [revealed, end] = ['', 0];
  for (const { 0: run, index } of text.matchAll(FOREIGN_RUN)) {
    revealed += ends(text.slice(end, index)) + foldedRuns.get(run);
    end = index + run.length;
  }
  return end === 0 ? undefined : revealed + ends(text.slice(end));
}

/** Leaves out the middle of a long text. */
function ends(text: string): string {
  return text.length > 2 * LONGEST_PHRASE ? `${text.slice(0, LONGEST_PHRASE)}\n${text.slice(-LONGEST_PHRASE)}` : text;
}
