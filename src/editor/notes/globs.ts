/** What a pattern may grow into before it is refused: `{a,b}` twenty times over would be a million. */
const MOST_ALTERNATIVES = 1000;

/** A class such as `[a-z]`, in which `]` may come first; else one character. */
const TOKENS = /\[[!^]?\]?[^\]/]*\]|./gsu;

/** A pair of braces while it is read. */
interface Braces {
  /** The choices that a comma ended. */
  readonly ended: string[];
  /** What the choice being read can be so far. */
  choice: string[];
}

/**
 * The globs without braces that together match what `glob` matches; `undefined` when it is no glob at all. VS Code's own
 * matcher does not nest braces, and the search behind `findFiles` finds nothing at all when one glob is broken.
 */
export function withoutBraces(glob: string): string[] | undefined {
  const levels: Braces[] = [{ ended: [], choice: [''] }];
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

/** One glob for what any of `globs` matches; they must be `withoutBraces`. */
export function anyOf(globs: readonly string[]): string {
  return `{${globs.join(',')}}`;
}

/**
 * A glob that matches `path`, and perhaps paths that differ from it where it has special characters: those that have a
 * meaning in globs are not escaped alike by VS Code and by its search, but both know `?`.
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
