import {
  type CancellationToken,
  CompletionItem,
  CompletionItemKind,
  type CompletionItemProvider,
  l10n,
  type Position,
  Range,
  SnippetString,
  type TextDocument,
} from 'vscode';
import { ParsedMarkdown } from '../core/markdown/parsedMarkdown';
import { plainMessage } from '../core/text/plainMessage';
import { type LineCompletion, lineCompletions } from '../core/assist/completions';
import { LARGEST_NOTE } from '../editor/notes/noteReader';
import { fallbackCadence, setting } from '../editor/settings';
import type { Services } from '../services';
import { oneOnOneNote } from './oneOnOneNote';
import { formatMessage } from '../editor/messages';

type Needs = Pick<Services, 'notes' | 'clock'>;

const KINDS: Readonly<Record<LineCompletion['kind'], CompletionItemKind>> = {
  person: CompletionItemKind.User,
  date: CompletionItemKind.Value,
  field: CompletionItemKind.Field,
  tag: CompletionItemKind.Keyword,
};

/** Completes people, dates, fields and tags in follow-ups, and people everywhere in 1:1 notes. */
export class LineCompletions implements CompletionItemProvider {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  async provideCompletionItems(
    document: TextDocument,
    { line, character }: Position,
    token: CancellationToken,
  ): Promise<CompletionItem[]> {
    const { notes, clock } = this.#needs;
    const inHand = await oneOnOneNote(document, this.#needs, token);
    const text = document.getText();
    // Before notes are read, a follow-up in another file is not a reason to read them.
    if (token.isCancellationRequested || notes.state.phase === 'idle' || text.length > LARGEST_NOTE) {
      return [];
    }
    const offers = lineCompletions({
      line: document.lineAt(line).text,
      cursor: character,
      index: notes.index,
      isOneOnOne: inHand !== undefined,
      person: inHand?.person,
      today: clock.today(),
      fallbackDays: fallbackCadence(),
      dialect: setting('dialect', document.uri),
    });
    return offers.length === 0 || new ParsedMarkdown(text).isHidden(line)
      ? []
      : offers.map((offer, index) => itemFor(offer, { line, index }));
  }
}

function itemFor(
  offer: LineCompletion,
  { line, index }: { readonly line: number; readonly index: number },
): CompletionItem {
  const { kind, label, description, text, start, end, filter, valueAt } = offer;
  const item = new CompletionItem(
    { label: plainMessage(formatMessage(label)), description: formatMessage(description) },
    KINDS[kind],
  );
  item.range = new Range(line, start, line, end);
  item.filterText = formatMessage(filter);
  item.sortText = String(index).padStart(4, '0');
  if (valueAt === undefined) {
    item.insertText = text;
    return item;
  }
  const snippet = new SnippetString().appendText(text.slice(0, valueAt)).appendTabstop(0);
  item.insertText = snippet.appendText(text.slice(valueAt));
  item.command = { command: 'editor.action.triggerSuggest', title: l10n.t('Offer Values') };
  return item;
}
