import { Disposable, languages } from 'vscode';
import { askingIn } from '../core/writing/asking';
import { mayOffer } from '../core/writing/offers/offersAsked';
import { dateTriggers } from '../core/followUp/dateTriggers';
import type { SettingName } from '../editor/settings';
import type { Services } from '../services';
import { MARKDOWN } from './markdown';
import { onceSeen } from './onceSeen';

/** Registers one aid, and loads what it works with when it is first used. The caller owns what is registered. */
export type RegisterAid = (loadServices: () => Promise<Services>) => Pick<Disposable, 'dispose'>;

/** The settings that switch aids on and off. */
export type AidSetting = Extract<SettingName, `aids.${string}`>;

/** The one table of aids of the text editor: the setting that switches it, to what registers it while it is on. */
export const aidTable: Readonly<Record<AidSetting, RegisterAid>> = {
  'aids.completions': (load) =>
    Disposable.from(
      languages.registerCompletionItemProvider(
        MARKDOWN,
        {
          async provideCompletionItems(document, position) {
            // Asked on every `?` in any Markdown file: most are the end of a sentence, for which nothing is loaded.
            if (!askingIn(document.lineAt(position.line).text.slice(0, position.character))) return undefined;
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
            if (!mayOffer(document.lineAt(position.line).text, position.character)) return undefined;
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
        const [{ NoteHovers }, services] = await Promise.all([import('./noteHovers'), load()]);
        return new NoteHovers(services).provideHover(...asked);
      },
    }),
  'aids.links': (load) =>
    languages.registerDocumentLinkProvider(MARKDOWN, {
      async provideDocumentLinks(...asked) {
        const [{ NoteLinkProvider }, services] = await Promise.all([import('./noteLinkProvider'), load()]);
        return new NoteLinkProvider(services).provideDocumentLinks(...asked);
      },
    }),
  'aids.codeLens': (load) => onceSeen(load, async () => (await import('./noteLensRow')).NoteLensRow),
  'aids.overdue': (load) => onceSeen(load, async () => (await import('./overdueWords')).OverdueWords),
  'aids.hints': (load) => onceSeen(load, async () => (await import('./hints/hints')).Hints),
};
