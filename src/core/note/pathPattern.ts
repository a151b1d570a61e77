/** A path with placeholders, such as `1-1s/{person}/{date}.md`, for matching paths. */
export interface PathPattern {
  /**
   * Returns the values of the placeholders in `path` (relative to its root, with `/`), or `undefined` if it does not
   * match.
   */
  match(path: string): Readonly<Record<string, string>> | undefined;
}

/** Patterns of placeholder values. The second note of a day has a number after the date. */
const VALUES: Readonly<Record<string, string>> = {
  date: String.raw`\d{4}[-._]?\d{2}[-._]?\d{2}(?:[-._ T]\d+)*`,
  year: String.raw`\d{4}`,
  month: String.raw`\d{1,2}`,
};
/** Digits alone are a year folder, not a name. */
const A_NAME = String.raw`(?![\d._-]+(?:/|\.\w+$))[^/]+`;

/**
 * Returns the pattern of a path setting. A placeholder matches one path segment; repeated placeholders must match the
 * same text.
 */
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
  // Fast path: most files do not begin with the fixed part of the setting.
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
