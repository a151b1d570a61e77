import { LIST_MARKER, readLineStart } from '../markdown/listItem';

/** The question to type over: a `?` that stands first in a line or list item, alone but for the letters behind it. */
const ASKING = new RegExp(
  String.raw`^(?<indent>\s*)(?<item>${LIST_MARKER}\s+(?:\[ \]\s+)?)?\?(?<typed>[\p{L}\p{M}\p{N} &·-]*)$`,
  'u',
);

/** What somebody is typing when the text of the line up to the cursor asks for questions, else `undefined`. */
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

/** Where the text of a task line begins, behind its box; -1 for any other line. */
export function taskTextStart(line: string): number {
  const { hasMarker, checkbox } = readLineStart(line);
  return hasMarker && checkbox && checkbox.end < line.length ? checkbox.end : -1;
}

/** Where the mention begins that is being typed before the cursor, with its `@`, or -1. */
export function mentionStart(before: string): number {
  return before.search(MENTION);
}

/** Where the tag begins that is being typed before the cursor, with its `#`, or -1. */
export function tagStart(before: string): number {
  return before.search(TAG);
}

/** Where the word begins that is being typed before the cursor; -1 inside anything but a word. */
export function wordStart(before: string): number {
  return before.search(WORD);
}

/** Whether anything can be offered in a line at all: told by the line alone, before anything is loaded. */
export function hasCompletions(line: string, cursor: number): boolean {
  return (cursor >= taskTextStart(line) && taskTextStart(line) >= 0) || mentionStart(line.slice(0, cursor)) >= 0;
}
