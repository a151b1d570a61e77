import { readNote } from '../core/note/readNote';
import { pathInFolder } from '../editor/uris';
import { formatMessage } from '../editor/messages';
import { onDidChangeSettings } from '../editor/settings';
import type { Services } from '../services';
import { rebuildPreviews, type PreviewPlugin } from './lazyPreview';
import { previewPlugin } from './previewPlugin';

/**
 * Returns the plugin for VS Code's preview. It uses the current frameworks, settings and people at the time of
 * rendering.
 */
export async function notePreview(services: Services): Promise<PreviewPlugin> {
  const { context, frameworks, notes, clock, rules } = services;
  await frameworks.load();
  const rebuild = () => void rebuildPreviews();
  context.subscriptions.push(
    frameworks.onDidChange(rebuild),
    clock.onDidChangeDay(rebuild),
    onDidChangeSettings(['notes.path', 'notes.privatePath', 'statuses', 'hidePrivate'], rebuild),
  );
  return (md) =>
    previewPlugin(md, {
      read: (text, uri) => readNote({ uri: uri?.toString() ?? '', path: uri ? pathInFolder(uri) : '', text }, rules()),
      today: () => clock.today(),
      isPerson: (name) => notes.index.people.personOrUndefined(name) !== undefined,
      hidesPrivate: () => notes.hidesPrivate,
      word: formatMessage,
    });
}
