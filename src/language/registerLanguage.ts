import { DisposableStore } from '../editor/disposables';
import { onDidChangeSettings, setting } from '../editor/settings';
import type { Services } from '../services';
import { editorFeatures, type FeatureSetting, type RegisterFeature } from './aidTable';
import { registerGenerated } from './registerGenerated';

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
