/** A path with placeholders, such as `1-1s/{person}/{date}.md`, ready to be held against paths. */
export interface PathPattern {
  /** What the placeholders stand for in `path` (relative to its root, with `/`), or `undefined` when it does not fit. */
  match(path: string): Readonly<Record<string, string>> | undefined;
}

/** What a placeholder may stand for; a second note of a day has its number behind the date. */
const VALUES: Readonly<Record<string, string>> = {
  date: String.raw`\d{4}[-._]?\d{2}[-._]?\d{2}(?:[-._ T]\d+)*`,
  year: String.raw`\d{4}`,
  month: String.raw`\d{1,2}`,
};
/** Figures alone are a folder per year, and nobody's name. */
const A_NAME = String.raw`(?![\d._-]+(?:/|\.\w+$))[^/]+`;

/** A pattern of a path setting; a placeholder stands for one piece of a path, and the same one twice for the same text. */
export function pathPattern(setting: string): PathPattern {
  const seen = new Set<string>();
  const source = setting
    .replace(/^\.?\//, '')
    .split(/(\{\w+\})/)
    .map((part) => {
      const name = /^\{(\w+)\}$/.exec(part)?.[1];
      if (name === undefined) {
        return part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
      }
      if (seen.has(name)) {
        return `\\k<${name}>`;
      }
      seen.add(name);
      return `(?<${name}>${VALUES[name] ?? A_NAME})`;
    })
    .join('');
  const expression = new RegExp(`^${source}$`, 'iu');
  // Most files do not even begin as the setting does: that is seen without the expression.
  const fixed =
    setting
      .replace(/^\.?\//, '')
      .split('{')[0]
      ?.toLowerCase() ?? '';
  return {
    match: (path) =>
      path.slice(0, fixed.length).toLowerCase() === fixed ? (expression.exec(path)?.groups ?? undefined) : undefined,
  };
}
