import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml';
import { findExcessiveNesting } from '../markdown/yaml';
import { type Message, message } from '../text/message';
import { type FieldPath, FieldReader, type FieldProblem, isRecord, nameOf } from './fieldReader';
import { type Framework, baseName } from './framework';
import { frameworkFromData } from './frameworkFromData';
import type { Refusal } from '../text/edit';

/** A range within one line of a file. Line and column count from 0, and the length is at least 1. */
interface FileSpan {
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/** An error in the YAML itself. */
interface YamlFault extends FileSpan {
  readonly message: Message;
}

/** A parsed YAML file, with the positions of its parts. */
interface YamlFile {
  /** The parsed data, or `undefined` if the faults make it unreliable. */
  readonly data: unknown;
  readonly faults: readonly YamlFault[];
  /**
   * Returns the start of the value at `path`, or of its last key if `isKey` is set. If it is missing, returns its
   * closest existing parent.
   */
  readonly spanOf: (path: FieldPath, isKey?: boolean) => FileSpan;
}

interface Fault {
  readonly message: Message;
  readonly range: readonly [start: number, end: number];
  /** Whether the parsed data may differ from the author's intention. */
  readonly isFatal: boolean;
}

/** Maximum number of YAML faults reported. Later faults are mostly caused by earlier ones. */
const MOST_FAULTS = 5;

/** Reads one YAML document without aliases. Errors are reported as faults; the function never throws. */
function readYamlFile(text: string): YamlFile {
  const deep = findExcessiveNesting(text);
  if (deep !== undefined) {
    const line = text.slice(0, deep).split('\n').length - 1;
    const span = { line, column: 0, length: 1 };
    return { data: undefined, faults: [{ message: message('framework.tooDeep'), ...span }], spanOf: () => span };
  }
  const lineCounter = new LineCounter();
  // The package's check for equal keys compares all pairs; `repeatedKeys` is linear.
  const document = parseDocument(text, {
    lineCounter,
    prettyErrors: false,
    stringKeys: true,
    uniqueKeys: false,
    resolveKnownTags: false,
    logLevel: 'error',
  });
  const faults = faultsIn(document);
  const spanAt = (range: Fault['range']): FileSpan => spanIn(text, lineCounter, range);
  return {
    data: faults.some(({ isFatal }) => isFatal) ? undefined : document.toJS(),
    faults: faults.slice(0, MOST_FAULTS).map((fault) => ({ message: fault.message, ...spanAt(fault.range) })),
    spanOf: (path, isKey = false) => {
      const [start = 0, end = start] = nodeAt(document.contents, path, isKey)?.range ?? [];
      return spanAt([start, end]);
    },
  };
}

function faultsIn(document: Document): readonly Fault[] {
  const faults = document.errors.map((error): Fault => {
    return { message: message('framework.invalidYaml', error.message), range: error.pos, isFatal: true };
  });
  visit(document, {
    Alias: (_, { source, range }) => {
      faults.push({ message: message('framework.alias', source), range: rangeOf(range), isFatal: true });
      return faults.length < MOST_FAULTS ? undefined : visit.BREAK;
    },
    Map: (_, map) => void faults.push(...repeatedKeys(map)),
  });
  return faults;
}

function repeatedKeys(map: YAMLMap): readonly Fault[] {
  const seen = new Set<unknown>();
  return map.items.flatMap(({ key }): Fault[] => {
    if (!isScalar(key) || !seen.has(key.value)) {
      seen.add(isScalar(key) ? key.value : key);
      return [];
    }
    const repeated = message('framework.repeatedKey', String(key.value));
    return [{ message: repeated, range: rangeOf(key.range), isFatal: false }];
  });
}

function rangeOf(range: Node['range']): Fault['range'] {
  return range ? [range[0], range[1]] : [0, 1];
}

/** Returns the node at `path`, or its closest existing parent. */
function nodeAt(top: unknown, path: FieldPath, isKey: boolean): Node | undefined {
  let node = top as Node | undefined;
  for (const [depth, step] of path.entries()) {
    const isLast = depth === path.length - 1;
    const next = stepInto(node, step, isLast && isKey);
    if (!next) {
      return node;
    }
    node = next;
  }
  return node;
}

function stepInto(node: unknown, step: string | number, toKey: boolean): Node | undefined {
  if (isSeq(node)) {
    return node.items[Number(step)] as Node | undefined;
  }
  if (!isMap(node)) {
    return undefined;
  }
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === step);
  return ((toKey ? undefined : pair?.value) ?? pair?.key) as Node | undefined;
}

/** Returns the part of the range on its first line. */
function spanIn(text: string, lines: LineCounter, [start, end]: Fault['range']): FileSpan {
  const { line, col } = lines.linePos(start);
  const rest = text.slice(start, end);
  const length = /^[^\r\n]*/.exec(rest)?.[0].length ?? 0;
  return { line: Math.max(line - 1, 0), column: Math.max(col - 1, 0), length: Math.max(length, 1) };
}

/** A problem in a framework file. The message is for the author of the file. */
export interface FrameworkProblem extends FileSpan {
  readonly file: string;
  readonly message: Message;
}

