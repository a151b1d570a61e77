import { statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { FollowUp } from '../../src/core/followUp/followUp';
import type { ListedFollowUp } from '../../src/core/index/listedFollowUp';
import { readFolder, type ReadFolder } from './readFolder';

const USAGE = 'Usage: npm run -s followups -- FOLDER [--json] [--all] [--me NAME]';
const BAD_CALL = 2;

/** One follow-up as a line of JSON says it. docs/headless.md describes each field. */
interface PrintedFollowUp {
  readonly file: string;
  readonly line: number;
  readonly mark: string;
  readonly status: string;
  readonly text: string;
  readonly person: string | null;
  readonly owners: readonly string[];
  readonly due: string | null;
  readonly scheduled: string | null;
  readonly start: string | null;
  readonly created: string | null;
  readonly done: string | null;
  readonly priority: string | null;
  readonly tags: readonly string[];
  readonly section: string | null;
  readonly private: boolean;
}

/** Prints what the arguments ask for. Returns the exit code: 0, or 2 with one line on standard error. */
export function printFollowUps(args: readonly string[]): number {
  const call = readCall(args);
  if (typeof call === 'string') {
    console.error(call);
    return BAD_CALL;
  }
  const read = readFolder(call.folder, call.me);
  for (const line of read.skipped) {
    console.error(line);
  }
  const followUps = printable(read, call.all);
  const lines = call.json ? followUps.map((followUp) => JSON.stringify(followUp)) : asText(followUps);
  if (lines.length > 0) {
    process.stdout.write(`${lines.join('\n')}\n`);
  }
  return 0;
}

interface Call {
  readonly folder: string;
  readonly json: boolean;
  readonly all: boolean;
  readonly me: readonly string[];
}

function readCall(args: readonly string[]): Call | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, all: { type: 'boolean' }, me: { type: 'string', multiple: true } },
    });
    const [folder, ...more] = positionals;
    if (folder === undefined || more.length > 0) {
      return USAGE;
    }
    const absolute = path.resolve(process.env.INIT_CWD ?? '.', folder);
    return statSync(absolute, { throwIfNoEntry: false })?.isDirectory()
      ? { folder: absolute, json: values.json ?? false, all: values.all ?? false, me: values.me ?? [] }
      : `There is no folder ${folder}.`;
  } catch (error) {
    // Node says in further sentences how to mean something else.
    const [said = ''] = (error instanceof Error ? error.message : String(error)).split('. ');
    return `${said}. ${USAGE}`;
  }
}

/** In the order of paths and lines: what is open, or every task line there is. */
function printable({ index, paths }: ReadFolder, all: boolean): PrintedFollowUp[] {
  const files = [...paths].sort(([, a], [, b]) => (a < b ? -1 : 1));
  return files.flatMap(([uri, file]) => {
    const listed = new Map(index.followUpsIn(uri).map((item) => [item.followUp, item]));
    const followUps = index.note(uri)?.followUps ?? [];
    return followUps
      .filter((followUp) => all || listed.get(followUp)?.isOpen)
      .map((followUp) => printed(followUp, { file, item: listed.get(followUp), index }));
  });
}

function printed(
  { line, mark, status, text, fields, tags, section, private: isPrivate }: FollowUp,
  { file, item, index }: { file: string; item: ListedFollowUp | undefined; index: ReadFolder['index'] },
): PrintedFollowUp {
  return {
    file,
    line: line + 1,
    mark,
    // A source whose copy stands in a later note has moved, whether or not its own mark says so.
    status: item?.carriedTo ? 'moved' : (item?.status ?? status),
    text,
    person: (item && index.people.get(item.group)?.name) ?? null,
    owners: item?.owners.map((owner) => (owner === 'me' ? 'me' : owner.name)) ?? [],
    due: fields.due ?? null,
    scheduled: fields.scheduled ?? null,
    start: fields.start ?? null,
    created: fields.created ?? null,
    done: fields.done ?? null,
    priority: fields.priority ?? null,
    tags,
    section: section === '' ? null : section,
    private: isPrivate,
  };
}

function asText(followUps: readonly PrintedFollowUp[]): string[] {
  const lines: string[] = [];
  let file = '';
  for (const followUp of followUps) {
    if (followUp.file !== file) {
      lines.push(...(file === '' ? [] : ['']), followUp.file);
      file = followUp.file;
    }
    const { line, mark, text, owners, due, done } = followUp;
    const facts = [
      owners.length > 0 ? `owed by ${owners.join(', ')}` : '',
      due === null ? '' : `due ${due}`,
      done === null ? '' : `done ${done}`,
      followUp.private ? 'private' : '',
    ].filter((fact) => fact !== '');
    lines.push(`${String(line).padStart(5)}  [${mark}] ${[text, ...facts].join(' · ')}`);
  }
  return lines;
}
