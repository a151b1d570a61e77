import type { ExtensionContext, LogOutputChannel } from 'vscode';

/** What commands and views work with, built once, when the first of them needs it. */
export interface Services {
  readonly log: LogOutputChannel;
}

/** Builds the services; what they own is disposed with the extension. */
export function createServices(_context: ExtensionContext, log: LogOutputChannel): Services {
  return { log };
}
