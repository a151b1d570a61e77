import { Disposable, languages, type CompletionItemProvider, type DocumentSelector } from 'vscode';
import { askingIn } from '../core/writing/asking';
import type { Services } from '../services';

const MARKDOWN: DocumentSelector = { language: 'markdown' };

/** Registers the aids of the text editor. Each loads what it needs when there is something to do. The caller owns them. */
export function registerLanguage(loadServices: () => Promise<Services>): Disposable {
  const questions: CompletionItemProvider = {
    async provideCompletionItems(document, position) {
      // Asked on every `?` in any Markdown file: most are the end of a sentence, for which nothing is loaded.
      if (!askingIn(document.lineAt(position.line).text.slice(0, position.character))) {
        return undefined;
      }
      const [{ QuestionCompletions }, services] = await Promise.all([import('./questionCompletions'), loadServices()]);
      return new QuestionCompletions(services).provideCompletionItems(document, position);
    },
  };
  return Disposable.from(languages.registerCompletionItemProvider(MARKDOWN, questions, '?'));
}
