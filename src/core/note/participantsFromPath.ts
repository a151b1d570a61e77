import { monthNamed } from '../dates/civilDate';
import { nameFromFileName, nameIn, namesIn } from '../people/names';
import { findDate, WEEKDAY } from '../dates/findDate';
import { isTemplate, namesOneOnOne, withoutOneOnOne } from './oneOnOne';

/** Words around a name that are not part of it. */
const FILLER = new Set(
  (
    'with w w/ meeting meetings note notes sync weekly biweekly monthly catch-up catchup catch up check-in checkin check ' +
    'in chat log running agenda and me my index readme template templates untitled people person team archive work ' +
    'journal daily docs src direct report reports manager skip-level'
  ).split(' '),
);
const WITH = /^(?:with|w\/?)$/i;

/** `1:1` in file names, which cannot contain a colon on every system. */
const WITHOUT_COLON = /(?<![\p{L}\p{N}_-])1[ _]1(?![\p{L}\p{N}_-])/gu;
/** Emoji with their joiners and modifiers. */
const EMOJI = /\p{Extended_Pictographic}|[\u{1F3FB}-\u{1F3FF}]|\u{FE0F}|\u{200D}/gu;
const WIKI_LINK = /\[\[[^\]]*\]\]/g;
const BRACKETED = /\([^()]*\)|\[[^[\]]*\]/g;
const BRACKETS = /[[\]()]/g;
const BETWEEN_PARTS = /,|\s[-–—|]+(?:\s|$)/u;
const BETWEEN_WORDS = /(?:^|\s)[\s\-–—_.,:|@/]+|(?<![\s\-–—_.,:|@/])[\s\-–—_.,:|@/]+(?:\s|$)|\s+/u;
const POSSESSIVE = /['’ʼ]s$/i;
/** A number, time, week or quarter. */
const PERIOD = /^(?:\d[\d.:-]*|t\d{2,6}|(?:\d{4}-?)?(?:q[1-4]|(?:w|kw|week)\d{0,2}))$/i;
/** Excludes `Sun`, which is also a first name. */
const WEEKDAY_NAME = new RegExp(`^(?!sun$)${WEEKDAY}$`, 'i');
const FULL_NAME = /^\p{Lu}\p{L}*(?:[\s-]\p{Lu}\p{L}*)+$/u;

/** The sources of a name: a path with `/`, its file name without extension, and the title. */
export interface PathNames {
  readonly path: string;
  readonly fileName: string;
  readonly title: string;
}

/**
 * Returns the names in the file name, folder or title. A folder counts only below a 1:1 folder. It precedes the file
 * name if it is a full name and the file name has a single word after the date, which may be the topic.
 */
export function participantsFromPath({ path, fileName, title }: PathNames): string[] {
  const folders = path.split('/').slice(0, -1);
  const inFolder = folders.some(namesOneOnOne) ? nameOfFolder(path) : '';
  const inFile = namesLeft(fileName);
  const isTopic = FULL_NAME.test(nameFromFileName(inFolder)) && /^\P{Z}+$/u.test(inFile) && isBehindDate(fileName);
  return namesIn((isTopic ? inFolder : inFile) || inFolder || namesLeft(title)).map(nameFromFileName);
}

/** Returns the name in the nearest folder that contains one, or `''`. */
export function nameOfFolder(path: string): string {
  const folders = path.split('/').slice(0, -1).reverse();
  const names = folders.map((folder, index) => (isPeriod(folder, folders[index + 1]) ? '' : namesLeft(folder)));
  return names.find((name) => name !== '') ?? '';
}

/**
 * Tests whether a folder is only a period: `2026`, `Q4 2026`, `W48`, `11-November`, or `November` in a folder of its
 * year.
 */
function isPeriod(folder: string, around = ''): boolean {
  const words = folder.split(/[\s._-]+/);
  const isInYear = /^\d{4}$/.test(around) || words.some((word) => /^\d+$/.test(word));
  return words.every((word) => PERIOD.test(word) || (isInYear && monthNamed(word) !== undefined));
}

function isBehindDate(fileName: string): boolean {
  return findDate(fileName)?.start === 0;
}

/**
 * Returns the names in a file name or title, separated by commas, without date, meeting words and separators. Text
 * after the date or in brackets is usually a topic, so it counts only if there is no other name.
 */
function namesLeft(text: string): string {
  if (isTemplate(text)) {
    return '';
  }
  const linked = text.replace(WIKI_LINK, nameIn);
  const date = findDate(linked);
  const parts = date ? [linked.slice(0, date.start), linked.slice(date.end)] : [linked];
  for (const part of [...parts.map((each) => each.replace(BRACKETED, ' ')), ...parts]) {
    const names = namesInPart(part);
    if (names !== '') return names;
  }
  return '';
}

function namesInPart(text: string): string {
  const undressed = withoutOneOnOne(text).replace(WITHOUT_COLON, ' ').replace(EMOJI, ' ').replace(BRACKETS, ' ');
  // In a text without spaces, hyphens and underscores separate words.
  return (/\s/.test(text.trim()) ? undressed : undressed.replace(/[-_]+/g, ' '))
    .split(BETWEEN_PARTS)
    .map(nameAmong)
    .filter((name) => name !== '')
    .join(', ');
}

/** Returns the words of a part that may be a name: those after *with*, if present, without filler words. */
function nameAmong(part: string): string {
  const words = part.split(BETWEEN_WORDS).filter((word) => word !== '');
  words.splice(0, words.findLastIndex((word) => WITH.test(word)) + 1);
  while (words.length > 0 && isFiller(words[0])) {
    words.shift();
  }
  while (words.length > 0 && isFiller(words.at(-1))) {
    words.pop();
  }
  const rest = words.join(' ').replace(/^[\s\-–—_.,]+|(?<![\s\-–—_.,])[\s\-–—_.,]+$/gu, '');
  return /\p{L}/u.test(rest) ? rest.replace(POSSESSIVE, '') : '';
}

function isFiller(word = ''): boolean {
  return FILLER.has(word.toLowerCase()) || PERIOD.test(word) || WEEKDAY_NAME.test(word);
}
