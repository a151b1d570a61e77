import type { MarkdownIt } from 'markdown-it';
import { commands } from 'vscode';

/** A markdown-it plugin that renders 1:1 notes. */
export type PreviewPlugin = (md: MarkdownIt) => void;

/**
 * Returns the `extendMarkdownIt` function for VS Code's Markdown preview. VS Code calls it synchronously when the first
 * Markdown file opens, so the first engine has no plugin. Once the plugin is loaded, VS Code is asked to rebuild its
 * engine.
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

/** Makes VS Code parse and render all previews again. */
export async function rebuildPreviews(): Promise<void> {
  await commands.executeCommand('markdown.api.reloadPlugins');
}
