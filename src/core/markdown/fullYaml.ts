import { type Document, isMap, parseDocument, Scalar, visit } from 'yaml';
import type { FrontMatterMap, FrontMatterProblem, FrontMatterValues } from './plainYaml';
import { type Message, message } from '../text/message';
import type { MessageId } from '../text/messages';

/** Deep enough for anything a person writes, and far from where the `yaml` package runs out of stack. */
const DEEPEST = 100;

/**
 * The offset at which a YAML text nests too deeply to be parsed, or `undefined`. The `yaml` package parses nested
 * collections by recursion, and thousands of them end the whole process, which no `try` can catch: ask this first.
 * It counts generously: the columns before the first word of a line, and all opening brackets of the text.
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

/** What the YAML of a front matter says. Values beside a problem are those that could be read in spite of it. */
export interface YamlReading {
  readonly values: FrontMatterValues;
  readonly problem?: FrontMatterProblem;
}

/** The longest YAML, in characters, that is read: the time that some errors take grows with its square. */
const MAX_LENGTH = 10_000;

/** How often YAML may repeat what it has named: often enough for a person's notes, too seldom for a bomb. */
const MAX_ALIASES = 100;

/** Version 1.2, where `1:1` and dates are text, and without tags that would turn a text into something else. */
const OPTIONS = {
  version: '1.2',
  schema: 'core',
  resolveKnownTags: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

/** The package's errors in plain words, by their code. */
const REASONS: Readonly<Record<string, MessageId>> = {
  BAD_SCALAR_START: 'yaml.needsQuotesAt',
  BLOCK_AS_IMPLICIT_KEY: 'yaml.needsQuotesColon',
  DUPLICATE_KEY: 'yaml.duplicateKey',
  MISSING_CHAR: 'yaml.notClosed',
  TAB_AS_INDENT: 'yaml.tab',
};

/** Errors that leave no doubt about what was meant. */
const HARMLESS: ReadonlySet<string> = new Set(['BAD_SCALAR_START', 'DUPLICATE_KEY']);

/** To YAML a list in a list or a map in a map, to people a wiki-link or the tag of a template. */
const DOUBLE_BRACKETS = /^(?:\[\[[^[\]]*\]\]|\{\{[^{}]*\}\})$/;

/** Reads any YAML, given as the lines between the fences. */
export function readFullYaml(lines: readonly string[]): YamlReading {
  const source = lines.join('\n');
  if (source.length > MAX_LENGTH) return notRead(message('yaml.tooLong', MAX_LENGTH));
  const tooDeep = findExcessiveNesting(source);
  if (tooDeep !== undefined) return notRead(message('yaml.tooDeep'), lineInNote(source, tooDeep));
  try {
    return readDocument(parseDocument(source, OPTIONS), source);
  } catch {
    // The package throws at an alias of nothing and at too many of them.
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

/** Makes texts again of the wiki-links and template tags that the package has taken apart. */
function keepDoubleBrackets(document: Document, source: string): void {
  visit(document, {
    Collection(_, { flow, range }) {
      const written = flow && range ? source.slice(range[0], range[1]) : '';
      return DOUBLE_BRACKETS.test(written) ? new Scalar(written) : undefined;
    },
  });
}

function lineInNote(source: string, offset: number): number {
  // The fence stands on line 0.
  return source.slice(0, offset).split('\n').length;
}

function notRead(reason: Message, line = 1): YamlReading {
  return { values: new Map(), problem: { line, message: message('frontMatter.ignored', reason) } };
}
