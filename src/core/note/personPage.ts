import { parseCivilDate } from '../dates/civilDate';
import { detach } from '../text/retained';
import { lookUp } from '../markdown/frontMatter';
import { isOneOnOneType } from './oneOnOne';
import { type LayoutPaths, namesOf, pageName } from './identity';
import { ownDate } from './noteDates';
import { type NoteHeader, textOf } from './noteHeader';
import type { PersonPage } from './note';
import { readPageDates } from './pageDates';
import type { ParsedNote } from './parsedNote';

const PAGE_KEYS = ['role', 'cadence', 'frequency', 'reports-to', 'relation', 'away-until', 'started'];

/** Tests whether a note is a person page: by the path setting, its type, or the keys in its front matter. */
export function isPersonPage(header: NoteHeader, paths: LayoutPaths): boolean {
  if (paths.people.match(header.path)) {
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
export function readPersonPage(header: NoteHeader, parsed: ParsedNote): PersonPage {
  const read = (key: string): string => detach(textOf(lookUp(header.frontMatter, key)));
  const optional = (key: string, value: string): object => (value === '' ? {} : { [key]: value });
  const awayUntil = parseCivilDate(read('away-until').slice(0, 10));
  const dates = readPageDates(parsed);
  return {
    name: detach(pageName(header)),
    aliases: ['alias', 'aliases'].flatMap((key) => namesOf(lookUp(header.frontMatter, key))).map(detach),
    ...optional('role', read('role')),
    ...optional('relation', read('relation')),
    ...optional('reportsTo', read('reports-to')),
    ...optional('cadence', read('cadence') || read('frequency')),
    ...(awayUntil && { awayUntil }),
    ...(dates.length > 0 && { dates }),
  };
}
