import { agrees } from './outline';

/** A reason why scanner and reference see different outlines, proved by its absence: without it, they see the same. */
export interface Disagreement {
  readonly name: string;
  /** The document without what is named. */
  readonly without: (text: string) => string;
}

/** Four columns of indent, wherever they begin. */
const WIDE = String.raw`(?: {0,3}\t| {4})[ \t]*`;

/**
 * All that the two are known to disagree on. In the last three the scanner follows the specification, as commonmark.js
 * does: that reference and the scanner differ on nothing but link reference definitions.
 */
export const disagreements: readonly Disagreement[] = [
  {
    name: 'a link reference definition is a paragraph to the scanner, and nothing to markdown-it',
    without: (text) => text.replace(/\[a\]:/g, 'a'),
  },
  {
    name: 'a > that is indented by four columns is the marker of an open quote to markdown-it',
    without: (text) => text.replace(new RegExp(`^([ >]*?${WIDE})>`, 'gm'), '$1x'),
  },
  {
    name: 'a lazy line that is indented by four columns ends its nested container in markdown-it',
    without: (text) => text.replace(new RegExp(`^([ >]*?)${WIDE}`, 'gm'), '$1   '),
  },
  {
    name: 'a tab after markers on one line is narrower in markdown-it than the columns to its tab stop',
    without: expandTabs,
  },
];

/** The reason why the two differ on `text`: the one that explains it alone, or several; `undefined` if it is unknown. */
export function explain(text: string): string | undefined {
  const lines = text.replace(/\r\n?/g, '\n');
  const alone = disagreements.find(({ without }) => agrees(without(lines)));
  if (alone) return alone.name;
  const all = disagreements.reduce((rest, { without }) => without(rest), lines);
  return agrees(all) ? 'several of these at once' : undefined;
}

/** Tabs as spaces up to the next column that is a multiple of four, as the specification defines them. */
function expandTabs(text: string): string {
  return text.replace(/^.*$/gm, (line) => {
    let expanded = '';
    for (const character of line) expanded += character === '\t' ? ' '.repeat(4 - (expanded.length % 4)) : character;
    return expanded;
  });
}
