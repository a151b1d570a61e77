import { window, workspace, type Disposable } from 'vscode';
import { DisposableStore } from '../editor/disposables';
import { looksLikeOneOnOne } from '../editor/startReading';
import type { Services } from '../services';

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
