/** A text that counts how many of its characters are looked at, as a measure of work that no clock can spoil. */
export class CountedText {
  reads = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get length(): number {
    return this.#text.length;
  }

  charCodeAt(offset: number): number {
    this.reads++;
    return this.#text.charCodeAt(offset);
  }

  indexOf(search: string, from: number): number {
    const found = this.#text.indexOf(search, from);
    this.reads += (found < 0 ? this.length : found) - from + search.length;
    return found;
  }

  lastIndexOf(search: string, from: number): number {
    const found = this.#text.lastIndexOf(search, from);
    this.reads += from - found + search.length;
    return found;
  }

  slice(start: number, end: number): string {
    this.reads += end - start;
    return this.#text.slice(start, end);
  }

  /** What a regular expression looks at: not counted, since those of the scanner are anchored and do not leave the line. */
  toString(): string {
    return this.#text;
  }
}
