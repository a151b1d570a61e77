import { commands, window, type ExtensionContext } from 'vscode';
import type { Command } from './commands/command';
import { commandTable } from './commands/commandTable';
import { guard } from './editor/log';
import type { NoteReader } from './editor/noteReader';
import { startReading } from './editor/startReading';
import { registerLanguage } from './language/registerLanguage';
import { lazyPreview } from './preview/lazyPreview';
import type { Services } from './services';
import type { FollowUpsRow } from './views/followUps/followUpsRow';
import type { FollowUpsTree } from './views/followUps/followUpsTree';
import type { PeopleRow } from './views/people/peopleRow';
import type { PeopleTree } from './views/people/peopleTree';
import { LazyTree } from './views/shared/lazyTree';

/** What an extension exports to draw in VS Code's Markdown preview. */
export interface PreviewExtension {
  readonly extendMarkdownIt: ReturnType<typeof lazyPreview>;
}

/** What lives from the first time that somebody uses anything. */
interface Loaded {
  readonly services: Services;
  readonly followUpsTree: FollowUpsTree;
  readonly peopleTree: PeopleTree;
}

/**
 * Registers everything and loads nothing: what does the work is imported when it is first used. Returns what VS Code's
 * Markdown preview takes from an extension.
 */
export function activateWith(context: ExtensionContext, loadReader: () => Promise<NoteReader>): PreviewExtension {
  const log = window.createOutputChannel('One on One', { log: true });
  context.subscriptions.push(log);

  let loading: Promise<Loaded> | undefined;
  const load = (): Promise<Loaded> => (loading ??= loadAll());
  const loadAll = async (): Promise<Loaded> => {
    const [{ createServices }, { FollowUpsTree }, { PeopleTree }, reader] = await Promise.all([
      import('./services'),
      import('./views/followUps/followUpsTree'),
      import('./views/people/peopleTree'),
      loadReader(),
    ]);
    const services = createServices({ context, log, reader });
    const followUpsTree = new FollowUpsTree(followUps, services);
    const peopleTree = new PeopleTree(people, services);
    context.subscriptions.push(followUpsTree, peopleTree);
    return { services, followUpsTree, peopleTree };
  };
  const followUps = new LazyTree<FollowUpsRow>('oneOnOne.followUps', async () => (await load()).followUpsTree, {
    showCollapseAll: true,
    canSelectMany: true,
    manageCheckboxStateManually: true,
  });
  const people = new LazyTree<PeopleRow>('oneOnOne.people', async () => (await load()).peopleTree);
  const reading = startReading(
    context.workspaceState,
    () => void guard(log, async () => (await load()).services.notes.ready()),
  );
  const language = registerLanguage(async () => (await load()).services);
  context.subscriptions.push(followUps, people, reading, language);

  for (const [id, loadCommand] of Object.entries<() => Promise<Command>>(commandTable)) {
    const run = (...args: readonly unknown[]) =>
      guard(log, async () => {
        const [command, { services }] = await Promise.all([loadCommand(), load()]);
        return command(services, ...args);
      });
    context.subscriptions.push(commands.registerCommand(id, run));
  }
  const loadPreview = async () => {
    const [{ notePreview }, { services }] = await Promise.all([import('./preview/notePreview'), load()]);
    return notePreview(services);
  };
  return { extendMarkdownIt: lazyPreview(() => guard(log, loadPreview)) };
}
