import { isMap, isNode, isScalar, isSeq, parseDocument, type Document, type Pair } from 'yaml';
import { applyEdits, lineEndOf, type Refusal, type TextEdit } from '../text/edit';
import { lookUp, readFrontMatter, isSameKey } from '../markdown/frontMatter';
import { personKey } from '../people/names';
import { isNull, parseRoster, rosterEntries, textOf, type RosterEntry } from '../people/roster';
import { findExcessiveNesting } from '../markdown/fullYaml';
import { yamlScalar } from '../noteEdit/escape';
import {
  addedBelow,
  addToList,
  addToMap,
  colonOf,
  columnOf,
  editMap,
  indented,
  listItem,
  offsetAfter,
  pairOf,
  startOf,
  type YamlSetting,
} from '../noteEdit/yamlEdit';
import { message } from '../text/message';

/** A setting of a person in the person's page or the roster. */
export interface PersonSetting {
  readonly key: 'cadence' | 'away-until';
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
  'away-until': ['away-until'],
};
const BY_HAND: Refusal = { refused: message('person.byHand') };

/**
 * Returns the edits that change a setting in the front matter of a person's page. All other lines remain unchanged, and
 * all other values: if they would not, the change is refused.
 */
export function settingInPage(text: string, fact: PersonSetting): readonly TextEdit[] | Refusal {
  const { problem } = readFrontMatter(text);
  if (problem) {
    return { refused: message('person.frontMatter', problem.message) };
  }
  const edits = editsInPage(text, { keys: KEYS[fact.key], value: fact.value });
  return edits && isOnlyChangeInPage(text, applyEdits(text, edits), fact) ? edits : BY_HAND;
}

function editsInPage(text: string, setting: YamlSetting): TextEdit[] | undefined {
  const { bodyStart, bodyLine } = readFrontMatter(text);
  const lines = setting.value === undefined ? [] : [pairOf(setting.keys[0], setting.value)];
  if (bodyLine === 0) {
    const block = ['---', ...lines, '---', '', ''].join(lineEndOf(text));
    return lines.length === 0 ? [] : [{ start: bodyStart, end: bodyStart, text: block }];
  }
  const start = text.indexOf('\n') + 1;
  const yaml = text.slice(start, text.lastIndexOf('\n', bodyStart - 2) + 1);
  // Errors do not matter here: front matter may hold several wiki-links in a row, which are invalid YAML.
  const root = parsed(yaml)?.contents;
  const edits = isMap(root) ? editMap(yaml, root, setting) : isNull(root) ? linesAtEnd(yaml, lines) : undefined;
  return edits?.map((edit) => ({
    start: edit.start + start,
    end: edit.end + start,
    text: edit.text.replace(/\r?\n/g, lineEndOf(text)),
  }));
}

function isOnlyChangeInPage(before: string, after: string, { key, value }: PersonSetting): boolean {
  const [then, now] = [readFrontMatter(before), readFrontMatter(after)];
  const others = ({ values }: typeof now): string =>
    JSON.stringify([...values].filter(([name]) => !isKeyOf(key, name)));
  const isBodySame =
    then.bodyLine === 0
      ? after.endsWith(before.slice(then.bodyStart))
      : after.slice(now.bodyStart) === before.slice(then.bodyStart);
  return !now.problem && isBodySame && others(then) === others(now) && lookUp(now, ...KEYS[key]) === value;
}

/**
 * Returns the edits that change a person's setting in the roster, adding the person if needed. All other lines remain
 * unchanged, and all other facts: if they would not, the change is refused.
 */
export function settingInRoster(text: string, person: NamedPerson, fact: PersonSetting): readonly TextEdit[] | Refusal {
  const document = parsed(text);
  if (!document || document.errors.length > 0) {
    return BY_HAND;
  }
  const edits = editsInRoster(text, document, { person, fact });
  return edits && isOnlyChangeInRoster(text, applyEdits(text, edits), { person, fact }) ? edits : BY_HAND;
}

interface Wish {
  readonly person: NamedPerson;
  readonly fact: PersonSetting;
}

function editsInRoster(text: string, document: Document, { person, fact }: Wish): TextEdit[] | undefined {
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

function linesAtEnd(text: string, lines: readonly string[]): TextEdit[] {
  return lines.length === 0 ? [] : [addedBelow(text, text.length, lines)];
}

function isOnlyChangeInRoster(before: string, after: string, { person, fact }: Wish): boolean {
  const field = fact.key === 'cadence' ? 'cadence' : 'awayUntil';
  const written = parseRoster(after).people.find(({ name }) => personKey(name) === person.key)?.[field];
  const others = otherFacts(before, { person, fact });
  return written === fact.value && others !== undefined && others === otherFacts(after, { person, fact });
}

/** Returns all data of a roster apart from one setting of one person, as a text for comparison. */
function otherFacts(text: string, { person, fact }: Wish): string | undefined {
  const document = parsed(text);
  if (!document || document.errors.length > 0) {
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

/** Parses YAML for editing, or returns `undefined` if it nests too deeply. */
function parsed(yaml: string): Document | undefined {
  return findExcessiveNesting(yaml) === undefined
    ? parseDocument(yaml, { prettyErrors: false, keepSourceTokens: true, schema: 'core', logLevel: 'silent' })
    : undefined;
}
