import { detach } from '../text/retained';
import { isSameKey, lookUp } from '../markdown/frontMatter';
import { nameFromFileName, nameIn } from '../people/names';
import { isOneOnOneType } from './oneOnOne';
import { type LayoutPaths, pageName } from './identity';
import { ownDate } from './noteDates';
import { fileName, namesOf, type NoteHeader, textOf } from './noteHeader';
import type { NoteProblem, PersonPage } from './note';
import { readPersonDates } from '../people/person';
import { splitLines } from '../text/lines';
import { readPageDates } from './pageDates';
import type { ParsedNote } from './parsedNote';

const PAGE_KEYS = ['role', 'cadence', 'frequency', 'reports-to', 'relation', 'away-until', 'started', 'leaving'];

/** Tests whether a note is a person page: by the path setting, its type, or the keys in its front matter. */
export function isPersonPage(header: NoteHeader, paths: LayoutPaths): boolean {
  if (paths.people.match(header.path) && pageName(header, paths) !== '') {
    return true;
  }
  const { frontMatter } = header;
  if (frontMatter.values.size === 0) {
    return false;
  }
  const type = textOf(lookUp(frontMatter, 'type')).toLowerCase();
  if (type === 'person' || type === 'people') {
    return true;
  }
  return (
    !isOneOnOneType(type) &&
    ownDate(header) === undefined &&
    PAGE_KEYS.some((key) => lookUp(frontMatter, key) !== undefined) &&
    (lookUp(frontMatter, 'person') !== undefined || lookUp(frontMatter, 'name') !== undefined)
  );
}

/** Reads the front matter and the dates of a person page. */
export function readPersonPage(header: NoteHeader, parsed: ParsedNote, paths: LayoutPaths): PersonPage {
  const read = (key: string): string => detach(textOf(lookUp(header.frontMatter, key)));
  const optional = (key: string, value: string): object => (value === '' ? {} : { [key]: value });
  const dates = readPageDates(parsed);
  return {
    name: detach(pageName(header, paths) || nameFromFileName(fileName(header.path))),
    aliases: ['alias', 'aliases'].flatMap((key) => namesOf(lookUp(header.frontMatter, key))).map(detach),
    ...optional('role', read('role')),
    ...optional('relation', read('relation')),
    ...optional('reportsTo', nameIn(read('reports-to') || read('manager'))),
    ...optional('cadence', read('cadence') || read('frequency')),
    ...optional('shape', read('shape')),
    ...datesOn(header).dates,
    ...(dates.length > 0 && { dates }),
  };
}

function datesOn({ frontMatter }: NoteHeader): ReturnType<typeof readPersonDates> {
  return readPersonDates((key) => detach(textOf(lookUp(frontMatter, key)).slice(0, 10)));
}

/**
 * Returns the problem with the dates on a person's page: a day that does not exist, or days in the wrong order. Other
 * texts may be meant for other programs, such as `started: spring`.
 */
export function personDateProblem(header: NoteHeader, text: string): NoteProblem | undefined {
  const { problems } = datesOn(header);
  const problem = problems.find(({ key }) => ISO_DAY.test(textOf(lookUp(header.frontMatter, key))));
  if (!problem) return undefined;
  const line = splitLines(text).findIndex((each) => isSameKey(each.split(':', 1)[0]?.trim() ?? '', problem.key));
  return { kind: 'personDates', line: Math.max(line, 0), message: problem.message };
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}/;
