import { Disposable, EventEmitter, languages, type Uri, window, workspace } from 'vscode';
import { hasCompletions, questionTriggerAt } from '../core/assist/completionTriggers';
import { dateTriggers } from '../core/taskText/dialects';
import { looksLikeOneOnOne } from '../editor/activateOnDemand';
import { DisposableStore } from '../editor/disposables';
import { onDidChangeSettings, setting, type SettingName } from '../editor/settings';
import { GENERATED_SCHEMES } from '../editor/uris';
import type { Services } from '../services';
import type { GeneratedDocuments } from './generatedDocuments';
import { MARKDOWN } from './oneOnOneNote';

/** A feature that is active from its creation until it is disposed. */
type LazyFeature = new (services: Services) => Disposable;

/**
 * Creates a feature once an editor shows a possible 1:1 note, and loads no code before. The caller owns the feature.
 */
function lazyFeature(loadServices: () => Promise<Services>, loadAid: () => Promise<LazyFeature>): DisposableStore {
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

/** Registers a feature and loads its code on first use. The caller owns the registration. */
type RegisterFeature = (loadServices: () => Promise<Services>) => Pick<Disposable, 'dispose'>;

/** The settings that enable features. */
type FeatureSetting = Extract<SettingName, `aids.${string}`>;

/** Maps each setting to the registration of its editor feature. */
const editorFeatures: Readonly<Record<FeatureSetting, RegisterFeature>> = {
  'aids.completions': (load) =>
    Disposable.from(
      languages.registerCompletionItemProvider(
        MARKDOWN,
        {
          async provideCompletionItems(document, position) {
            // Called on every `?` in a Markdown file. Most end a sentence, so check the line before loading any code.
            if (!questionTriggerAt(document.lineAt(position.line).text.slice(0, position.character))) return undefined;
            const [{ QuestionCompletions }, services] = await Promise.all([import('./completions'), load()]);
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
            const [{ LineCompletions }, services] = await Promise.all([import('./completions'), load()]);
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

/** Registers generated documents, and the editor features enabled by settings. The caller owns the registrations. */
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

/**
 * Registers the provider of generated documents, which is loaded with the first of them. The caller owns the
 * registration.
 */
function registerGenerated(loadServices: () => Promise<Services>): DisposableStore {
  const owned = new DisposableStore();
  const changed = owned.add(new EventEmitter<Uri>());
  let loading: Promise<GeneratedDocuments> | undefined;
  const load = async (): Promise<GeneratedDocuments> => {
    const [generated, services] = await Promise.all([import('./generatedDocuments'), loadServices()]);
    return owned.add(new generated.GeneratedDocuments(services, changed));
  };
  const documents = (): Promise<GeneratedDocuments> => (loading ??= load());
  for (const scheme of GENERATED_SCHEMES) {
    owned.add(
      workspace.registerTextDocumentContentProvider(scheme, {
        onDidChange: changed.event,
        provideTextDocumentContent: async (uri, token) => (await documents()).provideTextDocumentContent(uri, token),
      }),
    );
    owned.add(
      languages.registerDocumentLinkProvider(
        { scheme },
        { provideDocumentLinks: async (document) => (await documents()).provideDocumentLinks(document) },
      ),
    );
  }
  return owned;
}
