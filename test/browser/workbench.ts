import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { browserHost } from '../../scripts/hosts/browserHost.mjs';
import { temporaryDir } from '../../scripts/hosts/temporaryDir.mjs';
import { copySample, takeSettings } from '../../scripts/sampleWorkspace.mjs';
import { today } from '../../scripts/today.mjs';
import { eventually, SILENCE_LIMIT } from './eventually';

/** Time that the first attempt of a step gets, in milliseconds. Each further attempt gets twice as much. */
const FIRST_PATIENCE = 3_000;

/** Maximum number of attempts: the last one gets more than a minute and a half. */
const ATTEMPTS = 6;

/** A script for the page that returns what the extension has stored in VS Code's global state, as JSON. */
const READ_GLOBAL_STATE = `(async () => {
  const result = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await result(indexedDB.open('vscode-web-state-db-global'));
  try {
    return String(await result(database.transaction('ItemTable').objectStore('ItemTable').get('one-on-one.one-on-one')));
  } finally {
    database.close();
  }
})()`;

/** By its name here, what a theme is called in VS Code, and the class of the window that shows it. */
const THEMES_BY_NAME = {
  dark: { label: 'Dark Modern', windowClass: 'vs-dark' },
  light: { label: 'Light Modern', windowClass: 'vs' },
  highContrast: { label: 'Dark High Contrast', windowClass: 'hc-black' },
  highContrastLight: { label: 'Light High Contrast', windowClass: 'hc-light' },
};

export type Theme = keyof typeof THEMES_BY_NAME;

export const THEMES = Object.keys(THEMES_BY_NAME) as readonly Theme[];

/** A VS Code window in a browser, used as a person uses it: by keys, and by what can be seen. */
export class Workbench {
  readonly page: Page;
  /** The folder that is open, absolute: tests look there for what was written. Of a workspace the folder of its file. */
  readonly folder: string;

  private constructor(page: Page, folder: string) {
    this.page = page;
    this.folder = folder;
  }

  /**
   * Opens a folder or a workspace file in a window of its own, with the given settings of the user and nothing remembered
   * from other windows.
   */
  static async open(place: string, settings: object = {}): Promise<Workbench> {
    const folder = place.endsWith('.code-workspace') ? path.dirname(place) : place;
    const workbench = await Workbench.#at(place, folder, settings);
    const explorer = workbench.page.locator('.explorer-folders-view').first();
    await workbench.reloadUntil((patience) => explorer.waitFor({ timeout: patience }));
    return workbench;
  }

  /**
   * Waits for what a loaded window shows, and loads the window anew if it does not come. On a busy machine VS Code may take
   * a workspace file for an empty one, and keeps that until it is loaded anew.
   */
  async reloadUntil(isLoaded: (patience: number) => Promise<void>): Promise<void> {
    await repeatedly(
      (patience) => isLoaded(2 * patience),
      () => this.page.reload(),
    );
  }

  /** Opens a fresh folder with files of the given texts, by their paths in it, and with the given settings of the user. */
  static async openFiles(files: Readonly<Record<string, string>>, settings: object = {}): Promise<Workbench> {
    const folder = path.join(temporaryDir('workspace'), 'notes');
    for (const [file, text] of Object.entries(files)) {
      await mkdir(path.join(folder, path.dirname(file)), { recursive: true });
      await writeFile(path.join(folder, file), text);
    }
    return Workbench.open(folder, settings);
  }

  /** Opens a window in which nothing is open; `folder` is one that the test may fill. */
  static async openNothing(folder: string): Promise<Workbench> {
    return Workbench.#at(undefined, folder);
  }

