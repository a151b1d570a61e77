import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { temporaryDir } from '../../scripts/hosts/temporaryDir.mjs';
import { today } from '../../scripts/today.mjs';
import { addDays, parseCivilDate } from '../../src/core/dates/civilDate';
import { eventually } from './eventually';
import { Workbench } from './workbench';

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly contributes: { readonly commands: readonly { readonly command: string; readonly title: string }[] };
};
const words = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Readonly<Record<string, string>>;

const CATEGORY = 'One on One: ';
/** The title of each command as the palette shows it. */
const ALL = manifest.contributes.commands.map(({ title }) => words[title.slice(1, -1)] ?? title);

const LAST_WEEK = addDays(parseCivilDate(today())!, -7);
const TWO_WEEKS_AGO = addDays(LAST_WEEK, -7);
const NOTE = `1-1s/jane-doe/${TWO_WEEKS_AGO}.md`;
const FILES = {
  [NOTE]: `---\ntype: 1on1\nperson: Jane Doe\ndate: ${TWO_WEEKS_AGO}\n---\n\n## People\n\n**Who helped you?**\n\nSam.\n\n## Follow-ups\n\n- [ ] @me Send the draft due:${LAST_WEEK}\n`,
  [`1-1s/jane-doe/${LAST_WEEK}.md`]: `---\ntype: 1on1\nperson: Jane Doe\ndate: ${LAST_WEEK}\n---\n\n## Follow-ups\n\n- [ ] @jane Read the draft\n- [x] @me Book a room done:${today()}\n`,
  'README.md': '# Handbook\n\nHow we work.\n',
  'tool.ts': 'export const answer = 42;\n',
};

/** What a command needs that is missing in a situation, by the beginning of its title. */
const NEEDS_NOTE = [
  ...[
    'Swap Question',
    'A Minute After: Reflect on This 1:1',
    'Bring Follow-Ups into This Note',
    'Rate Challenge vs Skill…',
  ],
  ...['Join with Earlier Goal…', 'Say Who This Is With…', 'Check If Ready to Share', 'Move Status to a Written Update'],
];
/** Commands about the line at the cursor, in a 1:1 note or a document made of notes. */
const NEEDS_LINE = ['Make Follow-Up…', 'Note Outcome…', 'Connect Two People', 'Pass On Thanks'];
const NEEDS_MARKDOWN = ['Insert Framework Section', 'Insert Question Set', 'Insert Brief', 'Insert Team Signal…'];
/** Commands of a row, a hint or a generated document. */
const NEEDS_ROW = [
  ...['Go to Follow-Up in Note', 'Open Follow-Up', 'Toggle Focused Follow-Up', 'Show More Follow-Ups'],
  ...['Open Themes as Document', 'Go to Line in Note', 'Replace @me in All Notes…'],
];
/** What nothing in a fresh window can need. */
const NEEDS_STATE = [
  ...['Undo Follow-Up Change', 'Clear Follow-Up Filter', 'Hide Done Follow-Ups', 'Stop Reading Notes'],
  ...['Leave Out Private Lines', 'Show Private Lines', 'Show Private Again'],
];

interface Situation {
  readonly open: () => Promise<Workbench>;
  /** The file in front, by its path in the folder. */
  readonly file?: string;
  readonly offers: readonly string[];
}

const inNotes = (missing: readonly string[]): readonly string[] =>
  ALL.filter((title) => ![...missing, ...NEEDS_ROW, ...NEEDS_STATE].includes(title));

const SITUATIONS: Readonly<Record<string, Situation>> = {
  'no editor': { open: openNotes, offers: inNotes([...NEEDS_NOTE, ...NEEDS_LINE, ...NEEDS_MARKDOWN]) },
  'a TypeScript file': {
    open: openNotes,
    file: 'tool.ts',
    offers: inNotes([...NEEDS_NOTE, ...NEEDS_LINE, ...NEEDS_MARKDOWN]),
  },
  'a Markdown file that is no 1:1 note': {
    open: openNotes,
    file: 'README.md',
    offers: inNotes([...NEEDS_NOTE, ...NEEDS_LINE]),
  },
  'a 1:1 note': { open: openNotes, file: NOTE, offers: inNotes([]) },
  'an empty folder': {
    open: async () => {
      const workbench = await Workbench.open(temporaryDir('empty'));
      await workbench.openView('One on One');
      await workbench.page.getByText('No 1:1 notes here yet').waitFor();
      return workbench;
    },
    offers: [
      ...[
        'Add Follow-Up…',
        'Ask Question Every Time…',
        'Hide Private',
        'Never Ask Question Again…',
        'New 1:1 Note',
        'Open Frameworks',
      ],
      ...['Refresh Follow-Ups', 'Save for Next 1:1…', 'Set Your Name…'],
    ],
  },
  'no folder': {
    open: async () => {
      const folder = path.join(temporaryDir('none'), 'notes');
      await mkdir(folder);
      return Workbench.openNothing(folder);
    },
    offers: ['Add Follow-Up…', 'Hide Private', 'New 1:1 Note', 'Save for Next 1:1…', 'Set Your Name…'],
  },
};

