import {
  type CancellationToken,
  DecorationRangeBehavior,
  EventEmitter,
  InlayHint,
  type InlayHintsProvider,
  languages,
  Position,
  Range,
  type TextDocument,
  type TextEditor,
  ThemeColor,
  window,
} from 'vscode';
import { type FoldedOrigin, foldedOrigins, overdueMarks } from '../core/followUpList/overdueCount';
import type { ListedFollowUp } from '../core/index/listedFollowUp';
import { DisposableStore } from '../editor/disposables';
import type { Services } from '../services';
import { MARKDOWN, type NoteDisplay, type OneOnOneNote, pausedOneOnOneNote, VisibleNotes } from './oneOnOneNote';
import { formatMessage } from '../editor/messages';

/** Maximum number of decorations per editor. More would slow down typing. */
const MOST_MARKS = 500;

/**
 * Shows how overdue a follow-up is after its due date, which is colored, and shortens where a carried one comes from:
 * `since 2026-09-29, 1×`. The line with the cursor is shown in full. The words are inlay hints, because VS Code ignores
 * decorations when it wraps a line.
 */
export class OverdueDecorations extends DisposableStore implements NoteDisplay, InlayHintsProvider {
  readonly #services: Pick<Services, 'notes' | 'clock'>;
  readonly #changed = this.add(new EventEmitter<void>());
  readonly onDidChangeInlayHints = this.#changed.event;
  readonly #dates = this.add(
    window.createTextEditorDecorationType({
      color: new ThemeColor('oneOnOne.overdueForeground'),
      rangeBehavior: DecorationRangeBehavior.ClosedClosed,
    }),
  );

  readonly #dimmed = this.add(
    window.createTextEditorDecorationType({
      opacity: '0.7',
      rangeBehavior: DecorationRangeBehavior.ClosedClosed,
    }),
  );

  readonly #hidden = this.add(
    window.createTextEditorDecorationType({
      // VS Code has no option to hide text, but passes on this CSS.
      textDecoration: 'none; display: none',
      rangeBehavior: DecorationRangeBehavior.ClosedClosed,
    }),
  );
  readonly #origins = new Map<TextDocument, readonly FoldedOrigin[]>();

  constructor(services: Pick<Services, 'notes' | 'clock' | 'log'>) {
    super();
    this.#services = services;
    this.add(languages.registerInlayHintsProvider(MARKDOWN, this));
    this.add(new VisibleNotes(services, this));
    this.add(window.onDidChangeTextEditorSelection(({ textEditor }) => this.#fold(textEditor)));
  }

  show(document: TextDocument, inHand: OneOnOneNote): void {
    const origins = foldedOrigins(itemsIn(document, inHand), (line) => document.lineAt(line).text);
    this.#origins.set(document, origins.slice(0, MOST_MARKS));
    this.#decorate(
      document,
      this.#marksIn(document, inHand).map(({ line, start, end }) => new Range(line, start, line, end)),
    );
    this.#changed.fire();
  }

  async provideInlayHints(document: TextDocument, shown: Range, token: CancellationToken): Promise<InlayHint[]> {
    const inHand = await pausedOneOnOneNote(document, this.#services, token);
    const marks = inHand ? this.#marksIn(document, inHand) : [];
    return marks
      .filter(({ line }) => shown.start.line <= line && line <= shown.end.line)
      .map(({ line, words, column }) => {
        // The dot keeps the words apart from a following `since …`.
        const separator = document.lineAt(line).text.slice(column).trim() === '' ? '' : ' ·';
        const hint = new InlayHint(new Position(line, column), formatMessage(words) + separator);
        hint.paddingLeft = true;
        return hint;
      });
  }

  #marksIn(document: TextDocument, inHand: OneOnOneNote): ReturnType<typeof overdueMarks> {
    const today = this.#services.clock.today();
    return overdueMarks(itemsIn(document, inHand), today, (line) => document.lineAt(line).text).slice(0, MOST_MARKS);
  }

  clear(document: TextDocument): void {
    this.#origins.delete(document);
    this.#decorate(document, []);
  }

  #decorate(document: TextDocument, dates: Range[]): void {
    for (const editor of window.visibleTextEditors) {
      if (editor.document === document) {
        editor.setDecorations(this.#dates, dates);
        this.#fold(editor);
      }
    }
  }

  #fold(editor: TextEditor): void {
    const origins = this.#origins.get(editor.document) ?? [];
    const isAtCursor = (line: number): boolean =>
      editor.selections.some(({ start, end }) => start.line <= line && line <= end.line);
    const folded = origins.filter(({ line }) => !isAtCursor(line));
    editor.setDecorations(
      this.#dimmed,
      folded.map(({ line, start, end }) => new Range(line, start, line, end)),
    );
    editor.setDecorations(
      this.#hidden,
      folded.flatMap(({ line, hidden }) => hidden.map(([start, end]) => new Range(line, start, line, end))),
    );
  }
}

function itemsIn({ lineCount }: TextDocument, { note, index }: OneOnOneNote): readonly ListedFollowUp[] {
  return index.followUpsIn(note.uri).filter(({ followUp }) => followUp.line < lineCount);
}
