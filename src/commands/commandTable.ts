import type { Command } from './command';

/** The one table of commands: id, as in package.json, to the module that is loaded when the command first runs. */
export const commandTable = {
  'oneOnOne.newNote': async () => (await import('./newNote/newNote')).newNote,
} satisfies Record<string, () => Promise<Command>>;
