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
