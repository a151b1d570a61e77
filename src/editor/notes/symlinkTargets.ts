import { addToGroup } from '../../core/text/collections';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { Uri, workspace } from 'vscode';
import { inParallel, TimeSlicer } from '../timeSlicer';

/** Number of folders examined in parallel. */
const AT_ONCE = 32;

/** A workspace folder, as opened and with its real path. */
interface Root {
  readonly opened: string;
  readonly real: string;
}

/**
 * Returns those of `files` that are reached through a symbolic link, by URI, with the target's URI in the workspace if
 * it has one.
 */
export async function symlinkTargets(files: readonly Uri[]): Promise<Map<string, string>> {
  const linked = new Map<string, string>();
  const roots = await workspaceRoots();
  await inParallel(await byFolder(files), AT_ONCE, async ([folder, uris]) => {
    const real = await realPath(folder);
    const opened = real === undefined ? folder : asOpened(real, roots);
    const links = await linksIn(folder);
    if (opened === folder && links.size === 0) {
      return;
    }
    for (const uri of uris) {
      const name = path.basename(uri.fsPath);
      const target = links.has(name) ? await realPath(uri.fsPath) : undefined;
      const place = target === undefined ? path.join(opened, name) : asOpened(target, roots);
      if (place !== uri.fsPath) {
        linked.set(uri.toString(), Uri.file(place).toString());
      }
    }
  });
  return linked;
}

async function byFolder(files: readonly Uri[]): Promise<Map<string, Uri[]>> {
  const folders = new Map<string, Uri[]>();
  const slices = new TimeSlicer();
  for (const uri of files) {
    addToGroup(folders, path.dirname(uri.fsPath), uri);
    if (slices.isBudgetSpent) {
      await slices.yieldToEventLoop();
    }
  }
  return folders;
}

/**
 * Returns the workspace folders. Folders opened under their real path come first, because their paths need no
 * translation.
 */
async function workspaceRoots(): Promise<Root[]> {
  const roots: Root[] = [];
  for (const { uri } of workspace.workspaceFolders ?? []) {
    const real = uri.scheme === 'file' ? await realPath(uri.fsPath) : undefined;
    if (real !== undefined) {
      roots.push({ opened: uri.fsPath, real });
    }
  }
  return roots.sort((a, b) => Number(b.opened === b.real) - Number(a.opened === a.real));
}

function asOpened(real: string, roots: readonly Root[]): string {
  const root = roots.find((each) => real === each.real || real.startsWith(each.real + path.sep));
  return root ? root.opened + real.slice(root.real.length) : real;
}

/** Returns the names of the symbolic links in a folder. */
async function linksIn(folder: string): Promise<Set<string>> {
  try {
    const entries = await fs.promises.readdir(folder, { withFileTypes: true });
    return new Set(entries.filter((entry) => entry.isSymbolicLink()).map(({ name }) => name));
  } catch {
    return new Set();
  }
}

async function realPath(place: string): Promise<string | undefined> {
  try {
    return await fs.promises.realpath(place);
  } catch {
    return undefined;
  }
}
