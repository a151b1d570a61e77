import { type Document, isMap, parseDocument, Scalar, visit } from 'yaml';
import { skipRun, SPACE, withoutBlanks } from '../text/characters';
import type { LineProblem } from '../text/lines';
import { type Message, message } from '../text/message';
import type { MessageId } from '../text/messages';

/** A value in front matter. Dates and wiki-links such as `[[Jane Doe]]` remain text. */
export type FrontMatterValue = string | number | boolean | null | FrontMatterValue[] | FrontMatterMap;

interface FrontMatterMap {
  readonly [key: string]: FrontMatterValue;
}

export type FrontMatterValues = ReadonlyMap<string, FrontMatterValue>;

const SURELY_TEXT = /^(?:\d+-\d+-\d+|(?!(?:null|true|false)$)[a-z][\w .,/()'-]*)$/i;

/** Matches characters without a special meaning in YAML text. Control characters are left to the full YAML reader. */
const PRINTABLE = /^[\t\x20-\x7e\xa0-\u2027\u202a-\ufefe\uff00-\uffff]*$/;
const BEGINS_TEXT = /^[A-Za-z_/(<\xa1-\uffff]/;
const HOLDS_PAIR_OR_COMMENT = /:(?:[ \t]|$)|[ \t]#/;

const CONSTANTS: ReadonlyMap<string, boolean | null> = new Map([
  ...['null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
]);

const SMALL_INTEGER = /^(?:0|[1-9]\d{0,14})$/;
const BEGINS_WITH_DIGIT = /^\d/;
const DATE_LIKE = /^\d+(?:-\d+)+$/;
const NUMBER_LIKE = /^[\da-fox.+-]+$/i;

const QUOTED = /^(?:"([^"\\\t]*)"|'([^'\t]*)')$/;
const WIKI_LINKS = /^\[\[[^[\]]+\]\](?:[ \t]*,[ \t]*\[\[[^[\]]+\]\])*$/;
const WIKI_LINK = /\[\[[^[\]]+\]\]/g;

/**
 * Reads a value after a key or the dash of an entry: nothing, words, a number, quoted text, or a list in brackets.
 * Returns `undefined` for anything else, including unclear cases.
 */
function readPlainValue(source: string): FrontMatterValue | undefined {
  const value = withoutBlanks(source);
  if (value === '') return null;
  if (SURELY_TEXT.test(value)) return value;
  if (!isPrintable(value)) return undefined;
  if (value.startsWith('[[')) return readWikiLinks(value);
  return value.startsWith('[') ? readBracketedList(value) : readScalar(value);
}

/** Whether `text` has only characters without a special meaning in YAML. */
function isPrintable(text: string): boolean {
  return PRINTABLE.test(text);
}

function readScalar(value: string): string | number | boolean | null | undefined {
  const [, double, single] = QUOTED.exec(value) ?? [];
  if (double !== undefined || single !== undefined) return double ?? single;
  if (HOLDS_PAIR_OR_COMMENT.test(value)) return undefined;
  if (BEGINS_TEXT.test(value)) return CONSTANTS.has(value) ? CONSTANTS.get(value) : value;
  return BEGINS_WITH_DIGIT.test(value) ? readFigures(value) : undefined;
}

/** Reads a value that begins with a digit: mostly a date, which remains text, or a word such as `1on1`. */
function readFigures(value: string): string | number | undefined {
  if (SMALL_INTEGER.test(value)) return Number(value);
  return DATE_LIKE.test(value) || !NUMBER_LIKE.test(value) ? value : undefined;
}

function readBracketedList(value: string): FrontMatterValue[] | undefined {
  const inner = withoutBlanks(value.slice(1, -1));
  if (!value.endsWith(']') || /[[\]{}]/.test(inner)) return undefined;
  if (inner === '') return [];
  const entries: FrontMatterValue[] = [];
  for (const part of inner.split(',')) {
    const entry = readScalar(withoutBlanks(part));
    if (entry === undefined) return undefined;
    entries.push(entry);
  }
  return entries;
}

/**
 * Reads wiki-links. To YAML, `[[Jane]]` is a list in a list, but here it remains text; several links become a list,
 * which would be an error in YAML.
 */
function readWikiLinks(value: string): FrontMatterValue | undefined {
  if (!WIKI_LINKS.test(value)) return undefined;
  const links = value.match(WIKI_LINK) ?? [];
  return links.length === 1 ? value : links;
}

/** Matches a key that YAML reads as text. */
const KEY = /^(?!(?:null|true|false)$)[a-z_][\w-]*(?: [\w-]+)*$/i;
const NOTHING = /^ *(?:#.*)?$/;
const TEXT_LINE = /^( +)[^ \t]/;
/** Opens a text of several lines, such as a template in front matter. */
const TEXT_BELOW = '|';

/**
 * Reads the YAML of nearly all front matter: keys with a plain or quoted value, a list, a block of text, or nothing.
 * Returns `undefined` for any other YAML. Values follow YAML 1.2, except that wiki-links remain text.
 */
export function readPlainYaml(lines: readonly string[]): FrontMatterValues | undefined {
  const reader = new PlainYaml();
  for (const line of lines) {
    const isRead = reader.readTextLine(line) || reader.readPair(line) || reader.readEntry(line);
    if (!isRead && (reader.isInText || !NOTHING.test(line))) return undefined;
  }
  return reader.isWhole ? reader.values : undefined;
}

class PlainYaml {
  readonly values = new Map<string, FrontMatterValue>();
  #key = '';
  /** The entries below the last key, or `undefined` if the key has a value. */
  #list: FrontMatterValue[] | undefined;
  /** Indent and dash of the entries in `#list`. */
  #dash = '';
  /** The block of text below the last key, or `undefined`. */
  #text: string | undefined;
  #indent = '';

  /** Whether the last line belongs to a block of text, whose end may need the full YAML reader. */
  get isInText(): boolean {
    return this.#text !== undefined;
  }

  /** Whether no announced block of text is missing. */
  get isWhole(): boolean {
    return this.#text !== '';
  }

  /** Reads `key: value`. Returns `false` if the line is not a plain pair. */
  readPair(line: string): boolean {
    const keyEnd = line.indexOf(':');
    if (keyEnd < 0 || (keyEnd + 1 < line.length && line.charCodeAt(keyEnd + 1) !== SPACE)) return false;
    const key = line.slice(0, keyEnd);
    if (!KEY.test(key) || this.values.has(key) || !this.isWhole) return false;
    const source = line.slice(keyEnd + 2);
    this.#text = source === TEXT_BELOW ? '' : undefined;
    const value = this.#text ?? readPlainValue(source);
    if (value === undefined) return false;
    this.values.set(key, value);
    this.#key = key;
    this.#list = value === null && withoutBlanks(source) === '' ? [] : undefined;
    return true;
  }

  /** Reads a line of a block of text. Returns `false` if the line is not a plain part of one. */
  readTextLine(line: string): boolean {
    if (this.#text === undefined) return false;
    if (this.#text === '') this.#indent = TEXT_LINE.exec(line)?.[1] ?? '';
    const isInside = this.#indent !== '' && line.startsWith(this.#indent) && line.length > this.#indent.length;
    if (!isInside || !isPrintable(line) || line.includes('\t')) return false;
    this.#text += `${line.slice(this.#indent.length)}\n`;
    this.values.set(this.#key, this.#text);
    return true;
  }

  /** Reads `- value` below a key. Returns `false` if the line is not a plain entry. */
  readEntry(line: string): boolean {
    const dashAt = skipRun(line, 0, SPACE);
    if (!line.startsWith('- ', dashAt) || this.#list === undefined) return false;
    const dash = line.slice(0, dashAt + 2);
    if (this.#list.length > 0 && this.#dash !== dash) return false;
    const value = readPlainValue(line.slice(dashAt + 2));
    if (value === undefined) return false;
    this.#list.push(value);
    this.#dash = dash;
    this.values.set(this.#key, this.#list);
    return true;
  }
}

/**
 * Maximum nesting depth of YAML: more than anyone writes by hand, and far below the stack limit of the `yaml` package.
 */
const DEEPEST = 100;

/**
 * Returns the offset at which a YAML text nests too deeply to be parsed, or `undefined`. Call this first: the `yaml`
 * package parses by recursion, and a stack overflow there ends the process without a catchable error. The estimate is
 * on the high side: it adds the columns before the first word of a line and all opening brackets of the text.
 */
export function findExcessiveNesting(yaml: string): number | undefined {
  let brackets = 0;
  let lineStart = 0;
  let isLead = true;
  for (let at = 0; at < yaml.length; at++) {
    const character = yaml.charAt(at);
    if (character === '\n') {
      lineStart = at + 1;
      isLead = true;
    } else if (character === '[' || character === '{') {
      brackets++;
      isLead = false;
    } else {
      isLead &&= ' \t-?:'.includes(character);
    }
    if (brackets > DEEPEST || (isLead && at - lineStart >= DEEPEST)) {
      return at;
    }
  }
  return undefined;
}

/** The result of reading front matter. If there is a problem, `values` holds the readable part. */
interface YamlReading {
  readonly values: FrontMatterValues;
  readonly problem?: LineProblem;
}

/** Maximum length of YAML, in characters. The time for some errors grows with its square. */
const MAX_LENGTH = 10_000;

/** Maximum number of YAML aliases, as a protection against alias bombs. */
const MAX_ALIASES = 100;

/** YAML 1.2, in which `1:1` and dates are text, without tags that convert values. */
const OPTIONS = {
  version: '1.2',
  schema: 'core',
  resolveKnownTags: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

/** Messages for the error codes of the `yaml` package. */
const REASONS: Readonly<Record<string, MessageId>> = {
  BAD_SCALAR_START: 'yaml.needsQuotesAt',
  BLOCK_AS_IMPLICIT_KEY: 'yaml.needsQuotesColon',
  DUPLICATE_KEY: 'yaml.duplicateKey',
  MISSING_CHAR: 'yaml.notClosed',
  TAB_AS_INDENT: 'yaml.tab',
};

/** Errors whose intended meaning is clear, so that the values can still be used. */
const HARMLESS: ReadonlySet<string> = new Set(['BAD_SCALAR_START', 'DUPLICATE_KEY']);

/** Matches wiki-links and template tags, which YAML would read as nested lists or maps. */
const DOUBLE_BRACKETS = /^(?:\[\[[^[\]]*\]\]|\{\{[^{}]*\}\})$/;

/** Reads YAML of any kind, given as the lines between the fences. */
export function readFullYaml(lines: readonly string[]): YamlReading {
  const source = lines.join('\n');
  if (source.length > MAX_LENGTH) return notRead(message('yaml.tooLong', MAX_LENGTH));
  const tooDeep = findExcessiveNesting(source);
  if (tooDeep !== undefined) return notRead(message('yaml.tooDeep'), lineInNote(source, tooDeep));
  try {
    return readDocument(parseDocument(source, OPTIONS), source);
  } catch {
    // The package throws at an unknown alias and at too many aliases.
    return notRead(message('yaml.alias'));
  }
}

function readDocument(document: Document, source: string): YamlReading {
  const error = document.errors.find(({ code }) => !HARMLESS.has(code)) ?? document.errors[0];
  const problem = error && {
    line: lineInNote(source, error.pos[0]),
    message: message(REASONS[error.code] ?? 'yaml.invalidLine'),
  };
  if (problem && !HARMLESS.has(error.code)) return notRead(problem.message, problem.line);
  if (document.contents !== null && !isMap(document.contents)) return notRead(message('yaml.noKeys'));
  keepDoubleBrackets(document, source);
  const data = document.toJS({ maxAliasCount: MAX_ALIASES }) as FrontMatterMap | null;
  const values = new Map(Object.entries(data ?? {}));
  return problem ? { values, problem } : { values };
}

/** Restores wiki-links and template tags that the package has parsed as collections. */
function keepDoubleBrackets(document: Document, source: string): void {
  visit(document, {
    Collection(_, { flow, range }) {
      const written = flow && range ? source.slice(range[0], range[1]) : '';
      return DOUBLE_BRACKETS.test(written) ? new Scalar(written) : undefined;
    },
  });
}

function lineInNote(source: string, offset: number): number {
  // The fence is on line 0.
  return source.slice(0, offset).split('\n').length;
}

function notRead(reason: Message, line = 1): YamlReading {
  return { values: new Map(), problem: { line, message: message('frontMatter.ignored', reason) } };
}
