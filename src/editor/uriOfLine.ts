import { Uri } from 'vscode';

/** The URI that opens a note, by its URI as text, at a line, from 0. */
export function uriOfLine(uri: string, line: number): Uri {
  return Uri.parse(uri).with({ fragment: `L${line + 1}` });
}
