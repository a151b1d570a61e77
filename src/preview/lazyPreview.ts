import type { MarkdownIt } from 'markdown-it';
import { commands } from 'vscode';

/** What shows 1:1 notes in a preview. */
export type PreviewPlugin = (md: MarkdownIt) => void;

/**
 * What `activate` gives to VS Code's Markdown preview. VS Code calls it when the first Markdown file opens and waits for
 * nothing, so the first engine goes without the plugin: that is loaded then, and VS Code is asked to build its engine anew.
 */
export function lazyPreview(load: () => Promise<PreviewPlugin | undefined>): (md: MarkdownIt) => MarkdownIt {
  let plugin: PreviewPlugin | undefined;
  let loading: Promise<void> | undefined;
  return (md) => {
    plugin?.(md);
    loading ??= load().then(async (loaded) => {
      plugin = loaded;
      if (loaded) await rebuildPreviews();
    });
    return md;
  };
}

/** Has VS Code parse and draw again all that its previews show. */
export async function rebuildPreviews(): Promise<void> {
  await commands.executeCommand('markdown.api.reloadPlugins');
}
