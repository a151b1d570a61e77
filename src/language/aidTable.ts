import { Disposable, languages } from 'vscode';
import { questionTriggerAt } from '../core/writing/asking';
import { hasCompletions } from '../core/writing/offers/offersAsked';
import { dateTriggers } from '../core/followUp/dateTriggers';
import type { SettingName } from '../editor/settings';
import type { Services } from '../services';
import { MARKDOWN } from './markdown';
import { lazyFeature } from './onceSeen';

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
        const [{ NoteHover }, services] = await Promise.all([import('./noteHovers'), load()]);
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
  'aids.codeLens': (load) => lazyFeature(load, async () => (await import('./noteLensRow')).NoteCodeLens),
  'aids.overdue': (load) => lazyFeature(load, async () => (await import('./overdueWords')).OverdueDecorations),
  'aids.hints': (load) => lazyFeature(load, async () => (await import('./hints/hints')).Diagnostics),
};
