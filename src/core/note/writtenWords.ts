/** Markup that says nothing by itself: comments, tags, template placeholders and invisible characters by name. */
const SILENT = new RegExp(
  [
    String.raw`<!--[^]{0,2000}?-->|%%[^]{0,2000}?%%`,
    String.raw`\{\{[^]{0,400}?\}\}|<%[^]{0,400}?%>`,
    String.raw`<\/?(?!img\b)[a-z][\w-]{0,30}(?:\s[^<>]{0,400})?\/?>`,
    String.raw`&(?:nbsp|[et]n?msp|ensp|thinsp|zwn?j|shy|hellip|[mn]dash|bull|middot|#160|#8203|#xa0|#x200b);`,
  ].join('|'),
  'gi',
);
/** Text that holds the place of an answer: `TBD`, `[your answer]`. */
const PLACEHOLDER =
  /^[\s*_~`"'(<-]*(?:tb[acd]|to-?do|to be (?:discussed|determined|done|filled(?: in)?)|xxx+|fill (?:me |this )?in|lorem ipsum|placeholder|(?:(?:add|enter|type|write) )?(?:your )?(?:answer|answers|notes|text) here|(?:add|enter|type|write) here|\[(?!\[)[^[\]\n]*\])[\s.!…*_~`"')>:-]*$/i;
const LONGEST_PLACEHOLDER = 80;

/**
 * Returns the number of written words from `start` to `end`: runs without white space that have a letter, a digit or an
 * emoji. Comments, tags and placeholders are no words.
 */
export function countWords(text: string, start: number, end: number): number {
  const hasMarkup = hasAny(text, start, end);
  const written = hasMarkup ? text.slice(start, end).replace(SILENT, ' ') : text;
  const [from, to] = hasMarkup ? [0, written.length] : [start, end];
  const words = wordsBetween(written, from, to);
  const mayBePlaceholder = words > 0 && to - from <= LONGEST_PLACEHOLDER;
  return mayBePlaceholder && PLACEHOLDER.test(written.slice(from, to)) ? 0 : words;
}

const LESS_THAN = 0x3c;
const AMPERSAND = 0x26;
const BRACE = 0x7b;
const PERCENT = 0x25;

/** Tests whether a range has a character with which silent markup begins. */
function hasAny(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === LESS_THAN || unit === AMPERSAND || unit === BRACE || unit === PERCENT) return true;
  }
  return false;
}

/** The ranges of punctuation, symbols and invisible characters outside ASCII. Only these are examined one by one. */
const SIGNS: readonly (readonly [number, number])[] = [
  [0x80, 0xbf],
  [0x2000, 0x2bff],
  [0x3000, 0x303f],
  [0xfe00, 0xfe6f],
  [0xfeff, 0xff0f],
];
const SILENT_SIGN = /[\p{P}\p{S}\p{Z}\p{C}\uFE00-\uFE0F]/u;
const EMOJI = /\p{Extended_Pictographic}/u;

const SPACE = 1;
const WORD = 2;
/** The kind of each UTF-16 code unit: white space, word character, or 0 for other characters. */
const KINDS = Uint8Array.from({ length: 0x10000 }, (_, unit) =>
  isSpace(unit) ? SPACE : isWordCharacter(unit) ? WORD : 0,
);

function wordsBetween(text: string, start: number, end: number): number {
  let words = 0;
  let isInWord = false;
  for (let at = start; at < end; at++) {
    const kind = KINDS[text.charCodeAt(at)];
    if (kind === SPACE) isInWord = false;
    else if (kind === WORD && !isInWord) {
      words++;
      isInWord = true;
    }
  }
  return words;
}

function isSpace(code: number): boolean {
  return code <= 0x20 || code === 0xa0;
}

function isWordCharacter(code: number): boolean {
  if (code <= 0x7f) {
    return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
  }
  if (!SIGNS.some(([first, last]) => code >= first && code <= last)) return true;
  const sign = String.fromCharCode(code);
  return !SILENT_SIGN.test(sign) || EMOJI.test(sign);
}
