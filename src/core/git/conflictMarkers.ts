const MARKER = String.raw`(?:<{7}|={7}|>{7}|\|{7})(?=\s|$)`;
const CONFLICT_LINE = new RegExp(`^${MARKER}`);
const CONFLICT = new RegExp(String.raw`(?:^|\s)${MARKER}`);

/** Whether a line is one that Git writes around the two sides of a merge conflict. */
export function isConflictLine(line: string): boolean {
  return CONFLICT_LINE.test(line);
}

/** Offset of the first conflict marker in a text, even one that indentation or a joined paragraph moved off the line start; -1 without one. */
export function conflictAt(text: string): number {
  return CONFLICT.exec(text)?.index ?? -1;
}
