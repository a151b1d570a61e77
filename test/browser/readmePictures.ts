// Makes the pictures of README.md: `npm run pictures`. It is no test, and runs as one to use the workbench.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Locator } from 'playwright-core';
import { animate } from '../../scripts/animatedPng.mjs';
import { browserHost } from '../../scripts/hosts/browserHost.mjs';
import { SAMPLE_TODAY } from '../../scripts/sampleWorkspace.mjs';
import { eventually } from './eventually';
import { Workbench } from './workbench';

const DIR = path.resolve('media/readme');
/** About the width of a README on GitHub, so that words keep their size. */
const SIZE = { width: 900, height: 640 };
/** Width of the side bar in its own picture. */
const SIDE_BAR = 460;
/** Height of the window in which the chart fits. */
const CHART_HEIGHT = 1000;
/** Time for which a picture of the animation is shown, in milliseconds. */
const DELAY = 1400;

const NOTE = `Meetings/${SAMPLE_TODAY.replaceAll('-', '.')}-1on1-ravi.md`;
const PROMISE = 'Send Ravi the on-call plan';

/** What would differ from run to run, or takes room from what the pictures are about. */
const SETTINGS = {
  'oneOnOne.me': ['Ines Marchetti', 'Ines'],
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'breadcrumbs.enabled': false,
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
};

const RATED = '1-1s/jane-doe/2026-03-16.md';
/** Meetings with ratings, for a chart with a path. The last one is rated in the picture. */
const RATINGS: Readonly<Record<string, string>> = {
  '1-1s/jane-doe/2026-02-23.md': '[challenge:: 3] [skill:: 7]',
  '1-1s/jane-doe/2026-03-02.md': '[challenge:: 5] [skill:: 5.5]',
  '1-1s/jane-doe/2026-03-09.md': '[challenge:: 8] [skill:: 5]',
  [RATED]: '',
};

