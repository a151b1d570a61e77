import assert from 'node:assert/strict';
import { commands, EventEmitter, window, workspace, type TextDocument } from 'vscode';
import { overdueMarks } from '../../src/core/followUpList/overdueCount';
import { wordMessage } from '../../src/core/text/message';
import { Clock } from '../../src/editor/clock';
import type { OneOnOneNote } from '../../src/language/oneOnOneNote';
import { OverdueDecorations } from '../../src/language/overdueDecorations';
import { StoreFolder } from './storeFolder';
import { until } from './until';

const DUE = '2026-11-30';
const NOTE = `---\ntype: 1on1\nperson: Olga Overdue\ndate: 2026-11-23\n---\n\n- [ ] @olga Send the draft due:${DUE}\n`;
/** Time before midnight at which the first attempt begins, in milliseconds. */
const FIRST_LEAD = 500;

describe('The words behind what is overdue', () => {
  const place = new StoreFolder('overdue');
  const RealDate = Date;
  afterEach(async () => {
    globalThis.Date = RealDate;
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('come at local midnight of the day that it was due, with nobody touching anything', async () => {
    place.write('olga.md', NOTE);
    await place.store.ready();
    await window.showTextDocument(await workspace.openTextDocument(place.uri('olga.md')));
    for (let lead = FIRST_LEAD; ; lead *= 2) {
      const words = await wordsAround(lead);
      assert.deepEqual(words.at(-1), ['1 day overdue']);
      // On a busy machine midnight may be over before anything is shown.
      if (words.length > 1) {
        assert.deepEqual(words[0], [], 'on the day itself it is not overdue');
        return;
      }
    }
  });

  /** All words that are shown, one after the other, from `lead` milliseconds before midnight until a follow-up is overdue. */
  async function wordsAround(lead: number): Promise<readonly (readonly string[])[]> {
    startAt(new RealDate(2026, 10, 30, 23, 59, 59, 1000 - lead).getTime());
    const clock = new Clock();
    const log = window.createOutputChannel('One on One (test)', { log: true });
    const shown = new EventEmitter<void>();
    const words: (readonly string[])[] = [];
    const overdue = new (class extends OverdueDecorations {
      /** What VS Code is given to draw cannot be asked for, only when and of what it is made. */
      override show(document: TextDocument, inHand: OneOnOneNote): void {
        super.show(document, inHand);
        const items = inHand.index.followUpsIn(inHand.note.uri);
        const marks = overdueMarks(items, clock.today(), (line) => document.lineAt(line).text);
        words.push(marks.map((mark) => wordMessage(mark.words)));
        shown.fire();
      }
    })({ notes: place.store, clock, log });
    try {
      await until(shown.event, () => words.at(-1)?.length === 1);
      assert.equal(clock.today(), '2026-12-01');
      return words;
    } finally {
      overdue.dispose();
      clock.dispose();
      globalThis.Date = RealDate;
    }
  }

  /** From now on it is `time`, and time goes on. */
  function startAt(time: number): void {
    const shift = time - RealDate.now();
    globalThis.Date = new Proxy(RealDate, {
      construct: (target, parts: readonly unknown[], newTarget) =>
        Reflect.construct(target, parts.length === 0 ? [RealDate.now() + shift] : parts, newTarget) as object,
    });
  }
});
