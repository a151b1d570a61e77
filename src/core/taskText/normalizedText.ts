import { isWhiteSpace, lowerCase, SPACE, unitAt } from '../text/characters';

const ENDING = '.!?…。！？';
/** The first UTF-16 unit after the printable ASCII characters. */
const DELETE = 0x7f;

/**
 * Normalizes the text of a follow-up, to match a carried copy with its source: NFKC, lowercase, single spaces, without
 * final punctuation, and without the addresses of links, which differ from note to note.
 */
export function normalizedText(text: string): string {
  const folded = withoutAddresses(text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' '));
  let end = folded.length;
  while (end > 0 && (isWhiteSpace(folded.charCodeAt(end - 1)) || ENDING.includes(folded.charAt(end - 1)))) end--;
  return folded.slice(0, end).trimStart();
}

/** The address or the label behind the text of a link. Neither a footnote nor the text of another link is a label. */
const ADDRESS = /\](?:\((?:[^()]|\([^()]{0,300}\)){0,1000}\)|\[(?!\^)[^[\]]{0,300}\](?!\())/g;
const FOOTNOTE = /\[\^(?=[^\]\s]{1,100}\])/g;
const WIKI_LINK = /\[\[([^[\]|]{1,300})(?:\|([^[\]]{0,300}))?\]\]/g;
const ATTRIBUTE = /\b(?:src|href)=(?:"[^"]{0,1000}"|'[^']{0,1000}')/g;

/** Reduces links to the words that they show; a wiki-link without an alias to its heading, or else to its file name. */
function withoutAddresses(text: string): string {
  const plain = text.includes('<') ? text.replace(ATTRIBUTE, '') : text;
  return plain.includes('[')
    ? plain
        .replace(WIKI_LINK, (_, target: string, alias?: string) => `[[${alias ?? lastPart(target)}]]`)
        .replace(ADDRESS, ']')
        .replace(FOOTNOTE, '[')
    : plain;
}

function lastPart(target: string): string {
  return target.slice(Math.max(target.lastIndexOf('#'), target.lastIndexOf('/')) + 1);
}

/** Whether two follow-ups have the same normalized text. */
export function hasSameText(a: string, b: string): boolean {
  return a === b || (!differsAtOnce(a, b) && normalizedText(a) === normalizedText(b));
}

/** Fast path: whether the first different character proves that the texts differ. */
function differsAtOnce(a: string, b: string): boolean {
  let at = 0;
  while (at < a.length && lowerCase(unitAt(a, at)) === lowerCase(unitAt(b, at))) at++;
  return standsForItself(unitAt(a, at)) && standsForItself(unitAt(b, at)) && !isInAddress(a, at);
}

/** Whether a difference at `at` may be within the address of a link. */
function isInAddress(text: string, at: number): boolean {
  return at > 0 && (text.lastIndexOf('[', at - 1) >= 0 || text.lastIndexOf('<', at - 1) >= 0);
}

/** Whether normalization keeps `unit`, apart from its case: printable ASCII except spaces and final punctuation. */
function standsForItself(unit: number): boolean {
  return unit > SPACE && unit < DELETE && !ENDING.includes(String.fromCharCode(unit));
}

/** Matches texts in which every word of ASCII letters and digits remains after normalization: no accents, no links. */
const PLAIN_WORDS = /^[ -;=-Z\\-~]*$/;
const WORDS = /[a-z0-9]+/g;
const NOT_ASCII = /[^\0-\x7f]/;

/** Returns the words by which lines with the same text are found. Empty if such lines need not contain its words. */
export function searchWords(text: string): readonly string[] {
  return PLAIN_WORDS.test(text) ? (text.toLowerCase().match(WORDS) ?? []) : [];
}

/** Fast path: whether a line may have the text of some `searchWords`. */
export function mayContain(line: string, words: readonly string[]): boolean {
  // Decomposed, no accent hides a letter that it belongs to.
  const folded = (NOT_ASCII.test(line) ? line.normalize('NFKD') : line).toLowerCase();
  for (const word of words) if (!folded.includes(word)) return false;
  return true;
}
