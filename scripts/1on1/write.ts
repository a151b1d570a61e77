import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Refused } from './call';

/** A file that is to be written whole. */
export interface FileToWrite {
  /** Absolute. */
  readonly file: string;
  /** Its path in the folder, for people. */
  readonly name: string;
  /** What it held when it was planned; `undefined` for a file that is not there yet. */
  readonly before: Buffer | undefined;
  readonly text: string;
}

/**
 * Writes all files or none. Each is proved first to hold byte for byte what was planned on, so that every line is the one
 * that was read.
 */
export function writeFiles(files: readonly FileToWrite[]): void {
  for (const { file, name, before } of files) {
    if (!isAsPlanned(file, before)) {
      throw new Refused(`${name} changed in the meantime, so nothing was written. Try again.`);
    }
  }
  const undo: (() => void)[] = [];
  for (const { file, name, before, text } of files) {
    try {
      mkdirSync(path.dirname(file), { recursive: true });
      if (before) undo.push(() => writeFileSync(file, before));
      writeFileSync(file, text, before ? {} : { flag: 'wx' });
      if (!before) undo.push(() => rmSync(file));
    } catch (error) {
      undo.reverse().forEach((step) => step());
      throw new Refused(`${name} could not be written, so nothing was. ${error instanceof Error ? error.message : ''}`);
    }
  }
}

function isAsPlanned(file: string, before: Buffer | undefined): boolean {
  if (!before) {
    return !existsSync(file);
  }
  try {
    return before.equals(readFileSync(file));
  } catch {
    return false;
  }
}
