/** A path with placeholders, such as `1-1s/{person}/{date}.md`, for matching paths. */
export interface PathPattern {
  /**
   * Returns the values of the placeholders in `path` (relative to its root, with `/`), or `undefined` if it does not
   * match.
   */
  match(path: string): Readonly<Record<string, string>> | undefined;
}

/** Digits alone are a year folder, not a name. */
const A_NAME = String.raw`(?![\d._-]+(?:/|\.\w+$))[^/]+`;

/** Patterns of placeholder values. The second note of a day has a number after the date. */
const PLACEHOLDERS: ReadonlyMap<string, string> = new Map([
  ['person', A_NAME],
  ['date', String.raw`\d{4}[-._]?\d{2}[-._]?\d{2}(?:[-._ T]\d+)*`],
  ['year', String.raw`\d{4}`],
  ['month', String.raw`\d{1,2}`],
]);
const PLACEHOLDER = /\{([^{}]*)\}/g;

/** Returns the first unknown placeholder of a path setting, with its braces, or `undefined`. */
export function unknownPlaceholder(setting: string): string | undefined {
  return setting.match(PLACEHOLDER)?.find((written) => !PLACEHOLDERS.has(written.slice(1, -1)));
}

/**
 * Returns the pattern of a path setting. A placeholder matches one path segment; repeated placeholders must match the
 * same text. Unknown placeholders are text like any other, so that no setting makes matching slow.
 */
export function pathPattern(setting: string): PathPattern {
  const seen = new Set<string>();
  const relative = setting.replace(/^\.?\//, '');
  const source = relative
    .split(/(\{\w+\})/)
    .map((part) => {
      const name = part.slice(1, -1);
      const value = part.startsWith('{') ? PLACEHOLDERS.get(name) : undefined;
      if (value === undefined) {
        return part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
      }
      if (seen.has(name)) {
        return `\\k<${name}>`;
      }
      seen.add(name);
      return `(?<${name}>${value})`;
    })
    .join('');
  const expression = new RegExp(`^${source}$`, 'iu');
  // Fast path: most files do not begin with the fixed part of the setting.
  const fixed = relative.split('{')[0]?.toLowerCase() ?? '';
  return {
    match: (path) =>
      path.slice(0, fixed.length).toLowerCase() === fixed ? (expression.exec(path)?.groups ?? undefined) : undefined,
  };
}

/** The paths of private halves. */
export interface PrivateHalfPaths {
  readonly pattern: PathPattern;
  /** URI of the only folder with private halves, or `undefined` for all folders. */
  readonly root?: string | undefined;
}

/** Tests whether a file is at the place of private halves. */
export function isPrivateHalfPath(
  { uri, path }: { readonly uri: string; readonly path: string },
  { pattern, root }: PrivateHalfPaths,
): boolean {
  return pattern.match(path) !== undefined && (root === undefined || uri.startsWith(`${root}/`));
}
