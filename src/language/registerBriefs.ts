import { EventEmitter, languages, workspace, type Uri } from 'vscode';
import { BRIEF_SCHEME } from '../editor/briefUri';
import { DisposableStore } from '../editor/disposables';
import type { Services } from '../services';
import type { Briefs } from './briefs';

/** Registers what shows briefs; it is loaded with the first of them. The caller owns it. */
export function registerBriefs(loadServices: () => Promise<Services>): DisposableStore {
  const owned = new DisposableStore();
  const changed = owned.add(new EventEmitter<Uri>());
  let loading: Promise<Briefs> | undefined;
  const load = async (): Promise<Briefs> => {
    const [briefs, services] = await Promise.all([import('./briefs'), loadServices()]);
    return owned.add(new briefs.Briefs(services, changed));
  };
  const briefs = (): Promise<Briefs> => (loading ??= load());
  owned.add(
    workspace.registerTextDocumentContentProvider(BRIEF_SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: async (uri) => (await briefs()).provideTextDocumentContent(uri),
    }),
  );
  owned.add(
    languages.registerDocumentLinkProvider(
      { scheme: BRIEF_SCHEME },
      { provideDocumentLinks: async (document) => (await briefs()).provideDocumentLinks(document) },
    ),
  );
  return owned;
}
