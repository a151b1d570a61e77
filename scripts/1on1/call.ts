import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { parseCivilDate, type CivilDate } from '../../src/core/dates/civilDate';
import type { Refusal } from '../../src/core/text/edit';
import { today } from '../today.mjs';
import { Settings } from './settings';

/** An error for an invalid call. Its message is one line, and the exit code is 2. */
export class WrongCall extends Error {}

/**
 * An error for a call that is impossible with these notes. Its message gives the reason; nothing is written, and the
 * exit code is 1.
 */
export class Refused extends Error {}

/** The output of a call: lines for standard output, and remarks for standard error. */
export interface Printed {
  readonly lines: readonly string[];
  readonly remarks?: readonly string[];
}

/** A call with its parsed options. */
export interface Call {
  readonly args: readonly string[];
  readonly settings: Settings;
  readonly today: CivilDate;
  readonly json: boolean;
  readonly all: boolean;
  readonly write: boolean;
  readonly framework: string | undefined;
}

/** A verb of the command line. */
export interface Verb {
  /** The arguments as shown in the usage: `[…]` is optional, `…` may be repeated. */
  readonly usage: string;
  /** Options in addition to the common ones. */
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

/** Parses the arguments of a verb. Throws `WrongCall` if they are invalid. */
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
    // Node's further sentences explain how to pass the argument differently.
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

/** Parses an argument that is a date. */
export function dayOf(written: string): CivilDate {
  const date = parseCivilDate(written);
  if (!date) {
    throw new WrongCall(`“${written}” is no date: write it as YYYY-MM-DD.`);
  }
  return date;
}

/** Returns the absolute path of an argument that is a folder. */
export function folderOf(written: string): string {
  const folder = fromCaller(written);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new WrongCall(`There is no folder ${written}.`);
  }
  return folder;
}

/** Resolves a path from the caller's folder, because npm runs scripts in the project's folder. */
function fromCaller(file: string): string {
  return path.resolve(process.env.INIT_CWD ?? '.', file);
}

/** Returns a successful plan. A refusal ends the call. */
export function unlessRefused<Planned>(planned: Planned): Exclude<Planned, Refusal> {
  if (typeof planned === 'object' && planned !== null && 'refused' in planned) {
    throw new Refused(String(planned.refused));
  }
  return planned as Exclude<Planned, Refusal>;
}

/** Prints records as lines of JSON or as text. */
export function printed(call: Call, records: readonly object[], text: () => readonly string[]): Printed {
  return { lines: call.json ? records.map((record) => JSON.stringify(record)) : text() };
}
