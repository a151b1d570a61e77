import {
  type DecorationOptions,
  DecorationRangeBehavior,
  Range,
  type TextDocument,
  type TextEditor,
  ThemeColor,
  window,
} from 'vscode';
import { type FoldedOrigin, foldedOrigins, overdueMarks } from '../core/followUpList/overdueCount';
import { DisposableStore } from '../editor/disposables';
import type { Services } from '../services';
import { type NoteDisplay, type OneOnOneNote, VisibleNotes } from './oneOnOneNote';
import { formatMessage } from '../editor/messages';

/** Maximum number of decorations per editor. More would slow down typing. */
const MOST_MARKS = 500;

/**
 * Shows how overdue a follow-up is at the end of its line, and shortens where a carried one comes from: `since 29 Sep ·
 * 1×`. The line with the cursor is shown in full.
 */
export class OverdueDecorations extends DisposableStore implements NoteDisplay {
  readonly #clock: Services['clock'];
  readonly #decoration = this.add(
    window.createTextEditorDecorationType({
      after: { color: new ThemeColor('oneOnOne.overdueForeground'), margin: '0 0 0 2em' },
      rangeBehavior: DecorationRangeBehavior.ClosedOpen,
    }),
  );

  readonly #folded = this.add(
    window.createTextEditorDecorationType({
      // VS Code has no option to hide text, but passes on this CSS.
      textDecoration: 'none; display: none',
      rangeBehavior: DecorationRangeBehavior.ClosedClosed,
    }),
  );
  readonly #origins = new Map<TextDocument, readonly FoldedOrigin[]>();

  constructor(services: Pick<Services, 'notes' | 'clock' | 'log'>) {
    super();
    this.#clock = services.clock;
    this.add(new VisibleNotes(services, this));
    this.add(window.onDidChangeTextEditorSelection(({ textEditor }) => this.#fold(textEditor)));
  }

  show(document: TextDocument, { note, index }: OneOnOneNote): void {
    const items = index.followUpsIn(note.uri).filter(({ followUp }) => followUp.line < document.lineCount);
    const origins = foldedOrigins(items, (line) => document.lineAt(line).text);
    this.#origins.set(document, origins.slice(0, MOST_MARKS));
    const marks = overdueMarks(items, this.#clock.today());
    this.#decorate(
      document,
      marks.slice(0, MOST_MARKS).map(({ line, words }) => ({
        range: document.lineAt(line).range,
        renderOptions: { after: { contentText: formatMessage(words) } },
      })),
    );
  }

  clear(document: TextDocument): void {
    this.#origins.delete(document);
    this.#decorate(document, []);
  }

  #decorate(document: TextDocument, options: DecorationOptions[]): void {
    for (const editor of window.visibleTextEditors) {
      if (editor.document === document) {
        editor.setDecorations(this.#decoration, options);
        this.#fold(editor);
      }
    }
  }

  #fold(editor: TextEditor): void {
    const origins = this.#origins.get(editor.document) ?? [];
    const isAtCursor = (line: number): boolean =>
      editor.selections.some(({ start, end }) => start.line <= line && line <= end.line);
    editor.setDecorations(
      this.#folded,
      origins
        .filter(({ line }) => !isAtCursor(line))
        .map(({ line, start, end, words }) => ({
          range: new Range(line, start, line, end),
          renderOptions: {
            before: { contentText: formatMessage(words), color: new ThemeColor('descriptionForeground') },
          },
        })),
    );
  }
}
