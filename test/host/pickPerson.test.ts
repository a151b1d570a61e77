import assert from 'node:assert/strict';
import { commands, window, type QuickPick, type QuickPickItem } from 'vscode';
import { pickPerson } from '../../src/commands/shared/pickPerson';
import { parseCivilDate } from '../../src/core/dates/civilDate';
import { NoteIndex } from '../../src/core/index/noteIndex';
import { until } from './until';

const today = parseCivilDate('2026-03-16')!;
const NAMES = [
  'Ravi Menon',
  'Daniel Kim',
  'Daniel Ortega',
  'Jonas Weber',
  'Mei Tanaka',
  'Tomás Álvarez',
  'Amélie Metz',
];
const index = new NoteIndex({ me: [], roster: NAMES.map((name) => ({ name })) });

/** The picker while it is open, and the name that it will give. */
interface OpenPicker {
  readonly picker: QuickPick<QuickPickItem>;
  readonly picked: Promise<string | undefined>;
}

describe('The list of people', () => {
  const { createQuickPick } = window;
  afterEach(async () => {
    Object.assign(window, { createQuickPick });
    await commands.executeCommand('workbench.action.closeQuickOpen');
  });

  /** Opens the real picker, and waits until VS Code shows it. */
  async function open(canBeNew = true): Promise<OpenPicker> {
    const shown = new Promise<QuickPick<QuickPickItem>>((resolve) => {
      Object.assign(window, {
        createQuickPick: () => {
          const picker = createQuickPick();
          resolve(picker);
          return picker;
        },
      });
    });
    const picked = pickPerson(index, { title: 'Who?', today, canBeNew });
    const picker = await shown;
    await until(picker.onDidChangeActive, () => picker.activeItems.length > 0);
    return { picker, picked };
  }

  /** Types all at once, and presses Enter as soon as VS Code has the text: before the list has changed. */
  async function hurriedly(text: string): Promise<string | undefined> {
    const { picker, picked } = await open();
    await type(picker, text);
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return picked;
  }

  /** Types all at once. Resolves when the list has been told, which it is before this test. */
  async function type(picker: QuickPick<QuickPickItem>, text: string): Promise<void> {
    const typed = new Promise((resolve) => picker.onDidChangeValue(resolve));
    picker.value = text;
    await typed;
  }

  /** Types letter by letter, waits each time until `isSelected`, and presses Enter. */
  async function calmly(text: string, isSelected: (item: QuickPickItem) => boolean): Promise<string | undefined> {
    const { picker, picked } = await open();
    for (let length = 1; length <= text.length; length++) {
      picker.value = text.slice(0, length);
    }
    await until(picker.onDidChangeActive, () => picker.activeItems.some(isSelected));
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return picked;
  }

  for (const [text, name] of [
    ['Mei', 'Mei Tanaka'],
    ['tanaka', 'Mei Tanaka'],
    ['dan o', 'Daniel Ortega'],
    ['Daniel O', 'Daniel Ortega'],
    ['tomas', 'Tomás Álvarez'],
    ['met', 'Amélie Metz'],
  ] as const) {
    it(`selects ${name} for “${text}”`, async () => {
      assert.equal(await calmly(text, ({ label }) => label === name), name);
      assert.equal(await hurriedly(text), name);
    });
  }

  it('adds nobody by Enter after any beginning of a known name', async () => {
    const typed = NAMES.flatMap((name) => Array.from(name).map((_, at) => name.slice(0, at + 1)));
    for (const text of typed) {
      const name = (await hurriedly(text)) ?? '';
      assert.ok(NAMES.includes(name) && name.split(' ')[0]?.startsWith(text.split(' ')[0] ?? ''), `${text}: ${name}`);
    }
  }).timeout(60_000);

  it('has the row that adds a person at its end, and selects it only if no known name matches', async () => {
    const added = 'Add “Zoë Marsh” as a new person';
    assert.equal(await calmly('Zoë Marsh', ({ description }) => description === added), 'Zoë Marsh');
    const { picker } = await open();
    await type(picker, 'Danielle');
    await until(
      picker.onDidChangeActive,
      () => picker.activeItems[0]?.description === 'Add “Danielle” as a new person',
    );
    await type(picker, 'Daniel');
    await until(picker.onDidChangeActive, () => picker.activeItems[0]?.label === 'Daniel Kim');
    assert.equal(picker.items.at(-1)?.description, 'Add “Daniel” as a new person');
  });

  it('does not add a person under a name that only one known person has', async () => {
    const { picker } = await open();
    for (const text of ['Mei', 'mei tanaka', '…']) {
      await type(picker, text);
      assert.equal(picker.items.length, NAMES.length, text);
    }
  });

  it('adds nobody where only known people can be meant', async () => {
    const { picker } = await open(false);
    picker.value = 'Zoë';
    await until(picker.onDidChangeActive, () => picker.activeItems.length === 0);
    assert.equal(picker.items.length, NAMES.length);
  });
});
