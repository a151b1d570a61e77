import type { LineProblem } from '../text/lines';
import type { BodyStart } from './block';
import { BYTE_ORDER_MARK, DOT, lowerCase, MINUS, skipBlanks, skipRun, SPACE, UNDERSCORE } from '../text/characters';
import { type FrontMatterValue, type FrontMatterValues, readPlainYaml, readFullYaml } from './yaml';
import { LineCursor } from './lineCursor';

/** The front matter of a note, and the start of the text after it. */
export interface FrontMatter extends BodyStart {
  /**
   * The values by key as written. Empty if there is no readable front matter. The texts may retain the note's text:
   * copy them before storing them.
   */
  readonly values: FrontMatterValues;
  /** The reason why the front matter could not be read completely. */
  readonly problem?: LineProblem;
}

/**
 * Reads the YAML between `---` on the first line and the next `---` or `...`. Without a closing fence there is no front
 * matter. If the YAML cannot be read, there are no values and `problem` says why; the body still starts after the
 * fence.
 */
export function readFrontMatter(text: string): FrontMatter {
  const start = { bodyStart: text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0, bodyLine: 0 };
  const cursor = new LineCursor(text, start);
  const lines = linesBetweenFences(cursor);
  if (lines === undefined) return { ...start, values: new Map() };
  const [bodyStart, bodyLine] = [cursor.next, cursor.number + 1];
  const values = readPlainYaml(lines);
  return values === undefined ? { bodyStart, bodyLine, ...readFullYaml(lines) } : { bodyStart, bodyLine, values };
}

/** Returns the first value found under one of `names`, ignoring ASCII case, `-`, `_` and spaces. */
export function lookUp(
  { values }: Pick<FrontMatter, 'values'>,
  ...names: readonly string[]
): FrontMatterValue | undefined {
  for (const name of names) {
    for (const [key, value] of values) {
      if (value !== null && isSameKey(key, name)) return value;
    }
  }
  return undefined;
}

function linesBetweenFences(cursor: LineCursor): string[] | undefined {
  if (!cursor.advance() || !isFence(cursor, MINUS)) return undefined;
  const lines: string[] = [];
  while (cursor.advance()) {
    if (isFence(cursor, MINUS) || isFence(cursor, DOT)) return lines;
    lines.push(cursor.text.slice(cursor.start, cursor.end));
  }
  return undefined;
}

/** Whether the line is exactly three `mark`s, followed only by blanks. */
function isFence({ text, start, end }: LineCursor, mark: number): boolean {
  const markEnd = skipRun(text, start, mark);
  return markEnd === start + 3 && skipBlanks(text, markEnd) === end;
}

/**
 * Whether two keys are equal apart from ASCII case, `-`, `_` and spaces. No strings are created, because each note is
 * searched for a dozen names.
 */
export function isSameKey(key: string, name: string): boolean {
  let at = skipSeparators(name, 0);
  for (let inKey = skipSeparators(key, 0); inKey < key.length; inKey = skipSeparators(key, inKey + 1)) {
    if (lowerCase(key.charCodeAt(inKey)) !== lowerCase(name.charCodeAt(at))) return false;
    at = skipSeparators(name, at + 1);
  }
  return at >= name.length;
}

function skipSeparators(text: string, offset: number): number {
  for (;;) {
    const code = text.charCodeAt(offset);
    if (code !== MINUS && code !== UNDERSCORE && code !== SPACE) return offset;
    offset++;
  }
}
