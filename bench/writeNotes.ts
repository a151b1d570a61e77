import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { generateNotes } from './generate';

const [folder, count, seed] = process.argv.slice(2);
if (folder === undefined || !isWholeNumber(count) || !isWholeNumber(seed)) {
  console.error('Usage: bench/writeNotes.ts FOLDER COUNT SEED (both whole numbers), bundled by esbuild');
  process.exitCode = 2;
} else {
  await writeNotes(folder, { count: Number(count), seed: Number(seed) });
}

/** Writes generated notes into `folder`. Files with the same name are overwritten, others are kept. */
async function writeNotes(folder: string, options: { readonly count: number; readonly seed: number }): Promise<void> {
  const made = new Set<string>();
  for (const note of generateNotes(options)) {
    const file = path.join(folder, note.path);
    const parent = path.dirname(file);
    if (!made.has(parent)) {
      await mkdir(parent, { recursive: true });
      made.add(parent);
    }
    await writeFile(file, note.text);
  }
}

function isWholeNumber(text: string | undefined): boolean {
  return text !== undefined && /^\d+$/.test(text);
}
