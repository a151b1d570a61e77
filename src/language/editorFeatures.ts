import { Disposable, languages, window, workspace } from 'vscode';
import { hasCompletions, questionTriggerAt } from '../core/assist/completionTriggers';
import { dateTriggers } from '../core/taskText/dialects';
import { looksLikeOneOnOne } from '../editor/activateOnDemand';
import { DisposableStore } from '../editor/disposables';
import { onDidChangeSettings, setting, type SettingName } from '../editor/settings';
import type { Services } from '../services';
import { MARKDOWN } from './oneOnOneNote';
import { registerGenerated } from './registerGenerated';

/** An aid that goes on by itself from when it is made until it is disposed. */
export type LazyFeature = new (services: Services) => Disposable;

/** Makes an aid once an editor shows what looks like a 1:1, and loads nothing before. The caller owns the aid too. */
export function lazyFeature(
  loadServices: () => Promise<Services>,
  loadAid: () => Promise<LazyFeature>,
): DisposableStore {
  const owned = new DisposableStore();
  const waiting = owned.add(new DisposableStore());
  const look = (): void => {
    if (!waiting.isDisposed && window.visibleTextEditors.some(({ document }) => looksLikeOneOnOne(document))) {
      waiting.dispose();
      void make();
    }
  };
  const make = async (): Promise<void> => {
    const [Made, services] = await Promise.all([loadAid(), loadServices()]);
    if (!owned.isDisposed) {
      owned.add(new Made(services));
    }
  };
  waiting.add(window.onDidChangeVisibleTextEditors(look));
  waiting.add(workspace.onDidSaveTextDocument(look));
  look();
  return owned;
}

/** Registers one aid, and loads what it works with when it is first used. The caller owns what is registered. */
export type RegisterFeature = (loadServices: () => Promise<Services>) => Pick<Disposable, 'dispose'>;

/** The settings that switch aids on and off. */
export type FeatureSetting = Extract<SettingName, `aids.${string}`>;

/** The one table of aids of the text editor: the setting that switches it, to what registers it while it is on. */
export const editorFeatures: Readonly<Record<FeatureSetting, RegisterFeature>> = {
  'aids.completions': (load) =>
    Disposable.from(
      languages.registerCompletionItemProvider(
        MARKDOWN,
        {
          async provideCompletionItems(document, position) {
            // Asked on every `?` in any Markdown file: most are the end of a sentence, for which nothing is loaded.
            if (!questionTriggerAt(document.lineAt(position.line).text.slice(0, position.character))) return undefined;
            const [{ QuestionCompletions }, services] = await Promise.all([import('./questionCompletions'), load()]);
            return new QuestionCompletions(services).provideCompletionItems(document, position);
          },
        },
        '?',
      ),
      languages.registerCompletionItemProvider(
        MARKDOWN,
        {
          async provideCompletionItems(document, position, token) {
            if (!hasCompletions(document.lineAt(position.line).text, position.character)) return undefined;
            const [{ LineCompletions }, services] = await Promise.all([import('./lineCompletions'), load()]);
            return new LineCompletions(services).provideCompletionItems(document, position, token);
          },
        },
        ...['@', '#', ...dateTriggers],
      ),
    ),
  'aids.hover': (load) =>
    languages.registerHoverProvider(MARKDOWN, {
      async provideHover(...asked) {
        const [{ NoteHover }, services] = await Promise.all([import('./noteHover'), load()]);
        return new NoteHover(services).provideHover(...asked);
      },
    }),
  'aids.links': (load) =>
    languages.registerDocumentLinkProvider(MARKDOWN, {
      async provideDocumentLinks(...asked) {
        const [{ NoteLinkProvider }, services] = await Promise.all([import('./noteLinkProvider'), load()]);
        return new NoteLinkProvider(services).provideDocumentLinks(...asked);
      },
    }),
  'aids.codeLens': (load) => lazyFeature(load, async () => (await import('./noteCodeLens')).NoteCodeLens),
  'aids.overdue': (load) => lazyFeature(load, async () => (await import('./overdueDecorations')).OverdueDecorations),
  'aids.hints': (load) => lazyFeature(load, async () => (await import('./diagnostics')).Diagnostics),
};

/** Registers generated documents, and the aids of the text editor that are switched on, each as long as it is. The caller owns them. */
export function registerLanguage(loadServices: () => Promise<Services>): DisposableStore {
  const owned = new DisposableStore();
  owned.add(registerGenerated(loadServices));
  for (const [name, register] of Object.entries(editorFeatures) as [FeatureSetting, RegisterFeature][]) {
    let aid: ReturnType<RegisterFeature> | undefined;
    const follow = (): void => {
      aid?.dispose();
      aid = setting(name) ? register(loadServices) : undefined;
    };
    follow();
    owned.add(onDidChangeSettings([name], follow));
    owned.add({ dispose: () => void aid?.dispose() });
  }
  return owned;
}
