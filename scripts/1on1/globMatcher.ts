import { withoutBraces } from '../../src/editor/globs';

const TOKENS = /\/\*\*$|\*\*\/|\*\*|\*|\?|\[[!^]?\]?[^\]/]*\]|[^]/gu;

/** Says of a path in a folder, with `/`, whether one of `globs` matches it as VS Code's settings mean them. Broken globs match nothing. */
export function globMatcher(globs: readonly string[]): (path: string) => boolean {
  const sources = globs.flatMap((glob) => withoutBraces(glob.replace(/\/$/, '')) ?? []).map(expressionOf);
  if (sources.length === 0) {
    return () => false;
  }
  const expression = new RegExp(`^(?:${sources.join('|')})$`, 'u');
  return (path) => expression.test(path);
}

function expressionOf(glob: string): string {
  return glob.replace(TOKENS, (token) => {
    switch (token) {
      // At the end, the folder itself is meant with all that is in it.
      case '/**':
        return '(?:/.*)?';
      case '**/':
        return '(?:[^/]+/)*';
      case '**':
        return '.*';
      case '*':
        return '[^/]*';
      case '?':
        return '[^/]';
    }
    return token.length > 2 && token.startsWith('[') ? classOf(token) : token.replace(/[\\^$.*+?()[\]{}|/]/u, '\\$&');
  });
}

function classOf(token: string): string {
  const isNegated = /^\[[!^]/.test(token);
  const inside = token.slice(isNegated ? 2 : 1, -1).replace(/[\\[\]^&~]/gu, '\\$&');
  return `[${isNegated ? '^/' : ''}${inside}]`;
}
