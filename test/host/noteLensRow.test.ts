import assert from 'node:assert/strict';
import { commands, Uri, workspace, type CodeLens, type TextDocument } from 'vscode';
import { addDays } from '../../src/core/dates/civilDate';
import { openNote, switchedOff } from './aidNotes';
import { dayAgo } from './days';

const today = dayAgo(0);

function noteOf(days: number, person = 'lens-lena'): string {
  return `1-1s/${person}/${addDays(today, days)}.md`;
}

async function lensesOf({ uri }: TextDocument): Promise<readonly CodeLens[]> {
  const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri, 10);
  return lenses.filter(({ command }) => command?.command.startsWith('oneOnOne.'));
}

async function titlesOf(document: TextDocument): Promise<readonly string[]> {
  return (await lensesOf(document)).map(({ command, range }) => `${range.start.line}: ${command?.title}`);
}

/** What there is once the aid is loaded: the first question may come before. */
async function titlesOnceLoaded(document: TextDocument): Promise<readonly string[]> {
  for (;;) {
    const titles = await titlesOf(document);
    if (titles.length > 0) return titles;
  }
}

async function run({ command }: CodeLens): Promise<void> {
  assert.ok(command);
  await commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
}

describe('The row of lenses above a note', () => {
  it('says what is to be brought in, brings it, and then says it no more', async () => {
    await openNote(noteOf(-7), '# Lena\n\n- [ ] one\n- [ ] two\n');
    const document = await openNote(noteOf(0), '---\ntype: 1on1\n---\n\n# Lena\n\n- a\n');
    assert.deepEqual(await titlesOnceLoaded(document), ['4: 2 follow-ups to bring in', '4: Prep Brief']);
    await run((await lensesOf(document))[0]!);
    assert.match(document.getText(), /\n- \[ \] one \(from [^]*\n- \[ \] two \(from /);
    assert.deepEqual(await titlesOf(document), ['4: Prep Brief']);
  });

  it('brings follow-ups into the meeting of a log that it stands above, wherever the cursor is', async () => {
    const text = `# Log\n\n## ${addDays(today, -7)}\n\n- [ ] one\n\n## ${today}\n\n- a\n`;
    const document = await openNote('1on1s/LensLogan.md', text);
    assert.deepEqual(await titlesOnceLoaded(document), ['6: 1 follow-up to bring in', '6: Prep Brief']);
    await run((await lensesOf(document))[0]!);
    assert.ok(document.getText().indexOf('- [ ] one (from') > document.getText().indexOf(`## ${today}`));
  });

  it('opens a career session that is due, with that report', async () => {
    await openNote('People/Lens Leo.md', '---\nperson: Lens Leo\nrelation: report\n---\n');
    await openNote(noteOf(-60, 'lens-leo'), '# Leo\n\n- a\n');
    const document = await openNote(noteOf(-2, 'lens-leo'), '# Leo\n\n- b\n');
    assert.deepEqual(await titlesOnceLoaded(document), ['0: Career & Well-being due']);
    await run((await lensesOf(document))[0]!);
    const made = Uri.joinPath(document.uri, `../${today}.md`);
    assert.match((await workspace.openTextDocument(made)).getText(), /framework: career-and-well-being/);
  });

  it('is not there in old notes, in other files, and while it is switched off', async () => {
    const newest = await openNote(noteOf(0, 'lens-lou'), '# Lou\n\n## People\n\n- a\n');
    assert.deepEqual(await titlesOnceLoaded(newest), ['0: Swap Question']);
    assert.deepEqual(await titlesOf(await openNote(noteOf(-30, 'lens-lou'), '## People\n\n- a\n')), []);
    assert.deepEqual(await titlesOf(await openNote('docs/no-lens.md', '## People\n\n- a\n')), []);
    await switchedOff('codeLens', async () => assert.deepEqual(await titlesOf(newest), []));
  });
});
