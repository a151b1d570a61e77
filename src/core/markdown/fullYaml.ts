import { type Document, isMap, parseDocument, Scalar, visit } from 'yaml';
import type { LineProblem } from '../text/lines';
import type { FrontMatterMap, FrontMatterValues } from './plainYaml';
import { type Message, message } from '../text/message';
import type { MessageId } from '../text/messages';

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
export interface YamlReading {
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
