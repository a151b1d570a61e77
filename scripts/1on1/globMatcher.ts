import { withoutBraces } from '../../src/editor/notes/globs';

const TOKENS = /\*\*\/|\*\*|\*|\?|\[[!^]?\]?[^\]/]*\]|[^]/gu;

/**
 * Returns a matcher for paths in a folder, with `/`, that follows the globs of VS Code's settings. A path that ends in
 * `/` means the whole content of a folder. Invalid globs match nothing.
 */
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
