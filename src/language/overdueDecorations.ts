import { type DecorationOptions, DecorationRangeBehavior, type TextDocument, ThemeColor, window } from 'vscode';
import { overdueMarks } from '../core/followUpList/overdueCount';
import { DisposableStore } from '../editor/disposables';
import type { Services } from '../services';
import { type NoteDisplay, type OneOnOneNote, VisibleNotes } from './oneOnOneNote';
import { formatMessage } from '../editor/messages';

/** Maximum number of decorations per editor. More would slow down typing. */
const MOST_MARKS = 500;

/** Shows how overdue a follow-up is at the end of its line. */
export class OverdueDecorations extends DisposableStore implements NoteDisplay {
  readonly #clock: Services['clock'];
  readonly #decoration = this.add(
    window.createTextEditorDecorationType({
      after: { color: new ThemeColor('oneOnOne.overdueForeground'), margin: '0 0 0 2em' },
      rangeBehavior: DecorationRangeBehavior.ClosedOpen,
    }),
  );

  constructor(services: Pick<Services, 'notes' | 'clock' | 'log'>) {
    super();
    this.#clock = services.clock;
    this.add(new VisibleNotes(services, this));
  }

  show(document: TextDocument, { note, index }: OneOnOneNote): void {
    const marks = overdueMarks(index.followUpsIn(note.uri), this.#clock.today());
    this.#decorate(
      document,
      marks
        .filter(({ line }) => line < document.lineCount)
        .slice(0, MOST_MARKS)
        .map(({ line, words }) => ({
          range: document.lineAt(line).range,
          renderOptions: { after: { contentText: formatMessage(words) } },
        })),
    );
  }

  clear(document: TextDocument): void {
    this.#decorate(document, []);
  }

  #decorate(document: TextDocument, options: DecorationOptions[]): void {
    for (const editor of window.visibleTextEditors) {
      if (editor.document === document) {
        editor.setDecorations(this.#decoration, options);
      }
    }
  }
}
