import { isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import { parseCivilDate } from '../dates/civilDate';
import { findExcessiveNesting } from '../markdown/fullYaml';
import type { LineProblem } from '../text/lines';
import type { NameRecord } from './directory';
import type { Relation } from './person';
import { type Message, message } from '../text/message';

/** The people in a roster and the problems found in it. */
export interface Roster {
  readonly people: readonly NameRecord[];
  readonly problems: readonly LineProblem[];
}

const RELATIONS: ReadonlySet<string> = new Set<Relation>(['report', 'manager', 'peer']);
const MOST_ALIASES = 100;

/**
 * Reads `.one-on-one/people.yaml`: a map from names to facts (`cadence`, `relation`, `aliases`, `away-until`), or a
 * list of such maps under `people`, each with a `name`. Never throws.
 */
export function parseRoster(text: string): Roster {
  const deep = findExcessiveNesting(text);
  if (deep !== undefined) {
    const line = text.slice(0, deep).split('\n').length - 1;
    return {
      people: [],
      problems: [{ line, message: message('roster.tooDeep') }],
    };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, schema: 'core' });
  const problems: LineProblem[] = [];
  const report = (offset: number, found: Message): void => {
    problems.push({ line: lines.linePos(offset).line - 1, message: found });
  };
  for (const error of document.errors) {
    report(error.pos[0], message('roster.invalid', error.message));
  }
  const people: NameRecord[] = [];
  const listed = isMap(document.contents) ? document.contents.get('people', true) : undefined;
  if (isSeq(listed)) {
    for (const entry of listed.items) {
      const name = isMap(entry) ? textIn(entry, 'name') : isScalar(entry) ? String(entry.value) : '';
      if (name === '') {
        report((entry as { range?: [number, number, number] }).range?.[0] ?? 0, message('roster.noName'));
      } else {
        people.push(isMap(entry) ? namingIn(name, entry, report) : { name, aliases: [] });
      }
    }
  } else if (isMap(document.contents)) {
    for (const { key, value } of document.contents.items) {
      const name = isScalar(key) ? String(key.value).trim() : '';
      if (name !== '') {
        people.push(isMap(value) ? namingIn(name, value, report) : { name, aliases: [] });
      }
    }
  } else if (document.contents !== null) {
    report(0, message('roster.notMap'));
  }
  return { people, problems };
}

function namingIn(name: string, entry: YAMLMap, report: (offset: number, found: Message) => void): NameRecord {
  const offset = entry.range?.[0] ?? 0;
  const relation = textIn(entry, 'relation').toLowerCase();
  if (relation !== '' && !RELATIONS.has(relation)) {
    report(offset, message('roster.relation', relation));
  }
  const away = textIn(entry, 'away-until');
  const awayUntil = parseCivilDate(away);
  if (away !== '' && !awayUntil) {
    report(offset, message('roster.away', away));
  }
  const cadence = textIn(entry, 'cadence') || textIn(entry, 'frequency');
  return {
    name,
    aliases: [...textsIn(entry, 'aliases'), ...textsIn(entry, 'alias')],
    ...(RELATIONS.has(relation) && { relation: relation as Relation }),
    ...(cadence !== '' && { cadence }),
    ...(awayUntil && { awayUntil }),
  };
}

function textIn(map: YAMLMap, key: string): string {
  const value: unknown = map.get(key);
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

function textsIn(map: YAMLMap, key: string): string[] {
  const value: unknown = map.get(key);
  if (!isSeq(value)) {
    return textIn(map, key)
      .split(',')
      .map((text) => text.trim())
      .filter((text) => text !== '');
  }
  return value.items
    .slice(0, MOST_ALIASES)
    .filter(isScalar)
    .map((item) => String(item.value).trim());
}
