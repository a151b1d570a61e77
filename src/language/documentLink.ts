import { DocumentLink, type Range } from 'vscode';
import { uriOfLine } from '../editor/uris';

/** Where a link leads, and the words that are shown over it. */
interface Target {
  readonly uri: string;
  readonly line: number;
  readonly words: string;
}

/** A link to a line of a note. VS Code reads the words as Markdown that may run commands, so all marks are escaped. */
export function documentLink(range: Range, { uri, line, words }: Target): DocumentLink {
  const link = new DocumentLink(range, uriOfLine(uri, line));
  link.tooltip = words.replace(/[!-/:-@[-`{-~]/g, '\\$&');
  return link;
}
