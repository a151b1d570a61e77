import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { parseCivilDate, type CivilDate } from '../../src/core/dates/civilDate';
import type { Refusal } from '../../src/core/text/edit';
import { today } from '../today.mjs';
import { Settings } from './settings';
import { wordMessage } from '../../src/core/text/message';

/** A call that is wrong in itself. Its message is one line; the exit code is 2. */
export class WrongCall extends Error {}

/** Something that cannot be done with these notes. Its message says why; nothing is written, and the exit code is 1. */
export class Refused extends Error {}

/** What is printed: lines for standard output, and remarks for standard error. */
export interface Printed {
  readonly lines: readonly string[];
  readonly remarks?: readonly string[];
}

/** A call as it was typed, its options read. */
export interface Call {
  readonly args: readonly string[];
  readonly settings: Settings;
  readonly today: CivilDate;
  readonly json: boolean;
  readonly all: boolean;
  readonly write: boolean;
  readonly framework: string | undefined;
}

/** One verb of the command line. */
export interface Verb {
  /** Its arguments as the usage shows them: `[…]` may be left out, `…` may come several times. */
  readonly usage: string;
  /** Options besides those that every verb has. */
  readonly options?: readonly (keyof typeof OWN_OPTIONS)[];
  readonly run: (call: Call) => Promise<Printed>;
}

const COMMON_OPTIONS = {
  json: { type: 'boolean' },
  me: { type: 'string', multiple: true },
  today: { type: 'string' },
  settings: { type: 'string' },
} as const;

const OWN_OPTIONS = {
  all: { type: 'boolean' },
  write: { type: 'boolean' },
  framework: { type: 'string' },
} as const;

/** Reads what stands behind a verb. Throws `WrongCall` when it does not fit the verb. */
export function readCall(name: string, { usage, options = [] }: Verb, typed: readonly string[]): Call {
  const whole = `Usage: 1on1 ${name} ${usage}`;
  const own = Object.fromEntries(options.map((option) => [option, OWN_OPTIONS[option]]));
  const { values, positionals } = parsed(
    typed,
    { ...COMMON_OPTIONS, ...own } as typeof COMMON_OPTIONS & typeof OWN_OPTIONS,
    whole,
  );
  const [least, most] = numberOfArguments(usage);
  if (positionals.length < least || positionals.length > most) {
    throw new WrongCall(whole);
  }
  return {
    args: positionals,
    settings: settingsOf(values),
    today: values.today === undefined ? dayOf(today()) : dayOf(values.today),
    json: values.json ?? false,
    all: values.all ?? false,
    write: values.write ?? false,
    framework: values.framework,
  };
}

function parsed<Options extends NonNullable<ParseArgsConfig['options']>>(
  typed: readonly string[],
  options: Options,
  usage: string,
) {
  try {
    return parseArgs({ args: [...typed], allowPositionals: true, options });
  } catch (error) {
    // Node says in further sentences how to mean something else.
    const [said = ''] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw new WrongCall(`${said}. ${usage}`);
  }
}

function numberOfArguments(usage: string): readonly [least: number, most: number] {
  const words = usage.replace(/ \[--[^\]]*\]/g, '').split(' ');
  const least = words.filter((word) => !word.startsWith('[')).length;
  return [least, usage.includes('…') ? Number.POSITIVE_INFINITY : words.length];
}

function settingsOf({
  settings: file,
  me,
}: {
  readonly settings?: string | undefined;
  readonly me?: string[] | undefined;
}): Settings {
  const read = file === undefined ? {} : settingsIn(file);
  try {
    return new Settings(read, me);
  } catch (error) {
    throw new WrongCall(error instanceof Error ? error.message : String(error));
  }
}

function settingsIn(file: string): unknown {
  try {
    return Settings.parse(readFileSync(fromCaller(file), 'utf8'));
  } catch {
    throw new WrongCall(`${file} could not be read as JSON.`);
  }
}

/** The date that an argument is. */
export function dayOf(written: string): CivilDate {
  const date = parseCivilDate(written);
  if (!date) {
    throw new WrongCall(`“${written}” is no date: write it as YYYY-MM-DD.`);
  }
  return date;
}

/** The folder that an argument names, absolute. */
export function folderOf(written: string): string {
  const folder = fromCaller(written);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new WrongCall(`There is no folder ${written}.`);
  }
  return folder;
}

/** npm runs scripts in the project, wherever it was called. */
function fromCaller(file: string): string {
  return path.resolve(process.env.INIT_CWD ?? '.', file);
}

/** What was planned; a refusal ends the call. */
export function unlessRefused<Planned>(planned: Planned): Exclude<Planned, Refusal> {
  if (typeof planned === 'object' && planned !== null && 'refused' in planned) {
    throw new Refused(wordMessage((planned as Refusal).refused));
  }
  return planned as Exclude<Planned, Refusal>;
}

/** Records as lines of JSON, or else as text. */
export function printed(call: Call, records: readonly object[], text: () => readonly string[]): Printed {
  return { lines: call.json ? records.map((record) => JSON.stringify(record)) : text() };
}
