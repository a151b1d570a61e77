import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import { isSameKey } from '../markdown/frontMatter';
import { findExcessiveNesting } from '../markdown/yaml';
import type { LineProblem } from '../text/lines';
import type { NameRecord } from './directory';
import { readPersonDates, readRelation } from './person';
import { type Message, message } from '../text/message';

/** The people in a roster and the problems found in it. */
interface Roster {
  readonly people: readonly NameRecord[];
  readonly problems: readonly LineProblem[];
}

/** A person in the YAML of a roster. */
export interface RosterEntry {
  /** The name, or `''` for an entry without one. */
  readonly name: string;
  /** The facts of the person: a map, a name in a list, or nothing. An alias is resolved. */
  readonly facts: unknown;
  /** The node as written: the item of the list, or the pair of the map. */
  readonly node: unknown;
}

/** The entries of a roster. */
interface RosterEntries {
  readonly entries: readonly RosterEntry[];
  /** The pair `people` of a roster that is a list, or `undefined` for a map from names to facts. */
  readonly list: Pair | undefined;
}

const MOST_ALIASES = 100;

/**
 * Reads `.one-on-one/people.yaml`: a map from names to facts (`cadence`, `relation`, `aliases`, `away-until`, `started`,
 * `leaving`, `shape`), or a
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
  if (!isNull(document.contents) && !isMap(document.contents)) {
    report(0, message('roster.notMap'));
  }
  const people: NameRecord[] = [];
  const { entries, list } = rosterEntries(document);
  for (const { name, facts, node } of entries) {
    if (name !== '') {
      people.push(isMap(facts) ? new Facts(document, facts).record(name, report) : { name, isDeclared: true });
    } else if (list) {
      report((node as { range?: [number, number, number] } | null)?.range?.[0] ?? 0, message('roster.noName'));
    }
  }
  return { people, problems };
}

/** Returns the entries in the YAML of a roster. */
export function rosterEntries(document: Document): RosterEntries {
  const pairs = isMap(document.contents) ? document.contents.items : [];
  const list = pairs.find(({ key }) => isScalar(key) && isSameKey(String(key.value), 'people'));
  const listed = resolved(document, list?.value);
  if (list && isSeq(listed)) {
    const entries = listed.items.map((node) => {
      const facts = resolved(document, node);
      return { name: isMap(facts) ? new Facts(document, facts).text('name') : textOf(facts), facts, node };
    });
    return { entries, list };
  }
  if (list && pairs.length === 1 && isNull(listed)) {
    return { entries: [], list };
  }
  const entries = pairs.map((node) => ({ name: textOf(node.key), facts: resolved(document, node.value), node }));
  return { entries, list: undefined };
}

/** Reads the facts of one person. Keys may differ in case and separators. */
class Facts {
  readonly #document: Document;
  readonly #map: YAMLMap;

  constructor(document: Document, map: YAMLMap) {
    this.#document = document;
    this.#map = map;
  }

  record(name: string, report: (offset: number, found: Message) => void): NameRecord {
    const offset = this.#map.range?.[0] ?? 0;
    const written = this.text('relation');
    const relation = readRelation(written);
    if (written !== '' && !relation) {
      report(offset, message('roster.relation', written));
    }
    const { dates, problems } = readPersonDates((key) => this.text(key));
    problems.forEach((problem) => report(offset, problem.message));
    const cadence = this.text('cadence') || this.text('frequency');
    const shape = this.text('shape');
    const reportsTo = this.text('reports-to') || this.text('manager');
    return {
      name,
      isDeclared: true,
      aliases: [...this.#texts('aliases'), ...this.#texts('alias')],
      ...(relation && { relation }),
      ...(cadence !== '' && { cadence }),
      ...dates,
      ...(reportsTo !== '' && { reportsTo }),
      ...(shape !== '' && { shape }),
    };
  }

  text(name: string): string {
    return textOf(this.#value(name));
  }

  #texts(name: string): string[] {
    const value = this.#value(name);
    const texts = isSeq(value)
      ? value.items.slice(0, MOST_ALIASES).map((item) => textOf(resolved(this.#document, item)))
      : textOf(value).split(',');
    return texts.map((text) => text.trim()).filter((text) => text !== '');
  }

  #value(name: string): unknown {
    const pair = this.#map.items.find(({ key }) => isScalar(key) && isSameKey(String(key.value), name));
    return resolved(this.#document, pair?.value);
  }
}

function resolved(document: Document, node: unknown): unknown {
  return isAlias(node) ? node.resolve(document) : node;
}

/** Whether a node is missing or means nothing, such as `~`. */
export function isNull(node: unknown): boolean {
  return node === null || node === undefined || (isScalar(node) && node.value === null);
}

/** Returns the text of a scalar, or `''` for other nodes and for nothing. */
export function textOf(node: unknown): string {
  const value: unknown = isScalar(node) ? node.value : undefined;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value).trim()
    : '';
}
