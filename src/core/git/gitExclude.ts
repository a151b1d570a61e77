/** A note, by its path in the repository, with `/`. */
export interface NoteInRepository {
  readonly path: string;
  /** A 1:1, a person's page, or a note that is private as a whole. */
  readonly isToExclude: boolean;
}

/**
 * The patterns that keep notes out of a repository: the topmost folders in which every note is to be excluded, and single
 * files where they lie among others. Notes that `patterns`, the lines of Git's own lists, name already are left out.
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

/** A list of Git's with `patterns` added at its end, under a line that says why they are there. */
export function withPatterns(list: string, patterns: readonly string[]): string {
  const lineEnd = list.includes('\r\n') ? '\r\n' : '\n';
  const before = list === '' || list.endsWith('\n') ? list : list + lineEnd;
  return before + ['# 1:1 notes', ...patterns].map((line) => line + lineEnd).join('');
}

/**
 * Whether a line names the file or a folder around it in so many words. Patterns with wildcards are not worked out: a
 * warning too many is better than one too few.
 */
function isNamed(path: string, patterns: readonly string[]): boolean {
  const places = [...foldersOf(path), path].map(escaped);
  const names = new Set(path.split('/').map(escaped));
  return patterns.some((line) => {
    const pattern = line.trimEnd().replace(/\/(?:\*\*?)?$/, '');
    return places.includes(pattern.replace(/^\//, '')) || names.has(pattern.replace(/^\*\*\//, ''));
  });
}

/** The folders around a file, the topmost first. */
function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

function escaped(path: string): string {
  return path.replace(/[\\*?[\]]|\s$/g, '\\$&');
}