describe('The pictures of the README', () => {
  let workbench: Workbench;
  const opened: Workbench[] = [];
  before(() => mkdir(DIR, { recursive: true }));
  after(() => opened.pop()?.close());

  async function open(opening: () => Promise<Workbench>, theme: 'light' | 'dark'): Promise<void> {
    await opened.pop()?.close();
    opened.push((workbench = await opening()));
    const { setSettings } = await browserHost();
    await setSettings({ ...SETTINGS, 'workbench.colorTheme': theme === 'dark' ? 'Dark Modern' : 'Light Modern' });
    await workbench.wakeOn(SAMPLE_TODAY);
    await workbench.page.setViewportSize(SIZE);
  }

  async function openSample(theme: 'light' | 'dark'): Promise<void> {
    await open(() => Workbench.openSample(SAMPLE_TODAY), theme);
    await workbench.openView('One on One');
    await workbench.row('Follow-ups', /./).waitFor();
    await workbench.row('People', /^Ravi Menon/).waitFor();
    await workbench.page.mouse.move(SIZE.width / 2, SIZE.height - 1);
  }

  async function picture(name: string, part: Locator): Promise<void> {
    await part.screenshot({ path: path.join(DIR, `${name}.png`) });
  }

  const part = (name: 'sidebar' | 'editor'): Locator => workbench.page.locator(`.part.${name}`);

  const inEditor = (words: string): Locator => workbench.page.locator('.view-line', { hasText: words }).first();

  /** Makes the next note with Ravi by keys; `frame` is called at each step. */
  async function createNote(frame: () => Promise<unknown> = () => Promise.resolve()): Promise<void> {
    const { keyboard } = workbench.page;
    await workbench.findCommand('One on One: New 1:1 Note');
    await frame();
    await keyboard.press('Enter');
    await workbench.rowsOfPick().filter({ hasText: 'last met' }).first().waitFor();
    await keyboard.type('ravi');
    await workbench.rowsOfPick().nth(2).waitFor({ state: 'detached' });
    await frame();
    await keyboard.press('Enter');
    await workbench.rowsOfPick().filter({ hasText: 'Suggested' }).first().waitFor();
    await frame();
    await keyboard.press('Enter');
    await workbench.tab(path.basename(NOTE)).waitFor();
    await inEditor('Agenda').waitFor();
    await frame();
  }

  it('show the main job, from the palette to a tick in the sidebar', async () => {
    await openSample('light');
    await workbench.toggleView('People');
    const { page } = workbench;
    const frames: Buffer[] = [];
    const frame = async (): Promise<void> => void frames.push(await page.screenshot());
    await createNote(frame);
    await workbench.runCommand('One on One: Add Follow-Up');
    await page.mouse.move(SIZE.width / 2, SIZE.height - 1);
    await page.getByText('One line, such as').waitFor();
    await page.keyboard.type(`@me ${PROMISE} due:tomorrow`);
    await page.getByText('owed by you').waitFor();
    await frame();
    await page.keyboard.press('Enter');
    const [ravi, row] = [/^Ravi Menon/, new RegExp(PROMISE)].map((name) => workbench.row('Follow-ups', name)) as [
      Locator,
      Locator,
    ];
    await workbench.repeatedly(async (patience) => {
      if ((await ravi.getAttribute('aria-expanded')) !== 'true') await ravi.click({ timeout: patience });
      await row.waitFor({ timeout: patience });
    });
    await page.mouse.move(SIZE.width / 2, SIZE.height - 1);
    await row.scrollIntoViewIfNeeded();
    await frame();
    await workbench.tick(row);
    await workbench.statusItem('Marked as done').waitFor();
    await frame();
    await writeFile(path.join(DIR, 'main.png'), animate(frames, DELAY));
  });

  for (const theme of ['light', 'dark'] as const) {
    it(`show sidebar, note and brief in ${theme}`, async () => {
      await openSample(theme);
      await workbench.resizeSideBar(SIDE_BAR);
      await picture(`sidebar-${theme}`, part('sidebar'));
      await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
      await workbench.runCommand('One on One: Prep Brief');
      await workbench.pick('Ravi Menon');
      await workbench.tab('Brief Ravi Menon').waitFor();
      await workbench.preview().getByRole('button', { name: 'Open as Text' }).waitFor();
      await picture(`brief-${theme}`, part('editor'));
      await workbench.runCommand('View: Close All Editors');
      await createNote();
      await picture(`note-${theme}`, part('editor'));
    });

    it(`show the chart in ${theme}`, async () => {
      await open(() => Workbench.openFiles(ratedNotes()), theme);
      const { page } = workbench;
      await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
      await workbench.openFile(RATED);
      await page.locator('.monaco-editor.focused').waitFor();
      await workbench.runCommand('One on One: Rate Challenge vs Skill');
      for (const [question, rating] of [
        ['How challenging', '7'],
        ['How well', '8'],
      ] as const) {
        await page.getByText(question).waitFor();
        await workbench.type(rating);
        await page.keyboard.press('Enter');
      }
      await eventually(
        () => readFile(path.join(workbench.folder, RATED), 'utf8'),
        (text) => text.includes('mermaid'),
      );
      await workbench.runCommand('Markdown: Open Preview');
      await page.setViewportSize({ ...SIZE, height: CHART_HEIGHT });
      const chart = workbench.preview().locator('.mermaid svg');
      await chart.scrollIntoViewIfNeeded();
      await picture(`chart-${theme}`, chart);
    });
  }

  it('show the icon', async () => {
    const { browser } = await browserHost();
    const page = await browser.newPage({ viewport: { width: 256, height: 256 } });
    await page.goto(pathToFileURL(path.resolve('media/icon.svg')).href);
    await page.evaluate(
      "document.documentElement.setAttribute('width', 256), document.documentElement.setAttribute('height', 256)",
    );
    await page.screenshot({ path: 'media/icon.png', omitBackground: true });
    await page.close();
  });
});

function ratedNotes(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(RATINGS).map(([file, ratings]) => [
      file,
      `---\ntype: 1on1\nperson: Jane Doe\ndate: ${path.basename(file, '.md')}\n---\n\n# Jane Doe\n\n${ratings}\n`,
    ]),
  );
}
