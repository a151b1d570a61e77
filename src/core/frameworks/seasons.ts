import { type CivilDate, parseCivilDate } from '../dates/civilDate';
import { personKey } from '../people/names';
import { readRelation, type Relation } from '../people/person';
import { message } from '../text/message';
import type { FieldReader } from './fieldReader';
import type { Framework } from './framework';
import { parseList, type ParsedList } from './parseFramework';

/** A time during which the questions of a set come first in regular sessions. */
export interface Season {
  /** The id of the question set or framework. */
  readonly set: string;
  readonly from: CivilDate;
  /** The last day. */
  readonly until: CivilDate;
  /** The relations and the keys of the people it is for. If both are empty, it is for everyone. */
  readonly relations: readonly Relation[];
  readonly people: readonly string[];
}

/** The person of a session. */
export interface SeasonPerson {
  readonly key: string;
  readonly relation?: Relation | undefined;
}

/** Parses `.one-on-one/seasons.yaml`. A season without an end, or with an end before its start, is not used. */
export function parseSeasons(text: string, file: string, frameworks: readonly Framework[]): ParsedList<Season> {
  return parseList(text, file, { firstKey: 'set', read: (entry) => readSeason(entry, frameworks) });
}

function readSeason(entry: FieldReader, frameworks: readonly Framework[]): Season | undefined {
  entry.allowOnly(['set', 'from', 'until', 'for']);
  const set = entry.text('set');
  const isKnown = frameworks.some(({ id }) => id === set);
  if (set !== undefined && !isKnown) {
    entry.report(message('season.unknownSet', set), 'set');
  }
  const [from, until] = [readDay(entry, 'from'), readDay(entry, 'until')];
  const isReversed = from !== undefined && until !== undefined && until < from;
  if (isReversed) {
    entry.report(message('season.reversed', until, from), 'until');
  }
  const names = entry.texts('for');
  if (entry.isEmptyList('for')) {
    entry.report(message('field.empty', message('field.name', 'for')), 'for');
  }
  if (set === undefined || !isKnown || !from || !until || isReversed || (entry.has('for') && names.length === 0)) {
    return undefined;
  }
  return {
    set,
    from,
    until,
    relations: names.flatMap((name) => readRelation(name) ?? []),
    people: names.filter((name) => !readRelation(name)).map(personKey),
  };
}

function readDay(entry: FieldReader, key: 'from' | 'until'): CivilDate | undefined {
  if (!entry.has(key)) {
    entry.report(message(key === 'until' ? 'season.noEnd' : 'season.noStart'));
    return undefined;
  }
  const written = entry.text(key);
  const day = written === undefined ? undefined : parseCivilDate(written);
  if (written !== undefined && !day) {
    entry.report(message('roster.date', written, key), key);
  }
  return day;
}

/** Returns a regular framework with the sections of the current seasons in front. Other frameworks are unchanged. */
export function inSeason(
  framework: Framework,
  {
    seasons,
    frameworks,
    person,
    on,
  }: {
    readonly seasons: readonly Season[];
    readonly frameworks: readonly Framework[];
    readonly person: SeasonPerson;
    readonly on: CivilDate;
  },
): Framework {
  const sets = new Set(seasons.filter((season) => isOn(season, person, on)).map(({ set }) => set));
  const inFront = [...sets].flatMap((set) => frameworks.filter(({ id }) => id === set && id !== framework.id));
  return framework.kind === 'regular' && inFront.length > 0
    ? { ...framework, sections: [...inFront.flatMap(({ sections }) => sections), ...framework.sections] }
    : framework;
}

function isOn({ from, until, relations, people }: Season, { key, relation }: SeasonPerson, on: CivilDate): boolean {
  const isForAll = relations.length === 0 && people.length === 0;
  const isForPerson = people.includes(key) || (relation !== undefined && relations.includes(relation));
  return from <= on && on <= until && (isForAll || isForPerson);
}
