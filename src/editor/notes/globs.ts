/** Maximum number of alternatives in a pattern. Twenty times `{a,b}` would yield a million. */
const MOST_ALTERNATIVES = 1000;

/** Matches a character class such as `[a-z]`, which may begin with `]`, or else one character. */
const TOKENS = /\[[!^]?\]?[^\]/]*\]|./gsu;

/**
 * Expands braces: returns globs that together match the same paths as `glob`, or `undefined` if it is invalid. VS
 * Code's own matcher does not support nested braces, and one invalid glob makes `findFiles` return nothing.
 */
export function withoutBraces(glob: string): string[] | undefined {
  // Each open pair of braces, with its completed alternatives and the possible texts of the current one.
  const levels: { readonly ended: string[]; choice: string[] }[] = [{ ended: [], choice: [''] }];
  for (const token of glob.replace(/\\/g, '/').match(TOKENS) ?? []) {
    const level = levels.at(-1);
    if (!level || token === '[' || (token.length > 2 && hasBackwardRange(token))) {
      return undefined;
    }
    if (token === '{') {
      levels.push({ ended: [], choice: [''] });
    } else if (token === '}') {
      levels.pop();
      const outer = levels.at(-1);
      if (!outer) {
        return undefined;
      }
      outer.choice = joinedPatterns(outer.choice, [...level.ended, ...level.choice]);
    } else if (token === ',' && levels.length > 1) {
      level.ended.push(...level.choice);
      level.choice = [''];
    } else {
      level.choice = joinedPatterns(level.choice, [token === ',' ? '[,]' : token]);
    }
    if (level.ended.length + (levels.at(-1)?.choice.length ?? 0) > MOST_ALTERNATIVES) {
      return undefined;
    }
  }
  const [all, ...unclosed] = levels;
  return unclosed.length === 0 ? all?.choice : undefined;
}

/** Combines globs from `withoutBraces` into one. */
export function anyOf(globs: readonly string[]): string {
  return `{${globs.join(',')}}`;
}

/**
 * Returns a glob for a path. Special characters become `?`, because VS Code and its search escape them differently, so
 * the glob may match similar paths too.
 */
export function globOfPath(path: string): string {
  return path.replace(/[*?[\]{}!^,\\]/g, '?');
}

function joinedPatterns(beginnings: readonly string[], ends: readonly string[]): string[] {
  return beginnings.flatMap((beginning) => ends.map((end) => beginning + end));
}

function hasBackwardRange(characterClass: string): boolean {
  return [...characterClass.slice(1, -1).matchAll(/(.)-(.)/gsu)].some(([, from = '', to = '']) => from > to);
}
