import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { whenProcessEnds } from '../terminal.mjs';

/**
 * Creates an empty folder that is removed when this process ends.
 * @param {string} name
 * @returns {string} absolute, without symbolic links: VS Code would show notes twice that it knows by two paths
 */
export function temporaryDir(name) {
  const dir = mkdtempSync(path.join(realpathSync(tmpdir()), `one-on-one-${name}-`));
  whenProcessEnds(() => rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 }));
  return dir;
}
