import { Disposable, RelativePattern, Uri, window, workspace } from 'vscode';
import { createBank } from '../../src/core/frameworks/questionBank';
import { pathPattern } from '../../src/core/note/pathPattern';
import type { CacheSettings } from '../../src/editor/notes/noteCache';
import type { NoteReader } from '../../src/editor/notes/noteReader';
import { NoteService } from '../../src/editor/notes/noteService';

export const DEFAULT_EXCLUDE = ['**/node_modules/**', '**/.*/**', '**/vendor/**'];

/** A store of its own over the test's workspace, beside the extension's. The caller disposes it. */
export function newStore(
  reader: NoteReader,
  exclude: () => readonly string[] = () => DEFAULT_EXCLUDE,
  cache?: CacheSettings,
): NoteService {
  const log = window.createOutputChannel('One on One (test)', { log: true });
  return new NoteService({
    reader,
    log,
    exclude,
    cache,
    prepare: () => Promise.resolve(),
    rules: () => ({
      bank: createBank([]),
      paths: { notes: pathPattern('1-1s/{person}/{date}.md'), people: pathPattern('People/{person}.md') },
      statuses: {},
    }),
    peopleConfig: () => ({ me: [], roster: [] }),
  });
}

/** What the store lists from the notes in `folder`: by path in it, the texts of the follow-ups. */
export function listed(store: NoteService, folder: Uri): Record<string, string[]> {
  const start = `${folder.toString().replace(/\/$/, '')}/`;
  const notes = [...store.index.notes()].filter(({ uri }) => uri.startsWith(start));
  return Object.fromEntries(
    notes
      .map(
        (note) => [decodeURIComponent(note.uri.slice(start.length)), note.followUps.map(({ text }) => text)] as const,
      )
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** How often a probe is written, in ms. */
const PROBE_MS = 250;

/** Resolves once VS Code tells of changes in `folder`: it does not say when it has begun to watch one. */
export async function whenWatched(folder: Uri): Promise<void> {
  const probe = Uri.joinPath(folder, 'probe.txt');
  const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, 'probe.txt'));
  const listeners: Disposable[] = [];
  const heard = new Promise<'heard'>((resolve) => {
    const hear = (): void => resolve('heard');
    listeners.push(watcher.onDidCreate(hear), watcher.onDidChange(hear));
  });
  while ((await Promise.race([heard, writeProbe(probe)])) !== 'heard');
  Disposable.from(watcher, ...listeners).dispose();
  await workspace.fs.delete(probe);
}

/** Writes, and leaves VS Code some time to notice. */
async function writeProbe(probe: Uri): Promise<'written'> {
  await workspace.fs.writeFile(probe, new TextEncoder().encode(String(performance.now())));
  await new Promise((resolve) => {
    setTimeout(resolve, PROBE_MS);
  });
  return 'written';
}
