import { readFrontMatter } from './frontMatter';
import { scan } from './scan';

/** Whether a line of a note, from 0, lies in front matter, code, a comment or HTML, where nothing is read or asked. */
export function isHiddenLine(text: string, line: number): boolean {
  const frontMatter = readFrontMatter(text);
  return (
    line < frontMatter.bodyLine ||
    scan(text, frontMatter).some(
      (block) =>
        (block.kind === 'code' || block.kind === 'comment' || block.kind === 'html') &&
        block.line <= line &&
        line <= block.endLine,
    )
  );
}
