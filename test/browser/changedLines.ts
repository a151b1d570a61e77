import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** The notes of a folder, as they were when they were looked at: by path in it. */
export type Snapshot = ReadonlyMap<string, string>;

/** A line that is not as it was; `''` where there is none. */
export interface ChangedLine {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** Reads every note of a folder from disk. */
export async function snapshotOf(folder: string): Promise<Snapshot> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.md')).sort();
  const texts = await Promise.all(files.map((file) => readFile(path.join(folder, file), 'utf8')));
  return new Map(files.map((file, index) => [file, texts[index] ?? '']));
}

/** Which lines differ, place by place: of a line that came or went, all that follow. */
export function changedLines(before: Snapshot, after: Snapshot): ChangedLine[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((file) => {
    const [old, now] = [before.get(file)?.split('\n') ?? [], after.get(file)?.split('\n') ?? []];
    return Array.from({ length: Math.max(old.length, now.length) }, (_, line) => {
      return { file, before: old[line] ?? '', after: now[line] ?? '' };
    }).filter((line) => line.before !== line.after);
  });
}
