import { readFrontMatter } from '../../../src/core/markdown/frontMatter';
import { scan } from '../../../src/core/markdown/scan';

/**
 * The blocks of a note below its front matter, a line each, indented by depth: kind and level, first and last line,
 * content; as `item 2-3 [ ] Send it⏎`.
 */
export function blockLines(...lines: readonly string[]): readonly string[] {
  const text = lines.join('\n');
  const blocks = scan(text, readFrontMatter(text));
  const depthOf = (index: number): number => (index < 0 ? 0 : 1 + depthOf(blocks[index]!.parent));
  return blocks.map(({ kind, level, line, endLine, start, end, parent }) => {
    const name = kind === 'heading' ? `h${level}` : kind;
    const range = line === endLine ? String(line) : `${line}-${endLine}`;
    const content = text.slice(start, end).replaceAll('\n', '⏎');
    return `${'  '.repeat(depthOf(parent))}${name} ${range} ${content}`.trimEnd();
  });
}
