import type { ParsedMarkdown } from '../markdown/parsedMarkdown';
import { withoutMarkers } from '../markdown/listItem';
import { addToGroup } from '../text/collections';
import { isInRange, type LineRange } from '../text/range';

const DEFINITION = /^ {0,3}\[(\^?[^\][\s][^\][]*)\]:/;
const REFERENCE = /\[(\^?[^\][\s][^\][]*)\]/g;

/** A footnote or a link definition, by its name in lower case. */
type Definitions = ReadonlyMap<string, LineRange>;

/**
 * Returns the lines of the footnotes and link definitions that are used, but not by public text: neither directly nor
 * through a public footnote.
 */
export function privateDefinitions(note: ParsedMarkdown, ranges: readonly LineRange[]): readonly LineRange[] {
  const { lines } = note;
  const definitions = definitionsOf(note);
  const holders = new Map<number, LineRange>();
  for (const range of definitions.values()) {
    for (let line = range.line; line <= range.endLine; line++) holders.set(line, range);
  }
  const used = new Set<LineRange>();
  const open: LineRange[] = [];
  const usedIn = new Map<LineRange, LineRange[]>();
  for (let line = note.frontMatter.bodyLine; definitions.size > 0 && line < lines.count; line++) {
    const holder = holders.get(line);
    for (const [, name = ''] of lines.get(line).matchAll(REFERENCE)) {
      const definition = definitions.get(name.toLowerCase());
      if (!definition || definition === holder) continue;
      used.add(definition);
      if (isInRange(ranges, line)) continue;
      if (holder) addToGroup(usedIn, holder, definition);
      else open.push(definition);
    }
  }
  const seen = new Set<LineRange>();
  for (let next = open.pop(); next; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(usedIn.get(next) ?? []));
  }
  return [...used].filter((definition) => !seen.has(definition));
}

function definitionsOf(note: ParsedMarkdown): Definitions {
  const definitions = new Map<string, LineRange>();
  for (let line = note.frontMatter.bodyLine; line < note.lines.count; line++) {
    const name = DEFINITION.exec(withoutMarkers(note.lines.get(line)))?.[1]?.toLowerCase();
    if (name !== undefined && !definitions.has(name)) definitions.set(name, definitionAt(note, line, name));
  }
  return definitions;
}

/**
 * Returns the lines of the definition that begins at a line. A footnote ends before the next line that is neither blank
 * nor indented; the title of a link may be on the next line.
 */
function definitionAt({ lines }: ParsedMarkdown, line: number, name: string): LineRange {
  let endLine = line;
  let isApart = !name.startsWith('^');
  for (let next = line + 1; next < lines.count; next++) {
    const written = lines.get(next);
    const isBlank = written.trim() === '';
    isApart ||= isBlank;
    if (DEFINITION.test(written) || (isApart && !isBlank && /^\S/.test(written))) break;
    if (isBlank && !name.startsWith('^')) break;
    endLine = next;
  }
  return { line, endLine };
}
