import { LIST_MARKER } from '../markdown/listItem';

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
