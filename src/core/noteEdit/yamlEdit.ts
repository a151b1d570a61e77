import {
  isAlias,
  isCollection,
  isScalar,
  parseDocument,
  type Document,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
  isMap,
} from 'yaml';
import { isSameKey, lookUp, readFrontMatter } from '../markdown/frontMatter';
import { findExcessiveNesting } from '../markdown/yaml';
import { isNull } from '../people/roster';
import { lineEndOf, type TextEdit, applyEdits, type Refusal } from '../text/edit';
import { yamlScalar } from './escape';
import { message } from '../text/message';

/** A value to set in a YAML map, or to remove. */
export interface YamlSetting {
  /** The names of the key. The first one with a value counts, and the first of all is written if there is none. */
  readonly keys: readonly [string, ...string[]];
  /** The text to write, or `undefined` to remove all pairs with these keys. */
  readonly value: string | undefined;
}

/**
 * Returns the edits that set or remove a value in a map of a YAML text. The edits follow the tokens of the text, and
 * odd YAML can give them another effect: parse the result before you use it. The map must have been parsed with
 * `keepSourceTokens`. Returns `undefined` if the map has no simple edit.
 */
export function editMap(yaml: string, map: YAMLMap, { keys, value }: YamlSetting): TextEdit[] | undefined {
  const pairs = keys.flatMap((key) =>
    map.items.filter((pair) => isScalar(pair.key) && isSameKey(String(pair.key.value), key)),
  );
  if (value === undefined) {
    return map.flow ? removedFromFlow(map, pairs) : pairs.map((pair) => removedFromBlock(yaml, map, pair));
  }
  const pair = pairs.find((each) => !isNull(each.value)) ?? pairs[0];
  return pair ? replaced(yaml, pair, yamlScalar(value)) : addToMap(yaml, map, [pairOf(keys[0], value)]);
}

/** Returns a pair as one line of YAML. */
export function pairOf(key: string, value: string): string {
  return `${yamlScalar(key)}: ${yamlScalar(value)}`;
}

/** Returns the edit that adds lines of YAML at the end of a map. In a flow map they must be a single line. */
export function addToMap(yaml: string, map: YAMLMap, lines: readonly string[]): TextEdit[] | undefined {
  const last = map.items.at(-1);
  if (map.flow) {
    return [addedToFlow(map, last && endOf(last), lines.join(' '))];
  }
  return last && [addedBelow(yaml, offsetAfter(map), indented(lines, columnOf(yaml, startOf(last))))];
}

/** Returns the edit that adds an item, given as lines of YAML, to a list. In a flow list it becomes a flow map. */
export function addToList(yaml: string, list: YAMLSeq, lines: readonly string[]): TextEdit {
  if (list.flow) {
    const last = list.items.at(-1) as { readonly range?: readonly [number, number, number] } | undefined;
    return addedToFlow(list, last?.range?.[1], `{ ${lines.join(', ')} }`);
  }
  return addedBelow(yaml, offsetAfter(list), indented(listItem(lines), columnOf(yaml, list.range?.[0] ?? 0)));
}

/** Returns lines of YAML as the item of a block list. */
export function listItem(lines: readonly string[]): string[] {
  return lines.map((line, index) => (index === 0 ? '- ' : '  ') + line);
}

/** Returns lines with additional spaces before each of them. */
export function indented(lines: readonly string[], columns: number): string[] {
  return lines.map((line) => ' '.repeat(columns) + line);
}

/** Returns the edit that inserts lines below the line that ends before `offset`. */
export function addedBelow(yaml: string, offset: number, lines: readonly string[]): TextEdit {
  const at = nextLine(yaml, Math.max(offset - 1, 0));
  const lineEnd = lineEndOf(yaml);
  const isLineOpen = at > 0 && yaml.charAt(at - 1) !== '\n';
  return { start: at, end: at, text: (isLineOpen ? lineEnd : '') + lines.map((line) => line + lineEnd).join('') };
}

/** Returns the edit that adds lines at the end of a YAML text. */
export function linesAtEnd(yaml: string, lines: readonly string[]): TextEdit[] {
  return lines.length === 0 ? [] : [addedBelow(yaml, yaml.length, lines)];
}

/** Parses a YAML file for editing, or returns `undefined` if it has errors or nests too deeply. */
export function parseForEdit(yaml: string): Document | undefined {
  const document = parseWithErrors(yaml);
  return document?.errors.length === 0 ? document : undefined;
}

function parseWithErrors(yaml: string): Document | undefined {
  return findExcessiveNesting(yaml) === undefined
    ? parseDocument(yaml, { prettyErrors: false, keepSourceTokens: true, schema: 'core', logLevel: 'silent' })
    : undefined;
}

/**
 * Returns the edits that replace the value of a pair by text on the key's line, and keep a comment behind the key.
 */
function replaced(yaml: string, pair: Pair, written: string): TextEdit[] {
  const colon = colonOf(pair);
  if (colon === undefined) {
    const end = endOf(pair);
    return [{ start: end, end, text: `: ${written}` }];
  }
  const { value } = pair;
  const afterColon = { start: colon, end: colon, text: ` ${written}` };
  if (isNull(value) && endOf(pair) === colon) {
    return [afterColon];
  }
  const start = rangeStart(value) ?? colon;
  const end = trimmedEnd(yaml, pair);
  if (!isCollection(value) || value.flow || yaml.lastIndexOf('\n', start) < colon) {
    return [{ start, end, text: written }];
  }
  return [afterColon, { start: lineStart(yaml, start), end: nextLine(yaml, end), text: '' }];
}

