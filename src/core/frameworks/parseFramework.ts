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
import { findExcessiveNesting } from '../markdown/fullYaml';
import type { FieldPath } from './fieldReader';
import type { Framework } from './framework';
import { frameworkFromData } from './frameworkFromData';
import { baseName } from './ids';

/** A stretch of one line of a file: line and column count from 0, the length is at least 1. */
export interface FileSpan {
  readonly line: number;
  readonly column: number;
  readonly length: number;
}

/** What is wrong with the YAML itself. */
export interface YamlFault extends FileSpan {
  readonly message: string;
}

/** A YAML text as data, with the place of each part of it. */
export interface YamlFile {
  /** `undefined` when the faults leave nothing to rely on. */
  readonly data: unknown;
  readonly faults: readonly YamlFault[];
  /** Where the value at `path` begins (or the last key of the path, if `isKey`), or else what holds it. */
  readonly spanOf: (path: FieldPath, isKey?: boolean) => FileSpan;
}

interface Fault {
  readonly message: string;
  readonly range: readonly [start: number, end: number];
  /** Whether the data would not be what the writer meant. */
  readonly isFatal: boolean;
}

/** After the first few mistakes, what a YAML parser says is mostly about the mistakes before. */
const MOST_FAULTS = 5;

/** Reads one YAML document without aliases; says what is wrong with any other text, and never throws. */
export function readYamlFile(text: string): YamlFile {
  const deep = findExcessiveNesting(text);
  if (deep !== undefined) {
    const line = text.slice(0, deep).split('\n').length - 1;
    const message = 'Lists and maps are nested too deeply here. A framework needs four levels.';
    const span = { line, column: 0, length: 1 };
    return { data: undefined, faults: [{ message, ...span }], spanOf: () => span };
  }
  const lineCounter = new LineCounter();
  // The package's own check for equal keys compares each with each; `repeatedKeys` looks at each once.
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
    faults: faults.slice(0, MOST_FAULTS).map(({ message, range }) => ({ message, ...spanAt(range) })),
    spanOf: (path, isKey = false) => {
      const [start = 0, end = start] = nodeAt(document.contents, path, isKey)?.range ?? [];
      return spanAt([start, end]);
    },
  };
}

function faultsIn(document: Document): readonly Fault[] {
  const faults = document.errors.map(({ message, pos }): Fault => {
    const help = 'Look for a missing quote or colon, or a wrong indent.';
    return { message: `This cannot be read as YAML: ${message}. ${help}`, range: pos, isFatal: true };
  });
  visit(document, {
    Alias: (_, { source, range }) => {
      const message = `The alias “*${source}” is not followed in a framework file. Write out what it stands for.`;
      faults.push({ message, range: rangeOf(range), isFatal: true });
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
    const message = `The key “${String(key.value)}” stands here a second time, and only the last one counts. Keep one.`;
    return [{ message, range: rangeOf(key.range), isFatal: false }];
  });
}

function rangeOf(range: Node['range']): Fault['range'] {
  return range ? [range[0], range[1]] : [0, 1];
}

/** The node at the end of `path`, or the last one on the way that is there. */
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

/** From `start` to the end of the range or of the line, whichever comes first. */
function spanIn(text: string, lines: LineCounter, [start, end]: Fault['range']): FileSpan {
  const { line, col } = lines.linePos(start);
  const rest = text.slice(start, end);
  const length = /^[^\r\n]*/.exec(rest)?.[0].length ?? 0;
  return { line: Math.max(line - 1, 0), column: Math.max(col - 1, 0), length: Math.max(length, 1) };
}

/** What is wrong in a framework file, in words for the person who wrote it. */
export interface FrameworkProblem extends FileSpan {
  readonly file: string;
  readonly message: string;
}

/** A framework file as far as it can be used. */
export interface ParsedFramework {
  readonly file: string;
  /** `undefined` when nothing in the file can be used. */
  readonly framework?: Framework;
  /** Where the framework's id stands; the beginning of the file when its name serves as the id. */
  readonly idSpan: FileSpan;
  readonly problems: readonly FrameworkProblem[];
}

/** In characters; what is larger is refused unread. The largest built-in framework has a fortieth of it. */
export const LARGEST_FRAMEWORK_FILE = 256 * 1024;

/** A file that is wrong throughout is told so in its first lines. */
const MOST_PROBLEMS = 50;

const FILE_START: FileSpan = { line: 0, column: 0, length: 1 };

/**
 * The framework in a YAML text. Never throws: a file that is no YAML gives problems only, and in any other a mistake
 * costs the field it stands in. `file` names the file in problems; its last part serves for a missing id and title.
 */
export function parseFramework(yamlText: string, file: string): ParsedFramework {
  const unread = (problems: readonly FrameworkProblem[]): ParsedFramework => ({ file, idSpan: FILE_START, problems });
  if (yamlText.length > LARGEST_FRAMEWORK_FILE) {
    const message = `A framework file has at most ${LARGEST_FRAMEWORK_FILE / 1024} KB. This one has more and was not read.`;
    return unread([{ file, message, ...FILE_START }]);
  }
  const { data, faults, spanOf } = readYamlFile(yamlText);
  const faulty = faults.map((fault) => ({ file, ...fault }));
  if (data === undefined && faults.length > 0) {
    return unread(faulty);
  }
  const { framework, problems } = frameworkFromData(data, baseName(file));
  const placed = problems
    .slice(0, MOST_PROBLEMS)
    .map(({ message, path, isKey }) => ({ file, message, ...spanOf(path, isKey) }));
  return {
    file,
    ...(framework && { framework }),
    idSpan: spanOf(['id']),
    problems: [...faulty, ...placed],
  };
}
