import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { eventually } from './eventually';
import type { Workbench } from './workbench';

/** Holds 1:1s week by week in a window, and reads what that leaves on disk. */
export class Meetings {
  readonly #workbench: Workbench;

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
  }

  /** Reads a file of the folder, given by its path in it. */
  read(file: string): Promise<string> {
    return readFile(path.join(this.#workbench.folder, file), 'utf8');
  }

  /** Waits until a file has the expected words, and returns its text. */
  reads(file: string, expected: RegExp): Promise<string> {
    return eventually(
      () => this.read(file),
      (text) => expected.test(text),
    );
  }

  /** Holds a 1:1 by the palette with the session that is suggested. Returns what the row of that session says. */
  async meet(person: string, day: string): Promise<string> {
    const workbench = this.#workbench;
    await workbench.runCommand('One on One: New 1:1 Note');
    await workbench.rowsOfPick().first().waitFor();
    // A row under a resting mouse is covered by its own tooltip.
    await workbench.page.mouse.move(0, 0);
    await workbench.type(person);
    // The list of sessions that follows may name the person too, but not at the start of a row.
    await workbench.pick(new RegExp(`^\\s*(?:${person}|Add “${person}”)`));
    const suggested = workbench.rowsOfPick().filter({ hasText: 'suggested' });
    const why = await suggested.innerText();
    await workbench.page.keyboard.press('Enter');
    await this.reads(fileOf(person, day), /## Agenda/);
    // The note takes the focus when it opens, and a palette opened before would be closed by that.
    await workbench.page.locator('.tab.active', { hasText: `${day}.md` }).waitFor();
    await workbench.statusItem(person).waitFor();
    return why;
  }

  /** Types words below a question of a note, which is in front, and saves it. */
  async answer(file: string, question: string | RegExp, words: string): Promise<void> {
    const { page } = this.#workbench;
    const row = page.locator('.editor-group-container.active .view-line').filter({ hasText: question });
    await row.first().click();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type(words);
    await page.keyboard.press('Control+S');
    await eventually(
      () => this.read(file),
      (text) => text.includes(words),
    );
  }
}

/** Returns the path of a person's note of a day. */
export function fileOf(person: string, day: string): string {
  return `1-1s/${person.toLowerCase().replace(' ', '-')}/${day}.md`;
}
