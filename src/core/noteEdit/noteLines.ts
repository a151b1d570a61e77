/** The lines of a note: CRLF, LF and CR each end one. The last one may be empty; a byte order mark belongs to none. */
export class NoteLines {
  readonly text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.text = text;
    this.#starts = [
      text.startsWith('\uFEFF') ? 1 : 0,
      ...Array.from(text.matchAll(/\r\n|\n|\r/g), ({ index, 0: end }) => index + end.length),
    ];
  }

  get count(): number {
    return this.#starts.length;
  }

  /** Offset of the first character of a line; the text's end for lines after the last. */
  start(line: number): number {
    return this.#starts[line] ?? this.text.length;
  }

  /** The line without its line end. */
  get(line: number): string {
    return this.text.slice(this.start(line), this.start(line + 1)).replace(/[\r\n]+$/, '');
  }

  isBlank(line: number): boolean {
    return /^[ \t]*$/.test(this.get(line));
  }

  /** The first line from `line` on that is not blank; the number of lines when all are. */
  nextWritten(line: number): number {
    let at = line;
    while (at < this.count && this.isBlank(at)) {
      at++;
    }
    return at;
  }

  /** The last line up to `line` that is not blank; -1 when all are. */
  lastWritten(line: number): number {
    let at = Math.min(line, this.count - 1);
    while (at >= 0 && this.isBlank(at)) {
      at--;
    }
    return at;
  }
}
