import {
  CompletionItem,
  CompletionItemKind,
  Range,
  SnippetString,
  type CompletionItemProvider,
  type Position,
  type TextDocument,
} from 'vscode';
import { ParsedMarkdown } from '../core/markdown/parsedMarkdown';
import { plainMessage } from '../core/text/plainMessage';
import { questionTriggerAt } from '../core/assist/completionTriggers';
import { questionCompletions, type QuestionCompletion } from '../core/assist/questionCompletions';
import { noteAtCursor } from '../editor/targetMeeting';
import type { Services } from '../services';

type Needs = Pick<Services, 'notes' | 'frameworks' | 'clock'>;

/** Completes `?` at the start of a line or list item with question sets and the person's due questions. */
export class QuestionCompletions implements CompletionItemProvider {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  async provideCompletionItems(document: TextDocument, position: Position): Promise<CompletionItem[]> {
    const asking = questionTriggerAt(document.lineAt(position.line).text.slice(0, position.character));
    if (!asking || new ParsedMarkdown(document.getText()).isHidden(position.line)) {
      return [];
    }
    const { frameworks } = this.#needs;
    const { history, person, meeting } = await noteAtCursor(document, position.line, this.#needs);
    const prompts = meeting?.meeting.sections.flatMap((section) => section.prompts) ?? [];
    const offers = questionCompletions(frameworks.frameworks, {
      history,
      person: person?.key ?? '',
      exclude: new Set(prompts.map(({ question }) => question)),
    });
    const range = new Range(position.line, asking.start, position.line, position.character);
    return offers.map((offer, index) => itemFor(offer, { range, index, item: asking.item }));
  }
}

function itemFor(
  { framework, section, questions }: QuestionCompletion,
  { range, index, item }: { readonly range: Range; readonly index: number; readonly item: string | undefined },
): CompletionItem {
  const completion = new CompletionItem(
    { label: plainMessage(section.title), description: framework.title },
    CompletionItemKind.Text,
  );
  completion.range = range;
  completion.filterText = `?${section.title} ${framework.title}`;
  completion.sortText = String(index).padStart(4, '0');
  completion.detail = questions.map(({ text }) => text).join('\n');
  const snippet = new SnippetString();
  questions.forEach(({ text }, nth) => {
    const isLast = nth === questions.length - 1;
    // In a list, each question is an item of its own. The editor indents later lines like the first.
    snippet.appendText(item === undefined ? `**${text}**\n\n` : `${nth === 0 ? '' : item.trimStart()}${text} `);
    snippet.appendTabstop(isLast ? 0 : nth + 1);
    snippet.appendText(isLast ? '' : item === undefined ? '\n\n' : '\n');
  });
  completion.insertText = snippet;
  return completion;
}
