import { isMap } from 'yaml';
import { isSameKey, lookUp, readFrontMatter } from '../markdown/frontMatter';
import { isNull } from '../people/roster';
import { applyEdits, lineEndOf, type Refusal, type TextEdit } from '../text/edit';
import { message } from '../text/message';
import { editMap, linesAtEnd, pairOf, parseForEdit, type YamlSetting } from './yamlEdit';

/** The refusal of an edit that would change more than the value. */
export const BY_HAND: Refusal = { refused: message('person.byHand') };

/**
 * Returns the edits that set or remove a value in the front matter of a note, which is created if it is missing. All
 * other lines and values remain unchanged: if they would not, the edit is refused.
 */
export function editFrontMatter(text: string, setting: YamlSetting): readonly TextEdit[] | Refusal {
  const { problem } = readFrontMatter(text);
  if (problem) {
    return { refused: message('person.frontMatter', problem.message) };
  }
  const edits = plannedEdits(text, setting);
  return edits && isOnlyChange(text, applyEdits(text, edits), setting) ? edits : BY_HAND;
}

function plannedEdits(text: string, setting: YamlSetting): TextEdit[] | undefined {
  const { bodyStart, bodyLine } = readFrontMatter(text);
  const lines = setting.value === undefined ? [] : [pairOf(setting.keys[0], setting.value)];
  if (bodyLine === 0) {
    const block = ['---', ...lines, '---', '', ''].join(lineEndOf(text));
    return lines.length === 0 ? [] : [{ start: bodyStart, end: bodyStart, text: block }];
  }
  const start = text.indexOf('\n') + 1;
  const yaml = text.slice(start, text.lastIndexOf('\n', bodyStart - 2) + 1);
  // Errors do not matter here: front matter may hold several wiki-links in a row, which are invalid YAML.
  const root = parseForEdit(yaml)?.contents;
  const edits = isMap(root) ? editMap(yaml, root, setting) : isNull(root) ? linesAtEnd(yaml, lines) : undefined;
  return edits?.map((edit) => ({
    start: edit.start + start,
    end: edit.end + start,
    text: edit.text.replace(/\r?\n/g, lineEndOf(text)),
  }));
}

function isOnlyChange(before: string, after: string, { keys, value }: YamlSetting): boolean {
  const [then, now] = [readFrontMatter(before), readFrontMatter(after)];
  const isKey = (name: string): boolean => keys.some((key) => isSameKey(name, key));
  const others = ({ values }: typeof now): string => JSON.stringify([...values].filter(([name]) => !isKey(name)));
  const isBodySame =
    then.bodyLine === 0
      ? after.endsWith(before.slice(then.bodyStart))
      : after.slice(now.bodyStart) === before.slice(then.bodyStart);
  return !now.problem && isBodySame && others(then) === others(now) && lookUp(now, ...keys) === value;
}
