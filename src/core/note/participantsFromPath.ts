import { monthNamed } from '../dates/civilDate';
import { nameFromFileName, nameIn, namesIn } from '../people/names';
import { findDate, WEEKDAY } from '../dates/findDate';
import { isTemplate, namesOneOnOne, withoutOneOnOne } from './oneOnOne';

/** Words around a name that are none of it. */
const FILLER = new Set(
  (
    'with w w/ meeting meetings note notes sync weekly biweekly monthly catch-up catchup catch up check-in checkin check ' +
    'in chat log running agenda and me my index readme template templates untitled people person team archive work ' +
    'journal daily docs src direct report reports manager skip-level'
  ).split(' '),
);
const WITH = /^(?:with|w\/?)$/i;

/** What becomes of `1:1` where a file name may hold no colon. */
const WITHOUT_COLON = /(?<![\p{L}\p{N}_-])1[ _]1(?![\p{L}\p{N}_-])/gu;
/** Emoji with all that joins and colours them. */
const EMOJI = /\p{Extended_Pictographic}|[\u{1F3FB}-\u{1F3FF}]|\u{FE0F}|\u{200D}/gu;
const WIKI_LINK = /\[\[[^\]]*\]\]/g;
const BRACKETED = /\([^()]*\)|\[[^[\]]*\]/g;
const BRACKETS = /[[\]()]/g;
const BETWEEN_PARTS = /,|\s[-–—|]+(?:\s|$)/u;
const BETWEEN_WORDS = /(?:^|\s)[\s\-–—_.,:|@/]+|[\s\-–—_.,:|@/]+(?:\s|$)|\s+/u;
const POSSESSIVE = /['’ʼ]s$/i;
/** A number, a time, a week or a quarter. */
const PERIOD = /^(?:\d[\d.:-]*|t\d{2,6}|(?:\d{4}-?)?(?:q[1-4]|(?:w|kw|week)\d{0,2}))$/i;
/** Not `Sun`, which people are called. */
const WEEKDAY_NAME = new RegExp(`^(?!sun$)${WEEKDAY}$`, 'i');
const FULL_NAME = /^\p{Lu}\p{L}*(?:[\s-]\p{Lu}\p{L}*)+$/u;

/** Where a name is looked for: a path with `/`, its file's name without ending, and the title. */
export interface PathNames {
  readonly path: string;
  readonly fileName: string;
  readonly title: string;
}

/**
 * The names that are left of file name, folder and title: of a folder only below one for 1:1s, but sooner than of a file
 * name whose one word behind the date may as well be what the meeting was about.
 */
export function participantsFromPath({ path, fileName, title }: PathNames): string[] {
  const folders = path.split('/').slice(0, -1);
  const inFolder = folders.some(namesOneOnOne) ? nameOfFolder(path) : '';
  const inFile = namesLeft(fileName);
  const isTopic = FULL_NAME.test(nameFromFileName(inFolder)) && /^\P{Z}+$/u.test(inFile) && isBehindDate(fileName);
  return namesIn((isTopic ? inFolder : inFile) || inFolder || namesLeft(title)).map(nameFromFileName);
}

/** What is left of the nearest folder that names somebody, or `''`. */
export function nameOfFolder(path: string): string {
  const folders = path.split('/').slice(0, -1).reverse();
  const names = folders.map((folder, index) => (isPeriod(folder, folders[index + 1]) ? '' : namesLeft(folder)));
  return names.find((name) => name !== '') ?? '';
}

/** Whether a folder only says when: `2026`, `Q4 2026`, `W48`, `11-November`, or `November` in a folder of its year. */
function isPeriod(folder: string, around = ''): boolean {
  const words = folder.split(/[\s._-]+/);
  const isInYear = /^\d{4}$/.test(around) || words.some((word) => /^\d+$/.test(word));
  return words.every((word) => PERIOD.test(word) || (isInYear && monthNamed(word) !== undefined));
}

function isBehindDate(fileName: string): boolean {
  return findDate(fileName)?.start === 0;
}

/**
 * What is left of a name or title without date, words for the meeting and separators: names, with commas between them.
 * What stands behind the date, or in brackets, is a name only where there is no other: else it is what is said of it.
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
  // Without a space, hyphens stand for some.
  return (/\s/.test(text.trim()) ? undressed : undressed.replace(/[-_]+/g, ' '))
    .split(BETWEEN_PARTS)
    .map(nameAmong)
    .filter((name) => name !== '')
    .join(', ');
}

/** The words of a part that are left for a name: those behind *with*, if it has that. */
function nameAmong(part: string): string {
  const words = part.split(BETWEEN_WORDS).filter((word) => word !== '');
  words.splice(0, words.findLastIndex((word) => WITH.test(word)) + 1);
  while (words.length > 0 && isFiller(words[0])) {
    words.shift();
  }
  while (words.length > 0 && isFiller(words.at(-1))) {
    words.pop();
  }
  const rest = words.join(' ').replace(/^[\s\-–—_.,]+|[\s\-–—_.,]+$/gu, '');
  return /\p{L}/u.test(rest) ? rest.replace(POSSESSIVE, '') : '';
}

function isFiller(word = ''): boolean {
  return FILLER.has(word.toLowerCase()) || PERIOD.test(word) || WEEKDAY_NAME.test(word);
}
