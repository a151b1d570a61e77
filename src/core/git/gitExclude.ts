/** A note and its path in the repository, with `/` as the separator. */
export interface NoteInRepository {
  readonly path: string;
  /** Whether the note is a 1:1, a person's page or entirely private. */
  readonly isToExclude: boolean;
}

/**
 * Returns the ignore patterns that exclude notes from a repository: the topmost folders without other notes, and single
 * files elsewhere. Notes covered by `patterns`, the lines of Git's existing ignore files, are left out.
 */
export function patternsFor(notes: readonly NoteInRepository[], patterns: readonly string[]): readonly string[] {
  const mixed = new Set(notes.filter(({ isToExclude }) => !isToExclude).flatMap(({ path }) => foldersOf(path)));
  const wanted = notes
    .filter(({ path, isToExclude }) => isToExclude && !isNamed(path, patterns))
    .map(({ path }) => {
      const folder = foldersOf(path).find((each) => !mixed.has(each));
      return `/${escaped(folder === undefined ? path : `${folder}/`)}`;
    });
  return [...new Set(wanted)].sort();
}

/** Appends `patterns` to an ignore file, under a comment that explains them. */
export function withPatterns(list: string, patterns: readonly string[]): string {
  const lineEnd = list.includes('\r\n') ? '\r\n' : '\n';
  const before = list === '' || list.endsWith('\n') ? list : list + lineEnd;
  return before + ['# 1:1 notes', ...patterns].map((line) => line + lineEnd).join('');
}

/**
 * Whether a pattern names the file or one of its folders literally. Wildcards are not evaluated, because a superfluous
 * warning is better than a missing one.
 */
function isNamed(path: string, patterns: readonly string[]): boolean {
  const places = [...foldersOf(path), path].map(escaped);
  const names = new Set(path.split('/').map(escaped));
  return patterns.some((line) => {
    const pattern = line.trimEnd().replace(/\/(?:\*\*?)?$/, '');
    return places.includes(pattern.replace(/^\//, '')) || names.has(pattern.replace(/^\*\*\//, ''));
  });
}

/** Returns the folders that contain a file, from the topmost. */
function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** Escapes a path for a pattern. A line break in a name becomes `?`, because a pattern is a single line. */
function escaped(path: string): string {
  return path.replace(/[\\*?[\]]|\s$/g, '\\$&').replace(/\\?[\r\n]/g, '?');
}
