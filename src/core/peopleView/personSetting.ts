import { isMap, isNode, isScalar, isSeq, type Document, type Pair } from 'yaml';
import { applyEdits, type Refusal, type TextEdit } from '../text/edit';
import { isSameKey } from '../markdown/frontMatter';
import { personKey } from '../people/names';
import { isNull, parseRoster, rosterEntries, textOf, type RosterEntry } from '../people/roster';
import { yamlScalar } from '../noteEdit/escape';
import {
  BY_HAND,
  editFrontMatter,
  addedBelow,
  addToList,
  addToMap,
  colonOf,
  columnOf,
  editMap,
  indented,
  linesAtEnd,
  listItem,
  offsetAfter,
  pairOf,
  parseForEdit,
  startOf,
  type YamlSetting,
} from '../noteEdit/yamlEdit';

/** A setting of a person in the person's page or the roster. */
export interface PersonSetting {
  readonly key: 'cadence' | 'relation' | 'started' | 'leaving' | 'away-until' | 'shape';
  /** The value to write, or `undefined` to remove the setting. */
  readonly value: string | undefined;
}

interface NamedPerson {
  readonly key: string;
  readonly name: string;
}

/** The names of each key in existing files, in order of precedence. Case and separators make no difference. */
const KEYS: Readonly<Record<PersonSetting['key'], YamlSetting['keys']>> = {
  cadence: ['cadence', 'frequency'],
  relation: ['relation'],
  started: ['started'],
  leaving: ['leaving'],
  'away-until': ['away-until'],
  shape: ['shape'],
};

/**
 * Returns the edits that change a setting in the front matter of a person's page. All other lines and values remain
 * unchanged.
 */
export function settingInPage(text: string, fact: PersonSetting): readonly TextEdit[] | Refusal {
  return editFrontMatter(text, { keys: KEYS[fact.key], value: fact.value });
}

/**
 * Returns the edits that change a person's setting in the roster, adding the person if needed. All other lines remain
 * unchanged, and all other facts: if they would not, the change is refused.
 */
export function settingInRoster(text: string, person: NamedPerson, fact: PersonSetting): readonly TextEdit[] | Refusal {
  const document = parseForEdit(text);
  if (!document) {
    return BY_HAND;
  }
  const edits = editsInRoster(text, document, { person, fact });
  return edits && isOnlyChangeInRoster(text, applyEdits(text, edits), { person, fact }) ? edits : BY_HAND;
}

interface SettingRequest {
  readonly person: NamedPerson;
  readonly fact: PersonSetting;
}

function editsInRoster(text: string, document: Document, { person, fact }: SettingRequest): TextEdit[] | undefined {
  const { entries, list } = rosterEntries(document);
  const setting = { keys: KEYS[fact.key], value: fact.value };
  const entry = entries.find(({ name }) => personKey(name) === person.key);
  if (entry && isMap(entry.facts)) {
    return editMap(text, entry.facts, setting);
  }
  if (fact.value === undefined) {
    return [];
  }
  const line = pairOf(fact.key, fact.value);
  if (entry) {
    return list ? factsOfName(text, entry, line) : factsOfKey(text, entry, line);
  }
  return list
    ? addListed(text, list, [pairOf('name', person.name), line])
    : addNamed(text, document, { name: yamlScalar(person.name), line });
}

/** Turns a name in a list into a map with a fact. */
function factsOfName(text: string, { node }: RosterEntry, line: string): TextEdit[] | undefined {
  if (!isScalar(node) || !node.range) {
    return undefined;
  }
  const [start, end] = node.range;
  return [{ start, end: start, text: 'name: ' }, addedBelow(text, end, indented([line], columnOf(text, start)))];
}

/** Adds the first fact to a name that is a key without a value. */
function factsOfKey(text: string, { node, facts }: RosterEntry, line: string): TextEdit[] | undefined {
  const pair = node as Pair;
  const colon = colonOf(pair);
  if (!isNull(facts) || colon === undefined || !isScalar(facts) || !facts.range) {
    return undefined;
  }
  const removed = facts.source === '' ? [] : [{ start: colon, end: facts.range[1], text: '' }];
  return [...removed, addedBelow(text, colon, indented([line], columnOf(text, startOf(pair)) + 2))];
}

function addListed(text: string, list: Pair, lines: readonly string[]): TextEdit[] | undefined {
  const listed = list.value;
  const colon = colonOf(list);
  const indent = columnOf(text, startOf(list)) + 2;
  if (isSeq(listed) && (listed.items.length > 0 || columnOf(text, startOf(list)) > 0)) {
    return [addToList(text, listed, lines)];
  }
  if (colon === undefined || !(isSeq(listed) || isScalar(listed))) {
    return undefined;
  }
  const end = isSeq(listed) ? offsetAfter(listed) : colon;
  return [{ start: colon, end, text: '' }, addedBelow(text, end, indented(listItem(lines), indent))];
}

function addNamed(
  text: string,
  document: Document,
  { name, line }: { readonly name: string; readonly line: string },
): TextEdit[] | undefined {
  const root = document.contents;
  if (isMap(root) && root.items.length > 0) {
    return addToMap(text, root, root.flow ? [`${name}: { ${line} }`] : [`${name}:`, `  ${line}`]);
  }
  return isNull(root) ? linesAtEnd(text, [`${name}:`, `  ${line}`]) : undefined;
}

function isOnlyChangeInRoster(before: string, after: string, { person, fact }: SettingRequest): boolean {
  const field = fact.key === 'away-until' ? 'awayUntil' : fact.key;
  const written = parseRoster(after).people.find(({ name }) => personKey(name) === person.key)?.[field];
  const others = otherFacts(before, { person, fact });
  return written === fact.value && others !== undefined && others === otherFacts(after, { person, fact });
}

/** Returns all data of a roster apart from one setting of one person, as a text for comparison. */
function otherFacts(text: string, { person, fact }: SettingRequest): string | undefined {
  const document = parseForEdit(text);
  if (!document) {
    return undefined;
  }
  const { entries, list } = rosterEntries(document);
  const dataOf = (node: unknown): unknown => (isNode(node) ? node.toJS(document) : null);
  const pairsOf = (map: unknown): unknown[][] =>
    isMap(map) ? map.items.map(({ key, value }) => [textOf(key), dataOf(value)]) : [];
  const isMine = ({ name }: RosterEntry): boolean => personKey(name) === person.key;
  const isOther = ([key]: unknown[]): boolean => !isSameKey(String(key), 'name') && !isKeyOf(fact.key, String(key));
  try {
    return JSON.stringify([
      list && isMap(document.contents) ? pairsOf(document.contents).filter(([key]) => key !== textOf(list.key)) : [],
      entries.filter((entry) => !isMine(entry)).map(({ name, facts }) => [name, dataOf(facts)]),
      entries
        .filter(isMine)
        .map(({ facts }) => pairsOf(facts).filter(isOther))
        .flat(),
    ]);
  } catch {
    // An alias without an anchor, or too many of them.
    return undefined;
  }
}

function isKeyOf(setting: PersonSetting['key'], key: string): boolean {
  return KEYS[setting].some((each) => isSameKey(key, each));
}
