import { splitLines } from '../text/lines';

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
