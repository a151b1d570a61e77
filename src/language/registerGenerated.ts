import { EventEmitter, languages, workspace, type Uri } from 'vscode';
import { DisposableStore } from '../editor/disposables';
import { BRIEF_SCHEME, THEMES_SCHEME } from '../editor/uris';
import type { Services } from '../services';
import type { GeneratedDocuments } from './generatedDocuments';

/**
 * Registers the provider of generated documents, which is loaded with the first of them. The caller owns the
 * registration.
 */
export function registerGenerated(loadServices: () => Promise<Services>): DisposableStore {
  const owned = new DisposableStore();
  const changed = owned.add(new EventEmitter<Uri>());
  let loading: Promise<GeneratedDocuments> | undefined;
  const load = async (): Promise<GeneratedDocuments> => {
    const [generated, services] = await Promise.all([import('./generatedDocuments'), loadServices()]);
    return owned.add(new generated.GeneratedDocuments(services, changed));
  };
  const documents = (): Promise<GeneratedDocuments> => (loading ??= load());
  for (const scheme of [BRIEF_SCHEME, THEMES_SCHEME]) {
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
