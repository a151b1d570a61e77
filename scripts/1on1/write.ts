import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Refused } from './call';

/** A file to be written as a whole. */
export interface FileToWrite {
  /** The absolute path. */
  readonly file: string;
  /** The path in the folder, for messages. */
  readonly name: string;
  /** The content when the change was planned, or `undefined` for a new file. */
  readonly before: Buffer | undefined;
  readonly text: string;
}

/** Writes all files or none. First, each file is verified to have exactly the bytes that the plan is based on. */
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
