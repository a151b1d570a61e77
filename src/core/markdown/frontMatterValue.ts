/** Plain data of a front matter. Dates are the text that was written, and so are wiki-links: `[[Jane Doe]]`. */
export type FrontMatterValue = string | number | boolean | null | FrontMatterValue[] | FrontMatterMap;

export interface FrontMatterMap {
  readonly [key: string]: FrontMatterValue;
}

export type FrontMatterValues = ReadonlyMap<string, FrontMatterValue>;

export interface FrontMatterProblem {
  /** Line in the note, from 0. */
  readonly line: number;
  /** Text for a person: what is wrong, and what becomes of it. */
  readonly message: string;
}
