#!/usr/bin/env node
// Runs the core without VS Code: `npm run -s 1on1 -- VERB …`, or `1on1 VERB …` once installed. See
// docs/command-line.md.
import { existsSync } from 'node:fs';

// A consumer such as `head` may close the pipe before all output is written.
process.stdout.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
  if (error.code !== 'EPIPE') throw error;
});

const isClone = existsSync(new URL('1on1/commandLine.ts', import.meta.url));
const bundle = isClone
  ? await (await import('./1on1/bundle.mjs')).currentBundle()
  : new URL('../dist/1on1.mjs', import.meta.url);
const { runCommandLine } = await import(bundle.href);
const { status, stdout, stderr } = await runCommandLine(process.argv.slice(2));
process.stderr.write(stderr);
process.stdout.write(stdout);
process.exitCode = status;
