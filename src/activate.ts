import { commands, window, type ExtensionContext } from 'vscode';
import type { Command } from './commands/command';
import { commandTable } from './commands/commandTable';
import { guard } from './editor/log';
import type { NoteReader } from './editor/noteReader';
import type { Services } from './services';

/** Registers everything and loads nothing: what does the work is imported when it is first used. */
export function activateWith(context: ExtensionContext, loadReader: () => Promise<NoteReader>): void {
  const log = window.createOutputChannel('One on One', { log: true });
  context.subscriptions.push(log);

  let services: Promise<Services> | undefined;
  const loadServices = () =>
    (services ??= Promise.all([import('./services'), loadReader()]).then(([{ createServices }, reader]) =>
      createServices({ context, log, reader }),
    ));

  for (const [id, load] of Object.entries<() => Promise<Command>>(commandTable)) {
    const run = (...args: readonly unknown[]) =>
      guard(log, async () => {
        const [command, loaded] = await Promise.all([load(), loadServices()]);
        return command(loaded, ...args);
      });
    context.subscriptions.push(commands.registerCommand(id, run));
  }
}