/** The result of parsing a framework file. */
export interface ParsedFramework {
  readonly file: string;
  /** The framework, or `undefined` if the file has no usable part. */
  readonly framework?: Framework;
  /** The position of the framework's id, or the start of the file if the file name serves as the id. */
  readonly idSpan: FileSpan;
  readonly problems: readonly FrameworkProblem[];
}

/** Maximum size of a framework file, in characters. Larger files are not read. */
export const LARGEST_FRAMEWORK_FILE = 256 * 1024;

/** Maximum number of problems reported for a file. */
const MOST_PROBLEMS = 50;

const FILE_START: FileSpan = { line: 0, column: 0, length: 1 };

/**
 * Parses a framework from YAML text. The function never throws: invalid YAML yields only problems, and any other
 * mistake affects only its own field. `file` names the file in problems; its base name replaces a missing id and title.
 */
export function parseFramework(yamlText: string, file: string): ParsedFramework {
  const unread = (problems: readonly FrameworkProblem[]): ParsedFramework => ({ file, idSpan: FILE_START, problems });
  if (yamlText.length > LARGEST_FRAMEWORK_FILE) {
    const tooLarge = message('framework.tooLarge', LARGEST_FRAMEWORK_FILE / 1024);
    return unread([{ file, message: tooLarge, ...FILE_START }]);
  }
  const { data, faults, spanOf } = readYamlFile(yamlText);
  const faulty = faults.map((fault) => ({ file, ...fault }));
  if (data === undefined && faults.length > 0) {
    return unread(faulty);
  }
  const { framework, problems } = frameworkFromData(data, baseName(file));
  const placed = problems
    .slice(0, MOST_PROBLEMS)
    .map((problem) => ({ file, message: problem.message, ...spanOf(problem.path, problem.isKey) }));
  return {
    file,
    ...(framework && { framework }),
    idSpan: spanOf(['id']),
    problems: [...faulty, ...placed],
  };
}

/** The valid entries of a file that is a list, and the problems of the others. */
export interface ParsedList<Entry> {
  readonly entries: readonly Entry[];
  readonly problems: readonly FrameworkProblem[];
}

/** The format of a list: the key that each entry needs, and the reader of an entry. */
interface ListFormat<Entry> {
  readonly firstKey: string;
  readonly read: (entry: FieldReader) => Entry | undefined;
}

/**
 * Parses YAML text that is a list of maps. The function never throws: an invalid entry is left out, with a problem at
 * its line. `file` names the file in problems.
 */
export function parseList<Entry>(text: string, file: string, { firstKey, read }: ListFormat<Entry>): ParsedList<Entry> {
  if (text.length > LARGEST_FRAMEWORK_FILE) {
    const tooLarge = message('framework.tooLarge', LARGEST_FRAMEWORK_FILE / 1024);
    return { entries: [], problems: [{ file, message: tooLarge, line: 0, column: 0, length: 1 }] };
  }
  const { data, faults, spanOf } = readYamlFile(text);
  const found: FieldProblem[] = [];
  const isList = Array.isArray(data);
  if (!isList && data !== null && data !== undefined) {
    found.push({ path: [], isKey: false, message: message('list.notList', firstKey, nameOf(data)) });
  }
  const entries = (isList ? (data as readonly unknown[]) : []).flatMap((value, index): Entry[] => {
    if (!isRecord(value) || !Object.hasOwn(value, firstKey)) {
      found.push({ path: [index], isKey: false, message: message('list.notEntry', firstKey) });
      return [];
    }
    const entry = read(new FieldReader(value, [index], found));
    return entry === undefined ? [] : [entry];
  });
  const placed = found.map(({ path, isKey, message: text }) => ({ file, message: text, ...spanOf(path, isKey) }));
  return { entries, problems: [...faults.map((fault) => ({ file, ...fault })), ...placed] };
}

/** All available frameworks. */
interface FrameworkSet {
  /**
   * The built-in frameworks in their order, each with the user's replacement if there is one, then the custom
   * frameworks.
   */
  readonly frameworks: readonly Framework[];
  readonly problems: readonly FrameworkProblem[];
}

/**
 * Merges the built-in frameworks with the user's own. A custom framework replaces the built-in one with the same id. If
 * two custom frameworks have the same id, the first is used and the second gets a problem at its id.
 */
export function mergeFrameworks(builtIn: readonly Framework[], own: readonly ParsedFramework[]): FrameworkSet {
  const byId = new Map(builtIn.map((framework) => [framework.id, framework]));
  const fileOf = new Map<string, string>();
  const problems: FrameworkProblem[] = [];
  for (const { file, framework, idSpan, problems: ownProblems } of own) {
    problems.push(...ownProblems);
    if (!framework) {
      continue;
    }
    const taken = fileOf.get(framework.id);
    if (taken === undefined) {
      byId.set(framework.id, framework);
      fileOf.set(framework.id, file);
    } else {
      const repeated = message('framework.repeatedId', framework.id, baseName(taken));
      problems.push({ file, message: repeated, ...idSpan });
    }
  }
  return { frameworks: [...byId.values()], problems };
}

/** Returns the framework with this id, or a refusal that lists the known ids. */
export function frameworkNamed(id: string, frameworks: readonly Framework[]): Framework | Refusal {
  const ids = frameworks.map((framework) => framework.id);
  return (
    frameworks.find((framework) => framework.id === id) ?? {
      refused: message('framework.unknown', id, ids.join(', ')),
    }
  );
}
