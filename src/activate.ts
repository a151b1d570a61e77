import { commands, type ExtensionContext, window } from 'vscode';
import { type Command, commandTable } from './commands/commandTable';
import { withErrorReporting } from './editor/errors';
import type { NoteReader } from './editor/notes/noteReader';
import { HidePrivateStatus } from './editor/hidePrivate';
import { activateOnDemand } from './editor/activateOnDemand';
import { registerLanguage } from './language/editorFeatures';
import { lazyPreview } from './preview/lazyPreview';
import type { Services } from './services';
import { Views } from './views/views';

/** The export by which an extension extends VS Code's Markdown preview. */
export interface PreviewExtension {
  readonly extendMarkdownIt: ReturnType<typeof lazyPreview>;
}

/**
 * Registers all contributions without loading their code, which is imported on first use. Returns the extension of VS
 * Code's Markdown preview.
 */
export function activateWith(context: ExtensionContext, loadReader: () => Promise<NoteReader>): PreviewExtension {
  const log = window.createOutputChannel('One on One', { log: true });
  context.subscriptions.push(log);

  let loading: Promise<Services> | undefined;
  const load = (): Promise<Services> => (loading ??= loadAll());
  const loadAll = async (): Promise<Services> => {
    const [{ createServices }, reader] = await Promise.all([import('./services'), loadReader()]);
    const services = createServices({ context, log, reader });
    await views.fill(services);
    return services;
  };
  const views = new Views(load);
  const reading = activateOnDemand(
    context.workspaceState,
    () => void withErrorReporting(log, async () => (await load()).notes.ready()),
  );
  const language = registerLanguage(load);
  context.subscriptions.push(views, reading, language, new HidePrivateStatus());

  for (const [id, loadCommand] of Object.entries<() => Promise<Command>>(commandTable)) {
    const run = (...args: readonly unknown[]) =>
      withErrorReporting(log, async () => {
        const [command, services] = await Promise.all([loadCommand(), load()]);
        return command(services, ...args);
      });
    context.subscriptions.push(commands.registerCommand(id, run));
  }
  const loadPreview = async () => {
    const [{ notePreview }, services] = await Promise.all([import('./preview/notePreview'), load()]);
    return notePreview(services);
  };
  return { extendMarkdownIt: lazyPreview(() => withErrorReporting(log, loadPreview)) };
}
