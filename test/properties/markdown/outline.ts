import MarkdownIt from 'markdown-it';
import { scan } from '../../../src/core/markdown/scan';

/**
 * What a text's headings, list items and code are, one entry each: `h2 @4`, `item @6`, `code @8-10`. Lines count from 0.
 * Blank lines at the end of code are left out: an unclosed fence owns them or not as a reader pleases.
 */
export type Outline = readonly string[];

/** The outline as our scanner sees it. */
export function scannedOutline(text: string): Outline {
  const lines = linesOf(text);
  return scan(text).flatMap(({ kind, line, endLine, level }) => {
    if (kind === 'heading') return [`h${level} @${line}`];
    if (kind === 'item') return [`item @${line}`];
    return kind === 'code' ? [codeEntry(lines, line, endLine)] : [];
  });
}

const reference = new MarkdownIt('commonmark', { maxNesting: 100 });

/** The outline as markdown-it's block rules see it. */
export function referenceOutline(text: string): Outline {
  const lines = linesOf(text);
  return reference.parse(text, {}).flatMap(({ type, tag, map }) => {
    const [line, end] = map ?? [0, 0];
    if (type === 'heading_open') return [`${tag} @${line}`];
    if (type === 'list_item_open') return [`item @${line}`];
    return type === 'fence' || type === 'code_block' ? [codeEntry(lines, line, end - 1)] : [];
  });
}

function codeEntry(lines: readonly string[], line: number, endLine: number): string {
  let end = endLine;
  while (end > line && /^[\s>]*$/.test(lines[end] ?? '')) end--;
  return `code @${line}-${end}`;
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/);
}

/** Whether scanner and reference see the same outline. */
export function agrees(text: string): boolean {
  return scannedOutline(text).join(' ') === referenceOutline(text).join(' ');
}
