import { isMap, isScalar, isSeq, parseDocument, type Node, type Pair, type YAMLMap } from 'yaml';
import { applyEdits, lineEndOf, type Refusal, type TextEdit } from '../text/edit';
import { readFrontMatter } from '../markdown/frontMatter';
import { personKey } from '../people/names';
import { parseRoster } from '../people/roster';
import { findExcessiveNesting } from '../markdown/fullYaml';
import { yamlScalar } from '../noteEdit/escape';
import { message } from '../text/message';

/** A setting of a person in the person's page or the roster. */
export interface PersonSetting {
  readonly key: 'cadence' | 'away-until';
  /** The value to write, or `undefined` to remove the setting. */
  readonly value: string | undefined;
}

/** Lines to insert at the start of a line. */
interface Addition {
  readonly at: number;
  readonly lines: readonly string[];
}

/** Alternative names of each key in existing files. */
const ALSO: Readonly<Record<PersonSetting['key'], readonly string[]>> = {
  cadence: ['frequency'],
  'away-until': ['away_until'],
};
const BY_HAND: Refusal = { refused: message('person.byHand') };

/** Returns the edits that change a setting in the front matter of a person's page. All other lines remain unchanged. */
export function settingInPage(text: string, fact: PersonSetting): readonly TextEdit[] | Refusal {
  const { bodyStart, bodyLine, problem } = readFrontMatter(text);
  if (problem) {
    return { refused: message('person.frontMatter', problem.message) };
  }
  const lineEnd = lineEndOf(text);
  if (bodyLine === 0) {
    const lines = ['---', `${fact.key}: ${yamlScalar(fact.value ?? '')}`, '---', '', ''];
    return fact.value === undefined ? [] : [{ start: bodyStart, end: bodyStart, text: lines.join(lineEnd) }];
  }
  const start = text.indexOf('\n') + 1;
  const yaml = text.slice(start, text.lastIndexOf('\n', bodyStart - 2) + 1);
  const root = rootOf(yaml);
  if (root === 'unreadable') {
    return BY_HAND;
  }
  const addition = { at: yaml.length, lines: [lineOf(fact)] };
  const edits = root ? inMap(yaml, root, { fact, addition }) : adding(addition, { fact, lineEnd });
  return edits.map(({ start: from, end, text: written }) => ({ start: from + start, end: end + start, text: written }));
}

/**
 * Returns the edits that change a person's setting in the roster, adding the person if needed. All other lines remain
 * unchanged.
 */
export function settingInRoster(
  text: string,
  person: { readonly key: string; readonly name: string },
  fact: PersonSetting,
): readonly TextEdit[] | Refusal {
  const root = rootOf(text);
  if (root === 'unreadable') {
    return BY_HAND;
  }
  const edits = inRoster(text, root, { person, fact });
  if (!edits) {
    return BY_HAND;
  }
  const field = fact.key === 'cadence' ? 'cadence' : 'awayUntil';
  const after = parseRoster(applyEdits(text, edits)).people.find(({ name }) => personKey(name) === person.key);
  return edits.length === 0 || after?.[field] === fact.value ? edits : BY_HAND;
}

interface Wish {
  readonly person: { readonly key: string; readonly name: string };
  readonly fact: PersonSetting;
}

function inRoster(text: string, root: YAMLMap | undefined, { person, fact }: Wish): readonly TextEdit[] | undefined {
  const lineEnd = lineEndOf(text);
  const listed = root?.get('people', true);
  const isPerson = (name: unknown): boolean => typeof name === 'string' && personKey(name) === person.key;
  const name = yamlScalar(person.name);
  if (isSeq(listed)) {
    const entry = listed.items.find((item) => isMap(item) && isPerson(item.get('name')));
    const indent = ' '.repeat(columnOf(text, startOf(listed.items[0])) - 2);
    const atEnd = { at: text.length, lines: [`${indent}- name: ${name}`, `${indent}  ${lineOf(fact)}`] };
    return isMap(entry) ? inEntry(text, entry, fact) : adding(atEnd, { fact, lineEnd, before: text });
  }
  const pair = root?.items.find(({ key }) => isScalar(key) && isPerson(String(key.value)));
  if (isMap(pair?.value)) {
    return inEntry(text, pair.value, fact);
  }
  const indent = pair ? ' '.repeat(columnOf(text, startOf(pair.key)) + 2) : '  ';
  if (pair) {
    return adding(
      { at: nextLine(text, startOf(pair.key)), lines: [indent + lineOf(fact)] },
      { fact, lineEnd, before: text },
    );
  }
  const lines = [`${name}:`, indent + lineOf(fact)];
  return adding({ at: text.length, lines }, { fact, lineEnd, before: text });
}

function inEntry(text: string, entry: YAMLMap, fact: PersonSetting): readonly TextEdit[] | undefined {
  const last = entry.items.at(-1);
  if (!last || entry.flow === true) {
    return undefined;
  }
  const end = endOf(last.value) ?? endOf(last.key) ?? 0;
  const indent = ' '.repeat(columnOf(text, startOf(last.key)));
  return inMap(text, entry, { fact, addition: { at: nextLine(text, end - 1), lines: [indent + lineOf(fact)] } });
}

/** Replaces the value, removes its line, or adds a line. */
function inMap(
  yaml: string,
  map: YAMLMap,
  { fact, addition }: { fact: PersonSetting; addition: Addition },
): TextEdit[] {
  const pair = map.items.find(({ key }) => isScalar(key) && [fact.key, ...ALSO[fact.key]].includes(String(key.value)));
  if (!pair) {
    return adding(addition, { fact, lineEnd: lineEndOf(yaml), before: yaml });
  }
  const key = startOf(pair.key);
  if (fact.value === undefined) {
    return [{ start: yaml.lastIndexOf('\n', key) + 1, end: nextLine(yaml, endOf(pair.value) ?? key), text: '' }];
  }
  const value = pair.value as Node | null;
  const written = yamlScalar(fact.value);
  return isScalar(value) && value.range && value.value !== null
    ? [{ start: value.range[0], end: value.range[1], text: written }]
    : [afterColon(yaml, pair, written)];
}

function afterColon(yaml: string, { key }: Pair, written: string): TextEdit {
  const colon = yaml.indexOf(':', endOf(key) ?? 0) + 1;
  return { start: colon, end: colon, text: ` ${written}` };
}

function adding(
  { at, lines }: Addition,
  { fact, lineEnd, before = '' }: { fact: PersonSetting; lineEnd: string; before?: string },
): TextEdit[] {
  if (fact.value === undefined) {
    return [];
  }
  const isLineOpen = at > 0 && before !== '' && before.charAt(at - 1) !== '\n';
  return [{ start: at, end: at, text: (isLineOpen ? lineEnd : '') + lines.map((line) => line + lineEnd).join('') }];
}

/** Returns the top-level map of a YAML text, or `undefined` if the text is empty. */
function rootOf(yaml: string): YAMLMap | undefined | 'unreadable' {
  if (findExcessiveNesting(yaml) !== undefined) {
    return 'unreadable';
  }
  const document = parseDocument(yaml, { prettyErrors: false });
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents))) {
    return 'unreadable';
  }
  return document.contents ?? undefined;
}

function lineOf({ key, value }: PersonSetting): string {
  return `${key}: ${yamlScalar(value ?? '')}`;
}

function startOf(node: unknown): number {
  return (node as Node | null | undefined)?.range?.[0] ?? 0;
}

function endOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[1];
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

function nextLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}