/** Returns the offset behind the colon of a pair, or `undefined` if the pair has none. */
export function colonOf({ srcToken }: Pair): number | undefined {
  const separators = srcToken && 'sep' in srcToken ? srcToken.sep : undefined;
  const colon = separators?.find(({ type }) => type === 'map-value-ind');
  return colon && colon.offset + 1;
}

/** Returns the offset of a pair's key, or of the `?` before it. */
export function startOf({ key, srcToken }: Pair): number {
  const mark = srcToken?.start.find(({ type }) => type === 'explicit-key-ind');
  return mark?.offset ?? rangeStart(key) ?? 0;
}

/** Returns the number of characters between an offset and the start of its line. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

function removedFromBlock(yaml: string, map: YAMLMap, pair: Pair): TextEdit {
  const start = startOf(pair);
  const end = nextLine(yaml, trimmedEnd(yaml, pair));
  if (yaml.slice(lineStart(yaml, start), start).trim() === '') {
    return { start: lineStart(yaml, start), end, text: '' };
  }
  // The dash of a list item is before the key: the next line of the item takes this place.
  const isLast = map.items.at(-1) === pair;
  return { start, end: isLast ? trimmedEnd(yaml, pair) : end + columnOf(yaml, start), text: '' };
}

function removedFromFlow({ items }: YAMLMap, pairs: readonly Pair[]): TextEdit[] | undefined {
  const [pair] = pairs;
  if (!pair || pairs.length > 1) {
    return pair ? undefined : [];
  }
  const index = items.indexOf(pair);
  const [before, after] = [items[index - 1], items[index + 1]];
  const start = before ? endOf(before) : startOf(pair);
  return [{ start, end: after && !before ? startOf(after) : endOf(pair), text: '' }];
}

function addedToFlow({ range }: YAMLMap | YAMLSeq, lastEnd: number | undefined, written: string): TextEdit {
  const at = lastEnd ?? (range?.[0] ?? 0) + 1;
  return { start: at, end: at, text: lastEnd === undefined ? ` ${written} ` : `, ${written}` };
}

/** Returns the offset behind the last character of a pair. */
function endOf(pair: Pair): number {
  const end = rangeEnd(pair.value);
  const isWritten = end !== undefined && end > (rangeStart(pair.value) ?? end);
  return isWritten ? end : (colonOf(pair) ?? rangeEnd(pair.key) ?? 0);
}

/** Returns `endOf` without the line ends that belong to a block of text or a nested block. */
function trimmedEnd(yaml: string, pair: Pair): number {
  let end = endOf(pair);
  while (end > 0 && ' \t\r\n'.includes(yaml.charAt(end - 1))) {
    end--;
  }
  return end;
}

/** Returns the offset behind a collection. */
export function offsetAfter({ range }: YAMLMap | YAMLSeq): number {
  return range?.[1] ?? 0;
}

function rangeStart(node: unknown): number | undefined {
  return isScalar(node) || isCollection(node) || isAlias(node) ? node.range?.[0] : undefined;
}

function rangeEnd(node: unknown): number | undefined {
  return isScalar(node) || isCollection(node) || isAlias(node) ? node.range?.[1] : undefined;
}

function lineStart(text: string, offset: number): number {
  return text.slice(0, offset).lastIndexOf('\n') + 1;
}

function nextLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

/** The refusal of an edit that would change more than the value. */
export const BY_HAND: Refusal = { refused: message('person.byHand') };

/**
 * Returns the edits that set or remove a value in the front matter of a note, which is created if it is missing. All
 * other lines and values remain unchanged: if they would not, the edit is refused.
 */
export function editFrontMatter(text: string, setting: YamlSetting): readonly TextEdit[] | Refusal {
  const { problem } = readFrontMatter(text);
  if (problem) {
    return { refused: message('person.frontMatter', problem.message) };
  }
  const edits = plannedEdits(text, setting);
  return edits && isOnlyChange(text, applyEdits(text, edits), setting) ? edits : BY_HAND;
}

function plannedEdits(text: string, setting: YamlSetting): TextEdit[] | undefined {
  const { bodyStart, bodyLine } = readFrontMatter(text);
  const lines = setting.value === undefined ? [] : [pairOf(setting.keys[0], setting.value)];
  if (bodyLine === 0) {
    const block = ['---', ...lines, '---', '', ''].join(lineEndOf(text));
    return lines.length === 0 ? [] : [{ start: bodyStart, end: bodyStart, text: block }];
  }
  const start = text.indexOf('\n') + 1;
  const yaml = text.slice(start, text.lastIndexOf('\n', bodyStart - 2) + 1);
  // Errors do not matter here: front matter may hold several wiki-links in a row, which are invalid YAML.
  const root = parseWithErrors(yaml)?.contents;
  const edits = isMap(root) ? editMap(yaml, root, setting) : isNull(root) ? linesAtEnd(yaml, lines) : undefined;
  return edits?.map((edit) => ({
    start: edit.start + start,
    end: edit.end + start,
    text: edit.text.replace(/\r?\n/g, lineEndOf(text)),
  }));
}

function isOnlyChange(before: string, after: string, { keys, value }: YamlSetting): boolean {
  const [then, now] = [readFrontMatter(before), readFrontMatter(after)];
  const isKey = (name: string): boolean => keys.some((key) => isSameKey(name, key));
  const others = ({ values }: typeof now): string => JSON.stringify([...values].filter(([name]) => !isKey(name)));
  const isBodySame =
    then.bodyLine === 0
      ? after.endsWith(before.slice(then.bodyStart))
      : after.slice(now.bodyStart) === before.slice(then.bodyStart);
  return !now.problem && isBodySame && others(then) === others(now) && lookUp(now, ...keys) === value;
}