  static async #at(place: string | undefined, folder: string, settings: object = {}): Promise<Workbench> {
    const { browser, addressOf, setSettings } = await browserHost();
    await setSettings(settings);
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    context.setDefaultTimeout(SILENCE_LIMIT);
    const page = await context.newPage();
    await page.goto(addressOf(place));
    await page.locator('.activitybar').getByRole('tab').first().waitFor();
    return new Workbench(page, folder);
  }

  /** Opens a fresh copy of the sample workspace as it is on the given day, `YYYY-MM-DD`. */
  static async openSample(day = today()): Promise<Workbench> {
    const folder = path.join(temporaryDir('workspace'), 'notes');
    await copySample(folder, day);
    return Workbench.open(folder, await takeSettings(folder));
  }

  /** Loads the window anew, as on the morning of another day, `YYYY-MM-DD`, and with changed settings of the user. */
  async wakeOn(day: string): Promise<void> {
    const { setToday } = await browserHost();
    await setToday(day);
    await this.page.reload();
    await this.page.locator('.activitybar').getByRole('tab').first().waitFor();
  }

  async close(): Promise<void> {
    const { setToday } = await browserHost();
    await setToday();
    await this.page.context().close();
  }

  /** The lines of the text editor in front, from top to bottom; only those that are scrolled into view exist. */
  async linesInFront(): Promise<string[]> {
    const lines = await this.page.locator('.editor-group-container.active .view-line').all();
    const placed = await Promise.all(
      lines.map(async (line) => ({
        top: Number.parseInt(/top:\s*(\d+)/.exec((await line.getAttribute('style')) ?? '')?.[1] ?? '0'),
        text: (await line.textContent()) ?? '',
      })),
    );
    return placed.toSorted((a, b) => a.top - b.top).map(({ text }) => text.replaceAll('\u00a0', ' '));
  }

  /** The first line of the text editor in front that contains the given words. Only lines scrolled into view exist. */
  lineInFront(words: string): Locator {
    return this.page.locator('.editor-group-container.active .view-line').filter({ hasText: words }).first();
  }

  /** The first code lens in front that contains the given words. */
  lens(words: string): Locator {
    return this.page.locator('.editor-group-container.active .codelens-decoration').filter({ hasText: words }).first();
  }

  /** What VS Code's status bar says, item by item. */
  statusItem(text: string | RegExp): Locator {
    return this.page.locator('.statusbar-item', { hasText: text });
  }

  /** Runs a command from the palette by what stands there, such as `One on One: New 1:1 Note`. */
  async runCommand(title: string): Promise<void> {
    const row = await this.findCommand(title);
    // A list that is still being filtered ignores a click.
    await repeatedly(async (patience) => {
      if (await row.isVisible()) await row.click({ timeout: patience });
      await row.waitFor({ state: 'hidden', timeout: patience });
    });
  }

  /** Opens the palette on a command and leaves it open: the row, once it is there. */
  async findCommand(title: string): Promise<Locator> {
    const row = this.rowsOfPick().filter({ hasText: title }).first();
    // The palette lists what was registered when it opened; extensions register theirs a little after the start.
    await this.repeatedly(async (patience) => {
      await this.page.keyboard.press('F1');
      await this.type(`>${title}`, patience);
      await row.waitFor({ timeout: patience });
    });
    return row;
  }

  /** Puts the cursor at the beginning of a line of the editor in front, counted from 1. */
  async goToLine(line: number): Promise<void> {
    await this.repeatedly(async (patience) => {
      await this.page.keyboard.press('Control+G');
      await this.type(`:${line}`, patience);
      await this.page.keyboard.press('Enter');
      await this.statusItem(`Ln ${line}, Col`).waitFor({ timeout: patience });
      await this.page.locator('.monaco-editor.focused').waitFor({ timeout: patience });
    });
  }

  /**
   * Tries a step until it succeeds, and presses Escape after each failure. An editor that opens takes the focus a moment
   * later, and so closes what was opened before. Each attempt begins anew and gives up after `patience` milliseconds.
   */
  async repeatedly(attempt: (patience: number) => Promise<void>): Promise<void> {
    await repeatedly(attempt, () => this.page.keyboard.press('Escape'));
  }

  /** The rows of the open quick pick, as they come. */
  rowsOfPick(): Locator {
    return this.page.locator('.quick-input-list .monaco-list-row');
  }

  /** Chooses the first row that holds `label` from the open quick pick. */
  async pick(label: string | RegExp): Promise<void> {
    const row = this.rowsOfPick().filter({ hasText: label }).first();
    await row.waitFor();
    // A list that is still being filtered ignores a click.
    await repeatedly(async (patience) => {
      if (await row.isVisible()) await row.click({ timeout: patience });
      await row.waitFor({ state: 'hidden', timeout: patience });
    });
    // A pick that follows would show the tooltip of the row below the mouse, over the other rows.
    await this.page.mouse.move(0, 0);
  }

  /** Puts `text` into the open quick pick or input box in place of what stands there; `timeout` is in milliseconds. */
  async type(text: string, timeout?: number): Promise<void> {
    await this.page
      .locator('.quick-input-widget input[type=text]')
      .first()
      .fill(text, timeout === undefined ? {} : { timeout });
  }

  /** Shows a view container by its name in the activity bar; a badge behind the name does not matter. */
  async openView(name: string): Promise<void> {
    const tab = this.page.locator('.activitybar').getByRole('tab', { name: new RegExp(`^${name}\\b`) });
    const header = this.page.locator('.part.sidebar').getByRole('heading', { name, exact: false }).first();
    // A window that is just restoring its side bar may show the view before the click, which then hides it.
    await repeatedly(async (patience) => {
      if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click({ timeout: patience });
      await header.waitFor({ timeout: patience });
    });
  }

  /** Drags the edge of the side bar until the side bar has the given width, in pixels. */
  async resizeSideBar(width: number): Promise<void> {
    const { mouse } = this.page;
    const bar = this.page.locator('.part.sidebar');
    await this.repeatedly(async () => {
      const box = await bar.boundingBox();
      if (!box) throw new Error('There is no side bar.');
      await mouse.move(box.x + box.width, box.y + box.height / 2);
      await mouse.down();
      await mouse.move(box.x + width, box.y + box.height / 2, { steps: 5 });
      await mouse.up();
      const now = (await bar.boundingBox())?.width ?? 0;
      if (Math.abs(now - width) > 2) throw new Error(`The side bar has a width of ${now} px.`);
    });
    await mouse.move(0, 0);
  }

  /** A view in the side bar by its title, with all that is in it. */
  pane(view: string): Locator {
    return this.page.locator('.pane', { has: this.page.getByText(view, { exact: true }) });
  }

  /** The header of a view in the side bar. Its name changes with the description that some views have. */
  headerOf(view: string): Locator {
    return this.pane(view).locator('.pane-header');
  }

  /** Opens or closes a view of the side bar by its header, to give the others room: rows out of view do not exist. */
  async toggleView(name: string): Promise<void> {
    const header = this.headerOf(name);
    const before = await header.getAttribute('aria-expanded');
    const toggled = header.and(this.page.locator(`[aria-expanded="${before === 'true' ? 'false' : 'true'}"]`));
    // A view that is just being built ignores a click.
    await repeatedly(async (patience) => {
      if (!(await toggled.isVisible())) await header.click({ timeout: patience });
      await toggled.waitFor({ timeout: patience });
    });
  }

  /** The first row of a view in the side bar whose label holds `name`. */
  row(view: string, name: string | RegExp): Locator {
    return this.pane(view).getByRole('treeitem', { name }).first();
  }

  /**
   * Clicks the box of a follow-up's row until it is drawn anew as it is wished: VS Code shows every click at once, and tells
   * nobody of one that comes while it draws the row.
   */
  async tick(row: Locator, isTicked = true): Promise<void> {
    const [before, after] = isTicked ? ['Mark as done', 'Reopen'] : ['Reopen', 'Mark as done'];
    const asWished = row.getByRole('checkbox', { name: after });
    await this.repeatedly(async (patience) => {
      if (!(await asWished.isVisible())) await row.getByRole('checkbox', { name: before }).click({ timeout: patience });
      await asWished.waitFor({ timeout: patience });
    });
  }

  /** Rests the pointer on a row until what is said of it shows: a row that is drawn anew meanwhile says nothing. */
  async restOn(row: Locator, said: Locator): Promise<void> {
    await this.repeatedly(async (patience) => {
      await this.page.mouse.move(0, 0);
      await row.hover({ timeout: patience });
      await said.waitFor({ timeout: patience });
    });
  }

  /** Opens the context menu of a row, and leaves it open: the entry. */
  async entryOf(row: Locator, name: string): Promise<Locator> {
    const entry = this.page.getByRole('menuitem', { name });
    await this.repeatedly(async (patience) => {
      await row.click({ button: 'right', timeout: patience });
      await entry.waitFor({ timeout: patience });
    });
    return entry;
  }

  /** Chooses from the context menu of a row. */
  async choose(row: Locator, name: string): Promise<void> {
    const entry = await this.entryOf(row, name);
    // A menu ignores a click in the moment in which it opens.
    await repeatedly(async (patience) => {
      if (await entry.isVisible()) await entry.click({ timeout: patience });
      await entry.waitFor({ state: 'detached', timeout: patience });
    });
  }

  /** Follows a link in the text editor. The key that is held draws it anew, so that it is not asked whether it stands still. */
  async follow(link: Locator): Promise<void> {
    await link.click({ modifiers: ['Control'], force: true });
  }

  /** What the rows of a view in the side bar say, from top to bottom; only rows that are scrolled into view exist. */
  async treeRows(view: string): Promise<string[]> {
    const rows = this.pane(view).getByRole('treeitem');
    await rows.first().waitFor();
    const texts = await rows.allInnerTexts();
    return texts.map((text) => text.replace(/\s+/g, ' ').trim());
  }

  /** Opens a file of the folder, given by its path in it, in a text editor. */
  async openFile(file: string): Promise<void> {
    await this.repeatedly(async (patience) => {
      await this.page.keyboard.press('Control+P');
      await this.type(file, patience);
      const row = this.rowsOfPick()
        .filter({ hasText: path.basename(file) })
        .first();
      await row.click({ timeout: patience });
      await this.tab(path.basename(file)).waitFor({ timeout: patience });
      // An editor that takes the focus later would close what is opened meanwhile.
      await this.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor({ timeout: patience });
    });
  }

  /** An editor's tab, by the file's name. */
  tab(name: string | RegExp): Locator {
    return this.page.locator('.tabs-container').getByRole('tab', { name });
  }

  /** A notification that has come in fully. */
  toast(): Locator {
    return this.page.locator('.notification-toast.notification-fade-in-done').first();
  }

  /** Waits until the colors have changed. */
  async useTheme(theme: Theme): Promise<void> {
    const { label, windowClass } = THEMES_BY_NAME[theme];
    await this.runCommand('Preferences: Color Theme');
    // Words typed before the list is there would be lost, and the theme would be out of view.
    await this.page.getByPlaceholder('Select Color Theme').waitFor();
    await this.type(label);
    await this.pick(label);
    await this.page.locator(`.monaco-workbench.${windowClass}`).waitFor();
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** What the Markdown preview shows that is in front. */
  preview(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  /**
   * Waits until VS Code has stored what the extension remembers in its global state, and `text` in it. VS Code stores it
   * a moment after the extension hands it over, and a window that is loaded again before that has forgotten it.
   */
  async remembered(text: string): Promise<void> {
    const state = (): Promise<string> => this.page.evaluate<string>(READ_GLOBAL_STATE);
    await eventually(state, (stored) => stored.includes(text));
  }

  /** Keeps a picture of the window in `test/browser/screenshots`. */
  async screenshot(name: string): Promise<void> {
    await this.page.screenshot({ path: path.join('test/browser/screenshots', `${name}.png`) });
  }
}

/** Tries a step until it succeeds, with more patience each time. `reset` runs after each failure. */
async function repeatedly(
  attempt: (patience: number) => Promise<void>,
  reset: () => Promise<unknown> = () => Promise.resolve(),
): Promise<void> {
  for (let count = 1; ; count++) {
    try {
      await attempt(FIRST_PATIENCE * 2 ** (count - 1));
      return;
    } catch (error) {
      if (count === ATTEMPTS) throw error;
      await reset();
    }
  }
}
