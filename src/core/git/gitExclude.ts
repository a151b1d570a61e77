import { splitLines } from '../text/lines';

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

/** A remote of a Git repository. */
export interface GitRemote {
  readonly name: string;
  /**
   * The location shown to the user: the host, or else the last part of the address. It never contains a user name or
   * password.
   */
  readonly place: string;
}

const SECTION = /^\s*\[\s*([\w.-]+)(?:\s+"((?:[^"\\]|\\.)*)")?\s*\](.*)$/;
const URL_ENTRY = /^\s*(?:push)?url\s*=\s*(.*)/i;
const HOST = /^(?:[a-z][a-z0-9+.-]*:\/\/(?:[^/@]*@)?|(?:[^/@:]+@)?(?=[^/:]+:))([^/:]+)/i;

/** Returns the remotes in a Git configuration, without duplicates. Included configuration files are not read. */
export function remotesIn(config: string): readonly GitRemote[] {
  const places = new Map<string, string>();
  let remote: string | undefined;
  for (const line of splitLines(config)) {
    const [, section, name, rest] = SECTION.exec(line) ?? [];
    if (section !== undefined) {
      remote = section.toLowerCase() === 'remote' ? unescaped(name ?? '') : undefined;
    }
    const url = valueOf(URL_ENTRY.exec(rest ?? line)?.[1]);
    if (remote !== undefined && url !== '' && !places.has(remote)) {
      places.set(remote, remoteHost(url));
    }
  }
  return [...places].map(([name, place]) => ({ name, place }));
}

/** Returns the path in a `.git` file, which is absolute or relative to the file's folder, or `undefined`. */
export function gitFolderNamed(gitFile: string): string | undefined {
  return /^gitdir:[ \t]*(\S.*)$/m.exec(gitFile)?.[1]?.trimEnd();
}

/** Whether a path is absolute on Windows or Unix. */
export function isAbsolutePath(path: string): boolean {
  return /^(?:[\\/]|[a-z]:[\\/])/i.test(path);
}

function valueOf(written = ''): string {
  const quoted = /^"((?:[^"\\]|\\.)*)"/.exec(written)?.[1];
  return quoted === undefined ? written.replace(/(?<!\s)\s*[#;][^]*/, '').trim() : unescaped(quoted);
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, '$1');
}

function remoteHost(url: string): string {
  // A single letter before a colon is a Windows drive, not a host.
  const host = /^[a-z]:/i.test(url) ? undefined : HOST.exec(url)?.[1];
  return host ?? url.split(/[\\/]/).findLast((part) => part !== '') ?? url;
}
