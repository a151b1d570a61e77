import { DisposableStore } from '../editor/disposables';
import { onDidChangeSettings, setting } from '../editor/settings';
import type { Services } from '../services';
import { aidTable, type AidSetting, type RegisterAid } from './aidTable';
import { registerGenerated } from './registerGenerated';

/** Registers generated documents, and the aids of the text editor that are switched on, each as long as it is. The caller owns them. */
export function registerLanguage(loadServices: () => Promise<Services>): DisposableStore {
  const owned = new DisposableStore();
  owned.add(registerGenerated(loadServices));
  for (const [name, register] of Object.entries(aidTable) as [AidSetting, RegisterAid][]) {
    let aid: ReturnType<RegisterAid> | undefined;
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
