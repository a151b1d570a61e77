import { act } from './act';
import { bring } from './bring';
import { readCall, Refused, WrongCall, type Call, type Printed, type Verb } from './call';
import { dates } from './dates';
import { brief, pulse, themes } from './documents';
import { followUps } from './followUps';
import { newNote } from './newNote';
import { notes } from './notes';
import { park } from './park';
import { people } from './people';
import { share } from './share';

const VERBS: ReadonlyMap<string, Verb> = new Map<string, Verb>([
  ['people', { usage: 'FOLDER', run: later(people) }],
  ['notes', { usage: 'FOLDER [PATH…]', run: notes }],
  ['followups', { usage: 'FOLDER [--all]', options: ['all'], run: later(followUps) }],
  ['brief', { usage: 'FOLDER PERSON', run: later(brief) }],
  ['themes', { usage: 'FOLDER [PERSON]', run: later(themes) }],
  ['pulse', { usage: 'FOLDER', run: later(pulse) }],
  ['new', { usage: 'FOLDER PERSON [DATE] [--framework ID] [--write]', options: ['framework', 'write'], run: newNote }],
  ['bring', { usage: 'FOLDER PATH [--write]', options: ['write'], run: bring }],
  ['park', { usage: 'FOLDER PERSON TEXT [--write]', options: ['write'], run: park }],
  ['act', { usage: 'FOLDER PATH LINE ACTION [VALUE] [--write]', options: ['write'], run: act }],
  ['share', { usage: 'FOLDER PATH agenda|pre-read|recap', run: later(share) }],
  ['dates', { usage: 'TODAY WORDS…', run: dates }],
]);
/** Former names of verbs. */
const FORMER = new Map([['inspect', 'notes']]);

const REFUSED = 1;
const WRONG = 2;

/** The result of a call. */
export interface Outcome {
  /** The exit code: 0, 1 for a refusal, or 2 for an invalid call. */
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line. */
export async function runCommandLine([typed = '', ...args]: readonly string[]): Promise<Outcome> {
  const name = FORMER.get(typed) ?? typed;
  try {
    const verb = VERBS.get(name);
    if (!verb) {
      throw new WrongCall(`Usage: 1on1 VERB … The verbs are ${[...VERBS.keys()].join(', ')}.`);
    }
    const { lines, remarks = [] } = await verb.run(readCall(name, verb, args));
    return { status: 0, stdout: ended(lines), stderr: ended(remarks) };
  } catch (error) {
    if (error instanceof Refused || error instanceof WrongCall) {
      return { status: error instanceof Refused ? REFUSED : WRONG, stdout: '', stderr: ended([error.message]) };
    }
    throw error;
  }
}

/** Joins lines with a line feed after each. */
function ended(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

function later(run: (call: Call) => Printed): Verb['run'] {
  return (call) => Promise.resolve().then(() => run(call));
}
