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
import { questionTriggerAt } from '../core/assist/completionTriggers';
import {
  type LineCompletion,
  lineCompletions,
  type QuestionCompletion,
  questionCompletions,
} from '../core/assist/completions';
import { ParsedNote } from '../core/note/parsedNote';
import { plainMessage } from '../core/text/message';
import { LARGEST_NOTE } from '../editor/notes/noteReader';
import { fallbackCadence, setting } from '../editor/settings';
import { noteAtCursor } from '../editor/targetMeeting';
import type { Services } from '../services';
import { oneOnOneNote } from './oneOnOneNote';
import { formatMessage } from '../editor/messages';

const KINDS: Readonly<Record<LineCompletion['kind'], CompletionItemKind>> = {
  person: CompletionItemKind.User,
  date: CompletionItemKind.Value,
  field: CompletionItemKind.Field,
  tag: CompletionItemKind.Keyword,
};

/** Completes people, dates, fields and tags in follow-ups, and people everywhere in 1:1 notes. */
export class LineCompletions implements CompletionItemProvider {
  readonly #needs: Pick<Services, 'notes' | 'clock'>;

  constructor(needs: Pick<Services, 'notes' | 'clock'>) {
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
      ownName: inHand ? notes.index.ownNameIn(inHand.note) : 'me',
      today: clock.today(),
      fallbackDays: fallbackCadence,
      dialect: setting('dialect', document.uri),
    });
    return offers.length === 0 || ParsedNote.inEditor(text).isHidden(line)
      ? []
      : offers.map((offer, index) => lineItem(offer, { line, index }));
  }
}

function lineItem(
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

/** Completes `?` at the start of a line or list item with question sets and the person's due questions. */
export class QuestionCompletions implements CompletionItemProvider {
  readonly #needs: Pick<Services, 'notes' | 'frameworks' | 'clock'>;

  constructor(needs: Pick<Services, 'notes' | 'frameworks' | 'clock'>) {
    this.#needs = needs;
  }

  async provideCompletionItems(document: TextDocument, position: Position): Promise<CompletionItem[]> {
    const asking = questionTriggerAt(document.lineAt(position.line).text.slice(0, position.character));
    if (!asking || ParsedNote.inEditor(document.getText()).isHidden(position.line)) {
      return [];
    }
    const { frameworks } = this.#needs;
    const { history, person, meeting } = await noteAtCursor(document, position.line, this.#needs);
    const sections = meeting?.meeting.sections ?? [];
    const prompts = sections.flatMap((section) => section.prompts);
    const offers = questionCompletions(frameworks.askedOf(person?.key), {
      history,
      person: person?.key ?? '',
      exclude: new Set(prompts.map(({ question }) => question)),
      heading: sections.findLast((section) => section.line <= position.line)?.title ?? '',
    });
    const range = new Range(position.line, asking.start, position.line, position.character);
    return offers.map((offer, index) => questionItem(offer, { range, index, item: asking.item }));
  }
}

function questionItem(
  { framework, section, questions }: QuestionCompletion,
  { range, index, item }: { readonly range: Range; readonly index: number; readonly item: string | undefined },
): CompletionItem {
  const completion = new CompletionItem(
    { label: plainMessage(section.title), description: framework.title },
    CompletionItemKind.Text,
  );
  completion.range = range;
  completion.filterText = `?${[section.title, framework.title, ...questions.map(({ text }) => text)].join(' ')}`;
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
