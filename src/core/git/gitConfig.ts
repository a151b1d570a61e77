import { splitLines } from '../text/lines';

/** Another place that a repository is pushed to or fetched from. */
export interface GitRemote {
  readonly name: string;
  /** Where it is, for people: the host of its address, else what its address ends in. Never a user or a password. */
  readonly place: string;
}

const SECTION = /^\s*\[\s*([\w.-]+)(?:\s+"((?:[^"\\]|\\.)*)")?\s*\](.*)$/;
const URL_ENTRY = /^\s*(?:push)?url\s*=\s*(.*)$/i;
const HOST = /^(?:[a-z][a-z0-9+.-]*:\/\/(?:[^/@]*@)?|(?:[^/@:]+@)?(?=[^/:]+:))([^/:]+)/i;

/** The remotes that a Git configuration names, each once. What other files it includes is not looked at. */
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

/** The path that a `.git` file leads to, relative to the folder it lies in or absolute; `undefined` when it leads nowhere. */
export function gitFolderNamed(gitFile: string): string | undefined {
  return /^gitdir:[ \t]*(\S.*?)[ \t]*$/m.exec(gitFile)?.[1];
}

/** Whether a path in one of Git's files leads from the top, on any system. */
export function isAbsolutePath(path: string): boolean {
  return /^(?:[\\/]|[a-z]:[\\/])/i.test(path);
}

function valueOf(written = ''): string {
  const quoted = /^"((?:[^"\\]|\\.)*)"/.exec(written)?.[1];
  return quoted === undefined ? written.replace(/\s*[#;].*$/, '').trim() : unescaped(quoted);
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, '$1');
}

function remoteHost(url: string): string {
  // A letter before a colon is a drive, and no host.
  const host = /^[a-z]:/i.test(url) ? undefined : HOST.exec(url)?.[1];
  return host ?? url.split(/[\\/]/).findLast((part) => part !== '') ?? url;
}