async function openNotes(): Promise<Workbench> {
  const workbench = await Workbench.openFiles(FILES);
  await workbench.openView('One on One');
  await workbench.row('People', /^Jane Doe/).waitFor();
  return workbench;
}

describe('The command palette', () => {
  it('offers to say who a note is with that names nobody', async () => {
    const workbench = await Workbench.openFiles({
      ...FILES,
      [`Talks/${LAST_WEEK} 1-1.md`]: '# 1:1\n\n## Follow-ups\n\n- [ ] Call back\n',
    });
    try {
      await workbench.openView('One on One');
      await workbench.row('People', /^Notes Not Understood \(1\)/).waitFor();
      await workbench.openFile(`Talks/${LAST_WEEK} 1-1.md`);
      await workbench.findCommand(`${CATEGORY}Say Who This Is With`);
    } finally {
      await workbench.close();
    }
  });

  for (const [name, { open, file, offers }] of Object.entries(SITUATIONS)) {
    describe(`with ${name} in front`, () => {
      let workbench: Workbench;
      before(async () => {
        workbench = await open();
        // The list of all commands at once: rows out of sight do not exist.
        await workbench.page.setViewportSize({ width: 1280, height: 3600 });
        await begin(workbench, file);
      });
      after(() => workbench.close());

      it('offers what can work there, and nothing else', async () => {
        await workbench.findCommand(`${CATEGORY}New 1:1 Note`);
        await workbench.type(`>${CATEGORY}`);
        const rows = async (): Promise<string[]> =>
          (await workbench.rowsOfPick().allInnerTexts()).map((row) => row.split('\n')[0]?.replace(CATEGORY, '') ?? '');
        const listed = await eventually(rows, (titles) => titles.length >= offers.length);
        await workbench.page.setViewportSize({ width: 1280, height: 800 });
        await workbench.screenshot(`commands-${name.replaceAll(/\W+/g, '-')}`);
        // VS Code adds a command for each view.
        const ours = listed.filter((title) => !/^(?:Focus on .* View|Toggle)/.test(title));
        assert.deepEqual(ours.sort(), [...offers].sort());
      });

      for (const title of offers) {
        it(`ends ${title} with a result, a question or a message`, async () => {
          await begin(workbench, file);
          const before = await seen(workbench);
          await workbench.runCommand(`${CATEGORY}${title}`);
          await eventually(
            () => seen(workbench),
            (now) => now !== before,
          );
          const { page } = workbench;
          assert.equal(await page.locator('.notification-toast .codicon-error').count(), 0, 'It ended with an error.');
          const list = page.locator('.quick-input-widget:visible .quick-input-list:visible');
          if (await list.isVisible()) await workbench.rowsOfPick().first().waitFor();
          if (!(await page.locator('.quick-input-widget').isVisible())) return;
          await page.keyboard.press('Escape');
          await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
          if (file !== undefined) await page.locator('.monaco-editor.focused').waitFor();
        });
      }
    });
  }
});

/** Closes what the last command opened, and shows the file. */
async function begin(workbench: Workbench, file: string | undefined): Promise<void> {
  const { page } = workbench;
  const tabs = page.locator('.tabs-container').getByRole('tab');
  const unsaved = page.getByRole('button', { name: "Don't Save" });
  await workbench.repeatedly(async (patience) => {
    await page.keyboard.press('Escape');
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden', timeout: patience });
    if ((await tabs.count()) === 0) return;
    await page.keyboard.press('Control+K');
    await page.keyboard.press('Control+W');
    await unsaved.or(page.locator('.editor-group-container.empty')).first().waitFor({ timeout: patience });
    if (await unsaved.isVisible()) await unsaved.click({ timeout: patience });
    await tabs.first().waitFor({ state: 'hidden', timeout: patience });
  });
  for (const clear of await page.locator('.notification-toast .codicon-notifications-clear').all()) {
    await clear.dispatchEvent('click');
  }
  await page.locator('.notification-toast').first().waitFor({ state: 'hidden' });
  if (file === undefined) return;
  await workbench.openFile(file);
  await page.locator('.monaco-editor.focused').waitFor();
}

/** What the window shows of a command: questions, messages, editors and views; not the palette itself. */
async function seen({ page }: Workbench): Promise<string> {
  const places = [
    ...['.monaco-dialog-box', '.notification-toast', '.tabs-container .tab'],
    ...['.editor-group-container .view-lines', '.part.sidebar', '#status\\.extensionMessage'],
    '.statusbar-item[id$="hidePrivate"]',
  ];
  const texts = await Promise.all(places.map((place) => page.locator(place).allInnerTexts()));
  const question = page.locator('.quick-input-widget:visible');
  const typed = await question
    .locator('input')
    .evaluateAll((inputs: readonly { readonly value: string }[]) => inputs.map(({ value }) => value));
  const isPalette = typed.some((value) => value.startsWith('>'));
  return JSON.stringify([...texts, isPalette ? [] : await question.allInnerTexts()]);
}
