import { readFrontMatter } from './frontMatter';
import { scan } from './scan';

/** Whether a line (from 0) is in front matter, code, a comment or HTML. Such lines have no follow-ups or questions. */
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
