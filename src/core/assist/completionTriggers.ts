import { LIST_MARKER, readLineStart } from '../markdown/listItem';

/**
 * Matches a `?` with optional letters after it, at the start of a line or list item, as the trigger for question
 * completions.
 */
const ASKING = new RegExp(
  String.raw`^(?<indent>\s*)(?<item>${LIST_MARKER}\s+(?:\[ \]\s+)?)?\?(?<typed>[\p{L}\p{M}\p{N} &·-]*)$`,
  'u',
);

/** Returns the position of the question trigger in the text before the cursor, or `undefined`. */
export function questionTriggerAt(
  before: string,
): { readonly start: number; readonly item: string | undefined } | undefined {
  const groups = ASKING.exec(before)?.groups;
  if (!groups) {
    return undefined;
  }
  const { indent = '', item } = groups;
  return { start: indent.length + (item?.length ?? 0), item: item === undefined ? undefined : indent + item };
}

const MENTION = /(?<![\p{L}\p{M}\p{N}_.@\\/-])@[\p{L}\p{M}\p{N}_.'’ʼ-]*$/u;
const TAG = /(?<![^\s([{,;])#[\p{L}\p{M}\p{N}_/-]*$/u;
const WORD = /(?<!\S)\p{L}*$/u;

/** Returns the start of a task's text after its checkbox, or -1 for any other line. */
export function taskTextStart(line: string): number {
  const { hasMarker, checkbox } = readLineStart(line);
  return hasMarker && checkbox && checkbox.end < line.length ? checkbox.end : -1;
}

/** Returns the start of the mention being typed, including its `@`, or -1. */
export function mentionStart(before: string): number {
  return before.search(MENTION);
}

/** Returns the start of the tag being typed, including its `#`, or -1. */
export function tagStart(before: string): number {
  return before.search(TAG);
}

/** Returns the start of the word being typed, or -1 if the cursor is not in a plain word. */
export function wordStart(before: string): number {
  return before.search(WORD);
}

/** Whether a line can have completions at all. This check uses only the line, before anything is loaded. */
export function hasCompletions(line: string, cursor: number): boolean {
  return (cursor >= taskTextStart(line) && taskTextStart(line) >= 0) || mentionStart(line.slice(0, cursor)) >= 0;
}
