import { BACKTICK, isWhiteSpace, LESS_THAN, PERCENT, unitAt } from '../text/characters';

const BACKSLASH = 0x5c;
const SLASH = 0x2f;
const COLON = 0x3a;
const OPEN_PARENTHESIS = 0x28;
const CLOSE_PARENTHESIS = 0x29;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const GREATER_THAN = 0x3e;
const LINE_FEED = 0x0a;

/**
 * Finds the ranges of a text without fields or owners: inline code, comments, addresses, HTML tags. Queries must go
 * from left to right; together they take time linear in the text.
 */
export class LiteralRanges {
  readonly #text: string;
  /** The offset of the next run with the same number of backticks, by the offset of each run. Created on first use. */
  #closingRuns: ReadonlyMap<number, number> | undefined;
  readonly #unclosed = new Set<string>();

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * Whether a literal range can begin with these two UTF-16 units. It is a fast check that excludes most characters.
   */
  static canBeginWith(unit: number, next: number): boolean {
    return (
      unit === BACKTICK ||
      unit === LESS_THAN ||
      (unit === COLON && next === SLASH) ||
      (unit === CLOSE_BRACKET && next === OPEN_PARENTHESIS) ||
      (unit === PERCENT && next === PERCENT)
    );
  }

  /** Returns the offset after the literal range at `offset`, or `offset` if there is none. */
  endAt(offset: number): number {
    const text = this.#text;
    const next = unitAt(text, offset + 1);
    switch (text.charCodeAt(offset)) {
      case BACKTICK:
        return this.#codeEnd(offset);
      case COLON:
        return next === SLASH && unitAt(text, offset + 2) === SLASH ? addressEnd(text, offset + 3) : offset;
      case CLOSE_BRACKET:
        return next === OPEN_PARENTHESIS ? addressEnd(text, offset + 2) : offset;
      case LESS_THAN:
        return text.startsWith('<!--', offset) ? this.#endAfter('-->', offset, 4) : tagEnd(text, offset);
      case PERCENT:
        return next === PERCENT ? this.#endAfter('%%', offset, 2) : offset;
      default:
        return offset;
    }
  }

  /** Whether the literal range at `offset` is a hidden comment. */
  isComment(offset: number): boolean {
    return this.#text.startsWith('<!--', offset) || this.#text.startsWith('%%', offset);
  }

  #endAfter(close: string, offset: number, skip: number): number {
    if (this.#unclosed.has(close)) return offset;
    const end = this.#text.indexOf(close, offset + skip);
    if (end >= 0) return end + close.length;
    this.#unclosed.add(close);
    return offset;
  }

  #codeEnd(offset: number): number {
    this.#closingRuns ??= closingRuns(this.#text);
    let runEnd = offset;
    while (unitAt(this.#text, runEnd) === BACKTICK) runEnd++;
    const closing = this.#closingRuns.get(offset);
    // All backticks of an unclosed run are text.
    return closing === undefined ? runEnd : closing + (runEnd - offset);
  }
}

function closingRuns(text: string): ReadonlyMap<number, number> {
  const runs = [...text.matchAll(/`+/g)];
  const nextOfLength = new Map<number, number>();
  const closing = new Map<number, number>();
  for (const { 0: run, index } of runs.reverse()) {
    const next = nextOfLength.get(run.length);
    if (next !== undefined && unitAt(text, index - 1) !== BACKSLASH) closing.set(index, next);
    nextOfLength.set(run.length, index);
  }
  return closing;
}

/** Returns the end of an address: at white space, or at the bracket that closes an outer one. */
function addressEnd(text: string, offset: number): number {
  let depth = 0;
  for (let at = offset; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === OPEN_PARENTHESIS || unit === OPEN_BRACKET) depth++;
    else if ((unit === CLOSE_PARENTHESIS || unit === CLOSE_BRACKET) && depth-- === 0) return at;
    else if (isWhiteSpace(unit) || unit === LESS_THAN) return at;
  }
  return text.length;
}

function tagEnd(text: string, offset: number): number {
  if (!/[a-z/]/i.test(text.charAt(offset + 1))) return offset;
  for (let at = offset + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === GREATER_THAN) return at + 1;
    if (unit === LESS_THAN || unit === LINE_FEED) return offset;
  }
  return offset;
}
